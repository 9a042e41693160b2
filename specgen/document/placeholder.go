package document

import (
	"regexp"
	"strings"
	"sync"
)

var (
	// brackets are "[Name]", but neither a link, a reference nor a box.
	brackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[[^\[\]\n]{2,}\](?:[^(\[:]|$)`) })
	angles   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<[A-Za-z][^<>/="]* [^<>/="]*>|\{\{[^{}]*\}\}|\$\{[A-Z_]+\}`)
	})
	markers = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:TBD|TODO|XXX+|YYYY-MM-DD|FIXME|YYYY)\b|\$X\b`) })
	// wholes are texts that are nothing but a placeholder.
	wholes = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:\[[^\[\]\n]+\]|<[^<>\n]+>|\{\{[^{}]*\}\}|TBD|TODO|N/A|\?+|\.\.\.|…|YYYY-MM-DD|[A-Z]+-XXX+|\[#X+\]\([^()]*\))[.]?$`)
	})
)

// holdsPlaceholder tells whether a template's text asks to be replaced.
func holdsPlaceholder(s string) bool {
	return brackets().MatchString(s) || angles().MatchString(s) || markers().MatchString(s)
}

// isPlaceholder tells whether a text is nothing but a placeholder.
func isPlaceholder(s string) bool {
	s = strings.Trim(strings.TrimSpace(s), "*_ ")
	return wholes().MatchString(s)
}
