package depend

import (
	"cmp"
	"slices"
	"strings"
)

// maxCompared bounds how many addresses are held against one that was not
// found.
const maxCompared = 20_000

// Near lists addresses in a stack that look like one that was not found, at
// most five, the likeliest first, for a message.
func (g *Graph) Near(stack, addr string) []string {
	span := g.stacks[stack]
	want := addr[strings.LastIndexByte(addr, '.')+1:]
	type candidate struct {
		addr  string
		score int
	}
	var found []candidate
	for i := span[0]; i < min(span[1], span[0]+maxCompared); i++ {
		n := &g.Nodes[i]
		if n.Kind == Module || n.Kind == Hub {
			continue
		}
		score := distance(ConfigAddress(n.Address), ConfigAddress(addr))
		near := score <= max(2, len(addr)/4)
		if len(want) > 2 && strings.Contains(n.Address, want) {
			near, score = true, score-len(want)
		}
		if strings.HasSuffix(ConfigAddress(n.Address), "."+ConfigAddress(addr)) {
			near, score = true, -len(addr) // it is in a module
		}
		if rest, ok := strings.CutPrefix(addr, n.Address); ok && strings.HasPrefix(rest, ".") {
			near, score = true, -len(addr) // an attribute of it
		}
		if near {
			found = append(found, candidate{n.Address, score})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.addr, b.addr)) })
	var out []string
	for _, c := range found[:min(5, len(found))] {
		out = append(out, c.addr)
	}
	return out
}

// distance counts the letters to add, drop or change between two addresses,
// as far as they are short.
func distance(a, b string) int {
	const longest = 128
	if len(a) > longest || len(b) > longest {
		return longest
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			keep := diagonal
			if a[i] != b[j] {
				keep++
			}
			diagonal = row[j+1]
			row[j+1] = min(keep, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
