package specgen

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// lineLength is where prose is wrapped: what markdownlint (MD013) asks for,
// and what the built-in template keeps to. Tables and code cannot be wrapped.
const lineLength = 80

// wrap breaks the lines of paragraphs and list items at lineLength. Fences,
// tables, headings and HTML stay as they are, and so do code spans: a line may
// be longer when there is no place to break it. Label is how long the label is
// that the text stands behind, as an item of a list; 0 for none.
func wrap(markdown string, label int) string {
	nested := 0
	if label > 0 {
		nested = len("- ")
	}
	var out []string
	fence := ""
	for i, line := range strings.Split(markdown, "\n") {
		bare := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(bare, fence) {
				fence = ""
			}
		case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
			fence = bare[:3]
		case bare == "", strings.ContainsRune("|<#", rune(bare[0])):
		default:
			taken := nested
			if i == 0 {
				taken = label
			}
			out = append(out, wrapLine(line, taken, nested)...)
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// item is the marker of a list item, with what stands before it.
var item = regexp.MustCompile(`^ *(?:[-*+]|\d{1,9}[.)]) +`)

// wrapLine breaks one line, of which a part is taken already, and so is the
// margin of the lines that follow. These are indented as the item's text is.
func wrapLine(line string, taken, margin int) []string {
	indent := strings.Repeat(" ", len(line)-len(strings.TrimLeft(line, " ")))
	lead := item.FindString(line)
	if lead != "" {
		indent = strings.Repeat(" ", len(lead))
	} else {
		lead = indent
	}
	var out []string
	now, length := lead, utf8.RuneCountInString(lead)+taken
	empty, glued := true, false
	for _, word := range words(line[len(lead):]) {
		n := utf8.RuneCountInString(word)
		switch {
		case empty:
			now += word
			length += n
		case length+1+n <= lineLength || glued || opens.MatchString(word):
			now += " " + word
			length += 1 + n
		default:
			out = append(out, now)
			now, length = indent+word, margin+len(indent)+n
		}
		empty = false
		backslashes := len(word) - len(strings.TrimRight(word, `\`))
		glued = backslashes%2 == 1 // at a line's end it would be a line break
	}
	return append(out, now)
}

// opens are words that would begin a block if they stood first in a line.
var opens = regexp.MustCompile("^(?:[-+*=]+|\\d{1,9}[.)]|#{1,6}|>.*|<.*|~~~.*|```.*|\\|.*|:?-+:?)$")

// words splits text at its spaces, but for those in code spans.
func words(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); {
		switch text[i] {
		case ' ':
			if i > start {
				out = append(out, text[start:i])
			}
			i++
			start = i
		case '\\':
			i += 2
		case '`':
			i = span(text, i)
		default:
			i++
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// span returns the end of the code span that begins at i, or that of the
// backticks when nothing ends it.
func span(text string, i int) int {
	n := 0
	for i+n < len(text) && text[i+n] == '`' {
		n++
	}
	for j := i + n; j < len(text); {
		if text[j] != '`' {
			j++
			continue
		}
		m := 0
		for j+m < len(text) && text[j+m] == '`' {
			m++
		}
		if m == n {
			return j + m
		}
		j += m
	}
	return i + n
}
