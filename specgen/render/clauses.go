package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
)

// A clause is one group of changes in one stack: what sentences are made of.
type clause struct {
	stack string
	facts *outline.Facts
	verb  outline.Verb
	group outline.Group
	order int // in the Changes table
}

// clauses returns every group of the Changes table, those that a person would
// speak of first at the front.
func clauses(r *analyzer.Report) []clause {
	var out []clause
	for _, f := range r.Stacks {
		if f.Outline == nil {
			continue
		}
		for _, row := range f.Outline.Rows(suspects(r, f.Stack.Path)) {
			for _, g := range row.Groups {
				out = append(out, clause{f.Stack.Path, f.Outline, row.Verb, g, len(out)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b clause) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), cmp.Compare(a.order, b.order))
	})
	return out
}

// score weighs what happens together with what it happens to.
func (c clause) score() int {
	weight := map[outline.Verb]int{
		outline.Replace: 8, outline.MoveReplace: 8, outline.ImportReplace: 8, outline.ForgetAdd: 6, outline.Destroy: 6,
		outline.Add: 5, outline.DestroyAdd: 3, outline.Forget: 3, outline.Unclear: 4, outline.Modify: 2,
		outline.MoveModify: 2, outline.ImportModify: 2, outline.Import: 1, outline.ImportMove: 1, outline.Move: 0,
		outline.ReadOnly: -20,
	}
	return weight[c.verb] + c.group.Score()
}

// saying is how a verb reads in a sentence and in a title.
var saying = map[outline.Verb]struct {
	does      string // "replaces"
	after     string // after one object and its stack: ", which stays"
	afterMany string // after several
	noun      string // in a title, after the object: "replacement"
}{
	outline.Destroy:       {"destroys", "", "", "removal"},
	outline.DestroyAdd:    {"recreates", " (which looks like a move)", " (which looks like a move)", "move"},
	outline.Replace:       {"replaces", "", "", "replacement"},
	outline.MoveReplace:   {"moves and replaces", "", "", "replacement"},
	outline.ImportReplace: {"imports and replaces", "", "", "replacement"},
	outline.ForgetAdd:     {"creates anew", " (the old object stays)", " (the old objects stay)", "replacement"},
	outline.Add:           {"adds", "", "", ""},
	outline.Modify:        {"changes", "", "", "change"},
	outline.MoveModify:    {"moves and changes", "", "", "change"},
	outline.ImportModify:  {"imports and changes", "", "", "import"},
	outline.Import:        {"imports", "", "", "import"},
	outline.ImportMove:    {"imports and moves", "", "", "import"},
	outline.Move:          {"moves", " (in the state only)", " (in the state only)", "move"},
	outline.Forget:        {"forgets", " (the object stays)", " (the objects stay)", "hand-over"},
	outline.Unclear:       {"does something unknown to", "", "", "change"},
	outline.ReadOnly:      {"reads", "", "", "lookup"},
}

// object names the clause's group within a sentence: "a NAT gateway", "the
// OpenBao load balancer", "3 subnets".
func (w wording) object(c clause) string {
	noun, why := w.noun(c.group), ""
	if c.verb == outline.Modify && c.group.Module == "" {
		if why = w.why(c.group); why != "" {
			why = " (" + why + ")"
		}
	}
	switch {
	case c.group.Module != "" && c.group.Instances > 1:
		return noun + " (" + count(c.group.Count, "resource", "resources") + ")"
	case c.group.Module != "":
		return "the " + noun + " (" + count(c.group.Count, "resource", "resources") + ")"
	case c.group.Count > 1:
		return strings.TrimPrefix(w.counted(c.verb, c.group), "new ") + why
	case c.verb == outline.Add, c.verb == outline.ReadOnly:
		return article(noun) + " " + noun
	}
	return "the " + noun + why
}
