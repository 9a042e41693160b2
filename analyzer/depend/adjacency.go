package depend

// adjacency lists, for each node, the places of the edges that lead to it, in
// their order, without an allocation a node.
type adjacency struct {
	start []int32
	edges []int32
}

func newAdjacency(nodes int, all *edges) adjacency {
	a := adjacency{start: make([]int32, nodes+1), edges: make([]int32, all.count())}
	for _, e := range all.all {
		a.start[e.To+1]++
	}
	for i := range nodes {
		a.start[i+1] += a.start[i]
	}
	next := append([]int32(nil), a.start[:nodes]...)
	for place, e := range all.all {
		a.edges[next[e.To]] = int32(place)
		next[e.To]++
	}
	return a
}

func (a *adjacency) of(node int) []int32 { return a.edges[a.start[node]:a.start[node+1]] }
