package risk

import (
	"cmp"
	"slices"
	"sort"

	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// radius finds what depends on what changes.
//
// What is replaced, destroyed or forgotten reaches everything that depends on
// it. A change in place reaches only those who read a changed attribute, and
// goes beyond them only where they change themselves; in a stack without a
// plan that is not known, and it goes on.
func radius(facts []*Facts, g *depend.Graph, missing []Missing) Radius {
	planned := map[int]plan.Action{}
	names := map[int]string{}
	changed := map[string]bool{}
	var hard, soft []depend.Start
	for _, f := range facts {
		for i := range f.Changes {
			c := &f.Changes[i]
			changed[f.Stack] = true
			n := g.Node(f.Stack, c.Address)
			if n < 0 {
				continue
			}
			planned[n], names[n] = c.Action, c.Called
			switch c.Action {
			case plan.ActionCreate:
			case plan.ActionUpdate:
				soft = append(soft, depend.Start{Node: n, Parts: both(c.Changed, c.Unknown)})
			default:
				hard = append(hard, depend.Start{Node: n})
			}
		}
		for _, name := range f.Outputs {
			changed[f.Stack] = true
			if n := g.Node(f.Stack, "output."+name); n >= 0 {
				planned[n] = plan.ActionUpdate
				soft = append(soft, depend.Start{Node: n})
			}
		}
	}
	blind := map[string]bool{}
	for _, m := range missing {
		blind[m.Stack] = true
	}
	r := Radius{}
	seen := map[int]bool{}
	take := func(all []depend.Reached) {
		for _, x := range all {
			if x.Strength == depend.Ordering {
				r.After++
				continue
			}
			if seen[x.Node] {
				continue
			}
			seen[x.Node] = true
			h := hit(g, x, planned)
			h.Called = names[x.Cause]
			r.Hits = append(r.Hits, h)
		}
	}
	take(g.Reach(hard, 0))
	take(g.ReachThrough(soft, 0, func(n int) bool {
		_, changes := planned[n]
		node := &g.Nodes[n]
		return changes || blind[node.Stack] || node.Kind == depend.ModuleOutput || node.Kind == depend.Data
	}))
	stacks := map[string]bool{}
	for _, h := range r.Hits {
		n := &g.Nodes[h.Node]
		if n.Kind == depend.Resource && h.Action == "" {
			r.Resources++
		}
		if !changed[h.Stack] {
			stacks[h.Stack] = true
		}
	}
	for s := range stacks {
		r.Stacks = append(r.Stacks, s)
	}
	sort.Strings(r.Stacks)
	r.Later = later(g, changed, stacks)
	slices.SortStableFunc(r.Hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Stack, b.Stack), cmp.Compare(a.Address, b.Address))
	})
	return r
}

// later lists the stacks that only run after those that change or are hit.
func later(g *depend.Graph, changed, hit map[string]bool) []string {
	out := map[string]bool{}
	for _, l := range g.Links {
		if l.Strength == depend.Ordering && changed[l.To] && !changed[l.From] && !hit[l.From] {
			out[l.From] = true
		}
	}
	return slices.Sorted(func(yield func(string) bool) {
		for s := range out {
			if !yield(s) {
				return
			}
		}
	})
}

func hit(g *depend.Graph, x depend.Reached, planned map[int]plan.Action) Hit {
	n, prev, cause := &g.Nodes[x.Node], &g.Nodes[x.Prev], &g.Nodes[x.Cause]
	h := Hit{
		Stack: n.Stack, Address: n.Address, Node: x.Node,
		Cause: cause.Address, CauseStack: cause.Stack, CauseNode: x.Cause,
		Strength: string(x.Strength), Distance: x.Distance, Via: x.Via,
		From: prev.Address, FromStack: prev.Stack, Prev: x.Prev, Edge: x.Edge,
		Action: string(planned[x.Node]), Why: g.Edge(x.Edge).Text,
	}
	switch planned[x.Cause] {
	case plan.ActionReplace, plan.ActionForgetCreate:
		h.Kind = HitReplaced
	case plan.ActionDelete:
		h.Kind = HitDestroyed
	case plan.ActionForget:
		h.Kind = HitForgotten
	case plan.ActionUpdate:
		h.Kind = HitChanged
		if cause.Kind == depend.Output {
			h.Kind = HitOutput
		}
	default:
		h.Kind = HitUnknown
	}
	return h
}

// both joins two sorted lists.
func both(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
