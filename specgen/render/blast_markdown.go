package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// BlastMarkdown writes the radius as a Markdown section: the judgement, the
// hits as a table, the diagram, and the open questions.
func BlastMarkdown(r *analyzer.Report, o BlastOptions) []byte {
	var b strings.Builder
	b.WriteString("### Impact Assessment\n\n| Aspect | Assessment |\n|--------|------------|\n")
	for _, row := range [][2]string{{"Blast Radius", BlastRadius(r)}, {"Rollback Complexity", RollbackComplexity(r)}, {"Downtime Required", DowntimeRequired(r)}} {
		fmt.Fprintf(&b, "| **%s** | %s |\n", row[0], row[1])
	}
	const most = 100
	rows, folded := 0, 0
	var table strings.Builder
	for i := range r.Risk.Radius.Hits {
		h := &r.Risk.Radius.Hits[i]
		if o.Depth > 0 && h.Distance > o.Depth || o.Only != nil && !o.Only[h.CauseStack] {
			continue
		}
		if rows == most {
			folded++
			continue
		}
		rows++
		fmt.Fprintf(&table, "| %s | %s | %s in %s: %s | %s | %s |\n", stackCode(h.Stack), escape.CodeCell(h.Address),
			escape.CodeCell(h.Cause), stackCode(h.CauseStack), escape.Cell(own(h)), escape.Cell(h.Via), strengthWord(h.Strength))
	}
	if rows > 0 {
		b.WriteString("\n### What depends on what changes\n\n| Stack | Object | Cause | Via | Evidence |\n|-------|--------|-------|-----|----------|\n")
		b.WriteString(table.String())
		if folded > 0 {
			fmt.Fprintf(&b, "\n%s not shown.\n", capital(count(folded, "more dependent is", "more dependents are")))
		}
	}
	if d := DiagramBlock(r); d != "" {
		b.WriteString("\n### Stacks\n\n" + d + "\n")
	}
	if q := Clarifications(r); q != "" {
		b.WriteString("\n### Open Clarifications\n\n" + q + "\n")
	}
	return []byte(b.String())
}
