package document

import (
	"bytes"
	"strings"
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

// marker reads what a list item's line starts with: white space, a bullet or
// a number, and white space. size is the length of it all, 0 when the line is
// no item's first.
func marker(line string) (indent, mark string, size int) {
	at := blanks(line)
	from := at
	switch digits := len(line[at:]) - len(strings.TrimLeft(line[at:], "0123456789")); {
	case at < len(line) && strings.IndexByte("-*+", line[at]) >= 0:
		at++
	case digits > 0 && digits < 10 && at+digits < len(line) && strings.IndexByte(".)", line[at+digits]) >= 0:
		at += digits + 1
	default:
		return "", "", 0
	}
	gap := blanks(line[at:])
	if gap == 0 && at < len(line) {
		return "", "", 0
	}
	return line[:from], line[from:at], at + gap
}

// checkbox returns the mark in the box that a text starts with, and the box's
// length with the white space behind it; 0 when there is none.
func checkbox(s string) (mark byte, size int) {
	if len(s) < 3 || s[0] != '[' || s[2] != ']' || strings.IndexByte(" xX", s[1]) < 0 {
		return 0, 0
	}
	gap := blanks(s[3:])
	if gap == 0 && len(s) > 3 {
		return 0, 0
	}
	return s[1], 3 + gap
}

// blanks returns how many spaces and tabs s starts with.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

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
	line := string(src[s.start:min(lineEnd(src, s.start), s.end)])
	indent, mark, at := marker(line)
	if at == 0 {
		return it, false
	}
	it.indent, it.mark = indent, mark
	it.content = len(indent) + len(mark) + 1
	box, size := checkbox(line[at:])
	it.ticked = box
	it.textFrom = s.start + at + size
	return it, true
}

// ordered tells whether the item has a number.
func (it item) ordered() bool { return len(it.mark) > 1 }
