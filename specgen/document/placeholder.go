package document

import (
	"regexp"
	"strings"
	"sync"
)

var (
	// brackets are "[Name]", but neither a link, a reference, a footnote nor
	// a box.
	brackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\[[^\[\]^!\n][^\[\]\n]+\])(?:[^(\[:]|$)`) })
	angles   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(<[A-Za-z][^<>/="]* [^<>/="]*>|\$\{[A-Z_]+\})`)
	})
	// braces are "{{name}}", and "{a sentence}" as MADR writes it.
	braces = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(\{\{[^{}\n]*\}\}|\{[A-Za-z][^{}"=\n]* [^{}"=\n]*\})`)
	})
	markers = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:TBD|TODO|XXX+|YYYY-MM-DD|FIXME|YYYY)\b|\$X\b`) })
	// wholes are texts that are nothing but a placeholder.
	wholes = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:\[[^\[\]\n]+\]|<[^<>\n]+>|\{[^{}\n]*\}|\{\{[^{}]*\}\}|TBD|TODO|N/A|\?+|\.\.\.|…|YYYY-MM-DD|[A-Z]+-XXX+|\[#X+\]\([^()]*\))[.]?$`)
	})
)

// holdsPlaceholder tells whether a template's text asks to be replaced.
func holdsPlaceholder(s string) bool {
	return strings.ContainsAny(s, "[<{$") && (brackets().MatchString(s) || angles().MatchString(s) || braces().MatchString(s)) ||
		strings.ContainsAny(s, "TXYF$") && markers().MatchString(s)
}

// firstPlaceholder returns where the first placeholder with brackets, braces
// or angles lies in a line; nil when it has none.
func firstPlaceholder(s string) []int {
	var first []int
	for _, re := range []*regexp.Regexp{brackets(), angles(), braces()} {
		if m := re.FindStringSubmatchIndex(s); m != nil && (first == nil || m[2] < first[0]) {
			first = m[2:4]
		}
	}
	return first
}

// isPlaceholder tells whether a text is nothing but a placeholder.
func isPlaceholder(s string) bool {
	s = strings.Trim(strings.TrimSpace(s), "*_ ")
	return wholes().MatchString(s)
}
