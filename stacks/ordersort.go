package stacks

import "slices"

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
