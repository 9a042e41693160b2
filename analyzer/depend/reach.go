package depend

import (
	"cmp"
	"slices"
	"strings"
)

// A Start is where a search begins.
type Start struct {
	Node int
	// Parts are the attributes that change; none means all of the object.
	Parts []string
}

// A Reached is an object that depends on a start.
type Reached struct {
	Node     int
	Strength Strength // of the weakest edge on the way
	Distance int      // listed objects from the start, 1 for a direct dependent
	Cause    int      // the start's node
	// Prev is the object before it on the way, and Via how it depends on that.
	Prev int
	Via  string
	Edge int // the edge that leads into Prev or to what passes it on
	// Reads is the part of Prev that is read, "" for all or unknown.
	Reads string
}

// maxParts bounds how many parts of one node are told apart.
const maxParts = 32

// A state of the search is a node and the part of it that is concerned.
type state struct {
	node    int32
	part    int32 // index into parts
	crossed bool  // came over from another stack along a value
	dist    int32
	from    int32 // index of the state before, -1 at the start
	edge    int32
	cause   int32
}

type visitKey struct {
	node, part int32
	crossed    bool
}

// Reach finds everything that depends on the starts, directly and
// transitively, inside and across stacks, strongest evidence first and nearest
// first within that: Distance is that of the strongest way. Depth bounds it; 0
// means no bound. Each object is
// reported once, a start only where it depends on another start.
//
// Each node is visited at most a bounded number of times, so that the whole
// takes time in proportion to the edges reached.
func (g *Graph) Reach(starts []Start, depth int) []Reached {
	return g.ReachThrough(starts, depth, nil)
}

// ReachThrough is Reach that goes on beyond a listed object only where through
// allows it, as with what does not change itself although it reads something
// that does. The object itself is reported all the same. Nil allows all.
func (g *Graph) ReachThrough(starts []Start, depth int, through func(node int) bool) []Reached {
	s := &search{
		g: g, through: through, parts: []string{""}, partIndex: map[string]int32{"": 0},
		seen: map[visitKey]bool{}, count: map[int32]int{}, found: map[int32]bool{},
	}
	for _, st := range starts {
		parts := st.Parts
		if len(parts) == 0 {
			parts = []string{""}
		}
		for _, p := range parts {
			s.push(0, state{node: int32(st.Node), part: s.intern(p), from: -1, edge: -1, cause: int32(st.Node)}, false)
		}
	}
	for rank := range s.queues {
		s.run(rank)
	}
	// Only now: an object within the bound may be found by way of others that
	// a stronger path reaches from farther away.
	if depth > 0 {
		s.out = slices.DeleteFunc(s.out, func(r Reached) bool { return r.Distance > depth })
	}
	slices.SortStableFunc(s.out, func(a, b Reached) int {
		x, y := &g.Nodes[a.Node], &g.Nodes[b.Node]
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Strength.rank(), b.Strength.rank()),
			cmp.Compare(x.Stack, y.Stack), cmp.Compare(x.Address, y.Address))
	})
	return s.out
}

type search struct {
	g         *Graph
	through   func(int) bool
	parts     []string
	partIndex map[string]int32
	states    []state
	queues    [len(strengths)]deque
	seen      map[visitKey]bool
	count     map[int32]int
	found     map[int32]bool
	out       []Reached
}

func (s *search) intern(p string) int32 {
	if i, ok := s.partIndex[p]; ok {
		return i
	}
	i := int32(len(s.parts))
	s.parts = append(s.parts, p)
	s.partIndex[p] = i
	return i
}

// push puts a state into the queue of its strength. near states, which add no
// distance, go first.
func (s *search) push(rank int, st state, near bool) {
	s.states = append(s.states, st)
	s.queues[rank].push(int32(len(s.states)-1), near)
}

// run takes the states of one strength in the order of distance.
func (s *search) run(rank int) {
	q := &s.queues[rank]
	for {
		i, ok := q.pop()
		if !ok {
			return
		}
		st := s.states[i]
		s.report(rank, st) // also where the search has been before: at a start
		k := visitKey{st.node, st.part, st.crossed}
		if s.seen[k] || s.seen[visitKey{st.node, 0, false}] {
			continue
		}
		if s.count[st.node]++; s.count[st.node] > maxParts {
			st.part = 0
			k.part = 0
			if s.seen[k] {
				continue
			}
		}
		s.seen[k] = true
		if s.through != nil && st.edge >= 0 && s.g.Nodes[st.node].Kind.Listed() && !s.through(int(st.node)) {
			continue
		}
		for _, e := range s.g.in.of(int(st.node)) {
			s.step(rank, i, st, e)
		}
	}
}

