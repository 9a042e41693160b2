package stacks

// maxSpan is how many pairs one after or before entry may stand for to be
// listed pair by pair. "Everything after everything" of a large project says
// nothing about any single pair, and would cost the square of its stacks.
const maxSpan = 10_000

// Successors lists for each stack the stacks that an after or before entry,
// or nesting, puts directly behind it, by project path.
func (p *Project) Successors() map[string][]string {
	g := newOrderGraph(p, p.Stacks, nil)
	n := int32(len(p.Stacks))
	members := make([]int, len(g.next)) // how many stacks lead to a set
	for s := range n {
		for _, to := range g.next[s] {
			members[to]++
		}
	}
	out := make(map[string][]string, n)
	for s := range n {
		seen := map[int32]bool{s: true}
		from := p.Stacks[s].Path
		add := func(to int32) {
			if !seen[to] {
				seen[to] = true
				out[from] = append(out[from], p.Stacks[to].Path)
			}
		}
		for _, to := range g.next[s] {
			if to < n {
				add(to)
				continue
			}
			if members[to]*len(g.next[to]) > maxSpan {
				continue
			}
			for _, behind := range g.next[to] {
				if behind < n {
					add(behind)
				}
			}
		}
	}
	return out
}
