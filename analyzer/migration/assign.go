package migration

import "math"

// components splits the edges into connected parts, in order of their first
// edge.
func components(edges []candidate, nd, nc int) [][]candidate {
	parent := make([]int, nd+nc)
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, e := range edges {
		parent[find(e.d)] = find(nd + e.c)
	}
	at := map[int]int{}
	var out [][]candidate
	for _, e := range edges {
		r := find(e.d)
		i, ok := at[r]
		if !ok {
			i = len(out)
			at[r] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], e)
	}
	return out
}

// maxDense bounds the side of a component that is solved exactly; a larger
// one is solved by taking the best mutual pairs.
const maxDense = 40

// solve finds the assignment of greatest total score. Pairs without which
// the total would be clearly lower are sure; the rest is returned in
// connected groups as open.
func solve(edges []candidate) (sure []candidate, open [][]candidate) {
	dn, cn := map[int]int{}, map[int]int{}
	nd, nc := 0, 0
	for _, e := range edges {
		if _, ok := dn[e.d]; !ok {
			dn[e.d] = len(dn)
		}
		if _, ok := cn[e.c]; !ok {
			cn[e.c] = len(cn)
		}
		nd, nc = max(nd, e.d+1), max(nc, e.c+1)
	}
	if len(dn) > maxDense || len(cn) > maxDense {
		return mutualBest(edges)
	}
	weight := make([][]int, len(dn)+len(cn)) // with room for each to stay alone
	for i := range weight {
		weight[i] = make([]int, len(weight))
	}
	at := map[[2]int]int{}
	for i, e := range edges {
		weight[dn[e.d]][cn[e.c]] = e.score
		at[[2]int{dn[e.d], cn[e.c]}] = i
	}
	match, best := hungarian(weight)
	contested := map[int]bool{}
	for d, c := range match {
		i, ok := at[[2]int{d, c}]
		if !ok {
			continue
		}
		weight[d][c] = 0
		other, total := hungarian(weight)
		weight[d][c] = edges[i].score
		if best-total > margin(edges[i].score) {
			continue
		}
		for d := range match {
			if match[d] == other[d] {
				continue
			}
			for _, c := range []int{match[d], other[d]} {
				if i, ok := at[[2]int{d, c}]; ok {
					contested[i] = true
				}
			}
		}
	}
	var rest []candidate
	for i, e := range edges {
		switch {
		case contested[i]:
			rest = append(rest, e)
		case match[dn[e.d]] == cn[e.c]:
			sure = append(sure, e)
		}
	}
	return sure, components(rest, nd, nc)
}

// margin is how near a rival must come to count as equally good.
func margin(score int) int { return max(5, score/50) }

// hungarian solves the assignment problem for a square matrix of weights and
// returns the partner of each row and the total weight. Time is cubic.
func hungarian(weight [][]int) (match []int, total int) {
	n := len(weight)
	const inf = math.MaxInt / 4
	pu, pv, p, way := make([]int, n+1), make([]int, n+1), make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		minv, used := make([]int, n+1), make([]bool, n+1)
		for j := range minv {
			minv[j] = inf
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], inf, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cur := -weight[i0-1][j-1] - pu[i0] - pv[j]; cur < minv[j] {
					minv[j], way[j] = cur, j0
				}
				if minv[j] < delta {
					delta, j1 = minv[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					pu[p[j]] += delta
					pv[j] -= delta
				} else {
					minv[j] -= delta
				}
			}
			j0 = j1
			if p[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			p[j0] = p[j1]
			j0 = j1
		}
	}
	match = make([]int, n)
	for j := 1; j <= n; j++ {
		match[p[j]-1] = j - 1
		total += weight[p[j]-1][j-1]
	}
	return match, total
}

// mutualBest settles the pairs that are each other's single best.
func mutualBest(edges []candidate) (sure []candidate, open [][]candidate) {
	type top struct{ best, second int }
	rank := func(key func(candidate) int) map[int]top {
		out := map[int]top{}
		for i, e := range edges {
			t, ok := out[key(e)]
			switch {
			case !ok:
				t = top{i, -1}
			case e.score > edges[t.best].score:
				t = top{i, t.best}
			case t.second < 0 || e.score > edges[t.second].score:
				t.second = i
			}
			out[key(e)] = t
		}
		return out
	}
	ds := rank(func(e candidate) int { return e.d })
	cs := rank(func(e candidate) int { return e.c })
	clear := func(t top) bool {
		return t.second < 0 || edges[t.best].score-edges[t.second].score > margin(edges[t.best].score)
	}
	nd, nc := 0, 0
	var rest []candidate
	for i, e := range edges {
		nd, nc = max(nd, e.d+1), max(nc, e.c+1)
		d, c := ds[e.d], cs[e.c]
		if d.best == i && c.best == i && clear(d) && clear(c) {
			sure = append(sure, e)
			continue
		}
		if d.best == i || c.best == i {
			rest = append(rest, e)
		}
	}
	return sure, components(rest, nd, nc)
}
