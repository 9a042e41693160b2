package render

import (
	"fmt"
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
	if len(back) == 1 {
		steps = append(steps, "Revert the commit, preview "+back[0]+" and read its plan: it must undo what this spec lists and nothing else; then apply it")
	} else {
		steps = append(steps, "Revert the commit and preview the changed stacks; the plans must undo what this spec lists and nothing else")
		steps = append(steps, "Apply in the reverse of the run order where something was added, in the run order where something was taken away: "+strings.Join(back, ", "))
	}
	if n := forgotten(r); n > 0 {
		steps = append(steps, "Import "+count(n, "forgotten object", "forgotten objects")+" again, with `import` blocks")
	}
	for i, l := range r.Risk.Lost {
		if i == 5 {
			steps = append(steps, "The same for "+count(len(r.Risk.Lost)-5, "more object", "more objects")+" that "+verb(len(r.Risk.Lost)-5, "does", "do")+" not come back as before")
			break
		}
		steps = append(steps, "Does not come back by itself: "+ground(&l)+" (in "+stackCode(l.Stack)+")")
	}
	if stacks := r.Risk.Radius.Stacks; len(stacks) > 0 {
		steps = append(steps, "Preview and apply what read the changed values: "+someOf(stacks, 5))
	}
	steps = append(steps, "Tell those who use what was hit that the change was taken back")
	for i := range steps {
		steps[i] = fmt.Sprintf("%d. %s", i+1, steps[i])
	}
	return strings.Join(steps, "\n")
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

// ApplyOrder is the stacks to apply, in run order, with the command, as blocks
// below a phase's list.
func ApplyOrder(r *analyzer.Report) string {
	var out []string
	const most = 30
	n := 0
	for _, f := range r.Stacks {
		if !stackChanges(f) {
			continue
		}
		if n++; n <= most {
			out = append(out, fmt.Sprintf("%d. %s: %s", n, stackCode(f.Stack.Path), actionCounts(f.Risk)))
		}
	}
	if n == 0 {
		return ""
	}
	if n > most {
		out = append(out, fmt.Sprintf("%d. %s", most+1, count(n-most, "more stack", "more stacks")))
	}
	return "Apply in this order:\n\n" + strings.Join(out, "\n")
}

// actionCounts counts a stack's actions.
func actionCounts(f *risk.Facts) string {
	n := map[plan.Action]int{}
	for i := range f.Changes {
		n[f.Changes[i].Action]++
	}
	var said []string
	for _, a := range []struct {
		action plan.Action
		word   string
	}{
		{plan.ActionCreate, "added"},
		{plan.ActionUpdate, "changed"},
		{plan.ActionReplace, "replaced"},
		{plan.ActionDelete, "destroyed"},
		{plan.ActionForget, "forgotten"},
		{plan.ActionForgetCreate, "forgotten and made anew"},
		{plan.ActionUnknown, "changed in an unknown way"},
	} {
		if n[a.action] > 0 {
			said = append(said, fmt.Sprintf("%d %s", n[a.action], a.word))
		}
	}
	if len(said) == 0 {
		return count(len(f.Outputs), "output changes", "outputs change")
	}
	return strings.Join(said, ", ")
}
