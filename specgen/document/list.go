package document

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// itemsOf returns the entries of a list that ends at end.
func itemsOf(src []byte, list ast.Node, end int) []item {
	var spans []span
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		start := lineStart(src, min(max(n.Pos(), 0), len(src)))
		if len(spans) > 0 && start <= spans[len(spans)-1].start {
			continue
		}
		spans = append(spans, span{start, start})
	}
	out := make([]item, 0, len(spans))
	for i, s := range spans {
		s.end = end
		if i+1 < len(spans) {
			s.end = spans[i+1].start
		}
		s.end = trimBlank(src, s.start, s.end)
		if it, ok := readItem(src, s); ok {
			out = append(out, it)
		}
	}
	return out
}

// nestedItems returns the entries of a list and of the lists in them.
func nestedItems(src []byte, list ast.Node, end int) []item {
	var out []item
	own := itemsOf(src, list, end)
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		start := lineStart(src, min(max(n.Pos(), 0), len(src)))
		i := slices.IndexFunc(own, func(it item) bool { return it.start == start })
		if i < 0 {
			continue
		}
		out = append(out, own[i])
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Kind() != ast.KindList {
				continue
			}
			to := own[i].end
			if next := c.NextSibling(); next != nil {
				to = max(start, lineStart(src, min(max(next.Pos(), 0), len(src))))
			}
			out = append(out, nestedItems(src, c, to)...)
		}
	}
	return out
}

// fragmentItems cuts a fragment that is a list into the contents of its
// items, not indented and without checkboxes. Text that is no list is one
// item.
func fragmentItems(fragment string) []string {
	src := []byte(trimLines(fragment))
	if len(src) == 0 {
		return nil
	}
	var out []string
	root := markdown().Parse(text.NewReader(src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindList {
			continue
		}
		end := len(src)
		if next := n.NextSibling(); next != nil {
			end = lineStart(src, next.Pos())
		}
		for _, it := range itemsOf(src, n, end) {
			from := it.textFrom
			head, rest, more := strings.Cut(string(src[from:it.end]), "\n")
			if more {
				head += "\n" + dedent(rest, it.content)
			}
			out = append(out, head)
		}
	}
	if out == nil {
		out = []string{oneLine(string(src))}
	}
	return out
}

// A listStyle is how a list's items are written.
type listStyle struct {
	indent string
	bullet string // "-", "*" or "+"; "" for a numbered list
	number int    // of the next item
	paren  string // "." or ")" behind a number
	task   bool
}

// styleOf tells how it is written.
func styleOf(it item) listStyle {
	st := listStyle{indent: it.indent, task: it.ticked != 0}
	if !it.ordered() {
		st.bullet = it.mark
		return st
	}
	st.number, _ = strconv.Atoi(it.mark[:len(it.mark)-1])
	st.paren = it.mark[len(it.mark)-1:]
	return st
}

// next is the style of the item after it.
func (st listStyle) next() listStyle {
	st.number++
	return st
}

// render writes items in the style.
func (st listStyle) render(contents []string) string {
	var b strings.Builder
	for i, c := range contents {
		if i > 0 {
			b.WriteByte('\n')
		}
		mark := st.bullet
		if mark == "" {
			mark = strconv.Itoa(st.number+i) + st.paren
		}
		b.WriteString(st.indent)
		b.WriteString(mark)
		b.WriteByte(' ')
		if st.task {
			b.WriteString("[ ] ")
		}
		b.WriteString(indent(c, len(st.indent)+len(mark)+1))
	}
	return b.String()
}

// untick returns a list's text with every box empty, and the lines that were
// ticked as they read with an empty box, with their marks.
func untick(s string) (string, map[string]byte) {
	var ticks map[string]byte
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		_, _, at := marker(l)
		if at == 0 {
			continue
		}
		if box, _ := checkbox(l[at:]); box != 0 && box != ' ' {
			lines[i] = l[:at] + "[ ]" + l[at+3:]
			if ticks == nil {
				ticks = map[string]byte{}
			}
			ticks[lines[i]] = box
		}
	}
	return strings.Join(lines, "\n"), ticks
}

// retick puts the marks into the lines of s that had them, and tells whether
// each found its line.
func retick(s string, ticks map[string]byte) (string, bool) {
	left := len(ticks)
	lines := strings.Split(s, "\n")
	seen := map[string]bool{}
	for i, l := range lines {
		tick, ok := ticks[l]
		if !ok || seen[l] {
			continue
		}
		seen[l] = true
		left--
		_, _, at := marker(l)
		lines[i] = l[:at] + "[" + string(tick) + "]" + l[at+3:]
	}
	return strings.Join(lines, "\n"), left == 0
}