// step follows one edge backwards, from what is depended on to the dependent.
func (s *search) step(rank int, at int32, st state, e int32) {
	edge := s.g.edges.near(int(st.node), int(e))
	from, to := &s.g.Nodes[edge.From], &s.g.Nodes[edge.To]
	next := state{node: int32(edge.From), from: at, edge: e, cause: st.cause, dist: st.dist}
	crosses := from.Stack != to.Stack
	rank = max(rank, edge.Strength.rank())
	part := s.parts[st.part]
	rest, fits := overlap(part, edge.Reads)
	if !fits {
		if st.crossed {
			return // another part of another stack: nothing to do with it
		}
		rank = Ordering.rank()
	}
	carries := from.Kind.carries() || crosses && edge.Via == "remote state"
	switch {
	case !fits || !carries || edge.Strength == Ordering:
	default:
		p := edge.Part
		if edge.Plain && rest != "" {
			p = strings.TrimPrefix(p+"."+rest, ".")
		}
		next.part = s.intern(p)
		next.crossed = crosses || st.crossed
		if crosses && p != edge.Part {
			// Who reads another part of the same output is told of it all the
			// same, as inside a stack: no value of that part flows to it.
			whole := next
			whole.part = s.intern(edge.Part)
			s.push(Ordering.rank(), whole, true)
		}
	}
	listed := from.Kind.Listed() && !(crosses && edge.Via == "remote state")
	if listed {
		next.dist++
	}
	s.push(rank, next, !listed)
}

// report adds a state's node to the result, once.
func (s *search) report(rank int, st state) {
	n := &s.g.Nodes[st.node]
	if !n.Kind.Listed() || s.found[st.node] || st.edge < 0 || st.cause == st.node {
		return
	}
	first := s.g.edges.near(int(st.node), int(st.edge))
	if s.isLink(st) {
		return // it is the link, not what is hit
	}
	s.found[st.node] = true
	r := Reached{Node: int(st.node), Strength: strengths[rank], Distance: int(st.dist), Cause: int(st.cause), Edge: int(st.edge), Via: first.Via}
	var through []string
	at, told := st, false
	for at.from >= 0 {
		e := s.g.edges.near(int(at.node), int(at.edge))
		r.Reads = e.Reads
		if !told && !inner[e.Via] {
			r.Via, r.Edge, told = e.Via, int(at.edge), true
		}
		before := s.states[at.from]
		r.Prev = int(before.node)
		p := &s.g.Nodes[before.node]
		isLink := before.edge >= 0 && s.isLink(before)
		if p.Kind.Listed() && !isLink {
			break
		}
		if isLink {
			through = append(through, p.Address)
			r.Edge, r.Via = int(before.edge), "remote state"
		} else if p.Kind == LocalVal || p.Kind == Variable || p.Kind == Provider {
			through = append(through, p.Address)
		}
		at = before
	}
	r.Via = cmp.Or(r.Via, "reference")
	if len(through) > 0 {
		if len(through) > 3 {
			through = append(through[:2:2], through[len(through)-1])
		}
		r.Via += " through " + strings.Join(through, ", ")
	}
	s.out = append(s.out, r)
}

// isLink tells whether a state stands at a data source that has just read the
// state of another stack.
func (s *search) isLink(st state) bool {
	e := s.g.edges.near(int(st.node), int(st.edge))
	return e.Via == "remote state" && s.g.Nodes[e.To].Stack != s.g.Nodes[st.node].Stack
}

// inner are the edges that only hold a graph together and tell a person
// nothing.
var inner = map[string]bool{"configuration": true, "instance": true, "module": true, "module call": true}

// overlap tells whether a change of part concerns one who reads reads, and
// what of the part is left below that. "*" stands for any one name.
func overlap(part, reads string) (rest string, ok bool) {
	if part == "" || reads == "" {
		return part, true
	}
	for {
		p, pr, pm := strings.Cut(part, ".")
		r, rr, rm := strings.Cut(reads, ".")
		if p != r && p != "*" && r != "*" {
			return "", false
		}
		switch {
		case !pm:
			return "", true // everything below changes
		case !rm:
			return pr, true // everything below is read
		}
		part, reads = pr, rr
	}
}

// deque is a queue that takes at both ends, for edges of length zero and one.
type deque struct {
	front []int32 // popped from its end
	back  []int32
	head  int
}

func (d *deque) push(v int32, near bool) {
	if near {
		d.front = append(d.front, v)
		return
	}
	d.back = append(d.back, v)
}

func (d *deque) pop() (int32, bool) {
	if n := len(d.front); n > 0 {
		v := d.front[n-1]
		d.front = d.front[:n-1]
		return v, true
	}
	if d.head < len(d.back) {
		v := d.back[d.head]
		d.head++
		return v, true
	}
	return 0, false
}
