package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// Summary returns one to three sentences on the whole change: the main
// changes, how much there is, and what is not known.
func Summary(r *analyzer.Report) string {
	w := newWording()
	var sentences []string
	if main := w.mainSentence(clauses(r)); main != "" {
		sentences = append(sentences, main)
	}
	sentences = append(sentences, totals(r))
	if gaps := gaps(r); gaps != "" {
		sentences = append(sentences, gaps)
	}
	return strings.Join(sentences, " ")
}

// mainSentence tells of the few changes that matter most, those of one stack
// and action together.
func (w wording) mainSentence(all []clause) string {
	const most, perPart = 3, 2
	type part struct {
		stack string
		verb  outline.Verb
		said  []string
	}
	var parts []*part
	first := map[string]int{} // where a stack is spoken of first
next:
	for _, c := range all {
		for _, p := range parts {
			if p.stack == c.stack && p.verb == c.verb {
				if len(p.said) < perPart && !c.group.Kind.Part {
					p.said = append(p.said, w.object(c))
				}
				continue next
			}
		}
		if len(parts) == most || len(parts) > 0 && c.group.Kind.Part {
			continue
		}
		if _, seen := first[c.stack]; !seen {
			first[c.stack] = len(parts)
		}
		parts = append(parts, &part{c.stack, c.verb, []string{w.object(c)}})
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(first[a.stack], first[b.stack]) })
	var said []string
	for i := 0; i < len(parts); {
		// Parts of one stack share its name: "destroys a and adds b in `x`".
		var here []string
		stack, from := parts[i].stack, i
		for ; i < len(parts) && parts[i].stack == stack; i++ {
			text := saying[parts[i].verb].does + " " + and(parts[i].said)
			if after := saying[parts[i].verb].after; after != "" {
				text += " " + after
			}
			here = append(here, text)
		}
		where := " in "
		if i-from == 1 && parts[from].verb == outline.Add {
			where = " to "
		}
		said = append(said, and(here)+where+escape.Code(strings.TrimSuffix(folder(stack), "/")))
	}
	if len(said) == 0 {
		return ""
	}
	return capital(strings.Join(said, "; ")) + "."
}

// totals counts stacks and resources by what happens to them.
func totals(r *analyzer.Report) string {
	stacks := 0
	byVerb := map[outline.Verb]int{}
	outputs := 0
	for _, f := range r.Stacks {
		if f.Outline == nil {
			continue
		}
		rows := f.Outline.Rows(suspects(r, f.Stack.Path))
		if len(rows) > 0 || len(f.Outline.Outputs) > 0 {
			stacks++
		}
		for _, row := range rows {
			byVerb[row.Verb] += row.Count
		}
		if len(rows) == 0 {
			outputs += len(f.Outline.Outputs)
		}
	}
	if stacks == 0 {
		return nothing(r)
	}
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	add(byVerb[outline.Add], "added")
	add(byVerb[outline.Modify], "modified")
	add(byVerb[outline.Replace], "replaced")
	add(byVerb[outline.Destroy], "destroyed")
	add(byVerb[outline.DestroyAdd], "destroyed and created again elsewhere")
	add(byVerb[outline.ForgetAdd], "created anew beside the old object")
	add(byVerb[outline.MoveModify], "moved and modified")
	add(byVerb[outline.MoveReplace], "moved and replaced")
	add(byVerb[outline.ImportModify], "imported and modified")
	add(byVerb[outline.ImportReplace], "imported and replaced")
	add(byVerb[outline.Import], "imported")
	add(byVerb[outline.ImportMove], "imported and moved")
	add(byVerb[outline.Move], "moved")
	add(byVerb[outline.Forget], "forgotten")
	add(byVerb[outline.Unclear], "with actions that are not known")
	add(byVerb[outline.ReadOnly], "read")
	if outputs > 0 {
		parts = append(parts, count(outputs, "output", "outputs")+" changed")
	}
	verb := "change"
	if stacks == 1 {
		verb = "changes"
	}
	// The first number says what is counted: "4 resources added, 6 modified".
	if n := firstCount(parts[0]); n != "" && !strings.Contains(parts[0], "output") {
		noun := " resources "
		if n == "1" {
			noun = " resource "
		}
		parts[0] = n + noun + strings.TrimPrefix(parts[0], n+" ")
	}
	noun := "stacks"
	if stacks == 1 {
		noun = "stack"
	}
	return capital(number(stacks)) + " " + noun + " " + verb + ": " + and(parts) + "."
}

func firstCount(s string) string {
	n, _, _ := strings.Cut(s, " ")
	return n
}

// nothing words a report without any change.
func nothing(r *analyzer.Report) string {
	if len(r.Stacks) == 0 {
		return fmt.Sprintf("No stack changed since the git base; %s looked at.", count(len(r.Outside), "stack", "stacks"))
	}
	read := 0
	for _, f := range r.Stacks {
		if f.PlanRef.State == analyzer.PlanRead {
			read++
		}
	}
	if read == 0 {
		return "What changes is not known: " + count(len(r.Stacks), "stack", "stacks") + ", and no plan was read."
	}
	return fmt.Sprintf("No stack changes, as far as the plans tell. %s, %s read.",
		count(len(r.Stacks), "stack", "stacks"), count(read, "plan", "plans"))
}

// gaps names the stacks whose plans are missing, failed or partial.
func gaps(r *analyzer.Report) string {
	by := map[string][]string{}
	kinds := []string{"has no plan", "has a plan that could not be read", "has a plan that failed", "has a partial plan"}
	for _, f := range r.Stacks {
		kind := ""
		switch {
		case f.PlanRef.State == analyzer.PlanMissing:
			kind = kinds[0]
		case f.PlanRef.State == analyzer.PlanUnreadable:
			kind = kinds[1]
		case f.PlanRef.Errored:
			kind = kinds[2]
		case f.PlanRef.Partial:
			kind = kinds[3]
		default:
			continue
		}
		by[kind] = append(by[kind], escape.Code(strings.TrimSuffix(folder(f.Stack.Path), "/")))
	}
	const most = 3
	var said []string
	for _, kind := range kinds {
		names := by[kind]
		switch {
		case len(names) == 0:
		case len(names) == 1:
			said = append(said, names[0]+" "+kind)
		case len(names) <= most:
			said = append(said, and(names)+" "+plural(kind))
		default:
			said = append(said, fmt.Sprintf("%d stacks %s", len(names), plural(kind)))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Not known: " + strings.Join(said, "; ") + "."
}

func plural(kind string) string {
	kind = strings.Replace(kind, "has a plan that", "have plans that", 1)
	kind = strings.Replace(kind, "has a partial plan", "have partial plans", 1)
	return strings.Replace(kind, "has no plan", "have no plan", 1)
}
