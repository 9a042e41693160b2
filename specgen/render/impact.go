package render

import (
	"slices"
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// BlastRadius is the cell of the Impact Assessment: who is hit beyond what
// changes, how, and what is not known, in one line.
func BlastRadius(r *analyzer.Report) string {
	if r.Risk == nil {
		return ""
	}
	rad := &r.Risk.Radius
	var said []string
	if changing(r) == 0 {
		said = append(said, capital(calm(r))+".")
	} else {
		said = append(said, reach(rad)...)
	}
	if n := unconfigured(r); n > 1 {
		said = append(said, "No files of "+count(n, "stack", "stacks")+" were read, so that how the stacks depend on each other is known in part at most.")
	}
	if u := unknownStacks(r.Risk); u != "" {
		said = append(said, "Not known: "+u+".")
	}
	return strings.Join(said, " ")
}

// unconfigured counts the stacks whose files were not read.
func unconfigured(r *analyzer.Report) int {
	n := 0
	for _, f := range r.Stacks {
		if !f.Stack.Configured {
			n++
		}
	}
	return n
}

// reach says in one or two sentences which stacks are hit, by what, and how
// far it goes.
func reach(rad *risk.Radius) []string {
	const most = 3
	var hit []string
	for _, stack := range rad.Stacks {
		if len(hit) == most {
			hit = append(hit, count(len(rad.Stacks)-most, "more stack", "more stacks"))
			break
		}
		hit = append(hit, hitStack(rad, stack))
	}
	if len(hit) == 0 {
		if rad.Resources == 0 {
			return []string{"Nothing beyond what changes is known to depend on it."}
		}
		return []string{count(rad.Resources, "resource", "resources") + " beyond those that change " + verb(rad.Resources, "depends", "depend") +
			" on what changes, all in the stacks that change."}
	}
	if also := hitBesides(rad); len(also) > 0 {
		hit = append(hit, someOf(also, most)+" "+verb(len(also), "is", "are")+" hit beyond "+verb(len(also), "its", "their")+" own changes")
	}
	far := count(len(rad.Stacks), "stack", "stacks") + " and " + count(rad.Resources, "resource", "resources") + " beyond those that change."
	return []string{capital(strings.Join(hit, "; ")) + ".", far}
}

// hitBesides lists the stacks that change themselves and are hit from another
// stack in what their plans do not change.
func hitBesides(rad *risk.Radius) []string {
	return slices.DeleteFunc(hitLater(rad), func(s string) bool { return slices.Contains(rad.Stacks, s) })
}

// hitStack names a stack with the strongest and nearest reason that it is hit.
func hitStack(rad *risk.Radius, stack string) string {
	for i := range rad.Hits {
		h := &rad.Hits[i]
		if h.Stack != stack {
			continue
		}
		cause := escape.CodeCell(h.Cause)
		if h.Called != "" {
			cause = "the " + called(h.Called) + cause
		}
		text := stackCode(stack) + " depends on " + cause + " (" + howHit(h)
		if h.CauseStack != stack {
			text += ", in " + stackCode(h.CauseStack)
		}
		if h.Strength != string(depend.Proof) {
			text += "; " + strengthWord(h.Strength)
		}
		return text + ")"
	}
	return stackCode(stack)
}

// howHit says what happens upstream.
func howHit(h *risk.Hit) string {
	switch h.Kind {
	case risk.HitReplaced:
		return "replaced"
	case risk.HitDestroyed:
		return "destroyed"
	case risk.HitForgotten:
		return "forgotten"
	case risk.HitOutput:
		return "changes"
	case risk.HitChanged:
		return "changed in place"
	}
	return string(h.Kind)
}

func strengthWord(s string) string {
	switch depend.Strength(s) {
	case depend.Proof:
		return "proven"
	case depend.Strong:
		return "an id or name written out"
	case depend.Likely:
		return "likely, by name"
	}
	return "order only"
}

// RollbackComplexity and DowntimeRequired are the cells with level and reasons.
func RollbackComplexity(r *analyzer.Report) string {
	if r.Risk == nil {
		return ""
	}
	return level(string(r.Risk.Rollback), r.Risk.Rollback.Level(), r.Risk.RollbackWhy, "nothing that exists is taken away", r)
}

// DowntimeRequired is the cell with level and reasons.
func DowntimeRequired(r *analyzer.Report) string {
	if r.Risk == nil {
		return ""
	}
	return level(string(r.Risk.Downtime), r.Risk.Downtime.Level(), r.Risk.DowntimeWhy, "as far as the plans tell, nothing in use is stopped", r)
}

// level writes a level with the weightiest reason that put it there, and names
// the others. n is the level's number.
func level(word string, n int, why []risk.Reason, light string, r *analyzer.Report) string {
	var same []*risk.Reason
	for i := range why {
		if why[i].Level == n && (n > 0 || why[i].Confidence == evidence.Unknown) {
			same = append(same, &why[i])
		}
	}
	if r.Risk.IfMoved > 0 {
		word += ", if the moves under State Management are added"
	}
	text := word + ": "
	switch {
	case len(same) > 0:
		text += ground(same[0]) + others(same)
	case changing(r) == 0:
		text += calm(r)
	default:
		text += light
	}
	for i := range why {
		if why[i].Confidence == evidence.Unknown && why[i].Level > 0 && !slices.Contains(same, &why[i]) {
			return text + ". Not sure: " + ground(&why[i]) + "."
		}
	}
	return text + "."
}

// others names what else is as heavy, briefly.
func others(same []*risk.Reason) string {
	const most = 2
	var said []string
	for i, w := range same[1:] {
		if i == most {
			said = append(said, count(len(same)-1-most, "more", "more"))
			break
		}
		if w.Address == "" {
			said = append(said, ground(w))
			continue
		}
		said = append(said, escape.CodeCell(w.Address))
	}
	if len(said) == 0 {
		return ""
	}
	return "; also " + and(said)
}

// calm says that nothing changes, and no more than the plans prove.
func calm(r *analyzer.Report) string {
	for _, f := range r.Stacks {
		if f.PlanRef.State != analyzer.PlanRead || f.PlanRef.Errored || f.PlanRef.Partial || f.PlanRef.Invokes > 0 {
			return "no plan that was read changes anything"
		}
	}
	return "no stack changes"
}

// ground writes a reason: what it is about, and what of it.
func ground(why *risk.Reason) string {
	text := escape.Cell(why.Text)
	if why.Address != "" {
		text = "the " + called(why.Called) + escape.CodeCell(why.Address) + " " + text
	} else if why.Stack != "" {
		text = stackCode(why.Stack) + " " + text
	}
	return text
}

func called(name string) string {
	if name == "" {
		return ""
	}
	return escape.Cell(shorten(name, 64)) + " "
}

// unknownStacks lists the stacks whose plans do not tell.
func unknownStacks(a *risk.Assessment) string {
	by := map[string][]string{}
	for _, u := range a.Unknown {
		if u.Address == "" && u.Confidence == evidence.Unknown && u.Stack != "" {
			by[u.Text] = append(by[u.Text], u.Stack)
		}
	}
	texts := make([]string, 0, len(by))
	for t := range by {
		texts = append(texts, t)
	}
	sort.Strings(texts)
	var said []string
	for _, t := range texts {
		said = append(said, someOf(by[t], 3)+" "+manyHave(t, len(by[t])))
	}
	return strings.Join(said, "; ")
}

func manyHave(text string, n int) string {
	if n == 1 {
		return text
	}
	return strings.NewReplacer("has a plan", "have plans", "has a partial plan", "have partial plans", "has ", "have ").Replace(text)
}

// someOf names the first stacks of a list and counts the rest.
func someOf(stacks []string, most int) string {
	var said []string
	for i, s := range stacks {
		if i == most {
			said = append(said, count(len(stacks)-most, "more", "more"))
			break
		}
		said = append(said, stackCode(s))
	}
	return and(said)
}

func stackCode(stack string) string { return escape.CodeCell(strings.TrimSuffix(folder(stack), "/")) }

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// changing counts the stacks that change anything.
func changing(r *analyzer.Report) int {
	n := 0
	for _, f := range r.Stacks {
		if stackChanges(f) {
			n++
		}
	}
	return n
}

func stackChanges(f *analyzer.Facts) bool {
	return f.Risk != nil && (len(f.Risk.Changes) > 0 || len(f.Risk.Outputs) > 0)
}

// Clarifications are the questions for a person, one list item each, the
// weightiest first. What is asked of several alike is asked once.
func Clarifications(r *analyzer.Report) string {
	if r.Risk == nil {
		return ""
	}
	const most = 12
	var out []string
	asked := together(r.Risk.Questions)
	for i, qs := range asked {
		if i == most {
			out = append(out, "- [NEEDS CLARIFICATION: "+count(len(asked)-most, "more question", "more questions")+" of lesser weight; see `tofuspec blast --format markdown`. Who answers them?]")
			break
		}
		out = append(out, "- [NEEDS CLARIFICATION: "+question(r, qs)+"]")
	}
	return strings.Join(out, "\n")
}

// together gathers the questions that ask the same of many objects of one kind,
// in the order of the first of each. A few are asked one by one, so that each
// keeps its answer.
func together(all []risk.Question) [][]risk.Question {
	const few = 3
	alike := func(q risk.Question) risk.Question { return risk.Question{Called: q.Called, Text: q.Text} }
	n := map[risk.Question]int{}
	for _, q := range all {
		n[alike(q)]++
	}
	at := map[risk.Question]int{}
	var out [][]risk.Question
	for _, q := range all {
		k := alike(q)
		if q.Address == "" || n[k] <= few {
			k = q
		}
		if i, ok := at[k]; ok {
			out[i] = append(out[i], q)
			continue
		}
		at[k] = len(out)
		out = append(out, []risk.Question{q})
	}
	return out
}

// question words what is asked of the first object, and names the others.
func question(r *analyzer.Report, qs []risk.Question) string {
	const most = 4
	q := &qs[0]
	text := stackCode(q.Stack)
	if q.Address != "" {
		text = called(q.Called) + escape.CodeCell(q.Address)
		if q.Called != "" {
			text = "The " + text
		}
		text += inStack(r, q.Stack, " in ", "")
	} else if len(r.Stacks) == 1 {
		text = "The stack"
	}
	text += " " + escape.Cell(q.Text)
	var same []string
	for i := range qs[1:] {
		if i == most {
			same = append(same, count(len(qs)-1-most, "more", "more"))
			break
		}
		other := &qs[i+1]
		name := escape.CodeCell(other.Address)
		if other.Stack != q.Stack {
			name += inStack(r, other.Stack, " in ", "")
		}
		same = append(same, name)
	}
	if len(same) > 0 {
		text += " The same for " + and(same) + "."
	}
	return text
}

// hintKinds are the kinds of findings that each hint of the checklist gathers.
var hintKinds = map[string][]string{
	"least privilege": {"wildcard policy", "trust policy", "secret rotated"},
	"public":          {"open ingress", "public access"},
	"encryption":      {"encryption off"},
	"in transit":      {"plain traffic"},
	"logging":         {"logging off"},
	"recovery":        {"protection off"},
}

// Hints lists the findings under an item of the security checklist: "least
// privilege", "public", "encryption", "in transit", "logging" or "recovery".
func Hints(r *analyzer.Report, about string) string {
	if r.Risk == nil {
		return ""
	}
	const most = 6
	var out []string
	rest := 0
	for _, f := range r.Risk.Findings {
		if !slices.Contains(hintKinds[about], f.Kind) {
			continue
		}
		if len(out) == most {
			rest++
			continue
		}
		out = append(out, "- "+capital(f.Kind)+": the "+called(f.Called)+escape.CodeCell(f.Address)+inStack(r, f.Stack, " in ", "")+" "+escape.Cell(f.Text))
	}
	if rest > 0 {
		out = append(out, "- "+count(rest, "more like these", "more like these"))
	}
	return strings.Join(out, "\n")
}
