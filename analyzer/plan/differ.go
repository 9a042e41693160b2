package plan

import (
	"bytes"
	"slices"
)

// A differ finds the paths at which two values differ. It keeps its buffers
// from one change to the next.
type differ struct {
	path    []byte
	members []member
	out     []Path
}

// diff returns the paths at which before and after differ, sorted, as deep as
// both are of the same shape. What is unknown differs. What is marked sensitive
// is one path, and differs also when the mark does.
func (d *differ) diff(before, after []byte, unknown, sensBefore, sensAfter *marks) []Path {
	d.out = nil
	d.path = d.path[:0]
	d.walk(before, after, unknown, sensBefore, sensAfter)
	clear(d.members[:cap(d.members)]) // they point into the window
	return sortPaths(d.out)
}

func (d *differ) report() { d.out = append(d.out, Path(d.path)) }

func (d *differ) walk(b, a []byte, u, bs, as *marks) {
	if u == nil && bs == nil && as == nil && bytes.Equal(b, a) {
		return
	}
	if u.all() || bs.all() || as.all() {
		if u.all() || bs.all() != as.all() || !d.same(b, a) {
			d.report()
		}
		return
	}
	if len(b) > 0 && len(a) > 0 && b[0] == a[0] {
		switch b[0] {
		case '{':
			d.objects(b, a, u, bs, as)
			return
		case '[':
			if d.lists(b, a, u, bs, as) {
				return
			}
		}
	}
	if u != nil || (bs != nil) != (as != nil) || !d.same(b, a) {
		d.report()
	}
}

// objects walks two objects side by side. Members that only the marks have are
// visited too: what is unknown is absent from after.
func (d *differ) objects(b, a []byte, u, bs, as *marks) {
	at, n := len(d.members), len(d.path)
	d.members = appendMembers(d.members, b)
	mid := len(d.members)
	d.members = appendMembers(d.members, a)
	end := len(d.members)
	i, j := at, mid
	for i < mid || j < end {
		var name, bv, av []byte
		c := 0
		switch {
		case i == mid:
			c = 1
		case j == end:
			c = -1
		default:
			c = bytes.Compare(d.members[i].name, d.members[j].name)
		}
		if c <= 0 {
			name, bv = d.members[i].name, d.members[i].value
			i++
		}
		if c >= 0 {
			name, av = d.members[j].name, d.members[j].value
			j++
		}
		us, bss, ass := u.member(name), bs.member(name), as.member(name)
		if us == nil && bss == nil && ass == nil && bytes.Equal(bv, av) {
			continue
		}
		d.path = appendStep(d.path[:n], string(name))
		d.walk(bv, av, us, bss, ass)
	}
	for _, name := range markedNames(u, bs, as) {
		if d.has(at, mid, name) || d.has(mid, end, name) {
			continue
		}
		key := []byte(name)
		d.path = appendStep(d.path[:n], name)
		d.walk(nil, nil, u.member(key), bs.member(key), as.member(key))
	}
	d.path = d.path[:n]
	d.members = d.members[:at]
}

func markedNames(ms ...*marks) []string {
	var out []string
	for _, m := range ms {
		out = append(out, m.names()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// has tells whether the sorted members from lo to hi have one of that name.
func (d *differ) has(lo, hi int, name string) bool {
	_, ok := slices.BinarySearchFunc(d.members[lo:hi], name, func(m member, name string) int {
		return bytes.Compare(m.name, []byte(name))
	})
	return ok
}

// lists walks two lists of the same length and tells whether they are.
func (d *differ) lists(b, a []byte, u, bs, as *marks) bool {
	at, n := len(d.members), len(d.path)
	d.members = appendElements(d.members, b)
	mid := len(d.members)
	d.members = appendElements(d.members, a)
	size := mid - at
	if len(d.members)-mid != size {
		d.members = d.members[:at]
		return false
	}
	for i := range size {
		d.path = appendIndex(d.path[:n], i)
		d.walk(d.members[at+i].value, d.members[mid+i].value, u.item(i), bs.item(i), as.item(i))
	}
	d.path = d.path[:n]
	d.members = d.members[:at]
	return true
}

// same compares two raw values by what they mean: the order of members, escapes
// and the writing of numbers do not matter, and an absent member is null.
func (d *differ) same(b, a []byte) bool {
	if bytes.Equal(b, a) || isNull(b) && isNull(a) {
		return true
	}
	if isNull(b) || isNull(a) {
		return false
	}
	switch b[0] {
	case '"':
		return a[0] == '"' && sameText(b, a)
	case '{':
		return a[0] == '{' && d.sameMembers(appendMembers(nil, b), appendMembers(nil, a))
	case '[':
		if a[0] != '[' {
			return false
		}
		return slices.EqualFunc(appendElements(nil, b), appendElements(nil, a), func(x, y member) bool { return d.same(x.value, y.value) })
	case 't', 'f':
		return false
	}
	return (a[0] == '-' || a[0] >= '0' && a[0] <= '9') && sameNumber(string(b), string(a))
}

func (d *differ) sameMembers(b, a []member) bool {
	for len(b) > 0 || len(a) > 0 {
		c := 0
		switch {
		case len(b) == 0:
			c = 1
		case len(a) == 0:
			c = -1
		default:
			c = bytes.Compare(b[0].name, a[0].name)
		}
		var bv, av []byte
		if c <= 0 {
			bv, b = b[0].value, b[1:]
		}
		if c >= 0 {
			av, a = a[0].value, a[1:]
		}
		if !d.same(bv, av) {
			return false
		}
	}
	return true
}
