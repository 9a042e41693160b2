package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// withColumn adds to one diagnostic, as hcl's text writer wrote it, the column
// where the subject starts, and unless colour marks the subject, carets below
// its first line.
func withColumn(text []byte, d *hcl.Diagnostic, color bool) []byte {
	if d.Subject == nil {
		return text
	}
	at := *d.Subject
	place := fmt.Sprintf("  on %s line %d", at.Filename, at.Start.Line)
	before, after, found := bytes.Cut(text, []byte(place))
	if !found {
		return text
	}
	var out bytes.Buffer
	out.Write(before)
	fmt.Fprintf(&out, "%s, column %d", place, at.Start.Column)
	number := fmt.Sprintf("%4d: ", at.Start.Line)
	for line := range bytes.Lines(after) {
		out.Write(line)
		if source, ok := strings.CutPrefix(string(line), number); ok && !color {
			out.WriteString(carets(strings.TrimRight(source, "\r\n"), len(number), at))
			color = true // once
		}
	}
	return out.Bytes()
}

// carets is the line that points at a range below its first source line.
// Columns count from 1. Tabs stay tabs, so that both lines are as wide.
func carets(source string, indent int, at hcl.Range) string {
	runes := []rune(source)
	start := min(max(at.Start.Column-1, 0), len(runes))
	end := len(runes)
	if at.End.Line == at.Start.Line {
		end = min(end, at.End.Column-1)
	}
	var line strings.Builder
	line.WriteString(strings.Repeat(" ", indent))
	for _, r := range runes[:start] {
		if r != '\t' {
			r = ' '
		}
		line.WriteRune(r)
	}
	line.WriteString(strings.Repeat("^", max(end-start, 1)))
	return line.String() + "\n"
}
