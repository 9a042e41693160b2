package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// A ChangesRow is one row of the Changes table. Each cell is Markdown,
// escaped for a table.
type ChangesRow struct {
	Stack     string
	Action    string
	Resources string
}

// ChangesRows returns the rows of the Changes table in apply order: for each
// stack first what is the matter with its plan, then a row for each action.
// Stacks without changes have none, see Unchanged.
func ChangesRows(r *analyzer.Report) []ChangesRow {
	w := newWording()
	var rows []ChangesRow
	for _, f := range r.Stacks {
		stack := escape.CodeCell(folder(f.Stack.Path))
		for _, cells := range w.stack(r, f) {
			rows = append(rows, ChangesRow{Stack: stack, Action: cells[0], Resources: cells[1]})
		}
	}
	for _, path := range r.History.Deleted {
		rows = append(rows, ChangesRow{
			escape.CodeCell(folder(path)), "Stack deleted", "What its state holds is left behind: no plan destroys it",
		})
	}
	for _, moved := range r.History.Renamed {
		rows = append(rows, ChangesRow{
			escape.CodeCell(folder(moved.To)), "Stack renamed", renamedCell(moved),
		})
	}
	return append(rows, reachedRows(r.History.Reached)...)
}

// stack returns action and resources of each row of one stack.
func (w wording) stack(r *analyzer.Report, f *analyzer.Facts) [][2]string {
	rows := planRows(f)
	if f.Outline == nil {
		return rows
	}
	changes := f.Outline.Rows(suspects(r, f.Stack.Path))
	for _, row := range changes {
		rows = append(rows, [2]string{string(row.Verb), w.cell(row.Verb, row.Groups)})
	}
	if n := f.PlanRef.Counts.Deferred; n > 0 {
		rows = append(rows, [2]string{"Deferred", count(n, "change", "changes") + " that cannot be planned yet"})
	}
	if len(changes) > 0 {
		return rows
	}
	if outputs := f.Outline.Outputs; len(outputs) > 0 {
		rows = append(rows, [2]string{"Modify", outputNames(outputs)})
	}
	if drift := f.Outline.Drifted(); len(drift) > 0 {
		rows = append(rows, [2]string{"Refresh", w.cell(outline.Modify, drift) +
			": changed outside of the configuration, the state follows"})
	}
	return rows
}

// cell names groups for a cell of the table: about seven of them, fewer where
// they are long, and counts the others.
func (w wording) cell(v outline.Verb, groups []outline.Group) string {
	const most, fewest, longest = 7, 3, 320
	sep := ", "
	for _, g := range groups {
		if g.Module != "" {
			sep = "; "
		}
	}
	text := ""
	for n := most; n >= fewest; n-- {
		w.inside = n - 2 // parts of a module
		if text = w.list(v, groups, n, sep, false); len(text) <= longest {
			break
		}
	}
	return capital(text)
}

// planRows says what is the matter with a stack's plan.
func planRows(f *analyzer.Facts) [][2]string {
	note := func(otherwise string) string {
		if f.PlanRef.Note == "" {
			return otherwise
		}
		const longest = 100 // where all was looked for is for the diagnostics to say
		return capital(escape.Cell(shorten(strings.TrimPrefix(f.PlanRef.Note, "no plan: "), longest)))
	}
	var rows [][2]string
	switch {
	case f.PlanRef.State == analyzer.PlanMissing:
		rows = append(rows, [2]string{"No plan", note("No plan was found: what would change is not known")})
	case f.PlanRef.State == analyzer.PlanUnreadable:
		rows = append(rows, [2]string{"Unreadable plan", note("The plan could not be read: what would change is not known")})
	case f.PlanRef.Errored:
		rows = append(rows, [2]string{"Failed plan", note("The plan ended with an error: what it shows may not be all")})
	}
	if f.PlanRef.State == analyzer.PlanRead && f.PlanRef.Partial {
		rows = append(rows, [2]string{"Partial plan", "The plan leaves resources out: what happens to them is not known"})
	}
	if n := f.PlanRef.Invokes; n > 0 {
		rows = append(rows, [2]string{"Run", count(n, "action of a provider", "actions of providers") + ", and no plan tells what comes of it"})
	}
	return rows
}

