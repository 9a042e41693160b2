package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// A place is an object in a stack.
type place struct{ stack, address string }

// movers tells of each object that a suggested move is about where it comes
// from or goes to: "looks like a move to module.m.t.a".
func movers(r *analyzer.Report) map[place]string {
	out := map[place]string{}
	if r.Migration == nil {
		return out
	}
	for _, m := range r.Migration.Moves {
		from, to := m.From, m.To
		if m.FromStack != m.ToStack {
			from, to = bareName(m.FromStack)+":"+from, bareName(m.ToStack)+":"+to
		}
		out[place{m.FromStack, m.From}] = "looks like a move to " + to
		out[place{m.ToStack, m.To}] = "looks like a move from " + from
	}
	return out
}

func bareName(stack string) string { return strings.TrimSuffix(folder(stack), "/") }

// actionCounts counts a stack's actions. The two ends of a suggested move
// count once, as what they look like.
func actionCounts(f *risk.Facts, moved map[place]string) string {
	n := map[plan.Action]int{}
	gone, come := 0, 0
	for i := range f.Changes {
		c := &f.Changes[i]
		switch {
		case moved[place{f.Stack, c.Address}] == "":
			n[c.Action]++
		case c.Action == plan.ActionCreate:
			come++
		default:
			gone++
		}
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
	if like := max(gone, come); like > 0 {
		said = append(said, fmt.Sprintf("%d %s", like, verb(like, "looks like a move", "look like moves")))
	}
	if len(said) == 0 {
		return count(len(f.Outputs), "output changes", "outputs change")
	}
	return strings.Join(said, ", ")
}

// movedWithin lists the stacks in which this change moves objects by blocks,
// its own or the suggested ones, and those whose objects or states go from one
// place to another by command.
func movedWithin(r *analyzer.Report) (byBlock, byCommand []string) {
	v := r.Migration
	if v == nil {
		return nil, nil
	}
	add := func(list *[]string, stack string) {
		if stack != "" && !slices.Contains(*list, stack) {
			*list = append(*list, stack)
		}
	}
	for _, m := range v.Moves {
		if m.FromStack == m.ToStack {
			add(&byBlock, m.FromStack)
			continue
		}
		add(&byCommand, m.FromStack)
		add(&byCommand, m.ToStack)
	}
	done, _ := handledBy(v)
	for _, h := range done {
		if h.Kind == "moved" && !h.Implied {
			add(&byBlock, h.Stack)
		}
	}
	for _, reason := range v.Reasons {
		switch reason.Kind {
		case migration.KindBackendType, migration.KindBackendPlace, migration.KindBackendKey, migration.KindWorkspace, migration.KindCloud, migration.KindStackRename:
			add(&byCommand, reason.Stack)
		}
	}
	slices.Sort(byBlock)
	slices.Sort(byCommand)
	return byBlock, byCommand
}
