package escape

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replacement stands where a character was that must not be shown.
const replacement = utf8.RuneError

// hidden tells whether r cannot be seen, or changes how what follows is read:
// control characters, bidi marks and overrides, zero-width and tag characters.
func hidden(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) ||
		unicode.Is(unicode.Zp, r) || unicode.Is(unicode.Co, r) || r == '\u034f' || r == '\u115f' ||
		r == '\u1160' || r == '\u3164' || r == '\uffa0'
}

// line returns s on one line: white space of any kind becomes one space, none
// at either end, and hidden characters become U+FFFD.
func line(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u2028' || r == '\u2029' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if hidden(r) {
			r = replacement
		}
		b.WriteRune(r)
	}
	return b.String()
}

// verbatim returns s on one line with its inner white space kept: only line
// breaks and tabs become spaces.
func verbatim(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return ' '
		case hidden(r):
			return replacement
		}
		return r
	}, s)
}

// Block returns s with its line breaks and tabs kept, line ends made "\n",
// and hidden characters replaced: text for a fenced block or a file.
func Block(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case hidden(r):
			return replacement
		}
		return r
	}, s)
}
