package migration

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// moves reports the matching: moves, groups that stay open, and the fix.
func (j *joiner) moves(got matching) {
	for _, p := range got.pairs {
		j.v.Moves = append(j.v.Moves, j.move(p))
	}
	for _, t := range got.ties {
		j.tie(t)
	}
	perStack := map[int][]pair{}
	var cross []pair
	for _, p := range got.pairs {
		if p.d.stack == p.c.stack {
			perStack[p.d.stack] = append(perStack[p.d.stack], p)
		} else {
			cross = append(cross, p)
		}
	}
	for i, f := range j.facts {
		if pairs := perStack[i]; len(pairs) > 0 {
			j.within(f, pairs)
		}
	}
	j.across(cross)
}

// old is the address of an object in the state: the one before a moved block
// that leads astray.
func old(p pair) string {
	if p.d.obj.Previous != "" {
		return p.d.obj.Previous
	}
	return p.d.obj.Address
}

func (j *joiner) move(p pair) Move {
	from, to := j.facts[p.d.stack].Stack, j.facts[p.c.stack].Stack
	m := Move{FromStack: from, From: old(p), ToStack: to, To: p.c.obj.Address, Confidence: p.confidence}
	m.Evidence = append(m.Evidence,
		evidence.Ref{Stack: from, Pointer: p.d.obj.Pointer, Text: "the plan would " + verb(p.d) + " " + p.d.obj.Address},
		evidence.Ref{Stack: to, Pointer: p.c.obj.Pointer, Text: p.why},
	)
	if p.d.stack == p.c.stack {
		if files := j.facts[p.d.stack].Files; files != nil && files.Twins[p.d.addr.blockPath()] == p.c.addr.blockPath() {
			m.Evidence = append(m.Evidence, evidence.Ref{Stack: from, Text: "the files declare both alike but for the name, and no other pair is"})
		}
	}
	for _, k := range kindsOf(p) {
		j.kinds[k] = true
	}
	return m
}

func verb(s *side) string {
	switch {
	case s.obj.Action == "update":
		return "update"
	case s.moving:
		return "replace"
	}
	return "destroy"
}

// kindsOf names what a pair is.
func kindsOf(p pair) []string {
	a, b := p.d.addr, p.c.addr
	if p.d.stack != p.c.stack {
		return []string{KindCrossStack}
	}
	if p.d.obj.Type != p.c.obj.Type {
		return []string{KindTypeChange}
	}
	var out []string
	if p.d.moving || p.c.moving {
		if a.resource() == b.resource() && isIndex(a.key()) && isIndex(b.key()) {
			return []string{"count_index_shift"}
		}
		out = append(out, KindSwap)
	}
	am, bm := a.modulePath(), b.modulePath()
	switch {
	case am == bm:
		if a.blockPath() != b.blockPath() {
			out = append(out, KindRename)
		}
		if k := keyKind(lastKey(a.parts[:a.block]), lastKey(b.parts[:b.block])); k != "" {
			out = append(out, k)
		}
	case am == "":
		out = append(out, KindIntoModule)
	case bm == "":
		out = append(out, KindOutOfModule)
	case strings.HasPrefix(bm, am+"."):
		out = append(out, KindIntoModule)
	case strings.HasPrefix(am, bm+"."):
		out = append(out, KindOutOfModule)
	default:
		out = append(out, KindModuleRename)
		if k := keyKind(lastKey(a.parts[:a.block]), lastKey(b.parts[:b.block])); k != "" {
			out = append(out, k)
		}
	}
	own := keyKind(a.key(), b.key())
	if own == "" && am != bm && a.key() == "" && b.key() == "" && (am == "" || bm == "") {
		own = keyKind(lastKey(a.parts[:a.block]), lastKey(b.parts[:b.block]))
	}
	if own != "" {
		out = append(out, own)
	}
	return out
}

// lastKey returns the key of the innermost module, "" when it has none.
func lastKey(modules []string) string {
	if n := len(modules); n > 0 && isKey(modules[n-1]) {
		return modules[n-1]
	}
	return ""
}

// keyKind names a change of instance key, "" for none.
func keyKind(a, b string) string {
	form := func(k string) string {
		switch {
		case k == "":
			return "single"
		case isIndex(k):
			return "count"
		}
		return "for_each"
	}
	x, y := form(a), form(b)
	switch {
	case a == b:
		return ""
	case x != y:
		return x + "_to_" + y
	case x == "count":
		return "count_index_shift"
	}
	return "for_each_key_rename"
}

