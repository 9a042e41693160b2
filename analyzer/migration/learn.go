package migration

import "slices"

// learn takes the outcome of a round back into what is known of the creates:
// an attribute fed by an object that was paired has that object's old value,
// one fed by an object that is truly new has a new one. It returns false when
// nothing was learned.
func (m *matcher) learn(got matching) bool {
	partner := map[*side]*side{}
	for _, p := range got.pairs {
		partner[p.c] = p.d
	}
	open := map[*side]bool{}
	for _, t := range got.ties {
		for _, c := range t.cs {
			open[c] = true
		}
	}
	type place struct {
		stack int
		block string
	}
	byBlock := map[place][]*side{}
	for _, c := range m.creates {
		k := place{c.stack, c.addr.blockPath()}
		byBlock[k] = append(byBlock[k], c)
	}
	have := m.leavesByType()
	changed := false
	for _, c := range m.creates {
		if len(c.obj.Refs) == 0 {
			continue
		}
		leaves, poison := c.obj.After, []string(nil)
		for _, r := range c.obj.Refs {
			target := pick(byBlock[place{c.stack, r.Resource}], c)
			if target == nil || open[target] {
				continue
			}
			old := partner[target]
			if old == nil {
				poison = append(poison, r.Path)
				continue
			}
			for _, l := range old.leaves {
				if p := plainPath(l.Path); p != r.Attr && (r.Attr != "" || l.Weight < 2) {
					continue
				}
				if path, ok := have[leafKey{c.stack, c.obj.Type, r.Path, l.Sum}]; ok && !hasLeaf(leaves, path) {
					leaves = append(leaves[:len(leaves):len(leaves)], Leaf{Path: path, Sum: l.Sum, Weight: max(l.Weight, 2)})
				}
			}
		}
		if len(leaves) > len(c.obj.After) {
			sortLeaves(leaves)
		}
		if len(leaves) != len(c.leaves) || len(poison) != len(c.poison) {
			changed = true
		}
		c.leaves, c.poison = leaves, poison
	}
	return changed
}

// A leafKey finds the deletes' leaves by type, path without indexes, and
// value.
type leafKey struct {
	stack int
	typ   string
	path  string
	sum   uint64
}

func (m *matcher) leavesByType() map[leafKey]string {
	wanted := map[string]bool{}
	for _, c := range m.creates {
		if len(c.obj.Refs) > 0 {
			wanted[c.obj.Type] = true
		}
	}
	out := map[leafKey]string{}
	for _, d := range m.deletes {
		if !wanted[d.obj.Type] {
			continue
		}
		for _, l := range d.leaves {
			out[leafKey{d.stack, d.obj.Type, plainPath(l.Path), l.Sum}] = l.Path
		}
	}
	return out
}

func hasLeaf(leaves []Leaf, path string) bool {
	for _, l := range leaves {
		if l.Path == path {
			return true
		}
	}
	return false
}

// pick finds the instance that a reference from c means, nil when that is not
// sure: the only one, the only one in the same module instance, or the one
// with the key of c or of a module around it.
func pick(in []*side, c *side) *side {
	if len(in) == 1 {
		return in[0]
	}
	var near []*side
	for _, s := range in {
		if s.addr.module() == c.addr.module() {
			near = append(near, s)
		}
	}
	if len(near) == 1 {
		return near[0]
	}
	if len(near) == 0 {
		near = in // the reference leads to another module
	}
	for _, key := range slices.Backward(c.addr.parts) {
		if !isKey(key) {
			continue
		}
		var same []*side
		for _, s := range near {
			if s.addr.key() == key {
				same = append(same, s)
			}
		}
		if len(same) == 1 {
			return same[0]
		}
	}
	return nil
}
