package escape

import (
	"fmt"
	"strings"
)

// Code returns s as a code span, to the letter but for line breaks. It is not
// for table cells: see CodeCell.
func Code(s string) string {
	s = verbatim(s)
	if strings.Trim(s, " ") == "" {
		return "` `"
	}
	fence := strings.Repeat("`", 1+spareRun(s))
	if s[0] == '`' || s[len(s)-1] == '`' || (s[0] == ' ' && s[len(s)-1] == ' ') {
		s = " " + s + " "
	}
	return fence + s + fence
}

// CodeCell returns s as a code span for a table cell, where a pipe ends the
// cell even inside a code span.
func CodeCell(s string) string {
	if !strings.Contains(s, "|") {
		return Code(s)
	}
	if !strings.Contains(s, `\`) {
		return strings.ReplaceAll(Code(s), "|", `\|`)
	}
	// Readers of Markdown differ on a backslash before an escaped pipe, so
	// spell the span in HTML, and every mark in it as an entity.
	var b strings.Builder
	b.WriteString("<code>")
	for _, r := range verbatim(s) {
		if r < 0x80 && !plain(r) {
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteString("</code>")
	return b.String()
}

// Fence returns body as a fenced code block with the info string info, which
// is the caller's own. It ends in a line break.
func Fence(info, body string) string {
	body = Block(body)
	if body != "" && !strings.HasSuffix(body, "\n") {
		body += "\n"
	}
	fence := strings.Repeat("`", max(3, 1+longestRun(body)))
	return fence + info + "\n" + body + fence + "\n"
}

// spareRun returns the smallest number n for which s holds no run of exactly
// n+1 backticks, so that n+1 of them can enclose it.
func spareRun(s string) int {
	runs := map[int]bool{}
	n := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] == '`' {
			n++
			continue
		}
		runs[n] = true
		n = 0
	}
	for n = 1; runs[n]; n++ {
	}
	return n - 1
}

func longestRun(s string) int {
	longest, n := 0, 0
	for i := range len(s) {
		if s[i] != '`' {
			n = 0
			continue
		}
		n++
		longest = max(longest, n)
	}
	return longest
}

// plain tells whether the ASCII character r means nothing in any language
// here.
func plain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == ' '
}
