package render

import (
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// Prerequisites lists what the changing stacks depend on in others, and so
// must exist before: who needs it, and by what.
func Prerequisites(r *analyzer.Report) string {
	if r.Graph == nil {
		return ""
	}
	changed := changedStacks(r)
	order := map[string]int{}
	for i, f := range r.Stacks {
		order[f.Stack.Path] = i
	}
	needs := map[string]map[string][]string{} // stack to who needs it to by what
	for i := range r.Graph.Links {
		l := &r.Graph.Links[i]
		if !changed[l.From] || l.Strength == depend.Ordering {
			continue
		}
		if l.Strength == depend.Likely && order[l.To] > order[l.From] {
			continue // a likeness of names against the run order
		}
		if needs[l.To] == nil {
			needs[l.To] = map[string][]string{}
		}
		if by := linkBy(l); !slices.Contains(needs[l.To][l.From], by) {
			needs[l.To][l.From] = append(needs[l.To][l.From], by)
		}
	}
	var out []string
	for _, stack := range slices.Sorted(maps.Keys(needs)) {
		var who []string
		for _, from := range slices.Sorted(maps.Keys(needs[stack])) {
			by := needs[stack][from]
			if len(by) > 2 {
				by = append(by[:2:2], count(len(by)-2, "more", "more"))
			}
			who = append(who, stackCode(from)+" ("+and(by)+")")
		}
		if len(who) > 4 {
			who = append(who[:4:4], count(len(who)-4, "more", "more"))
		}
		out = append(out, "- [ ] "+stackCode(stack)+" is applied; needed by "+and(who))
	}
	return bounded(out, 20)
}

// linkBy words by what one stack needs another.
func linkBy(l *depend.Link) string {
	text := escape.Cell(l.Via)
	if l.FromAddress != "" {
		if l.Via == "written out" {
			text += " in"
		}
		text += " " + escape.CodeCell(l.FromAddress)
	}
	if l.Strength == depend.Likely {
		text += ", likely"
	}
	return text
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

// bounded joins list items, and counts those beyond most.
func bounded(items []string, most int) string {
	if len(items) > most {
		items = append(items[:most:most], "- [ ] "+count(len(items)-most, "more", "more"))
	}
	return strings.Join(items, "\n")
}
