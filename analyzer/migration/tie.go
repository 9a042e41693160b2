package migration

import (
	"maps"
	"slices"
	"sort"
	"strconv"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// resolveTies settles what equal attributes leave open, by address: the same
// block, the same ending, a neighbour that moved the same way, a name that
// only one other shares. What is left is a tie.
func (m *matcher) resolveTies(buckets []*bucket) {
	for _, group := range m.tieGroups(buckets) {
		m.resolve(group)
	}
}

// tieGroups joins buckets that share a delete or a create.
func (m *matcher) tieGroups(buckets []*bucket) []*bucket {
	owner := map[*side]*bucket{}
	var out []*bucket
	for _, b := range buckets {
		ds, cs := m.free(b.ds), m.free(b.cs)
		if len(ds) == 0 || len(cs) == 0 {
			continue
		}
		g := &bucket{cs: cs, like: b.like}
		for _, d := range ds {
			if owner[d] != nil && owner[d] != g {
				old := owner[d]
				g.cs = append(g.cs, old.cs...)
				g.ds = append(g.ds, old.ds...)
				for _, o := range old.ds {
					owner[o] = g
				}
				old.ds, old.cs = nil, nil
			}
			if owner[d] == nil {
				owner[d] = g
				g.ds = append(g.ds, d)
			}
		}
		out = append(out, g)
	}
	kept := out[:0]
	for _, g := range out {
		if len(g.ds) > 0 {
			kept = append(kept, g)
		}
	}
	return kept
}

func (m *matcher) resolve(g *bucket) {
	fits := func(d, c *side) (likeness, bool) {
		l := compare(d, c)
		return l, l.exact()
	}
	settle := func(d, c *side, why string) bool {
		if m.taken[d] || m.taken[c] {
			return false
		}
		l, ok := fits(d, c)
		if ok {
			m.take(pair{d: d, c: c, confidence: evidence.Strong, why: why, like: l})
		}
		return ok
	}
	// A block that keeps its address keeps its objects.
	parts := m.sameBlock(g)
	for _, part := range parts {
		for {
			n := len(m.pairs)
			m.byEnding(part, settle)
			m.byVote(part, settle)
			m.byFile(part, settle)
			m.byWords(part, settle)
			if len(m.pairs) == n {
				break
			}
		}
		ds, cs := m.free(part.ds), m.free(part.cs)
		switch {
		case len(ds) == 0 || len(cs) == 0:
		case len(ds) == 1 && len(cs) == 1:
			if l, ok := fits(ds[0], cs[0]); ok {
				m.take(pair{d: ds[0], c: cs[0], confidence: evidence.Likely, why: "all others of the kind are settled, and nothing known of both differs", like: l})
			}
		default:
			m.ties = append(m.ties, tie{ds: ds, cs: cs, why: tieWhy(len(ds), len(cs))})
			for _, s := range append(ds, cs...) {
				m.taken[s] = true
			}
		}
	}
}

func tieWhy(ds, cs int) string {
	return "nothing known tells the " + strconv.Itoa(ds) + " old from each other or the " + strconv.Itoa(cs) + " new"
}

// sameBlock splits a group: instances of a block that is there before and
// after are settled among themselves.
func (m *matcher) sameBlock(g *bucket) []*bucket {
	ds, cs := map[string][]*side{}, map[string][]*side{}
	for _, d := range g.ds {
		ds[d.addr.resource()] = append(ds[d.addr.resource()], d)
	}
	for _, c := range g.cs {
		cs[c.addr.resource()] = append(cs[c.addr.resource()], c)
	}
	rest := &bucket{like: g.like}
	var out []*bucket
	names := make([]string, 0, len(ds))
	for n := range ds {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if len(cs[n]) > 0 {
			out = append(out, &bucket{ds: ds[n], cs: cs[n], like: g.like})
		} else {
			rest.ds = append(rest.ds, ds[n]...)
		}
	}
	for _, c := range g.cs {
		if len(ds[c.addr.resource()]) == 0 {
			rest.cs = append(rest.cs, c)
		}
	}
	return append(out, rest)
}

// byEnding settles what has the same ending and shares it with nothing else,
// the longest ending first.
func (m *matcher) byEnding(g *bucket, settle func(d, c *side, why string) bool) {
	deepest := 0
	for _, d := range g.ds {
		deepest = max(deepest, len(d.addr.parts))
	}
	for n := deepest; n > 0; n-- {
		ds, cs := endings(m.free(g.ds), n), endings(m.free(g.cs), n)
		keys := make([]string, 0, len(ds))
		for k := range ds {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			if len(ds[k]) == 1 && len(cs[k]) == 1 {
				settle(ds[k][0], cs[k][0], "everything known of both is equal, and the address ends the same")
			}
		}
	}
}

// endings groups by the last n parts of the address.
func endings(in []*side, n int) map[string][]*side {
	out := map[string][]*side{}
	for _, s := range in {
		if len(s.addr.parts) >= n {
			k := joinParts(s.addr.parts[len(s.addr.parts)-n:])
			out[k] = append(out[k], s)
		}
	}
	return out
}

// byVote settles what moves as its settled neighbours move.
func (m *matcher) byVote(g *bucket, settle func(d, c *side, why string) bool) {
	if len(m.votes) == 0 {
		return
	}
	byAddress := map[string]*side{}
	for _, c := range m.free(g.cs) {
		byAddress[c.addr.text] = c
	}
	for _, d := range m.free(g.ds) {
		var best *side
		most, same := 0, false
		for _, p := range d.addr.prefixes() {
			rest := d.addr.text[len(p):]
			for to, n := range m.votes[voteKey{d.stack, p}] {
				c := byAddress[to+rest]
				if c == nil || m.taken[c] {
					continue
				}
				switch {
				case n > most:
					best, most, same = c, n, false
				case n == most && c != best:
					same = true
				}
			}
		}
		if best != nil && !same {
			settle(d, best, "everything known of both is equal, and its neighbours move the same way")
		}
	}
}

// byFile settles what is the only one of its file, where the file has kept its
// name or git takes it for renamed.
func (m *matcher) byFile(g *bucket, settle func(d, c *side, why string) bool) {
	files := func(in []*side) (map[string][]*side, bool) {
		out := map[string][]*side{}
		for _, s := range m.free(in) {
			files := m.facts[s.stack].Files
			if files == nil || files.Declared[s.addr.blockPath()] == "" {
				return nil, false
			}
			file := files.Declared[s.addr.blockPath()]
			out[file] = append(out[file], s)
		}
		return out, true
	}
	ds, known := files(g.ds)
	cs, alsoKnown := files(g.cs)
	if !known || !alsoKnown {
		return
	}
	for _, file := range slices.Sorted(maps.Keys(ds)) {
		if len(ds[file]) == 1 && len(cs[file]) == 1 {
			settle(ds[file][0], cs[file][0], "everything known of both is equal, and both are declared in "+file+", under its old name or this one")
		}
	}
}

// maxWordPairs bounds the group size for which names are compared.
const maxWordPairs = 250_000

// byWords settles what shares a word of its name or key with one only.
func (m *matcher) byWords(g *bucket, settle func(d, c *side, why string) bool) {
	ds, cs := m.free(g.ds), m.free(g.cs)
	if len(ds)*len(cs) > maxWordPairs {
		return
	}
	dw, cw := distinctWords(ds), distinctWords(cs)
	type link struct{ d, c *side }
	dn, cn := map[*side]int{}, map[*side]int{}
	var links []link
	for i, d := range ds {
		for j, c := range cs {
			if shareWord(dw[i], cw[j]) {
				dn[d]++
				cn[c]++
				links = append(links, link{d, c})
			}
		}
	}
	for _, l := range links {
		if dn[l.d] == 1 && cn[l.c] == 1 {
			settle(l.d, l.c, "everything known of both is equal, and the names share a word that no other has")
		}
	}
}

// distinctWords returns each address's words that not all of them have.
func distinctWords(in []*side) [][]string {
	count := map[string]int{}
	all := make([][]string, len(in))
	for i, s := range in {
		seen := map[string]bool{}
		for k, p := range s.addr.parts {
			if k == s.addr.block {
				p = s.addr.name()
			}
			for _, w := range tokens(p) {
				if !seen[w] && w != "module" && w != "this" && w != "main" {
					seen[w] = true
					count[w]++
					all[i] = append(all[i], w)
				}
			}
		}
	}
	for i := range all {
		var keep []string
		for _, w := range all[i] {
			if count[w] < len(in) || len(in) == 1 {
				keep = append(keep, w)
			}
		}
		all[i] = keep
	}
	return all
}

func shareWord(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
