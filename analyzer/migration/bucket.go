package migration

import (
	"encoding/binary"
	"hash/fnv"
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
)

// A bucket is creates that cannot be told apart by what is known of them, and
// the deletes that agree with all of it.
type bucket struct {
	ds, cs []*side
	like   likeness // of the first pair; the others agree as much
}

// exactBuckets finds, within each stack and type, the deletes that agree with
// each create in everything known. Creates with the same known attributes
// share a bucket; deletes are looked up by digest, never pair by pair.
func (m *matcher) exactBuckets() []*bucket {
	type group struct {
		stack int
		typ   string
	}
	ds := map[group][]*side{}
	for _, d := range m.deletes {
		g := group{d.stack, d.obj.Type}
		ds[g] = append(ds[g], d)
		for _, p := range known().pairs {
			if p.from == d.obj.Type {
				g := group{d.stack, p.to}
				ds[g] = append(ds[g], d)
			}
		}
	}
	cs := map[group][]*side{}
	var order []group
	for _, c := range m.creates {
		g := group{c.stack, c.obj.Type}
		if len(ds[g]) == 0 {
			continue
		}
		if cs[g] == nil {
			order = append(order, g)
		}
		cs[g] = append(cs[g], c)
	}
	var out []*bucket
	for _, g := range order {
		out = append(out, bucketsOf(ds[g], cs[g])...)
	}
	return out
}

// bucketsOf groups the creates of one type by shape (which attributes are
// known, unknown and sensitive), projects the deletes on each shape and joins
// the two by digest.
func bucketsOf(ds, cs []*side) []*bucket {
	type class struct {
		cs []*side
	}
	shapes := map[string][]*side{}
	var order []string
	for _, c := range cs {
		s := shapeOf(c)
		if shapes[s] == nil {
			order = append(order, s)
		}
		shapes[s] = append(shapes[s], c)
	}
	sort.Strings(order)
	var out []*bucket
	for _, s := range order {
		members := shapes[s]
		// The leaves to compare by are those of the first member; all have
		// the same paths.
		classes := map[uint64]*class{}
		var classOrder []uint64
		for _, c := range members {
			k := digestOf(c.leaves, nil)
			if classes[k] == nil {
				classes[k] = &class{}
				classOrder = append(classOrder, k)
			}
			classes[k].cs = append(classes[k].cs, c)
		}
		paths := map[string]bool{}
		for _, l := range members[0].leaves {
			paths[l.Path] = true
		}
		byDigest := map[uint64][]*side{}
		for _, d := range ds {
			leaves := d.leaves
			if d.obj.Type != members[0].obj.Type {
				leaves = renamed(leaves, known().pairs[[2]string{d.obj.Type, members[0].obj.Type}].renames)
			}
			k := digestOf(leaves, paths)
			byDigest[k] = append(byDigest[k], d)
		}
		for _, k := range classOrder {
			b := &bucket{cs: classes[k].cs}
			for _, d := range byDigest[k] {
				l := compare(d, b.cs[0])
				if l.exact() {
					b.ds = append(b.ds, d)
					b.like = l
				}
			}
			if len(b.ds) > 0 {
				out = append(out, b)
			}
		}
	}
	return out
}

// shapeOf writes which attributes of a create are known, unknown, sensitive
// and poisoned.
func shapeOf(c *side) string {
	var b strings.Builder
	for _, l := range c.leaves {
		b.WriteString(l.Path)
		if l.Weight == 0 {
			b.WriteByte('0')
		}
		b.WriteByte(1)
	}
	for _, list := range [][]string{c.obj.Unknown, c.obj.Opaque, c.poison} {
		b.WriteByte(2)
		for _, p := range list {
			b.WriteString(p)
			b.WriteByte(1)
		}
	}
	return b.String()
}

// digestOf digests leaves, only those with the given paths unless paths is
// nil. Leaves that say nothing are left out, so that false and unset are the
// same.
func digestOf(leaves []Leaf, paths map[string]bool) uint64 {
	h := fnv.New64a()
	var buf [8]byte
	for _, l := range leaves {
		if l.Weight == 0 || paths != nil && !paths[l.Path] {
			continue
		}
		_, _ = h.Write([]byte(l.Path))
		binary.LittleEndian.PutUint64(buf[:], l.Sum)
		_, _ = h.Write(buf[:])
	}
	return h.Sum64()
}

// takeUnique settles the deletes and creates that have each other alone.
func (m *matcher) takeUnique(buckets []*bucket) {
	count := map[*side]int{}
	for _, b := range buckets {
		for _, d := range b.ds {
			count[d] += len(b.cs)
		}
	}
	for _, b := range buckets {
		if len(b.ds) == 1 && len(b.cs) == 1 && count[b.ds[0]] == 1 {
			m.take(pair{d: b.ds[0], c: b.cs[0], confidence: sureness(b.like), why: whyExact(b.like), like: b.like})
		}
	}
}

// sureness tells how much an exact agreement proves.
func sureness(l likeness) evidence.Confidence {
	if l.informative > 0 {
		return evidence.Strong
	}
	return evidence.Likely
}

func whyExact(l likeness) string {
	switch {
	case l.named:
		return "everything known of both is equal, the name included"
	case l.informative > 0:
		return "everything known of both is equal"
	}
	return "nothing known of both differs, and no other pair fits"
}
