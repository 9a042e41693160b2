package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// BlastOptions say how much of a radius is shown.
type BlastOptions struct {
	// Only are the stacks whose changes are asked about; nil asks about all.
	Only map[string]bool
	// Depth bounds how far dependents are followed; 0 does not.
	Depth int
	Color bool
}

// A branch is an object in the tree of a radius.
type branch struct {
	hit    *risk.Hit
	node   int
	below  []*branch
	folded int // dependents that are counted and not shown
}

// A root is a change with what depends on it.
type root struct {
	stack  string
	place  int          // of the stack in the report
	change *risk.Change // nil for an output
	output string
	branch
}

// maxBelow bounds how many dependents of one object are shown, so that a
// dense graph stays readable.
const maxBelow = 8

// roots arranges the hits below the changes that cause them. A change that is
// itself a dependent of another stands below that one.
func roots(r *analyzer.Report, o BlastOptions) []*root {
	g := r.Graph
	below := map[int][]*risk.Hit{}
	for i := range r.Risk.Radius.Hits {
		h := &r.Risk.Radius.Hits[i]
		if o.Depth > 0 && h.Distance > o.Depth {
			continue
		}
		below[h.Prev] = append(below[h.Prev], h)
	}
	var out []*root
	for place, f := range r.Stacks {
		if f.Risk == nil || o.Only != nil && !o.Only[f.Stack.Path] {
			continue
		}
		for i := range f.Risk.Changes {
			c := &f.Risk.Changes[i]
			n := g.Node(f.Stack.Path, c.Address)
			out = append(out, &root{stack: f.Stack.Path, place: place, change: c, branch: branch{node: n}})
		}
		for _, name := range f.Risk.Outputs {
			n := g.Node(f.Stack.Path, "output."+name)
			if len(below[n]) == 0 {
				continue // shown below what feeds it, or of no further interest
			}
			out = append(out, &root{stack: f.Stack.Path, place: place, output: name, branch: branch{node: n}})
		}
	}
	// What depends on nothing else that changes comes first; the others are
	// roots of their own only where they hang below none of those.
	hung := map[int]bool{}
	for i := range r.Risk.Radius.Hits {
		hung[r.Risk.Radius.Hits[i].Node] = true
	}
	seen := map[int]bool{}
	for _, t := range out {
		if t.node >= 0 && !hung[t.node] {
			grow(&t.branch, below, seen, 0)
		}
	}
	out = slices.DeleteFunc(out, func(t *root) bool { return hung[t.node] && seen[t.node] })
	for _, t := range out {
		if hung[t.node] {
			grow(&t.branch, below, seen, 0)
		}
	}
	slices.SortStableFunc(out, func(a, b *root) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(weight(b), weight(a)),
			cmp.Compare(depend.ConfigAddress(a.name()), depend.ConfigAddress(b.name())), cmp.Compare(a.name(), b.name()))
	})
	return out
}

func (t *root) name() string {
	if t.change == nil {
		return "output." + t.output
	}
	return t.change.Address
}

// weight orders changes: those that take something away first.
func weight(t *root) int {
	if t.change == nil {
		return 0
	}
	switch t.change.Action {
	case plan.ActionDelete:
		return 5
	case plan.ActionReplace, plan.ActionForgetCreate:
		return 4
	case plan.ActionForget, plan.ActionUnknown:
		return 3
	case plan.ActionUpdate:
		return 2
	}
	return 1
}

// grow hangs the dependents of a node below it.
func grow(b *branch, below map[int][]*risk.Hit, seen map[int]bool, depth int) {
	if seen[b.node] || depth > 64 {
		return
	}
	seen[b.node] = true
	for _, h := range below[b.node] {
		if len(b.below) == maxBelow && h.Action == "" {
			b.folded++ // what changes itself is never folded away
			continue
		}
		child := &branch{hit: h, node: h.Node}
		grow(child, below, seen, depth+1)
		b.below = append(b.below, child)
	}
}

// asked narrows a report's stacks to those asked about.
func asked(r *analyzer.Report, o BlastOptions) []*analyzer.Facts {
	if o.Only == nil {
		return r.Stacks
	}
	return slices.DeleteFunc(slices.Clone(r.Stacks), func(f *analyzer.Facts) bool { return !o.Only[f.Stack.Path] })
}

// reaches says how far a stack's changes go beyond it.
func reaches(r *analyzer.Report, stack string) string {
	stacks, resources := reached(r, stack)
	var said []string
	if stacks > 0 {
		said = append(said, count(stacks, "other stack", "other stacks"))
	}
	if resources > 0 {
		said = append(said, count(resources, "resource", "resources")+" beyond what changes")
	}
	if len(said) == 0 {
		return "reaches nothing beyond what changes"
	}
	return "reaches " + strings.Join(said, " and ")
}

// reached counts the stacks and resources beyond a stack's own changes that
// its changes reach.
func reached(r *analyzer.Report, stack string) (stacks, resources int) {
	seen := map[string]bool{}
	for i := range r.Risk.Radius.Hits {
		h := &r.Risk.Radius.Hits[i]
		if h.CauseStack != stack {
			continue
		}
		if h.Stack != stack && !seen[h.Stack] {
			seen[h.Stack] = true
			stacks++
		}
		if h.Action == "" && r.Graph.Nodes[h.Node].Kind == depend.Resource {
			resources++
		}
	}
	return stacks, resources
}

// symbols are the marks that the tools themselves use.
func symbol(c *risk.Change) string {
	switch c.Action {
	case plan.ActionCreate:
		return "+"
	case plan.ActionUpdate:
		return "~"
	case plan.ActionDelete:
		return "-"
	case plan.ActionReplace:
		if c.CreateFirst {
			return "+/-"
		}
		return "-/+"
	case plan.ActionForget:
		return "."
	}
	return "?"
}

// does says what happens to an object, in words.
func does(c *risk.Change) string {
	switch c.Action {
	case plan.ActionCreate:
		return "added"
	case plan.ActionUpdate:
		if c.Interrupts != "" {
			return "changed in place (" + few(c.Changed) + "): " + c.Interrupts
		}
		if len(c.Changed) == 0 {
			return "changed in place"
		}
		return "changed in place (" + few(c.Changed) + ")"
	case plan.ActionDelete:
		return "destroyed"
	case plan.ActionReplace:
		text := "replaced"
		if len(c.Forced) > 0 {
			text += ": " + few(c.Forced) + " " + verb(len(c.Forced), "forces", "force") + " it"
		}
		if c.CreateFirst {
			return text + ", new before old"
		}
		return text + ", old before new"
	case plan.ActionForget:
		return "leaves the state and stays"
	case plan.ActionForgetCreate:
		return "leaves the state, a new one is made"
	}
	return "changed in a way that is not known"
}

func few(names []string) string {
	if len(names) > 3 {
		return strings.Join(names[:3], ", ") + " and " + count(len(names)-3, "more", "more")
	}
	return strings.Join(names, ", ")
}
