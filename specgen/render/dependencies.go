package render

import (
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// Prerequisites lists what the changing stacks depend on in others, and so
// must exist before.
func Prerequisites(r *analyzer.Report) string {
	if r.Graph == nil {
		return ""
	}
	changed := changedStacks(r)
	return linkList(r.Graph.Links, func(l *depend.Link) (string, string, bool) {
		return l.To, l.From, changed[l.From] && l.Strength != depend.Ordering
	}, "is applied: ")
}

// DependentSystems lists the stacks that are hit, with the reason.
func DependentSystems(r *analyzer.Report) string {
	if r.Risk == nil {
		return ""
	}
	var out []string
	rad := &r.Risk.Radius
	for _, stack := range rad.Stacks {
		out = append(out, "- [ ] "+hitStack(rad, stack)+evidenceOf(r, stack))
	}
	for _, stack := range rad.Later {
		out = append(out, "- [ ] "+stackCode(stack)+" runs after what changes; no other dependency is known")
	}
	return bounded(out, 20)
}

// evidenceOf adds the link by which a stack is hit, when it is direct.
func evidenceOf(r *analyzer.Report, stack string) string {
	for i := range r.Risk.Radius.Hits {
		h := &r.Risk.Radius.Hits[i]
		if h.Stack == stack && h.Why != "" {
			return ": " + escape.CodeCell(h.Address) + " is hit; the stack " + escape.Cell(h.Why)
		}
	}
	return ""
}

func changedStacks(r *analyzer.Report) map[string]bool {
	out := map[string]bool{}
	for _, f := range r.Stacks {
		out[f.Stack.Path] = stackChanges(f)
	}
	return out
}

// linkList writes one task for each stack that links lead to.
func linkList(links []depend.Link, pick func(*depend.Link) (stack, by string, ok bool), says string) string {
	var order []string
	why := map[string][]string{}
	for i := range links {
		l := &links[i]
		stack, by, ok := pick(l)
		if !ok {
			continue
		}
		if _, seen := why[stack]; !seen {
			order = append(order, stack)
		}
		text := stackCode(by)
		if l.FromAddress != "" {
			text += ", " + escape.CodeCell(l.FromAddress)
		}
		text += " " + escape.Cell(l.Text)
		if !slices.Contains(why[stack], text) {
			why[stack] = append(why[stack], text)
		}
	}
	slices.Sort(order)
	var out []string
	for _, stack := range order {
		reasons := why[stack]
		if len(reasons) > 2 {
			reasons = append(reasons[:2:2], count(len(reasons)-2, "more reason", "more reasons"))
		}
		out = append(out, "- [ ] "+stackCode(stack)+" "+says+strings.Join(reasons, "; "))
	}
	return bounded(out, 20)
}

// bounded joins list items, and counts those beyond most.
func bounded(items []string, most int) string {
	if len(items) > most {
		items = append(items[:most:most], "- [ ] "+count(len(items)-most, "more", "more"))
	}
	return strings.Join(items, "\n")
}
