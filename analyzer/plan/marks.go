package plan

import (
	"maps"
	"slices"
)

// marks is a tree that marks parts of a value, as after_unknown and
// before_sensitive do. Nil marks nothing; only branches that mark something are
// in it.
type marks struct {
	whole bool
	keys  map[string]*marks
	items map[int]*marks
}

// readMarks reads a raw tree of marks.
func readMarks(b []byte) *marks {
	if len(b) == 0 {
		return nil
	}
	switch b[0] {
	case 't':
		return &marks{whole: true}
	case '{':
		var m *marks
		for name, value := range members(b) {
			if sub := readMarks(value); sub != nil {
				if m == nil {
					m = &marks{keys: map[string]*marks{}}
				}
				m.keys[string(name)] = sub
			}
		}
		return m
	case '[':
		var m *marks
		for i, value := range elements(b) {
			if sub := readMarks(value); sub != nil {
				if m == nil {
					m = &marks{items: map[int]*marks{}}
				}
				m.items[i] = sub
			}
		}
		return m
	}
	return nil
}

func (m *marks) all() bool { return m != nil && m.whole }

func (m *marks) member(name []byte) *marks {
	if m == nil || m.keys == nil {
		return nil
	}
	return m.keys[string(name)]
}

func (m *marks) item(i int) *marks {
	if m == nil || m.items == nil {
		return nil
	}
	return m.items[i]
}

// paths appends the marked paths, in any order.
func (m *marks) paths(to []Path, path []byte) []Path {
	if m == nil {
		return to
	}
	if m.whole {
		return append(to, Path(path))
	}
	n := len(path)
	for k, sub := range m.keys {
		path = appendStep(path[:n], k)
		to = sub.paths(to, path)
	}
	for i, sub := range m.items {
		path = appendIndex(path[:n], i)
		to = sub.paths(to, path)
	}
	return to
}

// or returns what marks what m or the other side's marks do. Where only the
// other side marks elements of a list, all of it is marked: they may have had
// other places. Where the two are of different shapes m stays.
func (m *marks) or(other *marks) *marks {
	switch {
	case other == nil || m.all():
		return m
	case other.whole || m == nil && other.items != nil:
		return &marks{whole: true}
	case m == nil:
		m = &marks{keys: map[string]*marks{}}
	case (m.keys == nil) != (other.keys == nil):
		return m
	}
	out := &marks{}
	if m.keys != nil {
		out.keys = maps.Clone(m.keys)
		for k, sub := range other.keys {
			out.keys[k] = m.keys[k].or(sub)
		}
		return out
	}
	out.items = maps.Clone(m.items)
	for i, sub := range other.items {
		out.items[i] = m.items[i].or(sub)
	}
	return out
}

// maskSides decodes a value before and after; what either side marks sensitive
// shows on neither.
func maskSides(before, after []byte, u, bs, as *marks) (b, a Value) {
	if isNull(before) || isNull(after) {
		return mask(before, bs, nil), mask(after, as, u)
	}
	return mask(before, bs.or(as), nil), mask(after, as.or(bs), u)
}

// names returns the names of marked members, sorted.
func (m *marks) names() []string {
	if m == nil || len(m.keys) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(m.keys))
}

// sortPaths sorts and drops doubles.
func sortPaths(p []Path) []Path {
	slices.Sort(p)
	return slices.Compact(p)
}
