package escape

import (
	"regexp"
	"strings"
	"sync"
)

var scheme = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`) })

// URL makes s safe as a link's destination between parentheses, or as an
// HTML attribute. http, https and mailto addresses are kept, without a user
// name and password; anything else counts as a path relative to the document,
// so that a "javascript:" leads nowhere. A path's "%" is kept as it is.
func URL(s string) string {
	s = strings.TrimSpace(s)
	switch kind := strings.ToLower(scheme().FindString(s)); kind {
	case "http:", "https:":
		rest := strings.TrimLeft(s[len(kind):], `/\`)
		end := strings.IndexAny(rest, `/\?#`)
		if end < 0 {
			end = len(rest)
		}
		if user := strings.LastIndexByte(rest[:end], '@'); user >= 0 {
			rest = rest[user+1:]
		}
		return kind + "//" + percent(rest)
	case "mailto:":
		return kind + percent(s[len(kind):])
	case "":
	default:
		s = "./" + s
	}
	if strings.HasPrefix(s, "/") || strings.HasPrefix(s, `\`) {
		s = "/" + strings.TrimLeft(s, `/\`) // never another host
	}
	return percent(s)
}

// percent encodes every byte that could end a destination or be seen as
// something else.
func percent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if plain(rune(c)) && c != ' ' || c < 0x80 && strings.IndexByte("-._~:/?#@!$'*+,;=%&", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	// "&" opens an entity in both languages.
	return strings.ReplaceAll(b.String(), "&", "&amp;")
}