// outputNames names the outputs that change: "2 outputs (`a`, `b`)".
func outputNames(outputs []outline.Output) string {
	names := outputList(outputs, escape.CodeCell)
	if len(outputs) == 1 {
		return "Output " + names
	}
	return fmt.Sprintf("%d outputs (%s)", len(outputs), names)
}

// outputList names the first outputs and counts the others.
func outputList(outputs []outline.Output, code func(string) string) string {
	const most = 4
	var names []string
	for i, o := range outputs {
		if i == most {
			names[most-1] += fmt.Sprintf(" and %d more", len(outputs)-most)
			break
		}
		names = append(names, code(o.Name))
	}
	return strings.Join(names, ", ")
}

// suspects returns the addresses in a stack that look like moves, as
// outline.Facts.Rows wants them.
func suspects(r *analyzer.Report, stack string) map[string]string {
	if r.Migration == nil {
		return nil
	}
	out := map[string]string{}
	for _, m := range r.Migration.Moves {
		switch {
		case m.FromStack == stack && m.ToStack == stack:
			out[m.From] = m.To
		case m.FromStack == stack:
			out[m.From] = ""
		case m.ToStack == stack:
			out[m.To] = ""
		}
	}
	return out
}

// ChangesTable returns the Changes table as Markdown, with its header, and one
// row that says so when nothing changes. It is empty for a report without
// stacks.
func ChangesTable(r *analyzer.Report) string {
	rows := ChangesRows(r)
	switch {
	case len(rows) > 0:
	case len(r.Stacks) == 0:
		return ""
	case len(r.Stacks) == 1:
		rows = []ChangesRow{{escape.CodeCell(folder(r.Stacks[0].Stack.Path)), "None", "No changes"}}
	default:
		rows = []ChangesRow{{fmt.Sprintf("All %d stacks", len(r.Stacks)), "None", "No changes"}}
	}
	var b strings.Builder
	b.WriteString("| Stack | Action | Resources Affected |\n|-------|--------|-------------------|\n")
	for _, row := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", row.Stack, row.Action, row.Resources)
	}
	return b.String()
}

// Unchanged returns one line on the stacks that have a row nowhere, or ""
// when there is none: "1 stack without changes: `opentofu/network`."
func Unchanged(r *analyzer.Report) string {
	const most = 10
	w := newWording()
	var names []string
	for _, f := range r.Stacks {
		if len(w.stack(r, f)) == 0 {
			names = append(names, escape.Code(strings.TrimSuffix(folder(f.Stack.Path), "/")))
		}
	}
	if len(names) == 0 || len(ChangesRows(r)) == 0 { // the table itself says so
		return ""
	}
	line := count(len(names), "stack", "stacks") + " without changes: "
	if len(names) > most {
		return line + strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more.", len(names)-most)
	}
	return line + and(names) + "."
}

// Drifted returns one line on what was changed outside of the configuration
// in stacks that change as well, or "".
func Drifted(r *analyzer.Report) string {
	total := 0
	var names []string
	for _, f := range r.Stacks {
		if f.Outline == nil || len(f.Outline.Rows(nil)) == 0 {
			continue
		}
		n := 0
		for _, g := range f.Outline.Drifted() {
			n += g.Count
		}
		if n > 0 {
			total += n
			names = append(names, escape.Code(strings.TrimSuffix(folder(f.Stack.Path), "/")))
		}
	}
	if total == 0 {
		return ""
	}
	line := "Changed outside of the configuration since the last apply: " + count(total, "resource", "resources")
	if len(r.Stacks) == 1 && strings.Trim(r.Stacks[0].Stack.Path, "/") == "" {
		return line + "."
	}
	return line + " in " + and(names) + "."
}
