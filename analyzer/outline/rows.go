package outline

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A Row is what one action does in a stack.
type Row struct {
	Verb   Verb
	Groups []Group // most important first, all of them
	// Count is the number of objects, the sum over the groups. Under
	// DestroyAdd it counts pairs.
	Count int
}

// A Group is changes that are named together.
type Group struct {
	Type    string // empty for a module
	Kind    Kind
	Count   int
	Members []int // indexes into Facts.Changes, in order

	// What all members have in common.
	Nick    string
	Variant string
	Label   string    // only of a single object
	Roots   []string  // changed top-level attributes, sorted; for a replacement the forcing ones
	Telling []Telling // only when before and after are the same for all
	Reason  string    // action_reason
	Deposed bool      // leftovers of earlier replacements
	Suspect bool      // looks like a move

	// Module is the name of the outermost module call that the group stands
	// for, and Parts what it holds. Instances is how many instances of the
	// module take part.
	Module    string
	Instances int
	Parts     []Group
}

// Rows sorts the changes into rows and groups. Suspects are addresses of
// creates and deletes that look like moves: from the address that goes to the
// one that comes, where both are in this stack, and to "" where the other
// side is elsewhere; addresses that come from elsewhere are keys as well.
// Reads make a row only where there is nothing else.
func (f *Facts) Rows(suspects map[string]string) []Row {
	pairs := f.pairs(suspects)
	arrives := map[string]bool{}
	for _, to := range pairs {
		arrives[to] = true
	}
	byVerb := map[Verb][]int{}
	for i := range f.Changes {
		c := &f.Changes[i]
		v := c.Verb()
		switch {
		case v == Destroy && c.Deposed == "" && pairs[c.Address] != "":
			v = DestroyAdd
		case v == Add && arrives[c.Address]:
			continue // counted with what goes
		}
		if v != "" {
			byVerb[v] = append(byVerb[v], i)
		}
	}
	if len(byVerb) > 1 {
		delete(byVerb, ReadOnly)
	}
	var rows []Row
	for _, v := range verbs {
		if members := byVerb[v]; len(members) > 0 {
			groups := f.group(v, members, suspects)
			rows = append(rows, Row{Verb: v, Groups: groups, Count: len(members)})
		}
	}
	return rows
}

// pairs keeps the suspects whose both sides are planned in this stack.
func (f *Facts) pairs(suspects map[string]string) map[string]string {
	if len(suspects) == 0 {
		return nil
	}
	goes, comes := map[string]bool{}, map[string]bool{}
	for i := range f.Changes {
		switch c := &f.Changes[i]; {
		case c.Verb() == Destroy && c.Deposed == "":
			goes[c.Address] = true
		case c.Verb() == Add:
			comes[c.Address] = true
		}
	}
	out := map[string]string{}
	for _, from := range slices.Sorted(maps.Keys(suspects)) {
		if to := suspects[from]; goes[from] && comes[to] {
			out[from] = to
			comes[to] = false // one object cannot become two
		}
	}
	return out
}

// group puts members of one verb together: by module where one holds many
// types, else by type.
func (f *Facts) group(v Verb, members []int, suspects map[string]string) []Group {
	const manyTypes = 3 // from here on the module's name says more
	types := map[string]map[string]bool{}
	for _, i := range members {
		if m := outermost(f.Changes[i].ModuleAddress); m != "" {
			if types[m] == nil {
				types[m] = map[string]bool{}
			}
			types[m][f.Changes[i].Type] = true
		}
	}
	modules := map[string][]int{}
	var loose []int
	for _, i := range members {
		m := outermost(f.Changes[i].ModuleAddress)
		if m != "" && len(types[m]) >= manyTypes && v != ReadOnly && v != DestroyAdd {
			modules[m] = append(modules[m], i)
			continue
		}
		loose = append(loose, i)
	}
	groups := f.byType(v, loose, suspects)
	for m, inside := range modules {
		g := Group{Module: m, Count: len(inside), Members: inside, Parts: f.byType(v, inside, suspects)}
		g.Instances = f.instances(inside)
		g.Kind = g.Parts[0].Kind
		groups = append(groups, g)
	}
	rank(groups)
	return groups
}

func (f *Facts) instances(members []int) int {
	seen := map[string]bool{}
	for _, i := range members {
		seen[firstStep(f.Changes[i].ModuleAddress)] = true
	}
	return len(seen)
}

