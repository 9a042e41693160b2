package migration

import (
	"slices"
	"sort"
	"strconv"

	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// History is what the git base tells about the set of stacks.
type History struct {
	// Base is the base revision, as a command can name it.
	Base    string
	Deleted []string
	Renamed []Renamed
}

// A Renamed stack is one whose folder moved since the base.
type Renamed struct {
	From, To string // stack paths
	// KeyMoved tells that the name of the state in its backend moved along,
	// so that the new folder looks for its state elsewhere.
	KeyMoved bool
}

// Join decides over all stacks. Facts of stacks that are only at the base
// (FileFacts.Gone) may be among them. The answer does not depend on the order
// of facts.
func Join(all []*Facts, h History) *Verdict {
	facts := slices.Clone(all)
	facts = slices.DeleteFunc(facts, func(f *Facts) bool { return f == nil })
	sort.SliceStable(facts, func(i, j int) bool { return facts[i].Stack < facts[j].Stack })
	j := &joiner{v: &Verdict{Blocks: map[string]string{}}, history: h, kinds: map[string]bool{}, gone: map[string]*Facts{}, lost: map[string]bool{}}
	for _, f := range facts {
		if f.Files != nil && f.Files.Gone {
			j.gone[f.Stack] = f
		} else {
			j.facts = append(j.facts, f)
		}
	}
	j.stacks()
	for _, f := range j.facts {
		j.files(f)
		j.health(f)
	}
	j.moves(match(j.placed()))
	for _, f := range j.facts {
		j.handled(f)
		j.doubts(f)
	}
	return j.done()
}

// placed returns the facts for matching: those of a stack that looked for its
// state in the wrong place say nothing about objects.
func (j *joiner) placed() []*Facts {
	out := slices.Clone(j.facts)
	for i, f := range out {
		if j.lost[f.Stack] {
			out[i] = &Facts{Stack: f.Stack, Tool: f.Tool}
		}
	}
	return out
}

// A joiner builds the verdict.
type joiner struct {
	v       *Verdict
	history History
	facts   []*Facts
	gone    map[string]*Facts
	kinds   map[string]bool
	// lost tells for which stacks the plan looked at an empty state in the
	// wrong place: what it creates says nothing then.
	lost map[string]bool
	// decided tells for which stacks a reason was found.
	decided map[string]bool
}

// levels, least pressing first.
var levels = []string{"", "review", "reinit", "must"}

// because adds a reason. A level other than "review" makes it required.
func (j *joiner) because(stack, kind, level, text string, conf evidence.Confidence, refs ...evidence.Ref) {
	if j.decided == nil {
		j.decided = map[string]bool{}
	}
	j.decided[stack] = true
	j.kinds[kind] = true
	j.v.Required = j.v.Required || level == "must" || level == "reinit"
	j.v.StateChanges = true
	if slices.Index(levels, level) > slices.Index(levels, j.v.Level) {
		j.v.Level = level
	}
	j.v.Reasons = append(j.v.Reasons, Reason{Stack: stack, Kind: kind, Text: text, Confidence: conf, Evidence: refs})
}

// doubt adds a reason that leaves the verdict open.
func (j *joiner) doubt(stack, kind, text string) {
	j.v.Undecided = true
	j.v.Reasons = append(j.v.Reasons, Reason{Stack: stack, Kind: kind, Text: text, Confidence: evidence.Unknown, Undecided: true})
}

func (j *joiner) act(stack, text string) {
	a := Action{Stack: stack, Text: text}
	if !slices.Contains(j.v.Actions, a) {
		j.v.Actions = append(j.v.Actions, a)
	}
}

func (j *joiner) run(stack string, lines ...string) {
	for _, l := range lines {
		c := Command{Stack: stack, Line: l}
		if !slices.Contains(j.v.Commands, c) {
			j.v.Commands = append(j.v.Commands, c)
		}
	}
}

// health reports what the plan says about the state itself.
func (j *joiner) health(f *Facts) {
	for _, a := range f.Tainted {
		j.because(f.Stack, KindTainted, "review", a+" is tainted, so it is replaced although nothing asks for it; if the object is good, untaint it", evidence.Certain)
		j.v.Required = true
		j.act(f.Stack, "look at "+a+": if the object is good, untaint it before the apply; if not, let it be replaced")
		j.run(f.Stack, tool(f)+" untaint "+shellWord(a))
	}
	if len(f.Deposed) > 0 {
		j.kinds[KindDeposed] = true
		j.v.StateChanges = true
	}
}

// handled reports what apply does to the state by itself.
func (j *joiner) handled(f *Facts) {
	for _, h := range f.Handled {
		if h.Kind == "moved" && !h.Implied && h.Note == "" {
			h.Note = j.astray(h)
		}
		j.v.Handled = append(j.v.Handled, h)
		if h.Note != "" {
			continue
		}
		j.v.StateChanges = true
		switch {
		case h.Kind == "moved" && h.Implied:
			j.kinds[KindImpliedMove] = true
		case h.Kind == "moved":
			j.kinds[KindMovedBlock] = true
		case h.Kind == "removed":
			j.kinds[KindForget] = true
		case h.Kind == "import":
			j.kinds[KindImport] = true
		}
	}
}

// astray tells where a moved block should lead whose object is what another
// address asks for, "" when it leads right.
func (j *joiner) astray(h Handled) string {
	for _, m := range j.v.Moves {
		if m.FromStack == h.Stack && m.From == h.From && m.To != h.To {
			return "it leads to " + h.To + ", but the object is what " + m.To + " asks for; correct the block, or run the commands"
		}
	}
	return ""
}

// doubts reports stacks whose plan does not show everything, unless what is
// known settles them.
func (j *joiner) doubts(f *Facts) {
	if j.decided[f.Stack] {
		return
	}
	switch {
	case !f.planned():
		j.unplanned(f)
	case f.Errored:
		j.doubt(f.Stack, KindErrored, "the plan failed half-way and may not show everything")
	case f.Partial:
		j.doubt(f.Stack, KindPartial, "the plan is partial (-target or -exclude): what it leaves out may have to move")
	}
}

// planned tells that there is a plan that shows changes.
func (f *Facts) planned() bool {
	return f.PlanRead && !(f.Errored && len(f.Objects) == 0)
}

// unplanned judges a stack without a plan by its files.
func (j *joiner) unplanned(f *Facts) {
	why := "there is no plan"
	if f.PlanRead {
		why = "the plan failed and shows no changes"
	}
	if f.Files == nil || !f.Files.Base {
		j.doubt(f.Stack, KindNoPlan, why+", and no earlier version of the stack to compare its files with")
		return
	}
	left := slices.DeleteFunc(slices.Concat(f.Files.Removed, f.Files.Rekeyed), func(a string) bool {
		return slices.ContainsFunc(f.Files.Moved, func(b MovedBlock) bool { return holds(withoutKeys(b.From), a) })
	})
	if len(left) == 0 {
		if len(f.Files.Unsettled) > 0 {
			j.doubt(f.Stack, KindNoPlan, why+", and "+list3(f.Files.Unsettled)+" may have other instances than before")
		}
		return
	}
	text := why + ", and the files no longer declare " + list3(left) + " as before"
	for _, a := range left {
		if to := f.Files.Twins[a]; to != "" {
			text = why + ", and " + a + " looks renamed to " + to
			break
		}
	}
	j.doubt(f.Stack, KindNoPlan, text)
}

// list3 names up to three things.
func list3(l []string) string {
	switch {
	case len(l) == 1:
		return l[0]
	case len(l) == 2:
		return l[0] + " and " + l[1]
	case len(l) == 3:
		return l[0] + ", " + l[1] + " and " + l[2]
	}
	return l[0] + ", " + l[1] + " and " + strconv.Itoa(len(l)-2) + " more"
}

// done puts everything in order.
func (j *joiner) done() *Verdict {
	v := j.v
	for k := range j.kinds {
		v.Kinds = append(v.Kinds, k)
	}
	sort.Strings(v.Kinds)
	sort.SliceStable(v.Moves, func(a, b int) bool {
		x, y := v.Moves[a], v.Moves[b]
		if x.FromStack != y.FromStack {
			return x.FromStack < y.FromStack
		}
		return x.From < y.From
	})
	return v
}

// tool names the program of a stack.
func tool(f *Facts) string {
	name := "tofu"
	if f.Tool == plan.ToolTerraform {
		name = "terraform"
	}
	return name + chdir(f.Stack)
}

// chdir writes the flag that leads from the project's root to a stack.
func chdir(stack string) string {
	if rel := relative(stack); rel != "." {
		return " -chdir=" + shellWord(rel)
	}
	return ""
}

// relative writes a stack's path from the project's root.
func relative(stack string) string {
	for len(stack) > 0 && stack[0] == '/' {
		stack = stack[1:]
	}
	if stack == "" {
		return "."
	}
	return stack
}
