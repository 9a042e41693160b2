package gate

import (
	"fmt"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// gather lists all that any threshold could close on.
func gather(r *analyzer.Report, o Options) []Crossing {
	var out []Crossing
	saved := savedBy(r.Migration)
	for _, f := range r.Stacks {
		out = append(out, plans(f)...)
		out = append(out, losses(f, saved)...)
	}
	out = append(out, migrations(r)...)
	if a := r.Risk; a != nil {
		if a.Rollback == risk.RollbackIrreversible {
			out = append(out, because(Irreversible, a.RollbackWhy, risk.RollbackIrreversible.Level(), "the change cannot be rolled back")...)
		}
		if a.Downtime == risk.DowntimeFull {
			out = append(out, because(FullOutage, a.DowntimeWhy, risk.DowntimeFull.Level(), "the change is a full outage")...)
		}
		for _, f := range a.Findings {
			out = append(out, Crossing{Threshold: Exposure, Stack: f.Stack, Address: f.Address, Text: clause(f.Called, f.Text)})
		}
	}
	if o.StaleDraft != "" {
		out = append(out, Crossing{Threshold: StaleDraft, Text: o.StaleDraft, File: o.Draft, Line: 1})
	}
	return out
}

// plans tells what is the matter with a stack's plan.
func plans(f *analyzer.Facts) []Crossing {
	c := Crossing{Stack: f.Stack.Path}
	switch ref := f.PlanRef; {
	case ref.State == analyzer.PlanMissing:
		c.Threshold, c.Text = MissingPlan, "the stack has no plan"
	case ref.State == analyzer.PlanUnreadable:
		c.Threshold, c.Text = ErroredPlan, "the plan could not be read"
	case ref.Errored:
		c.Threshold, c.Text = ErroredPlan, "the plan ended with an error, so it may not show all"
	default:
		return nil
	}
	if f.PlanRef.Note != "" {
		c.Text += ": " + f.PlanRef.Note
	}
	if f.PlanRef.State == analyzer.PlanUnreadable { // as good as none, too
		missing := c
		missing.Threshold = MissingPlan
		return []Crossing{c, missing}
	}
	return []Crossing{c}
}

// A spot is an address in a stack.
type spot struct{ stack, address string }

// savedBy tells for the objects that a suggested move keeps where they go.
func savedBy(v *migration.Verdict) map[spot]spot {
	out := map[spot]spot{}
	if v != nil {
		for _, m := range v.Moves {
			out[spot{m.FromStack, m.From}] = spot{m.ToStack, m.To}
		}
	}
	return out
}

// losses are the resources that hold data and are destroyed, for good or to
// be created anew.
func losses(f *analyzer.Facts, saved map[spot]spot) []Crossing {
	if f.Outline == nil {
		return nil
	}
	var out []Crossing
	for i := range f.Outline.Changes {
		c := &f.Outline.Changes[i]
		kind := f.Outline.Kind(c.Type)
		if c.Mode != "managed" || !kind.Stateful {
			continue
		}
		var text string
		switch c.Verb() {
		case outline.Destroy:
			text = fmt.Sprintf("the %s is destroyed, and it holds data", kind.Singular)
		case outline.Replace, outline.MoveReplace, outline.ImportReplace:
			text = fmt.Sprintf("the %s is replaced, and it holds data", kind.Singular)
		default:
			continue
		}
		to, isSaved := saved[spot{f.Stack.Path, c.Address}]
		switch {
		case isSaved && to.stack != f.Stack.Path:
			text += ", unless it moves to " + to.address + " of " + to.stack
		case isSaved:
			text += ", unless it moves to " + to.address
		}
		out = append(out, Crossing{
			Threshold: StatefulDestroy, Stack: f.Stack.Path, Address: c.Address, Text: text, File: c.File, Line: c.Line, saved: isSaved,
		})
	}
	return out
}

// migrations are the grounds of the verdict on state migration.
func migrations(r *analyzer.Report) []Crossing {
	m := r.Migration
	if m == nil {
		return nil
	}
	var out []Crossing
	found := map[Threshold]bool{}
	for _, why := range m.Reasons {
		c := Crossing{Threshold: Migration, Stack: why.Stack, Text: why.Text}
		if why.Undecided {
			c.Threshold = UndecidedMigration
		}
		if c.Threshold == Migration && !m.Required || c.Threshold == UndecidedMigration && !m.Undecided {
			continue
		}
		found[c.Threshold] = true
		out = append(out, at(c, why.Evidence))
	}
	if m.Required && !found[Migration] {
		out = append(out, Crossing{Threshold: Migration, Text: "state has to be migrated before the apply"})
	}
	if m.Undecided && !found[UndecidedMigration] {
		out = append(out, Crossing{Threshold: UndecidedMigration, Text: "plan and files do not settle whether state has to be migrated"})
	}
	return out
}

// because makes a crossing of each reason that weighs as much as the judgement
// itself, and one without a reason if there is none.
func because(t Threshold, why []risk.Reason, level int, otherwise string) []Crossing {
	var out []Crossing
	for _, w := range why {
		if w.Level >= level {
			out = append(out, Crossing{Threshold: t, Stack: w.Stack, Address: w.Address, Text: clause(w.Called, w.Text)})
		}
	}
	if len(out) == 0 {
		return []Crossing{{Threshold: t, Text: otherwise}}
	}
	return out
}

// clause puts what an object is called before what happens to it.
func clause(called, text string) string {
	if called == "" {
		return text
	}
	return "the " + called + " " + text
}

// at takes the place from the first evidence that has one.
func at(c Crossing, refs []evidence.Ref) Crossing {
	for _, r := range refs {
		if r.File != "" {
			c.File, c.Line = r.File, r.Line
			break
		}
	}
	return c
}
