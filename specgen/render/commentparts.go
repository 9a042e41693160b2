package render

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// changesFold is the Changes table. What is not known and what destroys stays
// longest.
func changesFold(r *analyzer.Report) fold {
	f := fold{
		noun: [2]string{"row of the Changes table", "rows of the Changes table"},
		open: "| Stack | Action | Resources Affected |\n|-------|--------|-------------------|\n",
		more: func(n int) string {
			return fmt.Sprintf("| … | %s | left out for length |\n", count(n, "more row", "more rows"))
		},
		close: "",
	}
	for _, row := range ChangesRows(r) {
		text := fmt.Sprintf("| %s | %s | %s |\n", row.Stack, row.Action, row.Resources)
		if len(text) > mostLine {
			row.Resources = "too long to show here"
			text = fmt.Sprintf("| %s | %s | %s |\n", row.Stack, row.Action, row.Resources)
		}
		if len(text) > mostLine {
			text = fmt.Sprintf("| a stack whose name is too long to show | %s | %s |\n", row.Action, row.Resources)
		}
		f.items = append(f.items, item{text, outline.Verb(row.Action).Rank()})
	}
	return f
}

// commentFolds returns the folded parts of a comment as they stand below each
// other, the most important first.
func commentFolds(r *analyzer.Report, o CommentOptions) []fold {
	return []fold{blocksFold(r), questionsFold(r), stayedFold(o), hitsFold(r), addressFold(r, o)}
}

// details opens a fold of the page. The blank line makes what follows
// Markdown.
func details(summary string) string { return "<details><summary>" + summary + "</summary>\n\n" }

const endDetails = "\n</details>\n\n"

// bullet is one entry of a list; an entry that is far too long is cut down to
// its first words, as plain text.
func bullet(text string, rank int) item {
	if len(text) > mostLine {
		text = escape.Text(shorten(strings.Map(plainRune, entity().ReplaceAllString(text, "")), 200))
	}
	return item{"- " + text + "\n", rank}
}

// entity matches a character reference, which escaping puts into a text.
var entity = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`&#?[0-9A-Za-z]+;`)
})

// plainRune keeps what can stand in any text once its marks are gone.
func plainRune(r rune) rune {
	if strings.ContainsRune("`*_<>[]()|\\#!&\n\r", r) {
		return -1
	}
	return r
}

func moreBullets(n int) string { return fmt.Sprintf("- %d more, left out for length\n", n) }

// blocksFold is how to migrate the state: HCL by stack, and commands.
func blocksFold(r *analyzer.Report) fold {
	m := r.Migration
	if m == nil {
		return fold{}
	}
	f := fold{
		noun:  [2]string{"block of the state migration", "blocks of the state migration"},
		more:  func(n int) string { return count(n, "more block", "more blocks") + ", left out for length\n" },
		close: endDetails,
	}
	for _, stack := range slices.Sorted(maps.Keys(m.Blocks)) {
		f.items = append(f.items, item{text: escape.Code(folder(stack)) + "\n\n" + escape.Fence("hcl", m.Blocks[stack]) + "\n"})
	}
	byStack := map[string][]string{}
	var stacks []string
	for _, c := range m.Commands {
		if _, ok := byStack[c.Stack]; !ok {
			stacks = append(stacks, c.Stack)
		}
		byStack[c.Stack] = append(byStack[c.Stack], c.Line)
	}
	for _, stack := range stacks {
		f.items = append(f.items, item{text: escape.Code(folder(stack)) + "\n\n" + escape.Fence("sh", strings.Join(byStack[stack], "\n")) + "\n"})
	}
	f.open = details("State migration: " + count(len(f.items), "block", "blocks"))
	return f
}

// questionsFold is what a person must answer.
func questionsFold(r *analyzer.Report) fold {
	var f fold
	if r.Risk != nil {
		for _, q := range r.Risk.Questions {
			f.items = append(f.items, bullet(capital(said(q.Called, q.Address, q.Stack, q.Text, escape.Code, escape.Text)), 0))
		}
	}
	f.noun = [2]string{"question", "questions"}
	f.open = details(count(len(f.items), "question", "questions"))
	f.more, f.close = moreBullets, endDetails
	return f
}

// hitsFold is who depends on what changes, the nearest first.
func hitsFold(r *analyzer.Report) fold {
	f := fold{noun: [2]string{"dependent object", "dependent objects"}, more: moreBullets, close: endDetails}
	if r.Risk == nil {
		return f
	}
	for _, h := range r.Risk.Radius.Hits {
		name := escape.Code(folder(h.Stack))
		if h.Address != "" {
			name = escape.Code(h.Address) + " in " + name
		}
		text := name
		if h.Kind != "" {
			text += ": " + escape.Text(string(h.Kind))
		}
		if h.Cause != "" {
			text += " (" + escape.Code(h.Cause) + ")"
		}
		f.items = append(f.items, bullet(text, h.Distance))
	}
	f.open = details("Depends on what changes: " + count(len(f.items), "object", "objects"))
	return f
}

