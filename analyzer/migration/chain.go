package migration

import (
	"slices"
	"sort"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// chains pairs what shifted: an object takes the address of another that is
// replaced in its turn. Two replaced objects are paired only where one takes
// exactly what the other leaves, and their own old and new values differ.
func (m *matcher) chains() {
	type group struct {
		stack int
		typ   string
	}
	befores, afters := map[group][]*side{}, map[group][]*side{}
	var order []group
	for _, s := range m.moving {
		if !shifts(s) {
			continue
		}
		g := group{s.stack, s.obj.Type}
		if befores[g] == nil {
			order = append(order, g)
		}
		old, new := *s, *s
		old.leaves, new.leaves = s.obj.Before, s.obj.After
		if s.obj.Action == "update" {
			wanted(&new)
		}
		old.moving, new.moving = true, true
		befores[g] = append(befores[g], &old)
		afters[g] = append(afters[g], &new)
	}
	for _, d := range m.free(m.deletes) {
		if g := (group{d.stack, d.obj.Type}); befores[g] != nil {
			befores[g] = append(befores[g], d)
		}
	}
	for _, c := range m.free(m.creates) {
		if g := (group{c.stack, c.obj.Type}); afters[g] != nil {
			afters[g] = append(afters[g], c)
		}
	}
	for _, g := range order { // no object is in two groups
		m.follow(bucketsOf(befores[g], afters[g]))
	}
}

// shifts tells whether a replaced or updated object has a new value that is
// known and differs from its old one.
func shifts(s *side) bool {
	old, new := *s, *s
	old.leaves, new.leaves = s.obj.Before, s.obj.After
	l := compare(&old, &new)
	return l.differ > 0 || l.forcedClash > 0 || l.nameClash
}

// wanted narrows what an updated object will be to what its configuration
// asks of it: the values that change, and those that cannot change in place.
// The rest is the object's own, such as its id, and goes where the object goes.
func wanted(s *side) {
	fact, isKnown := typeOf(s.obj.Type)
	before := map[string]uint64{}
	for _, l := range s.obj.Before {
		before[l.Path] = l.Sum
	}
	o := *s.obj
	o.Unknown = slices.Clone(o.Unknown)
	var leaves []Leaf
	for _, l := range s.leaves {
		p := plainPath(l.Path)
		if sum, ok := before[l.Path]; ok && sum == l.Sum && (isComputedID(p) || !isKnown || roleOf(fact, isKnown, p) == plainRole) {
			o.Unknown = append(o.Unknown, p)
		} else {
			leaves = append(leaves, l)
		}
	}
	s.obj, s.leaves = &o, leaves
}

// follow keeps the links that fit one to one, and of those the chains that
// end in an object that goes or comes, and the closed swaps.
func (m *matcher) follow(buckets []*bucket) {
	from := map[string]pair{} // by the address that an object takes
	to := map[string]pair{}   // by the address that an object leaves
	for _, b := range buckets {
		if len(b.ds) != 1 || len(b.cs) != 1 {
			continue
		}
		d, c := b.ds[0], b.cs[0]
		if !d.moving && !c.moving || d.addr.text == c.addr.text || !m.linkable(d, c) {
			continue
		}
		p := pair{d: d, c: c, confidence: evidence.Strong, like: b.like, why: "it takes the place of an object that moves on or goes, and everything known of both is equal"}
		from[c.addr.text], to[d.addr.text] = p, p
	}
	// Links form paths and rings. A path is walked from the address that
	// nothing takes; what is left over are rings.
	var heads, rest []string
	for a := range to {
		if _, taken := from[a]; taken {
			rest = append(rest, a)
		} else {
			heads = append(heads, a)
		}
	}
	sort.Strings(heads)
	sort.Strings(rest)
	done := map[string]bool{}
	for _, a := range append(heads, rest...) {
		var links []pair
		for p, ok := to[a]; ok && !done[a]; p, ok = to[a] {
			done[a] = true
			links = append(links, p)
			a = p.c.addr.text
		}
		m.takeChain(links)
	}
}

// takeChain settles a chain, unless all it holds is replaced objects that do
// not come back to where they began.
func (m *matcher) takeChain(links []pair) {
	if len(links) == 0 {
		return
	}
	first, last := links[0], links[len(links)-1]
	ring := last.c.addr.text == first.d.addr.text
	ends := !first.d.moving || !last.c.moving
	if !ring && !ends {
		return
	}
	if ring && slices.ContainsFunc(links, func(p pair) bool { return p.d.obj.Action == "update" }) {
		return // nothing is destroyed: the objects swap what they hold
	}
	for _, p := range links {
		if ring {
			p.confidence, p.why = evidence.Likely, "both would be replaced, and each takes exactly what the other leaves"
			if p.like.informative == 0 {
				return
			}
		}
		m.take(p)
	}
}

// linkable keeps objects that are only updated to shifts within one counted
// resource.
func (m *matcher) linkable(d, c *side) bool {
	if d.obj.Action != "update" && c.obj.Action != "update" {
		return true
	}
	return d.addr.resource() == c.addr.resource() && isIndex(d.addr.key()) && isIndex(c.addr.key())
}
