package migration

import (
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// acrossTypes pairs what is left of one name and provider whose type changed.
func (m *matcher) acrossTypes() {
	type place struct {
		stack        int
		module, name string
		key          string
		provider     string
	}
	at := func(s *side) place {
		return place{s.stack, s.addr.module(), s.addr.name(), s.addr.key(), providerOf(s)}
	}
	ds := map[place][]*side{}
	for _, d := range m.free(m.deletes) {
		ds[at(d)] = append(ds[at(d)], d)
	}
	seen := map[place]int{}
	for _, c := range m.free(m.creates) {
		seen[at(c)]++
	}
	for _, c := range m.free(m.creates) {
		l := ds[at(c)]
		if len(l) != 1 || seen[at(c)] != 1 || l[0].obj.Type == c.obj.Type {
			continue
		}
		if shared, same := sharedValues(l[0], c); shared > 0 || same > 3 {
			m.take(pair{d: l[0], c: c, confidence: evidence.Likely, why: "the name is the same, and the new type holds the old one's values"})
		}
	}
}

// providerOf names the provider of a resource by its type, for terraform_data
// and null_resource alike.
func providerOf(s *side) string {
	p, _, _ := strings.Cut(s.obj.Type, "_")
	if p == "terraform" {
		return "null"
	}
	return p
}

// sharedValues counts the telling values that two objects share, whatever the
// attributes are called, and the attributes that are equal by name and value.
func sharedValues(d, c *side) (values, attributes int) {
	have := map[uint64]bool{}
	byPath := map[string]uint64{}
	for _, l := range d.leaves {
		byPath[l.Path] = l.Sum
		if l.Weight > 3 {
			have[l.Sum] = true
		}
	}
	for _, l := range c.leaves {
		if have[l.Sum] {
			values++
		}
		if s, ok := byPath[l.Path]; ok && s == l.Sum {
			attributes++
		}
	}
	return values, attributes
}

// acrossStacks pairs what one stack destroys and another creates. It asks for
// more than within one state: a name, or values that are no defaults.
func (m *matcher) acrossStacks() {
	if len(m.facts) < 2 {
		return
	}
	ds, cs := map[string][]*side{}, map[string][]*side{}
	for _, d := range m.free(m.deletes) {
		ds[d.obj.Type] = append(ds[d.obj.Type], d)
	}
	for _, c := range m.free(m.creates) {
		cs[c.obj.Type] = append(cs[c.obj.Type], c)
	}
	types := make([]string, 0, len(cs))
	for t := range cs {
		if len(ds[t]) > 0 {
			types = append(types, t)
		}
	}
	sort.Strings(types)
	for _, t := range types {
		m.crossOf(ds[t], cs[t])
	}
}

func (m *matcher) crossOf(ds, cs []*side) {
	var edges []candidate
	for key := range candidatePairs(ds, cs) {
		d, c := ds[key[0]], cs[key[1]]
		if d.stack == c.stack {
			continue
		}
		l := compare(d, c)
		near := m.nearness(d, c)
		switch {
		case l.contradicted():
			continue
		case l.exact() && (l.informative > 0 || d.addr.blockPath() == c.addr.blockPath()):
		case l.named && l.share() >= 0.5:
		default:
			continue
		}
		edges = append(edges, candidate{key[0], key[1], 1 + int(700*l.share()) + 20*near, l})
	}
	sort.Slice(edges, func(i, j int) bool {
		if edges[i].d != edges[j].d {
			return edges[i].d < edges[j].d
		}
		return edges[i].c < edges[j].c
	})
	for _, comp := range components(edges, len(ds), len(cs)) {
		sure, open := solve(comp)
		for _, e := range sure {
			m.take(pair{d: ds[e.d], c: cs[e.c], confidence: editedSureness(e.like), like: e.like, why: whyCross(e.like)})
		}
		for _, group := range open {
			m.leaveOpen(ds, cs, group)
		}
	}
}

func whyCross(l likeness) string {
	if l.named {
		return "one stack destroys and the other creates what bears the same name"
	}
	return "one stack destroys and the other creates what is equal in everything known"
}

// leaveOpen reports candidates that fit equally well, one tie for each two
// stacks.
func (m *matcher) leaveOpen(ds, cs []*side, group []candidate) {
	ties := map[[2]int]*tie{}
	var order [][2]int
	seen := map[*side]bool{}
	for _, e := range group {
		k := [2]int{ds[e.d].stack, cs[e.c].stack}
		t := ties[k]
		if t == nil {
			t = &tie{why: "several pairs fit equally well"}
			ties[k] = t
			order = append(order, k)
		}
		if !seen[ds[e.d]] {
			seen[ds[e.d]] = true
			t.ds = append(t.ds, ds[e.d])
		}
		if !seen[cs[e.c]] {
			seen[cs[e.c]] = true
			t.cs = append(t.cs, cs[e.c])
		}
	}
	for _, k := range order {
		t := ties[k]
		if len(t.ds) > 0 && len(t.cs) > 0 {
			m.ties = append(m.ties, *t)
		}
	}
	for s := range seen {
		m.taken[s] = true
	}
}

// optional finds what bears the same name but would be replaced even after a
// move: worth saying, not worth a block.
func (m *matcher) optional() {
	type group struct {
		stack int
		typ   string
	}
	ds := map[group][]*side{}
	for _, d := range m.free(m.deletes) {
		ds[group{d.stack, d.obj.Type}] = append(ds[group{d.stack, d.obj.Type}], d)
	}
	cs := map[group][]*side{}
	var order []group
	for _, c := range m.free(m.creates) {
		g := group{c.stack, c.obj.Type}
		if len(ds[g]) == 0 {
			continue
		}
		if cs[g] == nil {
			order = append(order, g)
		}
		cs[g] = append(cs[g], c)
	}
	for _, g := range order {
		partner := map[*side][]*side{}
		for key := range candidatePairs(ds[g], cs[g]) {
			d, c := ds[g][key[0]], cs[g][key[1]]
			if l := compare(d, c); l.named && l.forcedClash > 0 && !l.nameClash && !l.poisoned {
				partner[d] = append(partner[d], c)
				partner[c] = append(partner[c], d)
			}
		}
		for _, d := range ds[g] {
			if len(partner[d]) == 1 && len(partner[partner[d][0]]) == 1 {
				m.ties = append(m.ties, tie{
					ds: []*side{d}, cs: partner[d], optional: true,
					why: "the name is equal, but an attribute that cannot change in place differs: a moved block does no harm, and the object is replaced all the same",
				})
			}
		}
	}
}
