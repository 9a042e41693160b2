package render

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// ChangesText writes changes for a terminal.
type ChangesText struct{ ChangesOptions }

// Begin writes nothing.
func (ChangesText) Begin(to []byte) []byte { return to }

// Stack writes the stack's headline.
func (t ChangesText) Stack(to []byte, s ChangesStack, first bool) []byte {
	if !first {
		to = append(to, '\n')
	}
	to = append(to, t.paint("1", escape.Terminal(s.Path))...)
	if s.Ref.File != "" {
		to = append(to, "  "+escape.Terminal(s.Ref.File)...)
		if tool := toolWords(s); tool != "" {
			to = append(to, ", "+escape.Terminal(tool)...)
		}
	}
	return append(to, '\n')
}

// Change writes one resource, and its paths and values when asked for.
func (t ChangesText) Change(to []byte, c *plan.Change, _ bool) ([]byte, int) {
	symbol := fmt.Sprintf("%3s", changeSymbol(c))
	color := map[plan.Action]string{plan.ActionCreate: "32", plan.ActionUpdate: "33", plan.ActionDelete: "31", plan.ActionReplace: "31"}[c.Action]
	to = append(to, "  "+t.paint(color, symbol)+" "+escape.Terminal(changesAddress(c))...)
	to = append(to, "  "+escape.Terminal(changeFate(c, plainSpelling))...)
	if why := changeReason(c, plainSpelling); why != "" {
		to = append(to, ": "+escape.Terminal(why)...)
	}
	hole := -1
	if len(c.ReplacePaths) > 0 {
		hole = len(to)
	}
	to = append(to, '\n')
	if t.Details && !t.Values {
		for _, p := range c.Changed {
			to = append(to, "          "+escape.Terminal(string(p)+pathNote(c, p))+"\n"...)
		}
	}
	if t.Values {
		for _, line := range valueLines(c) {
			to = append(to, "          "+escape.Terminal(line)+"\n"...)
		}
	}
	return to, hole
}

// References writes what feeds a replacement.
func (ChangesText) References(to []byte, refs []string) []byte {
	if len(refs) == 0 {
		return to
	}
	return append(to, ", fed by "+escape.Terminal(strings.Join(refs, ", "))...)
}

// EndStack writes outputs, checks, caveats and the counts.
func (t ChangesText) EndStack(to []byte, s ChangesStack, _ bool) []byte {
	for _, line := range planCaveats(s) {
		to = append(to, "  "+t.paint("33", escape.Terminal(line))+"\n"...)
	}
	if s.Plan == nil {
		return to
	}
	for _, o := range s.Plan.Outputs {
		to = append(to, "      output "+escape.Terminal(o.Name+": "+outputFate(o))+"\n"...)
		if t.Values {
			for _, line := range outputLines(o) {
				to = append(to, "          "+escape.Terminal(line)+"\n"...)
			}
		}
	}
	for _, line := range besideLines(s.Plan, plainSpelling) {
		to = append(to, "      "+escape.Terminal(line)+"\n"...)
	}
	if nothingChanges(s) {
		return append(to, "  "+noChanges(s)+"\n"...)
	}
	return append(to, "  "+planWords(s.Plan)+"\n"...)
}

// End writes the totals when there are several stacks.
func (t ChangesText) End(to []byte, n ChangesTotal) []byte {
	if n.Stacks < 2 {
		return to
	}
	return append(to, "\n"+totalLine(n)+"\n"...)
}

func (t ChangesText) paint(color, s string) string {
	if !t.Color || color == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func totalLine(n ChangesTotal) string {
	line := fmt.Sprintf("%s, %s read", count(n.Stacks, "stack", "stacks"), count(n.Read, "plan", "plans"))
	for _, p := range []struct {
		n    int
		word string
	}{{n.Missing, "without a plan"}, {n.Unreadable, "unreadable"}, {n.Errored, "failed"}, {n.Partial, "partial"}} {
		if p.n > 0 {
			line += fmt.Sprintf(", %d %s", p.n, p.word)
		}
	}
	return line + ". " + planLine(n.Counts)
}

// nothingChanges tells that a whole plan does nothing.
func nothingChanges(s ChangesStack) bool {
	n := s.Plan.Counts
	n.NoOp = 0
	return s.Ref.State == analyzer.PlanRead && !s.Ref.Errored && n == (plan.Counts{}) && len(s.Plan.Actions) == 0
}

// noChanges says so, of a part of the resources only where a plan leaves some
// out.
func noChanges(s ChangesStack) string {
	if s.Ref.Partial {
		return "No changes of what it covers"
	}
	return "No changes"
}

func outputFate(o *plan.OutputChange) string {
	fate := map[plan.Action]string{plan.ActionCreate: "added", plan.ActionUpdate: "changes", plan.ActionDelete: "removed"}[o.Action]
	if fate == "" {
		fate = "unknown action"
	}
	if o.Sensitive {
		fate += " (sensitive)"
	}
	if o.Unknown {
		fate += " (known after apply)"
	}
	return fate
}

// besideLines tell of failed checks and provider actions.
func besideLines(p *plan.Plan, in spelling) []string {
	var out []string
	for _, c := range p.Checks {
		what := in.code(c.Address)
		switch c.Kind {
		case "resource":
			what = "a condition of " + what
		case "output_value":
			what = "the precondition of " + what
		case "var", "input_variable":
			what = "the validation of " + what
		}
		switch {
		case c.Status == "error":
			out = append(out, what+" cannot be evaluated")
		case c.Status == "fail" && c.Problems > 1:
			out = append(out, fmt.Sprintf("%s fails (%d problems)", what, c.Problems))
		case c.Status == "fail":
			out = append(out, what+" fails")
		}
	}
	for _, a := range p.Actions {
		line := in.code(a.Address) + " runs"
		switch when := in.text(eventWords(a.Event)); {
		case a.Trigger != "" && when != "":
			line += " " + when + " of " + in.code(a.Trigger)
		case a.Trigger != "":
			line += ", triggered by " + in.code(a.Trigger)
		}
		if a.Deferred != "" {
			line += ", " + in.text(deferral(a.Deferred))
		}
		out = append(out, line)
	}
	return out
}

// eventWords tells when an action runs: "after create" for AfterCreate.
func eventWords(event string) string {
	var b strings.Builder
	for i, r := range event {
		switch {
		case r == '_':
			b.WriteByte(' ')
			continue
		case i > 0 && unicode.IsUpper(r):
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// pathNote says what is special about a changed path.
func pathNote(c *plan.Change, p plan.Path) string {
	note := ""
	if under(c.Unknown, p) {
		note = " (known after apply)"
	}
	if under(c.Sensitive, p) {
		note += " (sensitive)"
	}
	return note
}

func under(paths []plan.Path, p plan.Path) bool {
	for _, q := range paths {
		if q == p {
			return true
		}
	}
	return false
}
