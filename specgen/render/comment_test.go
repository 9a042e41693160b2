package render

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// nasty is what a repository can put into names.
var nasty = []string{
	"aws_lb.a", "module.x[\"k\"].aws_lb.b[0]", "`", "```", "~~~~\n", "</details>", "<details>", "<!--", "-->", "|", "||\n|-|", "\\|",
	"\n\n# heading", "[a](http://x)", "![i](http://x)", "@everyone", "**", "_", "<script>", "\u202e", "\r\n", "日本", "🙂", "&lt;", "$(rm)",
	"<sub>", "::error::x", strings.Repeat("`", 12), "    code", "> q", "- l", "1. n",
}

// A maker makes random reports.
type maker struct{ *rand.Rand }

func (m maker) name() string {
	n := 1
	if m.IntN(3) == 0 {
		n = 1 + m.IntN(4)
	}
	var b strings.Builder
	if m.IntN(500) == 0 {
		b.WriteString(strings.Repeat("long", 700))
	}
	for range n {
		if m.IntN(2) == 0 {
			b.WriteString(nasty[m.IntN(len(nasty))])
		} else {
			fmt.Fprintf(&b, "name%d", m.IntN(1000))
		}
	}
	return b.String()
}

func (m maker) names(most int) []string {
	var out []string
	for range m.IntN(most + 1) {
		out = append(out, m.name())
	}
	return out
}

func (m maker) reasons(most int) []risk.Reason {
	var out []risk.Reason
	for _, n := range m.names(most) {
		out = append(out, risk.Reason{Stack: "/" + n, Address: n, Text: n})
	}
	return out
}

// report makes a report of up to so many stacks and changes a stack.
func (m maker) report(stacks, changes int) *analyzer.Report {
	actions := []plan.Action{
		plan.ActionCreate, plan.ActionUpdate, plan.ActionReplace, plan.ActionDelete, plan.ActionForget,
		plan.ActionForgetCreate, plan.ActionNoOp, plan.ActionRead, plan.ActionUnknown,
	}
	states := []analyzer.PlanState{analyzer.PlanRead, analyzer.PlanRead, analyzer.PlanRead, analyzer.PlanMissing, analyzer.PlanUnreadable}
	r := &analyzer.Report{}
	for i := range m.IntN(stacks + 1) {
		f := &analyzer.Facts{
			Stack:   analyzer.Stack{Path: fmt.Sprintf("/%d/%s", i, m.name())},
			PlanRef: analyzer.PlanRef{State: states[m.IntN(len(states))], Errored: m.IntN(9) == 0, Partial: m.IntN(9) == 0},
			Outline: &outline.Facts{Kinds: map[string]outline.Kind{}},
		}
		if m.IntN(2) == 0 {
			f.PlanRef.Note = m.name()
		}
		for range m.IntN(changes + 1) {
			c := outline.Change{
				Address: m.name(), Mode: "managed", Type: m.name(), Name: m.name(), Nick: m.name(), Label: m.name(),
				Action: actions[m.IntN(len(actions))], Reason: m.name(), File: m.name(), Line: m.IntN(99),
			}
			if m.IntN(4) == 0 {
				c.PreviousAddress, c.ModuleAddress = m.name(), "module."+m.name()
			}
			for _, n := range m.names(3) {
				c.Changed = append(c.Changed, plan.Path(n))
			}
			f.Outline.Changes = append(f.Outline.Changes, c)
		}
		for _, n := range m.names(2) {
			f.Outline.Outputs = append(f.Outline.Outputs, outline.Output{Name: n, Action: plan.ActionUpdate})
		}
		r.Stacks = append(r.Stacks, f)
	}
	if m.IntN(2) == 0 {
		r.Risk = &risk.Assessment{
			Rollback: risk.RollbackModerate, RollbackWhy: m.reasons(5), Downtime: risk.DowntimeWindow, DowntimeWhy: m.reasons(5),
			Unknown: m.reasons(9), Radius: risk.Radius{Stacks: m.names(9), Resources: m.IntN(99)},
		}
		for _, n := range m.names(changes) {
			r.Risk.Questions = append(r.Risk.Questions, risk.Question{Stack: "/" + n, Address: n, Called: n, Text: n})
		}
		for _, n := range m.names(changes * 3) {
			r.Risk.Radius.Hits = append(r.Risk.Radius.Hits, risk.Hit{Stack: "/" + n, Address: n, Cause: n, Kind: risk.HitKind(n), Distance: m.IntN(4)})
		}
	}
	if m.IntN(2) == 0 {
		r.Migration = &migration.Verdict{Required: m.IntN(2) == 0, Undecided: m.IntN(3) == 0, Blocks: map[string]string{}}
		for _, n := range m.names(stacks) {
			r.Migration.Blocks["/"+n] = "moved {\n  from = " + n + "\n}\n"
			r.Migration.Commands = append(r.Migration.Commands, migration.Command{Stack: "/" + n, Line: "tofu state mv '" + n + "'"})
			r.Migration.Reasons = append(r.Migration.Reasons, migration.Reason{Text: n})
		}
	}
	return r
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM))

