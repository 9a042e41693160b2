package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// Summary returns one to three sentences on the whole change: the main
// changes, how far it goes, and what is not known.
func Summary(r *analyzer.Report) string {
	w := newWording()
	main, told := w.mainSentence(r)
	further := extent(r, told)
	if strings.HasPrefix(further, ",") { // goes on with the sentence
		return join(strings.TrimSuffix(main, ".")+further, gaps(r))
	}
	return join(main, further, gaps(r))
}

// brief is the summary in few words, for where the whole does not fit.
func brief(r *analyzer.Report) string {
	if said := strings.TrimPrefix(extent(r, 0), ", "); said != "" {
		return said
	}
	return newWording().outputSentence(r)
}

// join puts the sentences that say something together.
func join(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// A telling is what the main sentence says of one action: the objects, by
// stack.
type telling struct {
	verb   outline.Verb
	rename bool // the replacement is one by name
	stacks []string
	said   map[string][]string
	many   bool // more than one object
}

// mainSentence tells of the few changes that matter most, those of one action
// together. It returns the number of resources that it speaks of as well.
func (w wording) mainSentence(r *analyzer.Report) (string, int) {
	const most, perStack = 3, 2
	var all []*telling
	told, places := 0, 0
	for _, c := range clauses(r) {
		var t *telling
		for _, have := range all {
			if have.verb == c.verb && have.rename == renames(c) {
				t = have
			}
		}
		if places > 0 && c.group.Kind.Part || t != nil && len(t.said[c.stack]) >= perStack {
			continue
		}
		if t == nil || t.said[c.stack] == nil {
			if places == most {
				continue
			}
			places++
		}
		if t == nil {
			t = &telling{verb: c.verb, rename: renames(c), said: map[string][]string{}}
			all = append(all, t)
		}
		if t.said[c.stack] == nil {
			t.stacks = append(t.stacks, c.stack)
		}
		t.many = t.many || c.group.Count > 1 || len(t.said[c.stack]) > 0 || len(t.stacks) > 1
		t.said[c.stack] = append(t.said[c.stack], w.object(c))
		told += c.objects()
	}
	var said []string
	for _, t := range all {
		said = append(said, t.clause(len(r.Stacks) == 1))
	}
	if len(said) == 0 {
		return w.outputSentence(r), 0
	}
	return capital(enumerate(said)) + ".", told
}

// enumerate joins clauses that may hold commas and "and" themselves.
func enumerate(said []string) string {
	busy := false
	for _, s := range said {
		busy = busy || strings.Contains(s, ", ") || strings.Contains(s, " and ")
	}
	switch last := len(said) - 1; {
	case !busy:
		return and(said)
	case last == 1:
		return said[0] + ", and " + said[1]
	case last > 1:
		return strings.Join(said[:last], "; ") + "; and " + said[last]
	}
	return said[0]
}

// clause writes what an action does, and where: "adds a NAT gateway and an
// elastic IP to `opentofu/network`".
func (t *telling) clause(alone bool) string {
	how := saying[t.verb]
	does, after, to := how.does, how.after, " in "
	if t.many {
		after = how.afterMany
	}
	switch {
	case t.verb == outline.Add:
		to = " to "
	case t.rename && t.many:
		does, after = "renames", ", which replaces them"
	case t.rename:
		does, after = "renames", ", which replaces it"
	}
	var where []string
	for _, stack := range t.stacks {
		text := and(t.said[stack])
		if path := strings.Trim(stack, "/"); path != "" {
			text += to + codeOf(path)
		} else if !alone {
			text += to + "the root stack"
		}
		where = append(where, text)
	}
	if last := len(where) - 1; last > 0 && strings.Contains(strings.Join(where, ""), " and ") {
		return does + " " + strings.Join(where[:last], ", ") + ", and " + where[last] + after
	}
	return does + " " + and(where) + after
}

// codeOf is a stack's path in running text.
func codeOf(stack string) string { return escape.Code(strings.TrimSuffix(folder(stack), "/")) }

// renames tells whether a clause is a replacement that only a name forces.
func renames(c clause) bool {
	return c.verb == outline.Replace && len(c.group.Roots) == 1 && c.group.Roots[0] == "name"
}

// objects is how many resources of the plan a clause is about.
func (c clause) objects() int {
	if c.verb == outline.DestroyAdd {
		return 2 * c.group.Count
	}
	return c.group.Count
}

// outputSentence tells of outputs, where nothing else changes.
func (w wording) outputSentence(r *analyzer.Report) string {
	n, stacks := 0, []string{}
	for _, f := range r.Stacks {
		if f.Outline != nil && len(f.Outline.Outputs) > 0 {
			n += len(f.Outline.Outputs)
			stacks = append(stacks, f.Stack.Path)
		}
	}
	if n == 0 {
		return ""
	}
	text := "Changes " + count(n, "output", "outputs")
	if len(stacks) == 1 && strings.Trim(stacks[0], "/") != "" {
		text += " of " + codeOf(stacks[0])
	}
	return text + " and no resource."
}

// extent says how many stacks and resources change, as far as that is not
// said yet, and which other stacks depend on them.
func extent(r *analyzer.Report, told int) string {
	stacks, total, outputs := 0, 0, 0
	byVerb := map[outline.Verb]int{}
	for _, f := range r.Stacks {
		if f.Outline == nil {
			continue
		}
		rows := f.Outline.Rows(suspects(r, f.Stack.Path))
		if len(rows) > 0 || len(f.Outline.Outputs) > 0 {
			stacks++
		}
		for _, row := range rows {
			n := row.Count
			if row.Verb == outline.DestroyAdd {
				n *= 2
			}
			byVerb[row.Verb] += n
			total += n
		}
		outputs += len(f.Outline.Outputs)
	}
	var said string
	switch {
	case total == 0 && outputs == 0:
		return nothing(r)
	case stacks > 1:
		said = number(stacks) + " stacks change"
		if total > 0 {
			said += ", " + count(total, "resource", "resources") + " in all" + mostly(byVerb, total)
		}
	case total > told:
		// One stack was spoken of: what is left to say is how much.
		return strings.TrimSuffix(strings.Join([]string{
			", " + count(total, "resource", "resources") + " in all" + mostly(byVerb, total), depends(r),
		}, "; "), "; ") + "."
	}
	return sentence(said, depends(r))
}

// sentence joins clauses that stand on their own into one sentence.
func sentence(clauses ...string) string {
	said := strings.Join(slices.DeleteFunc(clauses, func(s string) bool { return s == "" }), "; ")
	if said == "" {
		return ""
	}
	return capital(said) + "."
}

// mostly says what most of many resources have in common.
func mostly(byVerb map[outline.Verb]int, total int) string {
	const many = 20
	if total < many {
		return ""
	}
	for verb, word := range map[outline.Verb]string{
		outline.Add: "added", outline.Modify: "modified", outline.Destroy: "destroyed", outline.Move: "moved",
		outline.Import: "imported", outline.Replace: "replaced",
	} {
		switch n := byVerb[verb]; {
		case n == total:
			return ", all of them " + word
		case 2*n > total:
			return ", most of them " + word
		}
	}
	return ""
}

// depends names the stacks beyond those that change which depend on them.
func depends(r *analyzer.Report) string {
	const most = 2
	if r.Risk == nil {
		return ""
	}
	var names []string
	for _, stack := range r.Risk.Radius.Stacks {
		names = append(names, codeOf(stack))
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > most:
		return fmt.Sprintf("%s other stacks depend on what changes", number(len(names)))
	}
	return and(names) + verb(len(names), " depends", " depend") + " on what changes"
}

// nothing words a report without any change.
func nothing(r *analyzer.Report) string {
	if len(r.Stacks) == 0 {
		return fmt.Sprintf("No stack changed since the git base; %s looked at.", count(len(r.Outside), "stack", "stacks"))
	}
	read, drifted := 0, 0
	for _, f := range r.Stacks {
		if f.PlanRef.State == analyzer.PlanRead {
			read++
		}
		if f.Outline != nil {
			for _, g := range f.Outline.Drifted() {
				drifted += g.Count
			}
		}
	}
	if read == 0 {
		return "What changes is not known: " + count(len(r.Stacks), "stack", "stacks") + ", and no plan was read."
	}
	said := fmt.Sprintf("No stack changes, as far as the plans tell. %s, %s read.",
		count(len(r.Stacks), "stack", "stacks"), count(read, "plan", "plans"))
	if drifted > 0 {
		said += " The state follows " + count(drifted, "resource that was", "resources that were") +
			" changed outside of the configuration."
	}
	return said
}

// gaps names the stacks whose plans are missing, failed or partial.
func gaps(r *analyzer.Report) string {
	const most = 3
	var said []string
	for _, kind := range gapKinds {
		var names []string
		for _, f := range r.Stacks {
			if kind.is(f.PlanRef) {
				names = append(names, codeOf(f.Stack.Path))
			}
		}
		switch {
		case len(names) == 0:
		case len(r.Stacks) == 1 && strings.Trim(r.Stacks[0].Stack.Path, "/") == "":
			said = append(said, "the stack "+kind.one)
		case len(names) == 1:
			said = append(said, names[0]+" "+kind.one)
		case len(names) <= most:
			said = append(said, and(names)+" "+kind.many)
		default:
			said = append(said, fmt.Sprintf("%d stacks %s", len(names), kind.many))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Not known: " + strings.Join(said, "; ") + "."
}

// gapKinds are what can keep a plan from telling all, worst first; a plan counts
// for the first only.
var gapKinds = []struct {
	one, many string
	is        func(p analyzer.PlanRef) bool
}{
	{"has no plan", "have no plan", func(p analyzer.PlanRef) bool { return p.State == analyzer.PlanMissing }},
	{"has a plan that could not be read", "have plans that could not be read", func(p analyzer.PlanRef) bool { return p.State == analyzer.PlanUnreadable }},
	{"has a plan that failed", "have plans that failed", func(p analyzer.PlanRef) bool { return p.State == analyzer.PlanRead && p.Errored }},
	{"has a partial plan", "have partial plans", func(p analyzer.PlanRef) bool { return p.State == analyzer.PlanRead && p.Partial && !p.Errored }},
	{"runs actions of providers", "run actions of providers", func(p analyzer.PlanRef) bool {
		return p.State == analyzer.PlanRead && p.Invokes > 0 && !p.Partial && !p.Errored
	}},
}
