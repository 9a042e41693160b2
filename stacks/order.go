package stacks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// RunOrder puts the selected stacks in the order in which Terramate runs
// them. Stacks outside the selection order those inside it. A cycle is an
// error that names its stacks, and the selection then comes back sorted by
// path.
func (p *Project) RunOrder(sel []*Stack) ([]*Stack, hcl.Diagnostics) {
	_, order, diags := p.runOrder(sel)
	return order, diags
}

// RunGroups puts the selected stacks into groups: the stacks of a group can
// run at the same time, once all groups before it are done.
func (p *Project) RunGroups(sel []*Stack) ([][]*Stack, hcl.Diagnostics) {
	groups, _, diags := p.runOrder(sel)
	return groups, diags
}

func (p *Project) runOrder(sel []*Stack) (groups [][]*Stack, order []*Stack, diags hcl.Diagnostics) {
	order = slices.Clone(sel)
	slices.SortFunc(order, func(a, b *Stack) int { return a.index - b.index })
	g := newOrderGraph(p, order)
	place, level, cycle := g.sort()
	if cycle != nil {
		names := make([]string, 0, len(cycle)+1)
		for _, s := range append(cycle, cycle[0]) {
			names = append(names, s.Path)
		}
		d := problem(cycle[0].Range, "Cycle in the run order", strings.Join(names, " -> ")+". Each of these stacks must run before the next; take one of the after or before entries away.")
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
	pending  []*Stack
	next     [][]int32 // successors of each node
	waits    []int32   // predecessors each node still waits for
	after    map[string]int32
	before   map[string]int32
	tagged   map[string][]*Stack // by tag, made on the first tag entry
	diags    hcl.Diagnostics
}

func newOrderGraph(p *Project, sel []*Stack) *orderGraph {
	n := len(p.Stacks)
	g := &orderGraph{
		p: p, byTree: slices.Clone(p.Stacks),
		selected: make([]bool, n), visited: make([]bool, n),
		next: make([][]int32, n), waits: make([]int32, n),
		after: map[string]int32{}, before: map[string]int32{},
	}
	slices.SortFunc(g.byTree, func(a, b *Stack) int { return compareTree(a.Path, b.Path) })
	for _, s := range sel {
		g.selected[s.index] = true
		g.visit(s)
	}
	g.nest()
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
	}
	return g
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
// and so before all stacks below those. One edge a stack is enough, since the
// rest follows from it. A stack in the root folder is nobody's parent, as in
// Terramate.
func (g *orderGraph) nest() {
	var above []*Stack // selected stacks around the current one, outermost first
	for _, s := range g.byTree {
		for len(above) > 0 && !within(s.Path, above[len(above)-1].Path) {
			above = above[:len(above)-1]
		}
		switch n := len(above); {
		case g.selected[s.index]:
			if n > 0 {
				g.edge(int32(above[n-1].index), int32(s.index))
			}
			if s.Path != "/" {
				above = append(above, s)
			}
		case n > 1:
			g.visit(s)
			g.edge(int32(above[n-2].index), int32(s.index))
		}
	}
}

// set returns the node for the set of stacks that an entry of s stands for.
// It has edges from or to all its members.
func (g *orderGraph) set(s *Stack, entry, field string, sets map[string]int32, into bool) (int32, bool) {
	key, isTag := entry, strings.HasPrefix(entry, "tag:")
	if !isTag {
		key = join(s.Path, entry)
	}
	if node, known := sets[key]; known {
		return node, node >= 0
	}
	members := g.members(s, entry, key, field, isTag)
	if len(members) == 0 {
		sets[key] = -1
		return -1, false
	}
	node := int32(len(g.next))
	g.next, g.waits = append(g.next, nil), append(g.waits, 0)
	sets[key] = node
	for _, m := range members {
		g.visit(m)
		if into {
			g.edge(int32(m.index), node)
		} else {
			g.edge(node, int32(m.index))
		}
	}
	return node, true
}

// members resolves an entry: a path stands for all stacks at or below it, and
// a tag query for all stacks at or below those it matches.
func (g *orderGraph) members(s *Stack, entry, key, field string, isTag bool) []*Stack {
	if !isTag {
		if g.p.folders[key] == nil {
			g.warnMissing(s, entry, key, field)
		}
		return g.below(key)
	}
	query := strings.TrimPrefix(entry, "tag:")
	q, diags := ParseTags([]string{query}, nil)
	if diags.HasErrors() {
		g.diags = append(g.diags, problem(s.Range, "Invalid tag query", fmt.Sprintf("stack.%s of %s: %s", field, s.Path, diags[0].Detail)))
		return nil
	}
	if q.IsZero() {
		return nil
	}
	var all []*Stack
	var covered *Stack
	for _, m := range g.matching(q) {
		if covered != nil && within(m.Path, covered.Path) {
			continue
		}
		covered = m
		all = append(all, g.below(m.Path)...)
	}
	return all
}

// matching returns the stacks that a query selects, in tree order.
func (g *orderGraph) matching(q TagQuery) []*Stack {
	if g.tagged == nil {
		g.tagged = map[string][]*Stack{}
		for _, s := range g.byTree {
			for _, tag := range s.Tags {
				g.tagged[tag] = append(g.tagged[tag], s)
			}
		}
	}
	if len(q.any) == 1 {
		return q.Filter(g.tagged[q.any[0][0]])
	}
	return q.Filter(g.byTree)
}

// below returns the stacks at or below a project path, in tree order.
func (g *orderGraph) below(at string) []*Stack {
	from, _ := slices.BinarySearchFunc(g.byTree, at, func(s *Stack, at string) int { return compareTree(s.Path, at) })
	to := from
	for to < len(g.byTree) && within(g.byTree[to].Path, at) {
		to++
	}
	return g.byTree[from:to]
}

func (g *orderGraph) warnMissing(s *Stack, entry, key, field string) {
	what := "does not exist"
	if info, err := statPath(g.p.fsys, key); err == nil {
		if info.IsDir() {
			return // a folder that Terramate passes over
		}
		what = "is not a folder"
	}
	d := problem(s.Range, "Order names an unknown path", fmt.Sprintf("stack.%s of %s names %q, which %s.", field, s.Path, entry, what))
	d.Severity = hcl.DiagWarning
	g.diags = append(g.diags, d)
}

// sort runs through the graph as Terramate does: first all stacks that wait
// for none, by path, then, for each stack in turn, those that waited only for
// it. It returns each stack's place and its group, or a cycle.
func (g *orderGraph) sort() (place, level []int32, cycle []*Stack) {
	place, level = make([]int32, len(g.next)), make([]int32, len(g.next))
	var queue []int32
	left := 0
	for i, s := range g.p.Stacks {
		if g.visited[s.index] {
			left++
			if g.waits[i] == 0 {
				queue = append(queue, int32(i))
			}
		}
	}
	stacks := int32(len(g.p.Stacks))
	var ready []int32
	var done func(node int32)
	done = func(node int32) {
		after := level[node]
		if node < stacks && g.selected[node] {
			after++
		}
		for _, to := range g.next[node] {
			level[to] = max(level[to], after)
			if g.waits[to]--; g.waits[to] > 0 {
				continue
			}
			if to >= stacks {
				done(to)
			} else {
				ready = append(ready, to)
			}
		}
	}
	for i := 0; i < len(queue); i++ {
		place[queue[i]] = int32(i)
		ready = ready[:0]
		done(queue[i])
		slices.Sort(ready)
		queue = append(queue, ready...)
	}
	if len(queue) < left {
		return nil, nil, g.cycle()
	}
	return place, level, nil
}

// cycle finds one among the nodes that still wait: each of them waits for
// another such node, so going back from any must come round.
func (g *orderGraph) cycle() []*Stack {
	back := make([]int32, len(g.next))
	for i := range back {
		back[i] = -1
	}
	at := int32(-1)
	for from := len(g.next) - 1; from >= 0; from-- {
		if g.waits[from] <= 0 {
			continue
		}
		for _, to := range g.next[from] {
			if g.waits[to] > 0 {
				back[to] = int32(from)
			}
		}
	}
	for i := range g.waits {
		if g.waits[i] > 0 && back[i] >= 0 {
			at = int32(i)
			break
		}
	}
	seen := make([]bool, len(g.next))
	for ; !seen[at]; at = back[at] {
		seen[at] = true
	}
	var names []*Stack
	for start, first := at, true; first || at != start; at = back[at] {
		first = false
		if int(at) < len(g.p.Stacks) {
			names = append(names, g.p.Stacks[at])
		}
	}
	slices.Reverse(names)
	least := 0
	for i, s := range names {
		if s.index < names[least].index {
			least = i
		}
	}
	return append(slices.Clone(names[least:]), names[:least]...)
}

// compareTree compares project paths so that a folder comes right before what
// lies below it.
func compareTree(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			switch {
			case a[i] == '/':
				return -1
			case b[i] == '/':
				return 1
			}
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}