// page is what a reader of Markdown makes of a comment.
type page struct {
	headings, tables int
	changes          int // rows of the Changes table
	folds            int // open ones at the end
	odd              string
	text             string
}

func read(src string) page {
	var p page
	source := []byte(src)
	doc := gfm.Parser().Parse(text.NewReader(source))
	var words strings.Builder
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			p.headings++
		case *ast.HTMLBlock:
			var html string
			for i := range n.Lines().Len() {
				l := n.Lines().At(i)
				html += string(l.Value(source))
			}
			switch {
			case strings.HasPrefix(html, "<details><summary>") && strings.Count(html, "\n") == 1 && strings.Count(html, "<") == 3:
				p.folds++
			case strings.TrimSpace(html) == "</details>":
				p.folds--
			default:
				p.odd = html
			}
			if p.folds < 0 || p.folds > 1 {
				p.odd = "folds are not in pairs"
			}
		case *ast.RawHTML:
			var html string
			for i := range n.Segments.Len() {
				s := n.Segments.At(i)
				html += string(s.Value(source))
			}
			if html != "<code>" && html != "</code>" {
				p.odd = html
			}
		case *ast.Image:
			p.odd = "an image"
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), "https://ci.test/") {
				p.odd = "a link to " + string(n.Destination)
			}
		case *east.Table:
			p.tables++
			if cells(n.FirstChild(), source) == "Stack|Action|Resources Affected" {
				p.changes = n.ChildCount() - 1
			}
		case *ast.Text:
			words.Write(n.Value(source))
			words.WriteByte(' ')
		}
		return ast.WalkContinue, nil
	})
	p.text = words.String()
	return p
}

func cells(row ast.Node, source []byte) string {
	var out []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		var b strings.Builder
		for t := c.FirstChild(); t != nil; t = t.NextSibling() {
			if t, ok := t.(*ast.Text); ok {
				b.Write(t.Value(source))
			}
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "|")
}

var leftOut = regexp.MustCompile(`([0-9]+) of ([0-9]+) (rows?|blocks?|questions?|dependent|changes?)`)

func checkComment(t *testing.T, r *analyzer.Report, limit int) {
	t.Helper()
	opts := CommentOptions{Title: "prod", Commit: "0123456789abcdef", RunURL: "https://ci.test/run/1"}
	if limit%2 == 0 {
		opts.FileURL = func(file string, line int) string { return fmt.Sprintf("https://ci.test/%s#L%d", file, line) }
	}
	out := Comment(r, limit, opts)
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf("%s in:\n%.3000s", fmt.Sprintf(format, args...), out)
	}
	if len(out) > limit {
		fail("%d bytes for %d", len(out), limit)
	}
	// Only an open fence or comment swallows a paragraph put behind.
	p := read(out + "\n\ntheveryend\n")
	switch {
	case p.odd != "":
		fail("odd: %s", p.odd)
	case p.folds != 0:
		fail("%d folds stay open", p.folds)
	case !strings.Contains(p.text, "theveryend"):
		fail("a fence stays open")
	case p.headings != 1:
		fail("%d headings", p.headings)
	case !strings.Contains(out, brief(r)) && !strings.Contains(out, Summary(r)):
		fail("no verdict")
	}
	if Empty(r) {
		return
	}
	all := ChangesRows(r)
	dropped, total := map[string]int{}, map[string]int{}
	for _, f := range leftOut.FindAllStringSubmatch(out[strings.LastIndex(out, "_Left out")+1:], -1) {
		kind := strings.TrimSuffix(f[3], "s")
		dropped[kind], _ = strconv.Atoi(f[1])
		total[kind], _ = strconv.Atoi(f[2])
	}
	shown := p.changes
	if dropped["row"] > 0 {
		shown-- // the line that counts
		if total["row"] != len(all) {
			fail("%d rows are said to be, and %d are", total["row"], len(all))
		}
	}
	if len(all) > 0 && shown+dropped["row"] != len(all) {
		fail("%d rows shown and %d left out of %d", shown, dropped["row"], len(all))
	}
	if len(all) > 0 && shown == 0 {
		fail("no row of the Changes table")
	}
	addresses := len(addressFold(r, opts).items)
	have := 0
	if _, list, ok := strings.Cut(out, " by address</summary>\n\n"); ok {
		list, _, _ = strings.Cut(list, "\n</details>")
		have = strings.Count("\n"+list, "\n- ")
		if strings.Contains(list, " more, left out for length") {
			have--
		}
	}
	if have+dropped["change"] != addresses {
		fail("%d addresses shown and %d left out of %d", have, dropped["change"], addresses)
	}
}

