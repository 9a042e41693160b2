package plan

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// unquote appends what a checked JSON string, quotes included, means. Broken
// surrogates and bytes that are not UTF-8 become U+FFFD.
func unquote(to, raw []byte) []byte {
	raw = raw[1 : len(raw)-1]
	if plain(raw) {
		return append(to, raw...)
	}
	for i := 0; i < len(raw); {
		if b := raw[i]; b != '\\' && b < utf8.RuneSelf {
			to = append(to, b)
			i++
			continue
		}
		r, n := nextRune(raw[i:])
		to = utf8.AppendRune(to, r)
		i += n
	}
	return to
}

// sameText tells whether two checked JSON strings, quotes included, mean the
// same. It copies neither of them: they can be a hundred megabytes long.
func sameText(a, b []byte) bool {
	a, b = a[1:len(a)-1], b[1:len(b)-1]
	if plain(a) && plain(b) {
		return bytes.Equal(a, b)
	}
	for len(a) > 0 && len(b) > 0 {
		x, n := nextRune(a)
		y, m := nextRune(b)
		if x != y {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return len(a) == len(b)
}

// nextRune returns the first character of what is left of a checked JSON
// string, and how many bytes it takes there.
func nextRune(raw []byte) (r rune, n int) {
	if raw[0] != '\\' {
		return utf8.DecodeRune(raw)
	}
	switch c := raw[1]; c {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		r = hex4(raw[2:])
		if !utf16.IsSurrogate(r) {
			return r, 6
		}
		if len(raw) >= 12 && raw[6] == '\\' && raw[7] == 'u' {
			if r = utf16.DecodeRune(r, hex4(raw[8:])); r != utf8.RuneError {
				return r, 12
			}
		}
		return utf8.RuneError, 6
	default:
		return rune(c), 2
	}
}

// plain tells whether a string's bytes mean themselves.
func plain(raw []byte) bool {
	for _, b := range raw {
		if b == '\\' || b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func hex4(b []byte) rune {
	var r rune
	for _, c := range b[:4] {
		switch {
		case c <= '9':
			c -= '0'
		case c <= 'F':
			c -= 'A' - 10
		default:
			c -= 'a' - 10
		}
		r = r<<4 | rune(c)
	}
	return r
}
