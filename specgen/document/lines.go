package document

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// eol returns the line end that src uses: "\r\n" when its first line ends so.
func eol(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// canonical returns text with "\n" for the document's line end. A text that
// mixes line ends is left as it is, so that it equals nothing the tool wrote.
func canonical(text []byte, end string) string {
	s := string(text)
	if end == "\r\n" && strings.Count(s, "\n") == strings.Count(s, "\r\n") {
		return strings.ReplaceAll(s, "\r\n", "\n")
	}
	return s
}

// native is the other way round.
func native(s, end string) string {
	if end == "\n" {
		return s
	}
	return strings.ReplaceAll(s, "\n", end)
}

// oneLine returns Markdown text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// firstParagraph returns the text up to the first blank line, on one line.
func firstParagraph(s string) string {
	head, _, _ := strings.Cut(strings.TrimSpace(s), "\n\n")
	return oneLine(head)
}

// indent puts n spaces before every line of s but the first and empty ones.
func indent(s string, n int) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = strings.Repeat(" ", n) + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// dedent takes up to n leading spaces from every line of s.
func dedent(s string, n int) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		cut := 0
		for cut < n && cut < len(l) && l[cut] == ' ' {
			cut++
		}
		lines[i] = l[cut:]
	}
	return strings.Join(lines, "\n")
}

// trimLines takes blank lines from both ends of s, and white space from the
// end of each line.
func trimLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

var (
	marker   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)`) })
	checkbox = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\[([ xX])\](?:[ \t]+|$)`) })
)

// An item is one entry of a list.
type item struct {
	span            // whole lines
	indent   string // before the marker
	mark     string // "-", "3."
	content  int    // column where the content starts
	ticked   byte   // ' ', 'x' or 'X'; 0 when the item is no task
	textFrom int    // offset of the text, behind the checkbox
}

// readItem reads the item whose lines are s.
func readItem(src []byte, s span) (item, bool) {
	it := item{span: s}
	line := src[s.start:min(lineEnd(src, s.start), s.end)]
	m := marker().FindSubmatch(line)
	if m == nil {
		return it, false
	}
	it.indent, it.mark = string(m[1]), string(m[2])
	it.content = len(m[1]) + len(m[2]) + 1
	at := len(m[0])
	if c := checkbox().FindSubmatch(line[at:]); c != nil {
		it.ticked = c[1][0]
		at += len(c[0])
	}
	it.textFrom = s.start + at
	return it, true
}

// ordered tells whether the item has a number.
func (it item) ordered() bool { return len(it.mark) > 1 }
