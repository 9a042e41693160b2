package stacks

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// RunOrder puts the selected stacks in the order in which Terramate runs
// them. Stacks outside the selection order those inside it. A cycle is an
// error that names its stacks, and the selection then comes back sorted by
// path.
func (p *Project) RunOrder(sel []*Stack) ([]*Stack, hcl.Diagnostics) {
	_, order, diags := p.runOrder(sel, nil)
	return order, diags
}

// ListOrder is RunOrder as `terramate list --changed --run-order` prints it.
// There a stack whose own files changed, or that a trigger names, comes before
// the stacks nested in it only as long as no stack before it in path order
// leads to it by after, before or nesting. It can then come behind others that
// are ready as early, or even behind its own nested stacks.
func (p *Project) ListOrder(sel []*Stack, changes *Changes) ([]*Stack, hcl.Diagnostics) {
	fresh := map[*Stack]bool{}
	for _, c := range changes.Stacks {
		fresh[c.Stack] = c.Own
	}
	_, order, diags := p.runOrder(sel, fresh)
	return order, diags
}

// RunGroups puts the selected stacks into groups: the stacks of a group can
// run at the same time, once all groups before it are done.
func (p *Project) RunGroups(sel []*Stack) ([][]*Stack, hcl.Diagnostics) {
	groups, _, diags := p.runOrder(sel, nil)
	return groups, diags
}

func (p *Project) runOrder(sel []*Stack, fresh map[*Stack]bool) (groups [][]*Stack, order []*Stack, diags hcl.Diagnostics) {
	order = slices.Clone(sel)
	slices.SortFunc(order, func(a, b *Stack) int { return a.index - b.index })
	g := newOrderGraph(p, order, fresh)
	place, level, cycle := g.sort()
	if cycle != nil {
		names := make([]string, 0, len(cycle)+1)
		for _, s := range append(cycle, cycle[0]) {
			names = append(names, s.Path)
		}
		d := problem(cycle[0].Range, "Invalid stack configuration: cycle detected", strings.Join(names, " -> ")+". Each of these stacks must run before the next; take one of the after or before entries away.")
		g.diags = append(g.diags, d)
	}
	p.quote(g.diags)
	sortDiagnostics(g.diags)
	if g.diags.HasErrors() {
		return [][]*Stack{order}, order, g.diags
	}
	slices.SortFunc(order, func(a, b *Stack) int { return int(place[a.index] - place[b.index]) })
	for _, s := range order {
		l := int(level[s.index])
		for len(groups) <= l {
			groups = append(groups, nil)
		}
		groups[l] = append(groups[l], s)
	}
	return groups, order, g.diags
}

// An orderGraph holds who runs before whom. Its nodes are the project's
// stacks by index, and after them one node for every set of stacks that an
// after or before entry stands for: "a runs after all of a set" is one edge
// from each member to the set's node and one from there to a, so that a
// thousand stacks that run after the same thousand cost two thousand edges.
type orderGraph struct {
	p        *Project
	byTree   []*Stack // in path order, with what lies below a folder right behind it
	selected []bool
	visited  []bool
	leads    []bool          // selected stacks that run before those nested in them
	fresh    map[*Stack]bool // see ListOrder; nil: none is
	pending  []*Stack
	next     [][]int32 // successors of each node
	waits    []int32   // predecessors each node still waits for
	after    map[string]int32
	before   map[string]int32
	tagged   map[string][]*Stack // by tag, made on the first tag entry
	diags    hcl.Diagnostics
}

func newOrderGraph(p *Project, sel []*Stack, fresh map[*Stack]bool) *orderGraph {
	n := len(p.Stacks)
	g := &orderGraph{
		p: p, byTree: slices.Clone(p.Stacks), fresh: fresh,
		selected: make([]bool, n), visited: make([]bool, n), leads: make([]bool, n),
		next: make([][]int32, n), waits: make([]int32, n),
		after: map[string]int32{}, before: map[string]int32{},
	}
	slices.SortFunc(g.byTree, func(a, b *Stack) int { return compareTree(a.Path, b.Path) })
	for _, s := range sel {
		g.selected[s.index], g.leads[s.index] = true, !fresh[s]
	}
	for _, s := range sel {
		if !g.visited[s.index] {
			g.leads[s.index] = true
			g.visit(s)
			g.follow()
		}
	}
	g.nest()
	g.follow()
	return g
}

// follow visits all that the visited stacks lead to.
func (g *orderGraph) follow() {
	for len(g.pending) > 0 {
		s := g.pending[len(g.pending)-1]
		g.pending = g.pending[:len(g.pending)-1]
		for _, entry := range s.After {
			if set, ok := g.set(s, entry, "after", g.after, true); ok {
				g.edge(set, int32(s.index))
			}
		}
		for _, entry := range s.Before {
			if set, ok := g.set(s, entry, "before", g.before, false); ok {
				g.edge(int32(s.index), set)
			}
		}
		if g.fresh != nil && g.leads[s.index] && s.Path != "/" {
			g.visitNested(s)
		}
	}
}

// visitNested visits the selected stacks nested in a stack, and all below those.
func (g *orderGraph) visitNested(s *Stack) {
	var around *Stack
	for _, below := range g.below(s.Path) {
		if around == nil || !within(below.Path, around.Path) {
			if around = nil; g.selected[below.index] && below != s {
				around = below
			}
		}
		if around != nil {
			g.visit(below)
		}
	}
}

func (g *orderGraph) visit(s *Stack) {
	if !g.visited[s.index] {
		g.visited[s.index] = true
		g.pending = append(g.pending, s)
	}
}

func (g *orderGraph) edge(from, to int32) {
	g.next[from] = append(g.next[from], to)
	g.waits[to]++
}

// nest adds that a selected stack runs before the selected stacks below it,
// and so before all stacks below those. One edge a stack is enough, from the
// closest one that leads, since the rest follows from it. A stack in the root
// folder is nobody's parent, as in Terramate.
func (g *orderGraph) nest() {
	var above []*Stack // selected stacks around the current one, outermost first
	for _, s := range g.byTree {
		for len(above) > 0 && !within(s.Path, above[len(above)-1].Path) {
			above = above[:len(above)-1]
		}
		if g.selected[s.index] {
			g.lead(above, s)
			if s.Path != "/" {
				above = append(above, s)
			}
		} else if n := len(above); n > 1 {
			g.lead(above[:n-1], s)
		}
	}
}

// lead puts a stack behind the closest of the stacks above it that leads.
func (g *orderGraph) lead(above []*Stack, s *Stack) {
	for _, up := range slices.Backward(above) {
		if g.leads[up.index] {
			g.visit(s)
			g.edge(int32(up.index), int32(s.index))
			return
		}
	}
}
