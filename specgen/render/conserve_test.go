package render

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// tally is counts by what happens, each object once.
type tally map[outline.Verb]int

// ofPlan counts a plan's changes straight from the decoder, the slow way.
func ofPlan(p *plan.Plan) tally {
	out := tally{}
	for _, c := range p.Changes {
		moved, imported := c.Moves(), c.Importing != nil
		v := map[plan.Action]outline.Verb{
			plan.ActionCreate: outline.Add, plan.ActionDelete: outline.Destroy, plan.ActionForget: outline.Forget,
			plan.ActionForgetCreate: outline.ForgetAdd, plan.ActionUpdate: outline.Modify,
			plan.ActionReplace: outline.Replace, plan.ActionRead: outline.ReadOnly, plan.ActionOpen: outline.ReadOnly,
			plan.ActionUnknown: outline.Unclear, plan.ActionNoOp: "",
		}[c.Action]
		switch {
		case v == outline.Modify && imported:
			v = outline.ImportModify
		case v == outline.Modify && moved:
			v = outline.MoveModify
		case v == outline.Replace && imported:
			v = outline.ImportReplace
		case v == outline.Replace && moved:
			v = outline.MoveReplace
		case v == "" && imported && moved:
			v = outline.ImportMove
		case v == "" && imported:
			v = outline.Import
		case v == "" && moved:
			v = outline.Move
		}
		if v != "" {
			out[v]++
		}
	}
	if len(out) > 1 {
		delete(out, outline.ReadOnly) // named only where there is nothing else
	}
	return out
}

var numbered = regexp.MustCompile(`^(\d+) `)

// ofCell counts what a cell's words say: "3 subnets, NAT gateway and 2 more"
// is six.
func ofCell(cell string) int {
	cell = regexp.MustCompile("`[^`]*`").ReplaceAllString(cell, "x") // names are not words
	for depth := regexp.MustCompile(`\([^()]*\)`); depth.MatchString(cell); {
		cell = depth.ReplaceAllString(cell, "")
	}
	n := 0
	more := regexp.MustCompile(`;? and (\d+) more`)
	for _, m := range more.FindAllStringSubmatch(cell, -1) {
		k, _ := strconv.Atoi(m[1])
		n += k
	}
	cell = more.ReplaceAllString(cell, "")
	for group := range strings.SplitSeq(cell, ";") {
		if _, inside, found := strings.Cut(group, ": "); found {
			group = inside
		}
		for part := range strings.SplitSeq(group, ",") {
			if m := numbered.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
				k, _ := strconv.Atoi(m[1])
				n += k
			} else {
				n++
			}
		}
	}
	return n
}

