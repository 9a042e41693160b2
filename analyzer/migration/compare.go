package migration

// A likeness is what a comparison of a delete with a create found.
type likeness struct {
	agree, differ int // weights of leaves that agree and differ and can change in place
	agreeForced   int // weights of agreeing leaves that force replacement
	named         bool
	nameClash     bool // a name that cannot change in place, or that hints at another object, differs
	forcedClash   int  // leaves that differ and force replacement
	poisoned      bool // an attribute that forces replacement comes from an object that is truly new
	informative   int  // agreeing leaves that are more than a default
}

// exact tells that nothing known differs.
func (l likeness) exact() bool {
	return l.differ == 0 && l.forcedClash == 0 && !l.nameClash && !l.poisoned
}

// contradicted tells that the object would be replaced even after a move.
func (l likeness) contradicted() bool { return l.forcedClash > 0 || l.nameClash || l.poisoned }

// share is how much of what is known agrees, 0 to 1.
func (l likeness) share() float64 {
	all := l.agree + l.agreeForced + l.differ
	if all == 0 {
		return 0
	}
	return float64(l.agree+l.agreeForced) / float64(all)
}

// side is one object in matching, as it was or as it will be.
type side struct {
	obj    *Object
	stack  int // index into facts
	addr   address
	leaves []Leaf
	tool   string
	// resolved are leaves of a create that a matched neighbour's prior value
	// stands for; poison are its unknown attributes that a new object feeds.
	poison []string
	moving bool // the object also has another side at the same address: a replacement or update
}

// compare looks at what is known on both sides.
func compare(d, c *side) likeness {
	var l likeness
	fact, isKnown := typeOf(d.obj.Type)
	var renames map[string]string
	if d.obj.Type != c.obj.Type {
		renames = known().pairs[[2]string{d.obj.Type, c.obj.Type}].renames
		fact, isKnown = typeOf(c.obj.Type)
	}
	note := func(path string, weight int, agree bool) {
		r := roleOf(fact, isKnown, path)
		if agree {
			switch r {
			case nameRole, hintRole:
				l.named = l.named || weight > 1
				l.agreeForced += weight
			case forceNewRole:
				l.agreeForced += weight
			default:
				l.agree += weight
			}
			if weight > 1 {
				l.informative++
			}
			return
		}
		switch r {
		case nameRole:
			l.nameClash = true
			if isKnown {
				l.forcedClash++
			}
		case hintRole:
			l.differ += 2 * max(weight, 1)
		case forceNewRole:
			l.forcedClash++
		default:
			l.differ += max(weight, 1)
		}
	}
	before := d.leaves
	if len(renames) > 0 {
		before = renamed(before, renames)
	}
	i, j := 0, 0
	for i < len(before) || j < len(c.leaves) {
		switch {
		case j >= len(c.leaves) || i < len(before) && before[i].Path < c.leaves[j].Path:
			leaf := before[i]
			i++
			p := plainPath(leaf.Path)
			if leaf.Weight > 0 && !covered(c.obj.Unknown, p) && !covered(c.obj.Opaque, p) && !covered(d.obj.Opaque, p) &&
				d.obj.Type == c.obj.Type && !isComputedID(p) {
				note(p, leaf.Weight, false)
			}
		case i >= len(before) || before[i].Path > c.leaves[j].Path:
			leaf := c.leaves[j]
			j++
			p := plainPath(leaf.Path)
			if leaf.Weight > 0 && !covered(d.obj.Opaque, p) && !covered(c.obj.Opaque, p) {
				note(p, leaf.Weight, false)
			}
		default:
			note(plainPath(before[i].Path), c.leaves[j].Weight, before[i].Sum == c.leaves[j].Sum)
			i, j = i+1, j+1
		}
	}
	for _, p := range c.poison {
		switch roleOf(fact, isKnown, p) {
		case forceNewRole, nameRole:
			l.poisoned = true
		default:
			l.differ++
		}
	}
	return l
}

// isComputedID tells the attributes that no configuration sets and that say
// which object it is.
func isComputedID(path string) bool { return path == "id" || path == "arn" }

// renamed gives the leaves of one type the attribute names of another.
func renamed(in []Leaf, renames map[string]string) []Leaf {
	out := make([]Leaf, len(in))
	for i, l := range in {
		for from, to := range renames {
			if l.Path == from || within(plainPath(l.Path), from) {
				l.Path = to + l.Path[len(from):]
			}
		}
		out[i] = l
	}
	sortLeaves(out)
	return out
}
