package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// AllChanges returns a folded list of every resource that changes, by
// address, with reason and changed attribute paths, in at most budget bytes.
// What does not fit is left out least important first, and counted. It is
// empty when nothing changes or when not even the counts fit.
func AllChanges(r *analyzer.Report, budget int) string {
	l := newListing(r, plainPlace)
	if len(l.stacks) == 0 {
		return ""
	}
	l.fit(budget)
	if out := l.String(); len(out) <= budget {
		return out
	}
	return ""
}

// A listing is the lines of the folded list, and which of them are kept.
type listing struct {
	stacks  []listed
	total   int // resources; 0 when only outputs or drift are listed
	reads   int // data sources that are read during apply
	outputs int
	drifted int
}

type listed struct {
	heading string
	lines   []line
}

type line struct {
	text string // with its line break
	verb int    // rank of what happens; the first is the most important
	keep bool
}

// plainPlace names a place in a file.
func plainPlace(file string, line int) string {
	return escape.Code(fmt.Sprintf("%s:%d", file, line))
}

// newListing lists the changes of a report. Place says where a resource is
// declared.
func newListing(r *analyzer.Report, place func(file string, line int) string) *listing {
	l := &listing{}
	for _, f := range r.Stacks {
		if f.Outline == nil {
			continue
		}
		s := listed{heading: escape.Code(folder(f.Stack.Path)) + "\n\n"}
		pairs := suspects(r, f.Stack.Path)
		for i := range f.Outline.Changes {
			c := &f.Outline.Changes[i]
			if v := c.Verb(); v != "" {
				_, suspect := pairs[c.Address]
				for _, to := range pairs {
					suspect = suspect || to != "" && to == c.Address
				}
				s.lines = append(s.lines, line{text: changeLine(c, v, suspect, place), verb: v.Rank()})
				if v == outline.ReadOnly {
					l.reads++
				} else {
					l.total++
				}
			}
		}
		for _, o := range f.Outline.Outputs {
			l.outputs++
			s.lines = append(s.lines, line{text: outputLine(o), verb: outline.ReadOnly.Rank() + 1})
		}
		for i := range f.Outline.Drift {
			if c := &f.Outline.Drift[i]; c.Verb() != "" {
				l.drifted++
				s.lines = append(s.lines, line{text: driftLine(c), verb: outline.ReadOnly.Rank() + 2})
			}
		}
		if len(s.lines) > 0 {
			l.stacks = append(l.stacks, s)
		}
	}
	return l
}

// changeLine says what happens to one resource, and why.
func changeLine(c *outline.Change, v outline.Verb, suspect bool, place func(string, int) string) string {
	var b strings.Builder
	b.WriteString("- " + escape.Code(c.Address) + " " + fate(c, v))
	if c.Deposed != "" {
		b.WriteString(", a leftover of an earlier replacement")
	}
	if len(c.ReplacePaths) > 0 {
		b.WriteString(", forced by " + paths(c.ReplacePaths))
	}
	if why := reason(c.Reason); why != "" {
		b.WriteString(", " + why)
	}
	if suspect {
		b.WriteString(", looks like a move")
	}
	if c.PreviousAddress != "" && v != outline.Move {
		b.WriteString(", was " + escape.Code(c.PreviousAddress))
	}
	if len(c.Changed) > 0 {
		b.WriteString("; changes " + paths(c.Changed))
	}
	if c.File != "" {
		b.WriteString("; " + place(c.File, c.Line))
	}
	b.WriteString("\n")
	return b.String()
}

// fate says what the plan does with an object.
func fate(c *outline.Change, v outline.Verb) string {
	order := "destroyed before the new one is created"
	if c.CreateFirst {
		order = "created anew before the old one is destroyed"
	}
	switch v {
	case outline.Add:
		return "is created"
	case outline.Destroy:
		return "is destroyed"
	case outline.Replace:
		return "is replaced, " + order
	case outline.MoveReplace:
		return "is moved and replaced, " + order
	case outline.ImportReplace:
		return "is imported and replaced, " + order
	case outline.ForgetAdd:
		return "is created anew, the old object is left alone and forgotten"
	case outline.Modify:
		return "is updated in place"
	case outline.MoveModify:
		return "is moved and updated in place"
	case outline.ImportModify:
		return "is imported and updated in place"
	case outline.Import:
		return "is imported"
	case outline.ImportMove:
		return "is imported and moved"
	case outline.Move:
		return "is moved from " + escape.Code(c.PreviousAddress)
	case outline.Forget:
		return "is forgotten, the object stays"
	case outline.ReadOnly:
		return "is read during apply"
	}
	if len(c.Actions) == 0 {
		return "has no action in the plan"
	}
	return "has actions that are not known: " + escape.Text(strings.Join(c.Actions, ", "))
}