// within reports the moves inside one state and writes their fix.
func (j *joiner) within(f *Facts, pairs []pair) {
	text := strconv.Itoa(len(pairs)) + " objects are planned as destroy and create, and are the same objects at new addresses"
	if len(pairs) == 1 {
		text = old(pairs[0]) + " is planned as destroy and create: " + pairs[0].c.obj.Address + " is the same object at a new address"
	}
	if slices.ContainsFunc(pairs, func(p pair) bool { return p.d.moving || p.c.moving }) {
		text = "what the configuration asks of " + list3(newAddresses(pairs)) + " is there already, at " + list3(oldAddresses(pairs)) + ": the plan would change or replace the one and destroy or replace the other"
	}
	conf := evidence.Strong
	for _, p := range pairs {
		if p.confidence == evidence.Likely {
			conf = evidence.Likely
		}
	}
	j.because(f.Stack, kindsOf(pairs[0])[0], "must", text, conf, j.v.refs(f.Stack)...)
	j.split(pairs)
	for _, p := range pairs {
		if p.d.obj.Tainted {
			j.kinds[KindTainted] = true
		}
	}
	fix := fixWithin(f, pairs)
	if len(fix.commands) > 0 {
		j.act(f.Stack, fix.commandsText)
		j.run(f.Stack, fix.commands...)
	}
	if fix.block != "" {
		j.act(f.Stack, "add the blocks below to the configuration before the apply")
		j.block(f.Stack, fix.block)
	}
	for _, t := range fix.texts {
		j.act(f.Stack, t)
	}
}

func oldAddresses(pairs []pair) []string {
	var out []string
	for _, p := range pairs {
		out = append(out, old(p))
	}
	return out
}

func newAddresses(pairs []pair) []string {
	var out []string
	for _, p := range pairs {
		out = append(out, p.c.obj.Address)
	}
	return out
}

// refs points at the moves of a stack, the first few.
func (v *Verdict) refs(stack string) []evidence.Ref {
	var out []evidence.Ref
	for _, m := range v.Moves {
		if m.FromStack == stack && len(out) < 5 {
			out = append(out, m.Evidence[0])
		}
	}
	return out
}

// split tells a module that was taken apart from one that was renamed.
func (j *joiner) split(pairs []pair) {
	to := map[string]map[string]bool{}
	for _, p := range pairs {
		if !slices.Contains(kindsOf(p), KindModuleRename) {
			continue
		}
		a := p.d.addr.modulePath()
		if to[a] == nil {
			to[a] = map[string]bool{}
		}
		to[a][p.c.addr.modulePath()] = true
	}
	whole := false
	for _, m := range to {
		if len(m) > 1 {
			j.kinds[KindModuleSplit] = true
		} else {
			whole = true
		}
	}
	if !whole {
		delete(j.kinds, KindModuleRename)
	}
}

// tie reports a group that has more than one answer, or one that would not
// help.
func (j *joiner) tie(t tie) {
	f := j.facts[t.ds[0].stack]
	g := Group{FromStack: f.Stack, ToStack: j.facts[t.cs[0].stack].Stack, Why: t.why, Optional: t.optional}
	for _, d := range t.ds {
		g.From = append(g.From, d.obj.Address)
	}
	for _, c := range t.cs {
		g.To = append(g.To, c.obj.Address)
	}
	slices.Sort(g.From)
	slices.Sort(g.To)
	j.v.Ambiguous = append(j.v.Ambiguous, g)
	for _, k := range kindsOf(pair{d: t.ds[0], c: t.cs[0]}) {
		j.kinds[k] = true
	}
	if t.optional {
		return
	}
	if t.open {
		j.doubt(f.Stack, kindsOf(pair{d: t.ds[0], c: t.cs[0]})[0], list3(g.From)+" may live on as "+list3(g.To)+"; what is known does not settle it")
		return
	}
	j.because(f.Stack, kindsOf(pair{d: t.ds[0], c: t.cs[0]})[0], "must", list3(g.From)+" would be destroyed and "+list3(g.To)+" created, and they look like the same objects; which becomes which, only a person can say", evidence.Likely)
	j.act(f.Stack, "decide which of "+list3(g.From)+" becomes which of "+list3(g.To)+", and write the moved blocks")
}
