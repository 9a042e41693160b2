package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
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
		t.roots(trees[path])
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

// roots prints a stack's changes. Many instances that change alike and reach
// nobody are one line, and so are more of them than anybody reads.
func (t *treeText) roots(all []*root) {
	const alike, quiet = 4, 15
	shown := map[plan.Action]int{}
	left := map[plan.Action]int{}
	for i := 0; i < len(all); {
		same := 1
		for i+same < len(all) && t.alike(all[i], all[i+same]) {
			same++
		}
		b := all[i]
		switch c := b.change; {
		case c != nil && len(b.below) == 0 && (c.Action == plan.ActionCreate || c.Action == plan.ActionUpdate) && shown[c.Action] >= quiet:
			left[c.Action] += same
		case same > alike:
			shown[c.Action]++
			t.change(c, depend.ConfigAddress(c.Address)+" ("+count(same, "instance", "instances")+")", does(c))
		default:
			same = 1
			if c != nil && len(b.below) == 0 {
				shown[c.Action]++
			}
			t.root(b)
		}
		i += same
	}
	for _, a := range []plan.Action{plan.ActionUpdate, plan.ActionCreate} {
		if left[a] > 0 {
			word := map[plan.Action]string{plan.ActionUpdate: "changed in place", plan.ActionCreate: "added"}[a]
			t.out.WriteString("      and " + count(left[a], "more", "more") + " " + word + "; `tofuspec changes` lists all\n")
		}
	}
}

// alike tells whether two changes are instances of one resource that differ in
// nothing but their key.
func (t *treeText) alike(a, b *root) bool {
	quiet := func(r *root) bool {
		return r.change != nil && len(r.below) == 0 && r.folded == 0 && t.moved[place{r.stack, r.change.Address}] == ""
	}
	return quiet(a) && quiet(b) && a.change.Action == b.change.Action && depend.ConfigAddress(a.change.Address) == depend.ConfigAddress(b.change.Address) && does(a.change) == does(b.change)
}

// change prints a changed object with its mark.
func (t *treeText) change(c *risk.Change, name, text string) {
	color := map[plan.Action]string{plan.ActionCreate: "32", plan.ActionUpdate: "33", plan.ActionDelete: "31", plan.ActionReplace: "31"}[c.Action]
	if color == "" {
		color = "0"
	}
	fmt.Fprintf(&t.out, "  %s %s  %s\n", t.paint(color, fmt.Sprintf("%-3s", symbol(c))), escape.Terminal(name), escape.Terminal(text))
}

func (t *treeText) root(b *root) {
	if b.change == nil {
		fmt.Fprintf(&t.out, "  %-3s %s  changes\n", "~", escape.Terminal("output."+b.output))
	} else {
		text := does(b.change)
		if like := t.moved[place{b.stack, b.change.Address}]; like != "" {
			text += ", " + like
		}
		t.change(b.change, b.change.Address, text)
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
	unknown := unknowns(a.Unknown)
	for i, u := range unknown {
		if i == 5 {
			line("", "", count(len(unknown)-5, "more that is not known", "more that are not known"))
			break
		}
		line("Unknown", "", escape.Terminal(u))
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
		why := strings.Trim(limits(t.r), ",. ")
		if why == "" {
			why = "as far as plans and files tell"
		}
		line("Migration", word, escape.Terminal(why))
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

// unknowns says what is not known, stacks with the same lack together.
func unknowns(all []risk.Reason) []string {
	const most = 3
	of := map[string][]string{}
	var texts []string
	for i := range all {
		text := all[i].Text
		if all[i].Address != "" || all[i].Stack == "" {
			text = plainReason(&all[i])
		}
		if _, ok := of[text]; !ok {
			texts = append(texts, text)
		}
		of[text] = append(of[text], bareName(all[i].Stack))
		if all[i].Address != "" || all[i].Stack == "" {
			of[text] = nil
		}
	}
	for i, text := range texts {
		stacks := of[text]
		if len(stacks) == 0 {
			continue
		}
		if len(stacks) > most {
			stacks = append(stacks[:most:most], count(len(of[text])-most, "more", "more"))
		}
		texts[i] = and(stacks) + ": " + text
	}
	return texts
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
