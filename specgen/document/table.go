package document

import (
	"slices"
	"strings"
)

// cells returns the cells of a table's line as offsets into it, white space
// trimmed.
func cells(line string) []span {
	var out []span
	at := 0
	flush := func(end int) {
		s := span{at, end}
		for s.start < s.end && (line[s.start] == ' ' || line[s.start] == '\t') {
			s.start++
		}
		for s.end > s.start && (line[s.end-1] == ' ' || line[s.end-1] == '\t') {
			s.end--
		}
		out = append(out, s)
	}
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			flush(i)
			at = i + 1
		}
	}
	flush(len(line))
	if first := out[0]; first.start == first.end && len(out) > 1 {
		out = out[1:]
	}
	if last := out[len(out)-1]; last.start == last.end && len(out) > 1 && strings.HasSuffix(strings.TrimRight(line, " \t"), "|") {
		out = out[:len(out)-1]
	}
	return out
}

// A table is a top-level table of the document.
type table struct {
	header []string // as normal gives them
	outer  bool     // rows start and end with a pipe
	rows   []span   // whole lines
	after  int      // end of the delimiter row
	end    int
}

// readTable reads the table whose lines are b.
func readTable(src []byte, b span) table {
	var t table
	first := lineEnd(src, b.start)
	line := string(src[b.start:first])
	for _, c := range cells(line) {
		t.header = append(t.header, normal(line[c.start:c.end]))
	}
	t.outer = strings.HasPrefix(strings.TrimSpace(line), "|")
	at := nextLine(src, first)
	t.after = min(lineEnd(src, min(at, len(src))), b.end)
	t.end = b.end
	for at = nextLine(src, t.after); at < b.end; at = nextLine(src, lineEnd(src, at)) {
		t.rows = append(t.rows, span{at, min(lineEnd(src, at), b.end)})
	}
	return t
}

// columnsOf maps a table's columns to those of want: for each column of the
// header the index into want, or -1. It returns nil unless the first column
// of want and one more are there.
func columnsOf(header []string, want []column) []int {
	out := make([]int, len(header))
	taken := make([]bool, len(want))
	for i := range out {
		out[i] = -1
	}
	// A name that stands early in a column's list is the surer one.
	for rank := range 16 {
		for w, c := range want {
			if taken[w] || rank >= len(c.names) {
				continue
			}
			if i := slices.Index(header, c.names[rank]); i >= 0 && out[i] < 0 {
				out[i], taken[w] = w, true
			}
		}
	}
	found := 0
	for _, t := range taken {
		if t {
			found++
		}
	}
	if !taken[0] || found < 2 {
		return nil
	}
	return out
}

// fitRows writes the body of a fragment's table for a table with other
// columns. What the table has no column for joins the column before it.
func fitRows(fragment string, t table, cols []int, want []column) string {
	var out []string
	width := len(want)
	for n, line := range strings.Split(trimLines(fragment), "\n") {
		if n < 2 || !strings.HasPrefix(line, "|") {
			continue
		}
		got := make([]string, width)
		for i, c := range cells(line) {
			if i < width {
				got[i] = line[c.start:c.end]
			}
		}
		for w := width - 1; w > 0; w-- { // fold what has no column
			if !slices.Contains(cols, w) && got[w] != "" {
				to := w - 1
				for to > 0 && !slices.Contains(cols, to) {
					to--
				}
				got[to], got[w] = strings.TrimPrefix(got[to]+": "+got[w], ": "), ""
			}
		}
		row := make([]string, len(cols))
		for i, w := range cols {
			if w >= 0 {
				row[i] = got[w]
			}
		}
		joined := strings.Join(row, " | ")
		if t.outer {
			joined = "| " + joined + " |"
		}
		out = append(out, joined)
	}
	return strings.Join(out, "\n")
}

// tableBody returns the rows of a fragment that is a table.
func tableBody(fragment string) string {
	lines := strings.Split(fragment, "\n")
	return strings.Join(lines[min(2, len(lines)):], "\n")
}

// cellText makes a fragment's line safe in a cell: a pipe that is not escaped
// would end it.
func cellText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			b.WriteByte(s[i])
			i++
		case s[i] == '|':
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
