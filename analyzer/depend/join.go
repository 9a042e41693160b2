package depend

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Order says that one stack runs before another, in Terramate's words.
type Order struct {
	Before, After string // stack paths
}

// Join links the stacks' graphs. The order of facts is kept in the nodes, so
// pass them in run order. It takes time in proportion to facts and links.
//
// The facts are the graph's from then on: it keeps the edges, shares the nodes,
// and gives back the fingerprints, which have done their work.
func Join(all []*Facts, order []Order) *Graph {
	j := &joiner{g: &Graph{stacks: map[string][2]int{}, index: map[string]map[string]int{}}}
	nodes := 0
	for _, f := range all {
		nodes += len(f.Nodes)
	}
	g := j.g
	g.Nodes, g.edges.of = make([]Node, 0, nodes), make([]int32, 0, nodes)
	for _, f := range all {
		if _, twice := g.stacks[f.Stack]; twice {
			continue
		}
		base := len(g.Nodes)
		for _, n := range f.Nodes {
			n.Stack = f.Stack
			g.Nodes = append(g.Nodes, n)
			g.edges.of = append(g.edges.of, int32(len(j.parts)))
		}
		f.Nodes = g.Nodes[base:len(g.Nodes):len(g.Nodes)]
		g.stacks[f.Stack] = [2]int{base, len(g.Nodes)}
		for _, text := range f.Gaps {
			g.Gaps = append(g.Gaps, Gap{Stack: f.Stack, Text: text})
		}
		g.edges.first = append(g.edges.first, j.edges)
		j.edges += len(f.Edges)
		j.parts = append(j.parts, part{f, base})
	}
	g.edges.first = append(g.edges.first, j.edges)
	g.edges.parts = j.parts
	j.remote()
	j.shared()
	j.tokens()
	j.lookups()
	j.files()
	j.order(order)
	j.dropAgainst(order)
	j.links()
	g.in = newAdjacency(len(g.Nodes), &g.edges)
	for _, p := range j.parts {
		p.Offers, p.Asks, p.Names, p.Lookups = nil, nil, nil, nil
	}
	return g
}

type joiner struct {
	g     *Graph
	parts []part
	edges int    // within the parts
	plain []Link // links that no edge stands behind
}

type part struct {
	*Facts
	base int
}

// node returns the node that a fact means, or false when the fact is broken.
func (p part) node(n int) (int, bool) { return p.base + n, n >= 0 && n < len(p.Nodes) }

// add adds an edge between stacks.
func (j *joiner) add(e Dependency) {
	if j.g.Nodes[e.From].Stack != j.g.Nodes[e.To].Stack {
		j.g.edges.cross = append(j.g.edges.cross, e)
	}
}

// links sums the edges between stacks up: one link for a pair of stacks and a
// kind of evidence, with its first edge as the example.
func (j *joiner) links() {
	g := j.g
	type key struct{ from, to, via string }
	at := map[key]int{}
	for i := range g.edges.cross {
		e := &g.edges.cross[i]
		from, to := &g.Nodes[e.From], &g.Nodes[e.To]
		k := key{from.Stack, to.Stack, e.Via}
		n, ok := at[k]
		if !ok {
			n = len(g.Links)
			at[k] = n
			g.Links = append(g.Links, Link{
				From: k.from, To: k.to, Strength: e.Strength, Via: e.Via, Text: e.Text,
				File: e.File, Line: int(e.Line), FromAddress: shown(from), ToAddress: shown(to),
			})
		}
		l := &g.Links[n]
		l.Edges++
		if e.Strength.rank() < l.Strength.rank() {
			l.Strength, l.Text, l.File, l.Line, l.FromAddress, l.ToAddress = e.Strength, e.Text, e.File, int(e.Line), shown(from), shown(to)
		}
	}
	for _, l := range j.plain {
		k := key{l.From, l.To, l.Via}
		if _, ok := at[k]; !ok {
			at[k] = len(g.Links)
			g.Links = append(g.Links, l)
		}
	}
	slices.SortStableFunc(g.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Strength.rank(), b.Strength.rank()), cmp.Compare(a.Via, b.Via))
	})
}

// shown is a node's address without the marks of inner nodes.
func shown(n *Node) string {
	return strings.TrimSuffix(strings.TrimSuffix(n.Address, " (body)"), "[*]")
}

// order links stacks by Terramate's order alone, the weakest of all.
func (j *joiner) order(order []Order) {
	for _, o := range order {
		if o.Before == o.After {
			continue
		}
		_, a := j.g.stacks[o.Before]
		_, b := j.g.stacks[o.After]
		if a && b {
			j.plain = append(j.plain, Link{From: o.After, To: o.Before, Strength: Ordering, Via: "run order", Text: "runs after it, which alone proves no dependency"})
		}
	}
}

// dropAgainst drops likenesses of names that lead against the run order: a
// stack does not depend on one that is told to run after it.
func (j *joiner) dropAgainst(order []Order) {
	next := map[string][]string{}
	for _, o := range order {
		next[o.Before] = append(next[o.Before], o.After)
	}
	after := map[string]map[string]bool{} // a stack to all that run after it
	runsAfter := func(stack, first string) bool {
		seen, known := after[first]
		if !known {
			seen = map[string]bool{}
			for open := []string{first}; len(open) > 0; {
				at := open[len(open)-1]
				open = open[:len(open)-1]
				for _, n := range next[at] {
					if !seen[n] {
						seen[n] = true
						open = append(open, n)
					}
				}
			}
			after[first] = seen
		}
		return seen[stack]
	}
	j.g.edges.cross = slices.DeleteFunc(j.g.edges.cross, func(e Dependency) bool {
		return e.Strength == Likely && e.Via != "remote state" && runsAfter(j.g.Nodes[e.To].Stack, j.g.Nodes[e.From].Stack)
	})
}

// files links a stack to those whose folders it reads files from.
func (j *joiner) files() {
	for _, p := range j.parts {
		for _, f := range p.Files {
			owner := j.owner(f.Path)
			if owner == "" || owner == p.Stack {
				continue
			}
			j.plain = append(j.plain, Link{From: p.Stack, To: owner, Strength: Strong, Via: "file", Text: "reads " + f.Path, File: f.File, Line: f.Line})
		}
	}
}

// owner returns the stack whose folder holds a path.
func (j *joiner) owner(path string) string {
	for at := "/" + strings.TrimPrefix(path, "/"); ; {
		i := strings.LastIndexByte(at, '/')
		if i <= 0 {
			break
		}
		at = at[:i]
		if _, ok := j.g.stacks[at]; ok {
			return at
		}
	}
	if _, ok := j.g.stacks["/"]; ok {
		return "/"
	}
	return ""
}

// Stacks lists the stacks in the graph, sorted.
func (g *Graph) Stacks() []string {
	out := make([]string, 0, len(g.stacks))
	for s := range g.stacks {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}