// headed is the number that the folded list's head gives of something.
func headed(head, what string) int {
	m := regexp.MustCompile(`(\d+) ` + what + `s?\b`).FindStringSubmatch(head)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// ofSummary is how many resources a summary says change: the total where it
// gives one, else the objects that it speaks of.
func ofSummary(said string) int {
	said = regexp.MustCompile("`[^`]*`").ReplaceAllString(said, "x")
	if m := regexp.MustCompile(`(\d+) resources? in all`).FindStringSubmatch(said); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	main, _, _ := strings.Cut(said, ". ")
	if regexp.MustCompile(`^(No stack changes|What changes is not known|Changes \d+ outputs? )`).MatchString(main) {
		return 0
	}
	n := 0
	for _, m := range regexp.MustCompile(`\b(?:the|\d+) (?:[^ ()]+ ){1,4}modules? \((\d+) resources?\)`).FindAllStringSubmatch(main, -1) {
		k, _ := strconv.Atoi(m[1])
		n += k
	}
	main = regexp.MustCompile(`\b(?:the|\d+) (?:[^ ()]+ ){1,4}modules? \(\d+ resources?\)`).ReplaceAllString(main, "")
	for depth := regexp.MustCompile(`\([^()]*\)`); depth.MatchString(main); {
		main = depth.ReplaceAllString(main, "")
	}
	for _, m := range regexp.MustCompile(`(?:^|[ ,;])(?:an?|the|(\d+)) [^ ]`).FindAllStringSubmatch(main, -1) {
		if m[1] == "" {
			n++
			continue
		}
		k, _ := strconv.Atoi(m[1])
		n += k
	}
	return n
}

// TestCountsAreConserved follows every change of every plan into the table's
// words, the summary, the folded list and the outline that JSON is made of.
func TestCountsAreConserved(t *testing.T) {
	for _, file := range plansOf(t) {
		s, p := stackOf(t, "/stack", file)
		if s == nil {
			continue
		}
		want := ofPlan(p)
		r := &analyzer.Report{Stacks: []*analyzer.Facts{s}}

		rows := s.Outline.Rows(nil)
		got := tally{}
		for _, row := range rows {
			n := 0
			for _, g := range row.Groups {
				n += g.Count
				if g.Module != "" {
					inside := 0
					for _, part := range g.Parts {
						inside += part.Count
					}
					if inside != g.Count {
						t.Errorf("%s: module %s counts %d and holds %d", file, g.Module, g.Count, inside)
					}
				}
			}
			if n != row.Count {
				t.Errorf("%s: row %s counts %d, its groups %d", file, row.Verb, row.Count, n)
			}
			got[row.Verb] = n
		}
		equal(t, file+": rows", got, want)

		words := tally{}
		for _, row := range ChangesRows(r) {
			if outline.Verb(row.Action).Rank() >= 0 && len(rows) > 0 {
				words[outline.Verb(row.Action)] = ofCell(row.Resources)
			}
		}
		equal(t, file+": words of the table", words, want)

		all, reads := 0, 0
		for i := range s.Outline.Changes {
			if s.Outline.Changes[i].Verb() == outline.ReadOnly {
				reads++
			}
		}
		for v, n := range want {
			if v != outline.ReadOnly {
				all += n
			}
		}
		list := AllChanges(r, 1<<30)
		lines := strings.Count(list, "\n- ")
		if lines != all+reads+len(s.Outline.Outputs)+len(s.Outline.Drift) {
			t.Errorf("%s: folded list has %d lines for %d changes, %d reads, %d outputs, %d drifted",
				file, lines, all, reads, len(s.Outline.Outputs), len(s.Outline.Drift))
		}
		head, _, _ := strings.Cut(list, "</summary>")
		for what, n := range map[string]int{"change": all, "read": reads, "output": len(s.Outline.Outputs)} {
			if got := headed(head, what); got != n {
				t.Errorf("%s: the folded list's head says %d of %d %ss: %s", file, got, n, what, head)
			}
		}

		if len(want) == 1 && want[outline.ReadOnly] > 0 {
			all = reads
		}
		if got := ofSummary(Summary(r)); got != all {
			t.Errorf("%s: the summary counts %d of %d: %s", file, got, all, Summary(r))
		}

		// The tool's own counts, which JSON passes on.
		c := s.PlanRef.Counts
		replaced := want[outline.Replace] + want[outline.MoveReplace] + want[outline.ImportReplace]
		if c.Replace != replaced ||
			c.Add != want[outline.Add]+want[outline.ForgetAdd]+replaced ||
			c.Destroy != want[outline.Destroy]+replaced ||
			c.Change != want[outline.Modify]+want[outline.MoveModify]+want[outline.ImportModify] {
			t.Errorf("%s: the plan counts %+v, the rows %v", file, c, want)
		}
	}
}

func equal(t *testing.T, what string, got, want tally) {
	t.Helper()
	for v, n := range want {
		if got[v] != n {
			t.Errorf("%s: %s counts %d, the plan %d", what, v, got[v], n)
		}
	}
	for v, n := range got {
		if want[v] != n {
			t.Errorf("%s: %s counts %d, the plan %d", what, v, n, want[v])
		}
	}
}
