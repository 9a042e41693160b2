package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// BlastText writes the radius as a tree for a terminal.
func BlastText(r *analyzer.Report, o BlastOptions) []byte {
	t := &treeText{o: o, r: r, moved: movers(r)}
	stack, quiet := "", 0
	trees := map[string][]*root{}
	for _, b := range roots(r, o) {
		trees[b.stack] = append(trees[b.stack], b)
	}
	for _, f := range asked(r, o) {
		path := f.Stack.Path
		if len(trees[path]) == 0 {
			quiet++
			continue
		}
		if stack != "" {
			t.out.WriteByte('\n')
		}
		stack = path
		fmt.Fprintf(&t.out, "%s  %s, %s\n\n", t.paint("1", escape.Terminal(bareName(path))), changeCount(f.Risk), reaches(r, path))
		for _, b := range trees[path] {
			t.root(b)
		}
	}
	if stack == "" {
		stacks := asked(r, o)
		plans := 0
		for _, f := range stacks {
			if f.PlanRef.State == analyzer.PlanRead {
				plans++
			}
		}
		fmt.Fprintf(&t.out, "No stack changes, as far as the plans tell. %s, %s read.\n", count(len(stacks), "stack", "stacks"), count(plans, "plan", "plans"))
	}
	t.verdict()
	return t.out.Bytes()
}

// changeCount counts a stack's changes, or its outputs where nothing else
// changes.
func changeCount(f *risk.Facts) string {
	if len(f.Changes) == 0 {
		return count(len(f.Outputs), "output changes", "outputs change")
	}
	return count(len(f.Changes), "change", "changes")
}

type treeText struct {
	o     BlastOptions
	r     *analyzer.Report
	moved map[place]string
	out   bytes.Buffer
}

func (t *treeText) paint(color, s string) string {
	if !t.o.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func (t *treeText) root(b *root) {
	if b.change == nil {
		fmt.Fprintf(&t.out, "  %-3s %s  changes\n", "~", escape.Terminal("output."+b.output))
	} else {
		color := map[plan.Action]string{plan.ActionCreate: "32", plan.ActionUpdate: "33", plan.ActionDelete: "31", plan.ActionReplace: "31"}[b.change.Action]
		if color == "" {
			color = "0"
		}
		text := does(b.change)
		if like := t.moved[place{b.stack, b.change.Address}]; like != "" {
			text += ", " + like
		}
		fmt.Fprintf(&t.out, "  %s %s  %s\n", t.paint(color, fmt.Sprintf("%-3s", symbol(b.change))), escape.Terminal(b.change.Address), escape.Terminal(text))
	}
	t.below(&b.branch, "      ", b.stack)
}

// below prints what depends on an object, with lines to it.
func (t *treeText) below(b *branch, indent, stack string) {
	for i, c := range b.below {
		fork, next := "├─ ", "│  "
		if i == len(b.below)-1 && b.folded == 0 {
			fork, next = "└─ ", "   "
		}
		t.out.WriteString(indent + fork + t.hit(c.hit, stack) + "\n")
		t.below(c, indent+next, c.hit.Stack)
	}
	if b.folded > 0 {
		t.out.WriteString(indent + "└─ and " + count(b.folded, "more dependent", "more dependents") + "\n")
	}
}

func (t *treeText) hit(h *risk.Hit, stack string) string {
	name := escape.Terminal(h.Address)
	if h.Stack != stack {
		name = escape.Terminal(strings.TrimSuffix(folder(h.Stack), "/")) + "  " + name
	}
	text := name + "  " + own(h) + " (" + escape.Terminal(h.Via) + ")"
	if h.Stack != h.FromStack && h.Why != "" {
		text += "  " + strengthWord(h.Strength) + ": " + escape.Terminal(h.Why)
	}
	return text
}

// own says what is planned for an object that is hit.
func own(h *risk.Hit) string {
	switch plan.Action(h.Action) {
	case plan.ActionUpdate:
		return "changes with it"
	case plan.ActionReplace, plan.ActionForgetCreate:
		return "replaced with it"
	case plan.ActionDelete:
		return "destroyed too"
	case plan.ActionCreate:
		return "added too"
	}
	switch h.Kind {
	case risk.HitReplaced, risk.HitDestroyed, risk.HitForgotten:
		return "depends on what is " + howHit(h)
	case risk.HitOutput:
		return "reads what changes"
	}
	return string(h.Kind)
}

// verdict prints the judgement.
func (t *treeText) verdict() {
	a := t.r.Risk
	t.out.WriteByte('\n')
	line := func(label, word string, why string) {
		fmt.Fprintf(&t.out, "  %-10s %-19s %s\n", label, word, why)
	}
	line("Rollback", string(a.Rollback), t.first(a.RollbackWhy, a.Rollback.Level()))
	line("Downtime", string(a.Downtime), t.first(a.DowntimeWhy, a.Downtime.Level()))
	t.migration(line)
	if a.Radius.After > 0 {
		line("Order", "", count(a.Radius.After, "object runs", "objects run")+" after what changes without reading it")
	}
	for i, f := range a.Findings {
		if i == 5 {
			line("", "", count(len(a.Findings)-5, "more finding", "more findings"))
			break
		}
		line("Security", f.Kind, escape.Terminal(f.Address+" "+f.Text))
	}
	for i, u := range a.Unknown {
		if i == 5 {
			line("", "", count(len(a.Unknown)-5, "more that is not known", "more that are not known"))
			break
		}
		line("Unknown", "", escape.Terminal(plainReason(&u)))
	}
}

// migration says whether state must move, and how that bears on the rest.
func (t *treeText) migration(line func(label, word, why string)) {
	v := t.r.Migration
	if v == nil || changing(t.r) == 0 && !v.Required && !v.Undecided {
		return
	}
	word := "None"
	switch {
	case v.Required:
		word = "Required"
	case v.Undecided:
		word = "Undecided"
	default:
		line("Migration", word, escape.Terminal(strings.Trim(limits(t.r), ",. ")))
		return
	}
	reasons := slices.DeleteFunc(slices.Clone(v.Reasons), func(r migration.Reason) bool { return v.Required && r.Undecided })
	for i, r := range reasons {
		if i == 3 {
			line("", "", count(len(reasons)-3, "more reason", "more reasons"))
			break
		}
		if i > 0 {
			line("", "", name(r.Stack)+": "+escape.Terminal(r.Text))
			continue
		}
		line("Migration", word, name(r.Stack)+": "+escape.Terminal(r.Text))
	}
	tell := "`tofuspec migrate` tells what to do"
	if t.r.Risk.IfMoved > 0 {
		tell += "; the judgement above holds once it is done"
	}
	line("", "", tell)
}

func (t *treeText) first(why []risk.Reason, level int) string {
	for i := range why {
		if why[i].Level == level && level > 0 {
			return escape.Terminal(plainReason(&why[i]))
		}
	}
	if changing(t.r) == 0 {
		return calm(t.r)
	}
	return "as far as the plans tell"
}

func plainReason(r *risk.Reason) string {
	switch {
	case r.Address != "":
		return r.Address + " " + r.Text
	case r.Stack != "":
		return strings.TrimSuffix(folder(r.Stack), "/") + ": " + r.Text
	}
	return r.Text
}
