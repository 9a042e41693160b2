package document

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

// A label is a name with a value behind it: `**Author**: x`, `- Author: x`,
// or a table's row.
type label struct {
	name    string // as normal gives it
	value   span   // white space trimmed; may be empty
	section int
	cell    bool
	item    *item // the list item whose first line holds the label
	last    bool  // nothing else follows in the item's or paragraph's line
	block   int   // index of the top-level block in its section
}

var (
	boldLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:\*\*|__)([^*_|:\n]{1,60}?)[ \t]*(?::[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*:)`)
	})
	plainLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?([\pL][\pL\d /&-]{0,40}?)[ \t]*:(?:[ \t]|$)`)
	})
	separator = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:[ \t]*(?:\||·|•|—|–|;|,|<br ?/?>|&nbsp;)?[ \t]*)$`)
	})
)

// labels finds all labels, in document order.
func labels(src []byte, sections []section) []label {
	var out []label
	for s, sec := range sections {
		if sec.level == pseudoLevel && len(sec.blocks) == 0 { // no heading then
			out = append(out, lineLabels(src, sec.head.span, s, 0, nil)...)
		}
		for b, blk := range sec.blocks {
			switch blk.node.Kind() {
			case kindTable:
				out = append(out, rowLabels(src, blk, s, b)...)
			case ast.KindParagraph, ast.KindBlockquote:
				out = append(out, lineLabels(src, blk.span, s, b, nil)...)
			case ast.KindList:
				for _, it := range nestedItems(src, blk.node, blk.end) {
					first := span{it.start, min(lineEnd(src, it.start), it.end)}
					out = append(out, lineLabels(src, first, s, b, &it)...)
				}
			}
		}
	}
	return out
}

// lineLabels finds the labels in the lines of a span.
func lineLabels(src []byte, in span, sec, blk int, it *item) []label {
	var out []label
	for at := in.start; at < in.end; at = nextLine(src, lineEnd(src, at)) {
		end := min(lineEnd(src, at), in.end)
		if bytes.IndexByte(src[at:end], ':') < 0 {
			continue
		}
		line := string(src[at:end])
		found := boldLabel().FindAllStringSubmatchIndex(line, -1)
		if found == nil {
			if m := plainLabel().FindStringSubmatchIndex(line); m != nil {
				found = [][]int{m}
			} else if l, ok := definedLabel(src, in, at, end); ok {
				l.section, l.block, l.item = sec, blk, it
				out = append(out, l)
			}
		}
		for i, m := range found {
			to := len(line)
			if i+1 < len(found) {
				to = found[i+1][0]
				to -= len(separator().FindString(line[m[1]:to]))
			}
			v := trimValue(line, span{m[1], to})
			out = append(out, label{
				name: normal(line[m[2]:m[3]]), value: span{at + v.start, at + v.end},
				section: sec, block: blk, item: it, last: i+1 == len(found),
			})
		}
	}
	return out
}

// definedLabel reads a line of a definition list, whose label is the line
// above:
//
//	Author
//	: Ada
func definedLabel(src []byte, in span, at, end int) (label, bool) {
	line := string(src[at:end])
	if at == in.start || !strings.HasPrefix(line, ": ") {
		return label{}, false
	}
	name := string(src[lineStart(src, at-1):lineEnd(src, lineStart(src, at-1))])
	if strings.HasPrefix(name, ":") || len(name) > 60 {
		return label{}, false
	}
	v := trimValue(line, span{2, len(line)})
	return label{name: normal(name), value: span{at + v.start, at + v.end}, last: true}, true
}

// trimValue takes white space from both ends, and a hard line break from the
// end. An empty value stands where the label ends.
func trimValue(line string, v span) span {
	from := v.start
	for v.start < v.end && (line[v.start] == ' ' || line[v.start] == '\t') {
		v.start++
	}
	for v.end > v.start && (line[v.end-1] == ' ' || line[v.end-1] == '\t') {
		v.end--
	}
	if v.end == len(line) && v.end > v.start && line[v.end-1] == '\\' && (v.end-1 == v.start || line[v.end-2] == ' ') {
		v.end--
		for v.end > v.start && line[v.end-1] == ' ' {
			v.end--
		}
	}
	if v.start == v.end {
		return span{from, from}
	}
	return v
}

// Names of the columns that hold a table's labels and their values.
var (
	labelColumns = []string{"aspect", "field", "property", "attribute", "key", "name", "item", "question", "topic"}
	valueColumns = []string{"assessment", "value", "answer", "rating", "details", "description"}
)

// rowLabels finds the labels in a table's body: a cell with the name, and one
// with the value; the first and the second when the header does not tell.
func rowLabels(src []byte, b block, sec, blk int) []label {
	t := readTable(src, b.span)
	column := func(names []string) int {
		return slices.IndexFunc(t.header, func(h string) bool { return slices.Contains(names, h) })
	}
	name, value := column(labelColumns), column(valueColumns)
	if name < 0 {
		name = 0
	}
	if value < 0 || value == name {
		value = name + 1
	}
	var out []label
	for _, l := range t.rows {
		line := string(src[l.start:l.end])
		c := cells(line)
		if len(c) <= max(name, value) {
			continue
		}
		out = append(out, label{
			name:  normal(strings.TrimRight(line[c[name].start:c[name].end], ":*_ ")),
			value: span{l.start + c[value].start, l.start + c[value].end}, section: sec, block: blk, cell: true, last: true,
		})
	}
	return out
}
