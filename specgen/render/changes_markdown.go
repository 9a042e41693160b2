package render

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// ChangesMarkdown writes changes as Markdown: a heading and a table a stack.
type ChangesMarkdown struct{ ChangesOptions }

// Begin writes nothing.
func (ChangesMarkdown) Begin(to []byte) []byte { return to }

// Stack writes the stack's heading.
func (ChangesMarkdown) Stack(to []byte, s ChangesStack, first bool) []byte {
	if !first {
		to = append(to, '\n')
	}
	return append(to, "### "+escape.Code(folder(s.Path))+"\n\n"...)
}

// Change writes one row; the first brings the table's head.
func (m ChangesMarkdown) Change(to []byte, c *plan.Change, first bool) ([]byte, int) {
	if first {
		to = append(to, "| | Resource | What happens | Why |"...)
		if m.Details {
			to = append(to, " Attributes |"...)
		}
		if m.Values {
			to = append(to, " Values |"...)
		}
		to = append(to, "\n|---|---|---|---|"...)
		if m.Details {
			to = append(to, "---|"...)
		}
		if m.Values {
			to = append(to, "---|"...)
		}
		to = append(to, '\n')
	}
	to = append(to, "| "...)
	if s := strings.TrimSpace(changeSymbol(c)); s != "" {
		to = append(to, "`"+s+"` "...)
	}
	to = append(to, "| "+escape.CodeCell(changesAddress(c))+" | "+capital(changeFate(c, cellSpelling))+" | "...)
	if why := changeReason(c, cellSpelling); why != "" {
		to = append(to, why...)
	}
	hole := -1
	if len(c.ReplacePaths) > 0 {
		hole = len(to)
	}
	to = append(to, " |"...)
	if m.Details {
		var cells []string
		for _, p := range c.Changed {
			cells = append(cells, escape.CodeCell(string(p))+pathNote(c, p))
		}
		to = append(to, " "+strings.Join(cells, ", ")+" |"...)
	}
	if m.Values {
		var cells []string
		for _, line := range valueLines(c) {
			cells = append(cells, escape.CodeCell(line))
		}
		to = append(to, " "+strings.Join(cells, "<br>")+" |"...)
	}
	return append(to, '\n'), hole
}

// References writes what feeds a replacement.
func (ChangesMarkdown) References(to []byte, refs []string) []byte {
	if len(refs) == 0 {
		return to
	}
	cells := make([]string, len(refs))
	for i, r := range refs {
		cells[i] = escape.CodeCell(r)
	}
	return append(to, ", fed by "+strings.Join(cells, ", ")...)
}

// EndStack writes outputs, checks, caveats and the counts.
func (m ChangesMarkdown) EndStack(to []byte, s ChangesStack, any bool) []byte {
	if any {
		to = append(to, '\n')
	}
	var lines []string
	for _, line := range planCaveats(s) {
		lines = append(lines, "**"+escape.Text(line)+"**")
	}
	if s.Plan == nil {
		return append(to, strings.Join(lines, "\n\n")+"\n"...)
	}
	var items []string
	for _, o := range s.Plan.Outputs {
		item := "- Output " + escape.Code(o.Name) + " " + outputFate(o)
		if m.Values {
			for _, line := range outputLines(o) {
				item += "\n  - " + escape.Code(line)
			}
		}
		items = append(items, item)
	}
	for _, line := range besideLines(s.Plan, markdownSpelling) {
		items = append(items, "- "+capital(line))
	}
	if len(items) > 0 {
		lines = append(lines, strings.Join(items, "\n"))
	}
	if nothingChanges(s) {
		lines = append(lines, noChanges(s)+".")
	} else {
		lines = append(lines, planWords(s.Plan)+".")
	}
	return append(to, strings.Join(lines, "\n\n")+"\n"...)
}

// End writes the totals when there are several stacks.
func (ChangesMarkdown) End(to []byte, n ChangesTotal) []byte {
	if n.Stacks < 2 {
		return to
	}
	return append(to, "\n"+totalLine(n)+".\n"...)
}
