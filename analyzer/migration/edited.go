package migration

import (
	"sort"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// A candidate is an edge of the assignment: a delete and a create of one type
// that agree in part.
type candidate struct {
	d, c  int // indexes into the residual sides
	score int
	like  likeness
}

// Edited pairs are looked for among candidates that share something rare;
// what is shared by more objects than this tells nothing.
const maxPosting = 48

// edited pairs the objects that were renamed and edited at once. Candidates
// come from an inverted index, each connected component is assigned as a
// whole, and a pair counts only when no other assignment is as good.
func (m *matcher) edited() {
	type group struct {
		stack int
		typ   string
	}
	ds, cs := map[group][]*side{}, map[group][]*side{}
	for _, d := range m.free(m.deletes) {
		ds[group{d.stack, d.obj.Type}] = append(ds[group{d.stack, d.obj.Type}], d)
	}
	var order []group
	for _, c := range m.free(m.creates) {
		g := group{c.stack, c.obj.Type}
		if len(ds[g]) == 0 {
			continue
		}
		if len(cs[g]) == 0 {
			order = append(order, g)
		}
		cs[g] = append(cs[g], c)
	}
	for _, g := range order {
		m.editedOf(ds[g], cs[g])
	}
}

func (m *matcher) editedOf(ds, cs []*side) {
	var edges []candidate
	for key := range candidatePairs(ds, cs) {
		d, c := ds[key[0]], cs[key[1]]
		l := compare(d, c)
		if score := m.score(d, c, l); score > 0 {
			edges = append(edges, candidate{key[0], key[1], score, l})
		}
	}
	sort.Slice(edges, func(i, j int) bool {
		if edges[i].d != edges[j].d {
			return edges[i].d < edges[j].d
		}
		return edges[i].c < edges[j].c
	})
	for _, comp := range components(edges, len(ds), len(cs)) {
		m.assign(ds, cs, comp)
	}
}

// score weighs a pair that is not exact, 0 when it is no candidate. An exact
// pair has a place in the assignment too, so that it is not given away.
func (m *matcher) score(d, c *side, l likeness) int {
	if l.contradicted() {
		return 0
	}
	near := m.nearness(d, c)
	if l.exact() {
		return 1000 + 10*near + min(l.informative, 50)
	}
	share := l.share()
	switch {
	case l.named && share >= 0.3:
	case near > 0 && share >= 0.5 && l.informative > 0:
	case share >= 0.75 && l.informative > 1:
	default:
		return 0
	}
	score := int(600*share) + 10*near
	if l.named {
		score += 200
	}
	return score
}

// nearness tells how alike two addresses are, 0 to 10.
func (m *matcher) nearness(d, c *side) int {
	n := 0
	for _, r := range rules(d.addr, c.addr) {
		if k := m.votes[voteKey{d.stack, r.from}]; k[r.to] > 0 {
			n = 4
			break
		}
	}
	if d.addr.resource() == c.addr.resource() {
		n += 2
	}
	dw, cw := tokens(d.addr.name()), tokens(c.addr.name())
	switch {
	case d.addr.name() == c.addr.name():
		n += 3
	case shareWord(dw, cw):
		n += 2
	}
	if k := d.addr.key(); k != "" && (k == c.addr.key() || shareWord(tokens(k), tokens(c.addr.key()))) {
		n++
	}
	return n
}

// candidatePairs yields the pairs worth comparing: all of them for a small
// group, else those that share a rare leaf, a name or an ending.
func candidatePairs(ds, cs []*side) map[[2]int]struct{} {
	out := map[[2]int]struct{}{}
	if len(ds)*len(cs) <= 4096 {
		for i := range ds {
			for j := range cs {
				out[[2]int{i, j}] = struct{}{}
			}
		}
		return out
	}
	type mark struct {
		text string
		sum  uint64
	}
	marks := func(s *side) []mark {
		out := []mark{{"ending:" + joinParts(s.addr.parts[s.addr.block:]), 0}, {"key:" + s.addr.key(), 0}, {"name:" + s.addr.name(), 0}}
		for _, l := range s.leaves {
			if l.Weight > 1 {
				out = append(out, mark{l.Path, l.Sum})
			}
		}
		return out
	}
	index := map[mark][]int{}
	for j, c := range cs {
		for _, k := range marks(c) {
			index[k] = append(index[k], j)
		}
	}
	sharedBy := map[mark]int{}
	for _, d := range ds {
		for _, k := range marks(d) {
			sharedBy[k]++
		}
	}
	for i, d := range ds {
		for _, k := range marks(d) {
			if l := index[k]; len(l) <= maxPosting && sharedBy[k] <= maxPosting {
				for _, j := range l {
					out[[2]int{i, j}] = struct{}{}
				}
			}
		}
	}
	return out
}

// assign solves one component and settles what is sure in it.
func (m *matcher) assign(ds, cs []*side, edges []candidate) {
	if len(edges) == 1 {
		e := edges[0]
		m.take(pair{d: ds[e.d], c: cs[e.c], confidence: editedSureness(e.like), why: whyEdited(e.like), like: e.like})
		return
	}
	sure, open := solve(edges)
	for _, e := range sure {
		m.take(pair{d: ds[e.d], c: cs[e.c], confidence: editedSureness(e.like), why: whyEdited(e.like), like: e.like})
	}
	for _, group := range open {
		t := tie{why: "several pairs fit equally well"}
		seen := map[*side]bool{}
		exact := false
		for _, e := range group {
			exact = exact || e.like.exact()
			if d := ds[e.d]; !seen[d] {
				seen[d] = true
				t.ds = append(t.ds, d)
			}
			if c := cs[e.c]; !seen[c] {
				seen[c] = true
				t.cs = append(t.cs, c)
			}
		}
		if exact {
			continue // equal pairs are settled by address, later
		}
		for _, s := range append(append([]*side{}, t.ds...), t.cs...) {
			m.taken[s] = true
		}
		m.ties = append(m.ties, t)
	}
}

func editedSureness(l likeness) evidence.Confidence {
	if l.named || l.exact() && l.informative > 0 {
		return evidence.Strong
	}
	return evidence.Likely
}

func whyEdited(l likeness) string {
	switch {
	case l.exact():
		return whyExact(l)
	case l.named:
		return "the name is equal, and what differs can change in place"
	}
	return "most of what is known of both is equal, and what differs can change in place"
}
