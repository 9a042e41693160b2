package depend

import "sort"

// edges are those of all stacks, each stack's as its facts have them, and
// after them those between stacks. An edge is known by its place among all.
type edges struct {
	parts []part
	first []int // place of each part's first edge, and of the first between stacks
	cross []Dependency
	of    []int32 // part of each node
}

// count returns how many edges there are.
func (e *edges) count() int { return e.first[len(e.parts)] + len(e.cross) }

// at returns an edge with its ends as nodes of the graph. ok is false for one
// that leads nowhere: facts come from outside.
func (e *edges) at(part, place int) (edge Dependency, ok bool) {
	if part == len(e.parts) {
		return e.cross[place-e.first[part]], true
	}
	p := e.parts[part]
	edge.Edge = p.Edges[place-e.first[part]]
	if edge.From < 0 || edge.To < 0 || edge.From >= len(p.Nodes) || edge.To >= len(p.Nodes) {
		return Dependency{}, false
	}
	edge.From += p.base
	edge.To += p.base
	edge.Strength = Proof
	if edge.Orders {
		edge.Strength = Ordering
	}
	return edge, true
}

// near returns an edge that has node as one of its ends.
func (e *edges) near(node int, place int) Dependency {
	part := int(e.of[node])
	if place < e.first[part] || place >= e.first[part+1] {
		part = len(e.parts)
	}
	edge, _ := e.at(part, place)
	return edge
}

// Edge returns an edge by its place, as in Reached.
func (g *Graph) Edge(place int) Dependency {
	// The last part that begins there or before: those without edges begin
	// where the next one does.
	edge, _ := g.edges.at(sort.SearchInts(g.edges.first, place+1)-1, place)
	return edge
}

// Into returns the edges that lead to a node: who depends on it, and how.
func (g *Graph) Into(node int) []Dependency {
	var out []Dependency
	for _, place := range g.in.of(node) {
		out = append(out, g.edges.near(node, int(place)))
	}
	return out
}

// all goes over all edges that lead somewhere. The edge is the caller's until
// the next one.
func (e *edges) all(yield func(place int, edge *Dependency) bool) {
	var edge Dependency
	for part := range len(e.parts) + 1 {
		n := len(e.cross)
		if part < len(e.parts) {
			n = len(e.parts[part].Edges)
		}
		for i := range n {
			var ok bool
			if edge, ok = e.at(part, e.first[part]+i); ok && !yield(e.first[part]+i, &edge) {
				return
			}
		}
	}
}
