package plan

import (
	"bytes"
	"encoding/binary"
	"iter"
	"math/bits"
	"slices"
)

// The functions here walk over values that skip has checked already.

// A member is one member of an object.
type member struct {
	name  []byte // decoded
	value []byte
}

func rawSpace(b []byte, i int) int {
	for b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r' {
		i++
	}
	return i
}

// rawString returns the index after the string that starts at i.
func rawString(b []byte, i int) int {
	i++
	for {
		for i+8 <= len(b) {
			if m := special(binary.LittleEndian.Uint64(b[i:])); m != 0 {
				i += bits.TrailingZeros64(m) >> 3
				break
			}
			i += 8
		}
		switch b[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
		i++
	}
}

// rawValue returns the index after the value that starts at i.
func rawValue(b []byte, i int) int {
	depth := 0
	for {
		switch b[i] {
		case '"':
			i = rawString(b, i)
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ' ', '\n', '\t', '\r', ',', ':':
			i++
			continue
		default:
			for i++; i < len(b) && b[i] != ',' && b[i] != '}' && b[i] != ']' && b[i] > ' '; i++ {
			}
		}
		if depth == 0 {
			return i
		}
	}
}

// appendMembers appends the members of the object b, sorted by name. Of two
// with one name the last stays, as in every JSON decoder that tools use.
func appendMembers(to []member, b []byte) []member {
	at := len(to)
	sorted := true
	for name, value := range members(b) {
		if len(to) > at && bytes.Compare(to[len(to)-1].name, name) >= 0 {
			sorted = false
		}
		to = append(to, member{name, value})
	}
	if sorted {
		return to
	}
	own := to[at:]
	slices.SortStableFunc(own, func(x, y member) int { return bytes.Compare(x.name, y.name) })
	n := 0
	for i := range own {
		if i+1 < len(own) && bytes.Equal(own[i].name, own[i+1].name) {
			continue
		}
		own[n] = own[i]
		n++
	}
	return to[:at+n]
}

// members goes over the members of the object b in the order written. A name
// that is there twice comes twice.
func members(b []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(name, value []byte) bool) {
		for i := rawSpace(b, 1); b[i] != '}'; {
			end := rawString(b, i)
			name := b[i+1 : end-1]
			if !plain(name) {
				name = unquote(nil, b[i:end])
			}
			i = rawSpace(b, rawSpace(b, end)+1)
			end = rawValue(b, i)
			if !yield(name, b[i:end]) {
				return
			}
			if i = rawSpace(b, end); b[i] == ',' {
				i = rawSpace(b, i+1)
			}
		}
	}
}

// elements goes over the elements of the list b.
func elements(b []byte) iter.Seq2[int, []byte] {
	return func(yield func(i int, value []byte) bool) {
		n := 0
		for i := rawSpace(b, 1); b[i] != ']'; n++ {
			end := rawValue(b, i)
			if !yield(n, b[i:end]) {
				return
			}
			if i = rawSpace(b, end); b[i] == ',' {
				i = rawSpace(b, i+1)
			}
		}
	}
}

// appendElements appends the elements of the list b.
func appendElements(to []member, b []byte) []member {
	for _, value := range elements(b) {
		to = append(to, member{value: value})
	}
	return to
}

// isNull tells whether a raw value is null or absent.
func isNull(b []byte) bool { return len(b) == 0 || b[0] == 'n' }
