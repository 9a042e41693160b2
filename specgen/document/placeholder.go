package document

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

var (
	// brackets are "[Name]", but neither a link, a reference, a footnote nor
	// a box.
	brackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\\?\[[^\[\]^!\n][^\[\]\n]+\])(?:[^(\[:]|$)`) })
	angles   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(<[A-Za-z][^<>/="]* [^<>/="]*>|\$\{[A-Z_]+\})`)
	})
	// braces are "{{name}}", and "{a sentence}" as MADR writes it.
	braces = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(\{\{[^{}\n]*\}\}|\{[A-Za-z][^{}"=\n]* [^{}"=\n]*\})`)
	})
	markers = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:TBD|TODO|XXX+|YYYY-MM-DD|FIXME|YYYY)\b|\$X\b`) })
	italics = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:_[^_\n]+_|\*[^*\n]+\*)$`) })
	// wholes are texts that are nothing but a placeholder.
	wholes = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:\\?\[[^\[\]\n]+\]|<[A-Za-z][^<>\n]*>|\{[^{}\n]*\}|\{\{[^{}]*\}\}|TBD|TODO|\?+|\.\.\.|…|YYYY-MM-DD|[A-Z]+-XXX+|\[#X+\]\([^()]*\))[.]?$`)
	})
)

// elements are words in angles that are HTML.
var elements = strings.Fields("a abbr b blockquote body br caption center code col dd del details div dl dt em h1 h2 h3 h4 h5 h6 " +
	"head hr html i iframe img input ins kbd li link mark meta ol p pre q s samp script section small span strike strong style sub " +
	"summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var video")

// angled is one word in angles.
var angled = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<([A-Za-z][\w-]*)>`) })

// angledWord returns where the first word in angles that is no HTML lies in a
// text; nil when there is none.
func angledWord(s string) []int {
	for _, m := range angled().FindAllStringSubmatchIndex(s, -1) {
		if !slices.Contains(elements, strings.ToLower(s[m[2]:m[3]])) {
			return m[:2]
		}
	}
	return nil
}

// holdsPlaceholder tells whether a template's text asks to be replaced.
func holdsPlaceholder(s string) bool {
	return strings.ContainsAny(s, "[<{$") && (brackets().MatchString(s) || angles().MatchString(s) || braces().MatchString(s) || angledWord(s) != nil) ||
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
	m := angledWord(s)
	if i := strings.Index(s, "<title>"); m == nil && i >= 0 {
		m = []int{i, i + len("<title>")}
	}
	if m != nil && (first == nil || m[0] < first[0]) {
		first = m
	}
	return first
}

// isPlaceholder tells whether a text is nothing but a placeholder.
func isPlaceholder(s string) bool {
	s = strings.Trim(strings.TrimSpace(s), "*_ ")
	return wholes().MatchString(s) && (!angled().MatchString(s) || angledWord(s) != nil)
}
