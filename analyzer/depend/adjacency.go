package depend

// adjacency lists, for each node, the edges at one of their ends, in the order
// of the edges, without an allocation a node.
type adjacency struct {
	start []int32
	edges []int32
}

func newAdjacency(nodes int, edges []Edge, end func(*Edge) int) adjacency {
	a := adjacency{start: make([]int32, nodes+1), edges: make([]int32, len(edges))}
	for i := range edges {
		a.start[end(&edges[i])+1]++
	}
	for i := range nodes {
		a.start[i+1] += a.start[i]
	}
	next := append([]int32(nil), a.start[:nodes]...)
	for i := range edges {
		n := end(&edges[i])
		a.edges[next[n]] = int32(i)
		next[n]++
	}
	return a
}

func (a *adjacency) of(node int) []int32 { return a.edges[a.start[node]:a.start[node+1]] }