// addressFold is every change by address, by stack. The stack's name stands
// in each line, so that any line may go.
func addressFold(r *analyzer.Report, o CommentOptions) fold {
	f := fold{noun: [2]string{"change by address", "changes by address"}, more: moreBullets, close: endDetails}
	for _, s := range newListing(r, o.place).stacks {
		name := strings.TrimSpace(s.heading)
		for _, l := range s.lines {
			f.items = append(f.items, bullet(name+" "+strings.TrimSpace(strings.TrimPrefix(l.text, "- ")), l.verb))
		}
	}
	f.open = details("All " + count(len(f.items), "change", "changes") + " by address")
	if len(f.items) == 1 {
		f.open = details("The change by address")
	}
	return f
}

// aspects is the judgement with its reasons, as a table.
func aspects(r *analyzer.Report) string {
	var rows []string
	row := func(aspect, text string) {
		if len(text) > mostLine {
			text = "See the report: too long to show here."
		}
		rows = append(rows, "| **"+aspect+"** | "+text+" |\n")
	}
	if a := r.Risk; a != nil {
		if n := len(a.Radius.Stacks); n > 0 || a.Radius.Resources > 0 {
			row("Blast Radius", fmt.Sprintf("%s and %s beyond those that change%s", count(n, "stack", "stacks"),
				count(a.Radius.Resources, "resource", "resources"), named(a.Radius.Stacks)))
		}
		if a.Rollback != "" {
			row("Rollback Complexity", string(a.Rollback)+because(a.RollbackWhy))
		}
		if a.Downtime != "" {
			row("Downtime Required", string(a.Downtime)+because(a.DowntimeWhy))
		}
		if n := len(a.Findings); n > 0 {
			var list []string
			for _, f := range a.Findings[:min(n, 3)] {
				list = append(list, told(f.Called, f.Address, f.Stack, f.Text))
			}
			row("Exposure", capital(strings.Join(list, "; "))+beyond(n-3))
		}
		if len(a.Unknown) > 0 {
			row("Not Known", strings.TrimPrefix(because(a.Unknown), ": "))
		}
	}
	if m := r.Migration; m != nil && (m.Required || m.Undecided) {
		word := "Yes"
		if !m.Required {
			word = "Undecided"
		}
		var list []string
		for _, why := range m.Reasons[:min(len(m.Reasons), 3)] {
			list = append(list, escape.Cell(why.Text))
		}
		if len(list) > 0 {
			word += ": " + strings.Join(list, "; ") + beyond(len(m.Reasons)-3)
		}
		row("Migration Required", word)
	}
	if len(rows) == 0 {
		return ""
	}
	return "| Aspect | Assessment |\n|--------|------------|\n" + strings.Join(rows, "")
}

// told is said for a table cell.
func told(called, address, stack, text string) string {
	return said(called, address, stack, text, escape.CodeCell, escape.Cell)
}

// said puts what an object is called, its address and its stack before a text
// that goes on from there: "network load balancer `aws_lb.a` in `edge` is
// replaced".
func said(called, address, stack, text string, code, plain func(string) string) string {
	var parts []string
	if called != "" {
		parts = append(parts, plain(called))
	}
	if address != "" {
		parts = append(parts, code(address))
	}
	if stack != "" && len(parts) > 0 {
		parts = append(parts, "in "+code(strings.TrimSuffix(folder(stack), "/")))
	} else if stack != "" {
		parts = append(parts, code(strings.TrimSuffix(folder(stack), "/")))
	}
	return strings.Join(append(parts, plain(text)), " ")
}

// because names the first reasons.
func because(why []risk.Reason) string {
	const most = 3
	var list []string
	for _, w := range why[:min(len(why), most)] {
		list = append(list, told(w.Called, w.Address, w.Stack, w.Text))
	}
	if len(list) == 0 {
		return ""
	}
	return ": " + strings.Join(list, "; ") + beyond(len(why)-most)
}

func beyond(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}

// named lists the first stacks by name.
func named(stacks []string) string {
	const most = 5
	if len(stacks) == 0 {
		return ""
	}
	var names []string
	for _, s := range stacks[:min(len(stacks), most)] {
		names = append(names, escape.CodeCell(strings.TrimSuffix(folder(s), "/")))
	}
	return ": " + strings.Join(names, ", ") + beyond(len(stacks)-most)
}