func TestTenThousandRandomReportsFitAComment(t *testing.T) {
	reports := 10_000
	if testing.Short() {
		reports = 300
	}
	for i := range reports {
		m := maker{rand.New(rand.NewPCG(7, uint64(i)))}
		stacks, changes := 2, 3
		switch {
		case i%1000 == 0:
			stacks, changes = 300, 20
		case i%100 == 0:
			stacks, changes = 40, 10
		}
		checkComment(t, m.report(stacks, changes), 65536)
	}
}

func TestSmallLimitsKeepTheVerdictAndTheCount(t *testing.T) {
	for i := range 200 {
		m := maker{rand.New(rand.NewPCG(8, uint64(i)))}
		checkComment(t, m.report(8, 8), MinComment+m.IntN(20_000))
	}
}

func TestNoLimitIsEverExceeded(t *testing.T) {
	m := maker{rand.New(rand.NewPCG(9, 9))}
	r := m.report(9, 9)
	for limit := 0; limit < MinComment; limit += 97 {
		if n := len(Comment(r, limit, CommentOptions{Title: "x"})); n > limit {
			t.Fatalf("%d bytes for %d", n, limit)
		}
	}
}

func TestMoreRoomNeverShowsLess(t *testing.T) {
	m := maker{rand.New(rand.NewPCG(10, 1))}
	r := m.report(200, 30)
	last := 0
	for limit := 8192; limit < 400_000; limit *= 2 {
		p := read(Comment(r, limit, CommentOptions{}))
		if p.changes < last {
			t.Errorf("%d bytes show %d rows, and half of them showed %d", limit, p.changes, last)
		}
		last = p.changes
	}
}

func TestDestructionIsLeftOutLast(t *testing.T) {
	r := &analyzer.Report{}
	for i := range 3000 {
		c := outline.Change{Address: fmt.Sprintf("aws_s3_bucket.b%d", i), Type: "aws_s3_bucket", Mode: "managed", Action: plan.ActionUpdate}
		if i == 2500 {
			c.Action = plan.ActionDelete
		}
		r.Stacks = append(r.Stacks, &analyzer.Facts{
			Stack: analyzer.Stack{Path: fmt.Sprintf("/stacks/%d", i)}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead},
			Outline: &outline.Facts{Changes: []outline.Change{c}},
		})
	}
	out := Comment(r, 65536, CommentOptions{})
	for _, want := range []string{"| `stacks/2500/` | Destroy |", "of 3000 rows of the Changes table", "3000 changes by address"} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q", want)
		}
	}
}

func TestQuietReport(t *testing.T) {
	r := &analyzer.Report{Stacks: []*analyzer.Facts{{Stack: analyzer.Stack{Path: "/a"}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}}}}
	if !Empty(r) {
		t.Error("a report without changes is not empty")
	}
	r.Stacks[0].PlanRef.State = analyzer.PlanMissing
	if Empty(r) {
		t.Error("a stack without a plan reads as no change")
	}
}
