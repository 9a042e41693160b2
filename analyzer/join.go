package analyzer

import (
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// Joined is what Join reads beside the facts.
type Joined struct {
	// Order is the paths of all stacks in run order.
	Order   []string
	History History
}

// Join looks across the facts of all stacks. It gives the same report for the
// same facts in any order.
func Join(facts []*Facts, in Joined) *Report {
	place := make(map[string]int, len(in.Order))
	for i, p := range in.Order {
		place[p] = i
	}
	sorted := slices.Clone(facts)
	slices.SortFunc(sorted, func(a, b *Facts) int { return place[a.Stack.Path] - place[b.Stack.Path] })
	r := &Report{History: in.History, Graph: graph(sorted)}
	for _, f := range sorted {
		if f.Stack.Outside {
			r.Outside = append(r.Outside, f)
		} else {
			r.Stacks = append(r.Stacks, f)
		}
	}
	r.Migration = migrate(r.Stacks, in.History)
	r.Risk = assessment(r.Stacks, r.Graph, r.Migration)
	return r
}

// migrate decides on state migration.
func migrate(sorted []*Facts, h History) *migration.Verdict {
	var all []*migration.Facts
	for _, f := range sorted {
		all = append(all, f.Migration)
	}
	past := migration.History{Base: h.Base, Deleted: h.Deleted}
	for _, r := range h.Renamed {
		past.Renamed = append(past.Renamed, migration.Renamed{From: r.From, To: r.To, KeyMoved: r.KeyMoved})
	}
	return migration.Join(append(all, h.Gone...), past)
}

// graph links the stacks' own graphs.
func graph(sorted []*Facts) *depend.Graph {
	var facts []*depend.Facts
	var order []depend.Order
	for _, f := range sorted {
		if f.Depend != nil {
			facts = append(facts, f.Depend)
		}
		for _, after := range f.Stack.Before {
			order = append(order, depend.Order{Before: f.Stack.Path, After: after})
		}
	}
	return depend.Join(facts, order)
}

// assessment judges the changes, and what is not known of them.
func assessment(sorted []*Facts, g *depend.Graph, v *migration.Verdict) *risk.Assessment {
	var facts []*risk.Facts
	var missing []risk.Missing
	for _, f := range sorted {
		if f.Risk != nil {
			facts = append(facts, f.Risk)
		}
		m := risk.Missing{Stack: f.Stack.Path, Note: f.PlanRef.Note}
		switch {
		case f.PlanRef.State == PlanMissing:
			m.Kind = "missing"
		case f.PlanRef.State == PlanUnreadable:
			m.Kind = "unreadable"
		case f.PlanRef.Errored:
			m.Kind = "errored"
		case f.PlanRef.Partial:
			m.Kind = "partial"
		case f.PlanRef.Invokes > 0:
			m.Kind = "invokes"
		default:
			continue
		}
		missing = append(missing, m)
	}
	moves := risk.Moves{}
	add := func(stack, address string) {
		if moves[stack] == nil {
			moves[stack] = map[string]bool{}
		}
		moves[stack][address] = true
	}
	for _, m := range v.Moves {
		add(m.FromStack, m.From)
		add(m.ToStack, m.To)
	}
	return risk.Join(facts, g, missing, moves)
}