// reasons words action_reason, where it says more than the action does.
var reasons = map[string]string{
	"delete_because_no_resource_config":    "no longer in the configuration",
	"delete_because_no_module":             "its module is no longer in the configuration",
	"delete_because_count_index":           "its index is beyond count",
	"delete_because_each_key":              "its key is no longer in for_each",
	"delete_because_wrong_repetition":      "count or for_each was added or taken away",
	"delete_because_no_move_target":        "moved to an address that the configuration lacks",
	"delete_because_enabled_false":         "switched off by enabled",
	"replace_because_tainted":              "it is tainted",
	"replace_because_cannot_update":        "",
	"replace_by_request":                   "asked for on the command line",
	"replace_by_triggers":                  "triggered by another change",
	"read_because_config_unknown":          "its arguments are known only then",
	"read_because_dependency_pending":      "what it depends on changes",
	"read_because_check_nested":            "for a check",
	"forgot_because_lifecycle_destroy":     "its lifecycle says destroy = false",
	"forgot_because_lifecycle_config":      "its lifecycle says so",
	"forgot_because_lifecycle_destroy_cfg": "its lifecycle says destroy = false",
}

func reason(word string) string {
	if text, known := reasons[word]; known || word == "" {
		return text
	}
	return escape.Text(strings.ReplaceAll(word, "_", " "))
}

// paths lists attribute paths, the first ones.
func paths(all []plan.Path) string {
	const most = 8
	var out []string
	for i, p := range all {
		if i == most {
			return strings.Join(out, ", ") + fmt.Sprintf(" and %d more", len(all)-most)
		}
		out = append(out, escape.Code(string(p)))
	}
	return and(out)
}

func outputLine(o outline.Output) string {
	what := map[plan.Action]string{
		plan.ActionCreate: "is added", plan.ActionUpdate: "changes", plan.ActionDelete: "is removed",
		plan.ActionReplace: "changes",
	}[o.Action]
	if what == "" {
		what = "changes"
	}
	if o.Unknown {
		what += ", known after apply"
	}
	return "- " + escape.Code("output."+o.Name) + " " + what + "\n"
}

func driftLine(c *outline.Change) string {
	what := "was changed outside of the configuration"
	switch c.Action {
	case plan.ActionDelete:
		what = "was deleted outside of the configuration"
	case plan.ActionNoOp:
		what = "is moved from " + escape.Code(c.PreviousAddress)
	}
	if len(c.Changed) > 0 {
		what += ": " + paths(c.Changed)
	}
	return "- " + escape.Code(c.Address) + " " + what + "\n"
}

// fit chooses the lines that budget bytes have room for.
func (l *listing) fit(budget int) {
	const note = len("- 1000000000 more, left out for length\n\n")
	room := budget - len("All ") - len(l.head()) - len(tail)
	var order []*line
	for i := range l.stacks {
		room -= len(l.stacks[i].heading) + note
		for j := range l.stacks[i].lines {
			order = append(order, &l.stacks[i].lines[j])
		}
	}
	slices.SortStableFunc(order, func(a, b *line) int { return cmp.Compare(a.verb, b.verb) })
	for _, one := range order {
		if len(one.text) > room {
			break
		}
		room -= len(one.text)
		one.keep = true
	}
}

const tail = "</details> <!-- markdownlint-enable MD033 -->\n"

// head opens the fold. The comment lets linters pass over the only HTML there
// is: Markdown has no fold of its own.
func (l *listing) head() string {
	var parts []string
	for _, part := range []struct {
		n         int
		one, many string
	}{{l.total, "change", "changes"}, {l.reads, "read", "reads"}, {l.outputs, "output", "outputs"}, {l.drifted, "drifted object", "drifted objects"}} {
		if part.n > 0 {
			parts = append(parts, count(part.n, part.one, part.many))
		}
	}
	what := and(parts)
	if l.whole() && l.total+l.reads+l.outputs+l.drifted > 1 {
		what = "All " + what
	}
	return "<details> <!-- markdownlint-disable MD033 -->\n<summary>" + what + " by address</summary>\n\n"
}

// whole tells whether every line is kept.
func (l *listing) whole() bool {
	for _, s := range l.stacks {
		for _, one := range s.lines {
			if !one.keep {
				return false
			}
		}
	}
	return true
}

// String writes the list. Blank lines stand around everything, so that the
// fold holds Markdown.
func (l *listing) String() string {
	var b strings.Builder
	b.WriteString(l.head())
	for _, s := range l.stacks {
		b.WriteString(s.heading)
		left := 0
		for _, one := range s.lines {
			if one.keep {
				b.WriteString(one.text)
			} else {
				left++
			}
		}
		if left > 0 {
			fmt.Fprintf(&b, "- %d more, left out for length\n", left)
		}
		b.WriteString("\n")
	}
	b.WriteString(tail)
	return b.String()
}