func (f *Facts) byType(v Verb, members []int, suspects map[string]string) []Group {
	type bucket struct {
		typ              string
		mode             string
		deposed, suspect bool
	}
	buckets := map[bucket][]int{}
	for _, i := range members {
		c := &f.Changes[i]
		_, suspect := suspects[c.Address]
		b := bucket{typ: c.Type, mode: c.Mode, deposed: c.Deposed != "", suspect: suspect && c.Deposed == ""}
		buckets[b] = append(buckets[b], i)
	}
	groups := make([]Group, 0, len(buckets))
	for b, inside := range buckets {
		g := Group{
			Type: b.typ, Kind: f.Kind(b.typ), Count: len(inside), Members: inside, Deposed: b.deposed, Suspect: b.suspect,
		}
		f.common(v, &g)
		groups = append(groups, g)
	}
	rank(groups)
	return groups
}

// common finds what all members of a group share.
func (f *Facts) common(v Verb, g *Group) {
	first := &f.Changes[g.Members[0]]
	g.Nick, g.Variant, g.Reason = first.Nick, first.Variant, first.Reason
	g.Telling = slices.Clone(first.Telling)
	g.Roots = roots(v, first)
	for _, i := range g.Members[1:] {
		c := &f.Changes[i]
		if c.Nick != g.Nick {
			g.Nick = ""
		}
		if c.Variant != g.Variant {
			g.Variant = ""
		}
		if c.Reason != g.Reason {
			g.Reason = ""
		}
		if !slices.Equal(c.Telling, g.Telling) {
			g.Telling = nil
		}
		g.Roots = slices.Compact(slices.Sorted(slices.Values(append(g.Roots, roots(v, c)...))))
	}
	if g.Count == 1 {
		g.Label = first.Label
	}
}

// roots returns the top-level attributes that tell what a change is about:
// the forcing ones of a replacement, the changed ones of an update. tags_all
// only repeats tags.
func roots(v Verb, c *Change) []string {
	paths := c.Changed
	switch v {
	case Replace, MoveReplace, ImportReplace:
		paths = c.ReplacePaths
	case Modify, MoveModify, ImportModify:
	default:
		return nil
	}
	var out []string
	for _, p := range paths {
		out = append(out, plan.Path(p).Root())
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if slices.Contains(out, "tags") {
		out = slices.DeleteFunc(out, func(s string) bool { return s == "tags_all" })
	}
	return out
}

// rank sorts groups most important first.
func rank(groups []Group) {
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(
			cmp.Compare(b.score(), a.score()),
			cmp.Compare(b.Count, a.Count),
			strings.Compare(a.Kind.Plural, b.Kind.Plural),
			strings.Compare(a.Module, b.Module),
			strings.Compare(a.Type, b.Type),
			cmp.Compare(a.Members[0], b.Members[0]),
		)
	})
}

// score is how much a group matters: criticality first, what keeps data above
// what does not, details of other objects last. A type without a row stands
// between low and medium: nobody knows.
func (g Group) score() int {
	s := 4 * g.Kind.Weight
	if g.Kind.Weight == 0 {
		s = 6
	}
	if g.Kind.Stateful {
		s++
	}
	if g.Kind.Part {
		s -= 6
	}
	if g.Deposed {
		s -= 2
	}
	return s
}

// Score is how much a group matters, to compare groups of different stacks.
func (g Group) Score() int { return g.score() }

// First returns up to n members, of a module those of its most important
// parts, each part's first before its others.
func (g Group) First(n int) []int {
	if len(g.Parts) == 0 {
		return g.Members[:min(n, len(g.Members))]
	}
	var out []int
	for _, part := range g.Parts {
		if len(out) < n {
			out = append(out, part.Members[0])
		}
	}
	return out
}

// outermost returns the name of the first module call of a module address:
// "vpc" for module.vpc["a"].module.subnets.
func outermost(address string) string {
	step := strings.TrimPrefix(firstStep(address), "module.")
	if i := strings.IndexByte(step, '['); i >= 0 {
		step = step[:i]
	}
	return step
}

// firstStep returns the first module instance of a module address:
// `module.vpc["a.b"]` for `module.vpc["a.b"].module.subnets`.
func firstStep(address string) string {
	quoted, escaped := false, false
	for i := len("module."); i < len(address); i++ {
		switch c := address[i]; {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case c == '.' && !quoted:
			return address[:i]
		}
	}
	return address
}

// Drifted groups what was changed outside of the configuration. Moves, which
// a refresh-only plan lists there as well, are not among it. The groups have no
// Members.
func (f *Facts) Drifted() []Group {
	drift := &Facts{Kinds: f.Kinds}
	for _, c := range f.Drift {
		if v := c.Verb(); v == Modify || v == Destroy || v == MoveModify {
			drift.Changes = append(drift.Changes, c)
		}
	}
	if len(drift.Changes) == 0 {
		return nil
	}
	members := make([]int, len(drift.Changes))
	for i := range members {
		members[i] = i
	}
	groups := drift.byType(Modify, members, nil)
	for i := range groups {
		groups[i].Members = nil
	}
	return groups
}
