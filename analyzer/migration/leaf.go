package migration

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unique"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A Leaf is one known value of an object: where it stands, a digest to
// compare it by, and how much an agreement on it tells. The value itself is
// not kept.
type Leaf struct {
	Path   string `json:"p"` // `metadata[0].name`
	Sum    uint64 `json:"s"` // 48 bits of a SHA-256
	Weight int    `json:"w"` // 0 (says nothing: false, 0) to 4
}

// maxLeaves bounds what one object contributes; the rest is left out on both
// sides alike, since leaves are taken in path order.
const maxLeaves = 2000

// leavesOf flattens a value. Null, empty, unknown and sensitive parts have no
// leaf. A list of plain values is one leaf. set holds the attributes that the
// configuration sets, nil where that is not known.
func leavesOf(v plan.Value, set map[string]bool, joined paths) []Leaf {
	f := flattener{set: set, joined: joined}
	f.flatten("", v, 0)
	sortLeaves(f.out)
	return slices.Clone(f.out) // the room to grow would be kept with the facts
}

// paths holds every path once, by what it is joined of: objects of one type
// have them in common.
type paths map[[2]string]string

func (p paths) join(path, key string) string {
	parts := [2]string{path, key}
	whole, known := p[parts]
	if !known {
		whole = unique.Make(path + key).Value() // other stacks have them too
		p[parts] = whole
	}
	return whole
}

func sortLeaves(l []Leaf) {
	sort.Slice(l, func(i, j int) bool { return l[i].Path < l[j].Path })
}

type flattener struct {
	set    map[string]bool
	joined paths
	out    []Leaf
}

func (f *flattener) flatten(path string, v plan.Value, depth int) {
	if len(f.out) >= maxLeaves || depth > 32 {
		return
	}
	switch v := v.(type) {
	case map[string]plan.Value:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			at := path
			if path != "" {
				at = f.joined.join(path, ".")
			}
			f.flatten(f.joined.join(at, k), v[k], depth+1)
		}
	case []plan.Value:
		if text, ok := plainList(v); ok {
			if text != "" {
				f.out = append(f.out, Leaf{path, sum(text), f.weigh(path, 3, false)})
			}
			return
		}
		for i, e := range v {
			f.flatten(f.joined.join(path, "["+strconv.Itoa(i)+"]"), e, depth+1)
		}
	default:
		if text, ok := scalar(v); ok && text != "" {
			_, isBool := v.(bool)
			f.out = append(f.out, Leaf{path, sum(text), f.weigh(path, weigh(v, text), isBool)})
		}
	}
}

// weigh corrects a weight by what the configuration sets: a default tells
// little however long it is, and what somebody wrote tells something however
// short. Blocks inside blocks may be dynamic, which a plan's configuration
// leaves out; their weights stay.
func (f *flattener) weigh(path string, weight int, isBool bool) int {
	if f.set == nil {
		return weight
	}
	p := plainPath(path)
	top, _, nested := strings.Cut(p, ".")
	switch {
	case f.set[p] || f.set[top]:
		if weight == 1 && !isBool {
			return 2
		}
	case !nested:
		return min(weight, 1)
	}
	return weight
}

// scalar writes a plain value as text; ok is false for markers and null.
func scalar(v plan.Value) (string, bool) {
	switch v := v.(type) {
	case bool:
		return strconv.FormatBool(v), true
	case json.Number:
		if f, err := v.Float64(); err == nil {
			return strconv.FormatFloat(f, 'g', -1, 64), true
		}
		return v.String(), true
	case string:
		return v, true
	}
	return "", false
}

// plainList writes a list of known plain values as text.
func plainList(l []plan.Value) (string, bool) {
	var b strings.Builder
	for _, e := range l {
		text, ok := scalar(e)
		if !ok {
			return "", false
		}
		b.WriteString(strconv.Quote(text))
	}
	return b.String(), true
}

// weigh tells how much it says that two objects have this value.
func weigh(v plan.Value, text string) int {
	switch v.(type) {
	case bool:
		if text == "true" {
			return 1
		}
		return 0
	case json.Number:
		switch {
		case text == "0":
			return 0
		case len(text) < 3:
			return 1
		}
		return 2
	}
	switch n := len(text); {
	case n < 3:
		return 1
	case n < 6:
		return 2
	case n < 12:
		return 3
	}
	return 4
}

func sum(text string) uint64 {
	h := sha256.Sum256([]byte("tofuspec leaf\x00" + text))
	return binary.BigEndian.Uint64(h[:8]) >> 16
}

// plainPath drops the list indexes from a path.
func plainPath(p string) string {
	if !strings.Contains(p, "[") {
		return p
	}
	var b strings.Builder
	depth := 0
	for i := range len(p) {
		switch c := p[i]; {
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// within tells whether path a is b or stands inside it, both without indexes.
func within(a, b string) bool {
	return a == b || len(a) > len(b) && a[len(b)] == '.' && a[:len(b)] == b
}
