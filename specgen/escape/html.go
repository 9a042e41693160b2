package escape

import (
	"html"
	"strings"
)

// HTML makes s safe as text or as a quoted attribute's value of an HTML page.
// In Markdown use MarkdownHTML.
func HTML(s string) string { return html.EscapeString(verbatim(s)) }

// MarkdownHTML makes s safe as text between HTML tags inside Markdown, such
// as in <summary>: it is text to both, and calls nobody.
func MarkdownHTML(s string) string {
	s = line(s)
	at := breaks(s)
	var b strings.Builder
	for i, r := range s {
		if at[i] {
			b.WriteString(zwsp)
		}
		switch r {
		case '\\', '`', '*', '_', '[', ']', '~', '$', '|', '!', '#':
			b.WriteString("&#")
			b.WriteString(decimal(r))
			b.WriteByte(';')
		default:
			b.WriteString(html.EscapeString(string(r)))
		}
	}
	return b.String()
}

// HTMLComment makes s safe inside an HTML comment: it cannot end it, nor
// start another.
func HTMLComment(s string) string {
	s = line(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '-' && (i+1 == len(s) || s[i+1] == '-'):
			b.WriteString("&#45;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
