package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// RollbackPlan is the numbered steps back, as the actions ask for.
func RollbackPlan(r *analyzer.Report) string {
	if r.Risk == nil || changing(r) == 0 {
		return ""
	}
	var steps []string
	if before := saveFirst(r.Risk); before != "" {
		steps = append(steps, "Before the apply: "+before)
	}
	steps = append(steps, moveBack(r)...)
	var back []string
	for _, f := range slices.Backward(r.Stacks) {
		if stackChanges(f) {
			back = append(back, stackCode(f.Stack.Path))
		}
	}
	const most = 8
	if len(back) > most {
		back = append(back[:most:most], count(len(back)-most, "more stack", "more stacks"))
	}
	switch {
	case len(back) == 1 && len(r.Stacks) == 1:
		steps = append(steps, "Revert the commit and read the new plan: it must undo what this spec lists and nothing else; then apply it")
	case len(back) == 1:
		steps = append(steps, "Revert the commit, preview "+back[0]+" and read its plan: it must undo what this spec lists and nothing else; then apply it")
	default:
		steps = append(steps, "Revert the commit and preview the changed stacks; the plans must undo what this spec lists and nothing else")
		steps = append(steps, "Apply in the reverse of the run order where something was added, in the run order where something was taken away: "+strings.Join(back, ", "))
	}
	if n := forgotten(r); n > 0 {
		steps = append(steps, "Import "+count(n, "forgotten object", "forgotten objects")+" again, with `import` blocks")
	}
	if lost := lostParts(r); lost != "" {
		steps = append(steps, lost)
	}
	if stacks := r.Risk.Radius.Stacks; len(stacks) > 0 {
		steps = append(steps, "Preview and apply again what reads the changed values: "+someOf(stacks, 5))
	}
	if len(r.Risk.Radius.Hits) > 0 || r.Risk.Rollback.Level() > 0 || r.Risk.Downtime.Level() > 0 {
		steps = append(steps, "Tell those who use what was hit that the change was taken back")
	}
	for i := range steps {
		steps[i] = fmt.Sprintf("%d. %s", i+1, steps[i])
	}
	return strings.Join(steps, "\n")
}

// lostParts names what does not come back by itself, each with the reason.
func lostParts(r *analyzer.Report) string {
	const most = 5
	lost := r.Risk.Lost
	var said []string
	for i := range lost {
		if i == most {
			said = append(said, count(len(lost)-most, "more object", "more objects")+", see Rollback Complexity")
			break
		}
		said = append(said, ground(&lost[i])+inStack(r, lost[i].Stack, " (in ", ")"))
	}
	switch len(said) {
	case 0:
		return ""
	case 1:
		return "Does not come back by itself: " + said[0]
	}
	return "Does not come back by itself:\n   - " + strings.Join(said, "\n   - ")
}

// inStack names a stack where there are several to tell apart.
func inStack(r *analyzer.Report, stack, before, after string) string {
	if stack == "" || stack == "/" && len(r.Stacks) == 1 {
		return ""
	}
	return before + stackCode(stack) + after
}

// inStacks is inStack for several.
func inStacks(r *analyzer.Report, list []string) string {
	if len(list) == 1 {
		return inStack(r, list[0], ", in ", "")
	}
	return ", in " + someOf(list, 5)
}

// moveBack are the steps that a plain revert forgets: what has moved must move
// back, or the old addresses read as new objects and the new ones as gone.
func moveBack(r *analyzer.Report) []string {
	var steps []string
	byBlock, byCommand := movedWithin(r)
	if len(byBlock) > 0 {
		steps = append(steps, "Turn the `moved` blocks round in the revert, `from` and `to` swapped"+inStacks(r, byBlock)+
			"; without them the revert destroys what has moved and makes it anew")
	}
	if len(byCommand) > 0 {
		steps = append(steps, "Take the state back to where it was, before the plans of the revert are made"+inStacks(r, byCommand))
	}
	return steps
}

// saveFirst says what must be saved, or "".
func saveFirst(a *risk.Assessment) string {
	var said []string
	for i := range a.Lost {
		if l := &a.Lost[i]; l.Level >= 3 && len(said) < 5 {
			said = append(said, "the "+called(l.Called)+escape.CodeCell(l.Address))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "back up " + and(said) + ", and try the restore"
}

func forgotten(r *analyzer.Report) int {
	n := 0
	for _, f := range r.Stacks {
		if f.Risk == nil {
			continue
		}
		for i := range f.Risk.Changes {
			switch f.Risk.Changes[i].Action {
			case plan.ActionForget, plan.ActionForgetCreate:
				n++
			}
		}
	}
	return n
}

// hitLater lists the stacks that hold something that is hit from another stack
// and that no plan changes yet.
func hitLater(rad *risk.Radius) []string {
	out := map[string]bool{}
	for i := range rad.Hits {
		if h := &rad.Hits[i]; h.Action == "" && h.Stack != h.CauseStack {
			out[h.Stack] = true
		}
	}
	return slices.Sorted(maps.Keys(out))
}

// ApplyOrder is the stacks to apply, in run order, with the command, as blocks
// below a phase's list.
func ApplyOrder(r *analyzer.Report) string {
	var out []string
	const most = 30
	moved := movers(r)
	n := 0
	for _, f := range r.Stacks {
		if !stackChanges(f) {
			continue
		}
		if n++; n <= most {
			out = append(out, fmt.Sprintf("%d. %s: %s", n, stackCode(f.Stack.Path), actionCounts(f.Risk, moved)))
		}
	}
	if n == 0 {
		return ""
	}
	if n > most {
		out = append(out, fmt.Sprintf("%d. %s", most+1, count(n-most, "more stack", "more stacks")))
	}
	text := "Apply in this order:\n\n" + strings.Join(out, "\n")
	if again := hitLater(&r.Risk.Radius); len(again) > 0 {
		text += "\n\nPreview again afterwards, since " + verb(len(again), "it reads", "they read") + " what changes: " + someOf(again, 6)
	}
	return text
}
