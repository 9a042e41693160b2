package escape

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// zwsp breaks a reference apart without being seen. It is written as an
// entity, so that the Markdown source shows it.
const zwsp = "&#8203;"

// Text makes s safe as running text of a paragraph or list item, also at the
// start of a line.
func Text(s string) string {
	s = line(s)
	return inline(s, leading(s), false)
}

// Cell makes s safe as text in a table cell.
func Cell(s string) string { return inline(line(s), -1, true) }

// LinkText makes s safe between the brackets of a link.
func LinkText(s string) string { return inline(line(s), -1, false) }

// Heading makes s safe as the text of an ATX heading.
func Heading(s string) string {
	s = inline(line(s), -1, false)
	if rest, ok := strings.CutSuffix(s, "#"); ok && !strings.HasSuffix(rest, `\`) {
		return rest + `\#`
	}
	return s
}

// references are the places in plain text that a forge turns into something
// else after the Markdown is read, so that no backslash helps. Each is broken
// after its first group.
var references = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`` +
		`(@)[\pL\pN_-]` + // a person or team, or an address to mail to
		`|([#!%&$])["\d]` + // issue, merge request, milestone, epic, snippet
		`|(~)["\pL\pN_]` + // label
		`|(\b[Gg][HhLl])-\d` + // GH-12, GL-12
		`|(:)[a-z0-9_+-]+:` + // emoji
		`|(\b[Hh][Tt][Tt][Pp][Ss]?:|\b[Ff][Tt][Pp]:)//` + // bare address
		`|(\b[Ww][Ww][Ww])\.` +
		`|((?:[Mm][Aa][Ii][Ll][Tt][Oo]|[Xx][Mm][Pp][Pp]):)`)
})

// commits are what may be the hash of a commit, whole or short.
var commits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b[0-9a-f]{7,40}\b`) })

// breakCommits adds the offsets that break hashes of commits: words of hexadecimal
// digits that hold a letter and a digit, so that numbers and words stay whole.
func breakCommits(s string, at map[int]bool) map[int]bool {
	for _, m := range commits().FindAllStringIndex(s, -1) {
		if word := s[m[0]:m[1]]; !strings.ContainsAny(word, "0123456789") || !strings.ContainsAny(word, "abcdef") {
			continue
		}
		if at == nil {
			at = map[int]bool{}
		}
		for i := m[0] + 6; i < m[1]; i += 6 { // no part is long enough
			at[i] = true
		}
	}
	return at
}

// breaks returns the byte offsets in s where a reference is to be broken.
func breaks(s string) map[int]bool {
	var at map[int]bool
	for from := 0; from < len(s); {
		m := references().FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		end := 0
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				end = from + m[g+1]
			}
		}
		if at == nil {
			at = map[int]bool{}
		}
		at[end] = true
		from = end
	}
	return breakCommits(s, at)
}

// inline escapes a line of text for Markdown's inline rules. The character at
// offset lead, if any, is escaped in any case.
func inline(s string, lead int, cell bool) string {
	at := breaks(s)
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if at[i] {
			b.WriteString(zwsp)
		}
		switch {
		case r == '|' && cell:
			b.WriteString("&#124;")
			continue
		case i == lead, special(s, i, r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// special tells whether the rune r at offset i of s means something to
// Markdown wherever it stands.
func special(s string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '[', ']', '<', '>', '~', '$', '|':
		return true
	case '&':
		return i+1 < len(s) && (s[i+1] == '#' || unicode.IsLetter(rune(s[i+1])))
	case '_':
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		return !word(before) || !word(after)
	}
	return false
}

func word(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

var ordered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d+[.)](?: |$)`) })

// leading returns the offset of the character that would open a block, or a
// GitLab quick action, were s the start of a line; -1 when none would.
func leading(s string) int {
	if s == "" {
		return -1
	}
	if strings.IndexByte("#+-=/", s[0]) >= 0 || strings.HasPrefix(s, ":-") {
		return 0
	}
	if m := ordered().FindString(s); m != "" {
		return len(strings.TrimRight(m, " ")) - 1
	}
	return -1
}
