package migration

import (
	"sort"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// A pair is a delete and a create that are taken for the same object.
type pair struct {
	d, c       *side
	confidence evidence.Confidence
	why        string
	like       likeness
}

// A tie is deletes and creates that belong together in more ways than one.
type tie struct {
	ds, cs []*side
	why    string
	// optional tells that a move would not save the objects.
	optional bool
	// open tells that it is not even known whether there is a pair.
	open bool
}

// A matching is what became of all deletes and creates.
type matching struct {
	pairs []pair
	ties  []tie
}

// maxRounds bounds how often neighbours are taken into account again.
const maxRounds = 6

// match pairs deletes with creates over all stacks. Pairs that rest on a
// neighbour are looked at again once the neighbour is decided.
func match(facts []*Facts) matching {
	m := newMatcher(facts)
	var got matching
	for range maxRounds {
		got = m.run()
		if !m.learn(got) {
			break
		}
	}
	sort.Slice(got.pairs, func(i, j int) bool {
		a, b := got.pairs[i], got.pairs[j]
		if a.d.stack != b.d.stack {
			return a.d.stack < b.d.stack
		}
		return a.d.obj.Address < b.d.obj.Address
	})
	return got
}

// A matcher holds the two sides of all objects.
type matcher struct {
	facts   []*Facts
	deletes []*side
	creates []*side
	// moving are replaced and updated objects, as they were and as they will
	// be: they take part in chains only.
	moving []*side

	votes map[voteKey]map[string]int
	taken map[*side]bool
	pairs []pair
	ties  []tie
}

func newMatcher(facts []*Facts) *matcher {
	m := &matcher{facts: facts}
	for i, f := range facts {
		for j := range f.Objects {
			o := &f.Objects[j]
			addr, ok := parseAddress(o.Address)
			if !ok {
				continue
			}
			base := side{obj: o, stack: i, addr: addr, tool: string(f.Tool)}
			switch o.Action {
			case "delete":
				s := base
				s.leaves = o.Before
				m.deletes = append(m.deletes, &s)
			case "create":
				s := base
				s.leaves = o.After
				m.creates = append(m.creates, &s)
			case "replace", "update":
				m.moving = append(m.moving, &base)
			}
		}
	}
	return m
}

// run does one round: exact pairs first, then edited ones, then what crosses
// stacks or types.
func (m *matcher) run() matching {
	m.votes, m.taken = map[voteKey]map[string]int{}, map[*side]bool{}
	m.pairs, m.ties = nil, nil
	buckets := m.exactBuckets()
	m.takeUnique(buckets)
	m.chains()
	m.edited()
	m.resolveTies(buckets)
	m.acrossTypes()
	m.acrossStacks()
	m.optional()
	return matching{m.pairs, m.ties}
}

// take settles a pair and lets its address speak for its neighbours.
func (m *matcher) take(p pair) {
	m.taken[p.d], m.taken[p.c] = true, true
	m.pairs = append(m.pairs, p)
	if p.d.stack != p.c.stack {
		return
	}
	for _, r := range rules(p.d.addr, p.c.addr) {
		k := voteKey{p.d.stack, r.from}
		if m.votes[k] == nil {
			m.votes[k] = map[string]int{}
		}
		m.votes[k][r.to]++
	}
}

// A voteKey is where a rule begins, within one stack. The matcher counts the
// settled pairs that go from there to each other address.
type voteKey struct {
	stack int
	from  string
}

// free returns those that are in no pair yet.
func (m *matcher) free(in []*side) []*side {
	var out []*side
	for _, s := range in {
		if !m.taken[s] {
			out = append(out, s)
		}
	}
	return out
}
