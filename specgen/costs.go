package specgen

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/cost"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// costHeader is the generated cost table's header.
const costHeader = "| Resource | Monthly Cost | Notes |\n|----------|--------------|-------|\n"

// costRows is how many rows a cost table has at most, beside the total.
const costRows = 20

// costs adds what a cost estimate says; without one, what is known to cost
// something, and a question.
func costs(f map[document.Slot]string, r *analyzer.Report, h Header) {
	e := h.Cost
	if e == nil {
		if !h.Priced {
			unestimated(f, r)
		}
		return
	}
	kinds := kindsOf(r)
	total := money(e.Delta, e.Currency)
	var b strings.Builder
	b.WriteString(costHeader)
	groups := groupCosts(e)
	for i, g := range groups {
		if i == costRows {
			rest := new(big.Rat)
			for _, g := range groups[i:] {
				rest.Add(rest, g.delta)
			}
			fmt.Fprintf(&b, "| %d more | %s | |\n", len(groups)-i, money(rest, e.Currency))
			break
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", kindName(kinds, g.kind, len(g.addresses)), money(g.delta, e.Currency), g.notes())
	}
	note := ""
	switch {
	case len(e.Failed) > 0:
		note = "without what could not be estimated"
	case e.Past != nil && e.Total != nil:
		note = "from " + amount(e.Past, e.Currency) + " to " + amount(e.Total, e.Currency)
	}
	fmt.Fprintf(&b, "| **Total Delta** | **%s** | %s |\n", total, note)
	f[document.CostTable] = b.String()

	f[document.CostText] = paragraphs(notEstimated(e), notPriced(e))
	f[document.CostLine] = costLine(e, total, groups, kinds)
	f[document.HintCost] = "- Infracost: " + strings.TrimSuffix(costLine(e, total, nil, kinds), ", see Cost Impact")
}

// costLine words the whole estimate. It says that nothing changes only where
// everything is priced.
func costLine(e *cost.Estimate, total string, groups []*costGroup, kinds map[string]outline.Kind) string {
	unpriced := 0
	for _, n := range e.Unpriced {
		unpriced += n
	}
	line := total + " a month"
	switch {
	case len(e.Failed) > 0 && len(e.Resources) == 0:
		return "Not estimated: " + escape.Cell(failed(e)) + ", see Cost Impact"
	case e.Delta.Sign() != 0:
	case unpriced > 0:
		line = fmt.Sprintf("No change of what is priced; %d %s not priced", unpriced, map[bool]string{true: "resource is", false: "resources are"}[unpriced == 1])
	default:
		line = "No change of the monthly cost"
	}
	if len(e.Failed) > 0 {
		line += ", without what could not be estimated"
	}
	if len(groups) == 0 && unpriced == 0 && len(e.Failed) == 0 {
		return line
	}
	var names []string
	for _, g := range groups[:min(2, len(groups))] {
		names = append(names, kindName(kinds, g.kind, len(g.addresses)))
	}
	if more := len(groups) - 2; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	if len(names) > 0 {
		line += " (" + strings.Join(names, ", ") + ")"
	}
	return line + ", see Cost Impact"
}

// failed says of how many projects the estimate has no cost.
func failed(e *cost.Estimate) string {
	if len(e.Failed) == 1 {
		return "Infracost has no cost of 1 project"
	}
	return fmt.Sprintf("Infracost has no cost of %d projects", len(e.Failed))
}

// notEstimated names the projects that the estimate has no cost of.
func notEstimated(e *cost.Estimate) string {
	if len(e.Failed) == 0 {
		return ""
	}
	const most = 10
	var names []string
	for _, p := range e.Failed[:min(most, len(e.Failed))] {
		names = append(names, escape.Code(p))
	}
	if more := len(e.Failed) - most; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return "Not estimated: " + strings.Join(names, ", ") + ". " + failed(e) + ": it could not read them, or had no past to compare with."
}

// A costGroup is the resources of one type in one project.
type costGroup struct {
	project, kind string
	addresses     []string
	delta         *big.Rat
}

func groupCosts(e *cost.Estimate) []*costGroup {
	var out []*costGroup
	at := map[[2]string]*costGroup{}
	for _, r := range e.Resources {
		k := [2]string{r.Project, r.Type}
		g := at[k]
		if g == nil {
			g = &costGroup{project: r.Project, kind: r.Type, delta: new(big.Rat)}
			at[k] = g
			out = append(out, g)
		}
		g.addresses = append(g.addresses, r.Address)
		g.delta.Add(g.delta, r.Delta)
	}
	slices.SortStableFunc(out, func(a, b *costGroup) int {
		return new(big.Rat).Abs(b.delta).Cmp(new(big.Rat).Abs(a.delta))
	})
	return out
}

// notes names the resources, and where they are.
func (g *costGroup) notes() string {
	const most = 2
	var names []string
	for _, a := range g.addresses[:min(most, len(g.addresses))] {
		names = append(names, escape.CodeCell(a))
	}
	if more := len(g.addresses) - most; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	text := strings.Join(names, ", ")
	if g.project != "" {
		text += " in " + escape.CodeCell(g.project)
	}
	return text
}

// notPriced says what the estimate leaves out.
func notPriced(e *cost.Estimate) string {
	if len(e.Unpriced) == 0 {
		return ""
	}
	n := 0
	var names []string
	for _, kind := range slices.Sorted(maps.Keys(e.Unpriced)) {
		n += e.Unpriced[kind]
		names = append(names, escape.Code(kind))
	}
	const most = 6
	if more := len(names) - most; more > 0 {
		names = append(names[:most], fmt.Sprintf("%d more types", more))
	}
	word := "resources"
	if n == 1 {
		word = "resource"
	}
	return fmt.Sprintf("Not priced: %d %s (%s). What they cost depends on use, or is not known to the estimate.", n, word, strings.Join(names, ", "))
}

// unestimated lists what costs money, without a price.
func unestimated(f map[document.Slot]string, r *analyzer.Report) {
	kinds := kindsOf(r)
	type line struct {
		kind, stack string
		add, gone   int
	}
	moved := map[[2]string]bool{} // neither new nor gone
	if r.Migration != nil {
		for _, m := range r.Migration.Moves {
			moved[[2]string{m.FromStack, m.From}], moved[[2]string{m.ToStack, m.To}] = true, true
		}
	}
	var lines []*line
	at := map[[2]string]*line{}
	for _, s := range r.Stacks {
		if s.Outline == nil {
			continue
		}
		for _, c := range s.Outline.Changes {
			if !kinds[c.Type].Billed || c.Mode != "managed" || moved[[2]string{s.Stack.Path, c.Address}] {
				continue
			}
			verb := c.Verb()
			if verb != outline.Add && verb != outline.Destroy {
				continue
			}
			k := [2]string{c.Type, s.Stack.Path}
			l := at[k]
			if l == nil {
				l = &line{kind: c.Type, stack: strings.TrimPrefix(s.Stack.Path, "/")}
				at[k] = l
				lines = append(lines, l)
			}
			if verb == outline.Add {
				l.add++
			} else {
				l.gone++
			}
		}
	}
	if len(lines) == 0 {
		return
	}
	var b strings.Builder
	var names []string
	b.WriteString(costHeader)
	for i, l := range lines {
		name := kindName(kinds, l.kind, l.add+l.gone)
		if i < 3 && !slices.Contains(names, name) {
			names = append(names, name)
		}
		if i == costRows {
			fmt.Fprintf(&b, "| %d more | $X | |\n", len(lines)-i)
			break
		}
		var what []string
		if l.add > 0 {
			what = append(what, fmt.Sprintf("%d new", l.add))
		}
		if l.gone > 0 {
			what = append(what, fmt.Sprintf("%d gone", l.gone))
		}
		fmt.Fprintf(&b, "| %s | $X | %s in %s |\n", name, strings.Join(what, ", "), escape.CodeCell(cmp.Or(l.stack, ".")))
	}
	b.WriteString("| **Total Delta** | **$X** | |\n")
	f[document.CostTable] = b.String()
	f[document.CostLine] = "Not estimated: " + strings.Join(names, ", ") + " cost money, see Cost Impact"
	f[document.HintCost] = "- No estimate was given (`--cost`)"
	question := "- [NEEDS CLARIFICATION: What does the change cost a month? No cost estimate was given (`--cost`).]"
	f[document.Clarifications] = strings.TrimLeft(strings.TrimRight(f[document.Clarifications], "\n")+"\n"+question, "\n")
}

func kindsOf(r *analyzer.Report) map[string]outline.Kind {
	out := map[string]outline.Kind{}
	for _, s := range r.Stacks {
		if s.Outline != nil {
			maps.Copy(out, s.Outline.Kinds)
		}
	}
	return out
}

// kindName is what a type is called in a table's cell.
func kindName(kinds map[string]outline.Kind, kind string, n int) string {
	k := kinds[kind]
	name := k.Singular
	if n > 1 {
		name = fmt.Sprintf("%d %s", n, k.Plural)
	}
	if k.Singular == "" {
		return escape.CodeCell(kind)
	}
	return escape.Cell(strings.ToUpper(name[:1]) + name[1:])
}

// symbols are the currencies that are written before the amount.
var symbols = map[string]string{"USD": "$", "EUR": "€", "GBP": "£"}

// money writes a difference with its sign; amount writes a cost.
func money(r *big.Rat, currency string) string {
	sign := "+"
	switch r.Sign() {
	case -1:
		sign = "-"
	case 0:
		sign = ""
	}
	return sign + amount(new(big.Rat).Abs(r), currency)
}

func amount(r *big.Rat, currency string) string {
	text := r.FloatString(2)
	if s := symbols[currency]; s != "" {
		return s + text
	}
	return text + " " + escape.Cell(currency)
}
