package migration

import (
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// Input is what Inspect reads of one stack.
type Input struct {
	Stack string // path as Terramate writes it
	// Plan is the stack's plan, nil when there is none. It was read with the
	// options that Options returns, or more.
	Plan *plan.Plan
	// Head is the stack's configuration, Base the same at the git base; nil
	// when there is none, and the same tree where nothing has changed.
	Head, Base *tfconfig.Tree
	// Renamed are files that git takes for renamed: old path to new path.
	Renamed map[string]string
}

// Options returns what Inspect needs of a plan.
func Options() plan.Options {
	return plan.Options{NoOps: true, Prior: true, Config: true, Keep: Keep}
}

// Keep tells for which changes Inspect needs values.
func Keep(c *plan.Change) bool {
	if c.Mode != "managed" || c.Deposed != "" {
		return false
	}
	switch c.Action {
	case plan.ActionCreate, plan.ActionDelete, plan.ActionReplace, plan.ActionForgetCreate:
		return true
	case plan.ActionUpdate:
		return c.Index != nil
	}
	return false
}

// Inspect collects what one stack tells about its state.
func Inspect(in Input) *Facts {
	f := &Facts{Stack: in.Stack}
	if in.Plan != nil {
		inspectPlan(f, in.Plan)
	}
	if in.Head != nil || in.Base != nil {
		f.Files = inspectFiles(in)
		checkBlocks(f, in.Head)
	}
	return f
}

func inspectPlan(f *Facts, p *plan.Plan) {
	f.PlanRead, f.Errored, f.Tool = true, p.Errored, p.Tool
	f.Partial = p.LeavesOut()
	tainted := map[string]bool{}
	held := map[string]bool{}
	gone := map[string]bool{}
	refs, joined := newReferences(p.Config), paths{}
	for _, c := range p.Changes {
		if c.Mode != "managed" {
			continue
		}
		if c.Deposed != "" {
			f.Deposed = append(f.Deposed, c.Address)
			continue
		}
		f.Handled = append(f.Handled, handledBy(f.Stack, c)...)
		if c.Action == plan.ActionDelete || c.Action == plan.ActionForget {
			gone[c.Address] = true
		} else if c.Action != plan.ActionCreate {
			f.Existing++
			hold(held, c.Address)
		} else {
			f.Creates++
		}
		if c.Reason == "replace_because_tainted" {
			f.Tainted = append(f.Tainted, c.Address)
		}
		if Keep(c) {
			f.Objects = append(f.Objects, objectOf(c, refs, joined))
		}
	}
	f.Existing += len(gone)
	for _, r := range p.Prior {
		if r.Mode != "managed" || r.Deposed != "" {
			continue
		}
		if r.Tainted {
			tainted[r.Address] = true
		}
		if !gone[r.Address] {
			hold(held, r.Address)
		}
	}
	f.Existing = max(f.Existing, len(p.Prior)-len(f.Deposed))
	for i := range f.Objects {
		o := &f.Objects[i]
		o.Tainted = tainted[o.Address] && o.Action == "delete"
	}
	for a := range held {
		f.Held = append(f.Held, a)
	}
	sort.Strings(f.Held)
	sort.Strings(f.Tainted)
	sort.Strings(f.Deposed)
	sort.Slice(f.Objects, func(i, j int) bool { return f.Objects[i].Address < f.Objects[j].Address })
	sortHandled(f.Handled)
}

// hold marks an address and everything around it.
func hold(held map[string]bool, addr string) {
	if held[addr] {
		return
	}
	if a, ok := parseAddress(addr); ok {
		for _, p := range a.prefixes() {
			held[p] = true
		}
	}
}

// objectOf takes from a change what matching needs.
func objectOf(c *plan.Change, refs *references, joined paths) Object {
	o := Object{
		Address: c.Address, Type: c.Type, Provider: c.Provider,
		Action: string(c.Action), Reason: c.Reason, Pointer: c.Pointer,
	}
	if c.Action == plan.ActionForgetCreate {
		o.Action = "create"
	}
	if c.Moves() {
		o.Previous = c.PreviousAddress
	}
	if o.Action != "create" {
		o.Before = leavesOf(c.Before, nil, joined)
		o.ImportID = importID(c.Type, c.Before, c.Sensitive)
	} else {
		o.ImportID = importID(c.Type, c.After, c.Sensitive)
	}
	if o.Action != "delete" {
		o.After = leavesOf(c.After, refs.set(c), joined)
		o.Unknown = leafPaths(c.Unknown)
		o.Refs = refs.of(c, o.Unknown)
	}
	o.Opaque = leafPaths(c.Sensitive)
	o.Forced = leafPaths(c.ReplacePaths)
	return o
}

// leafPaths writes paths without list indexes and with map keys as names, sorted
// and each once.
func leafPaths(in []plan.Path) []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range in {
		s := leafPath(string(p))
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	sort.Strings(out)
	return out
}

// leafPath turns HCL's `tags["a"].b[0]` into `tags.a.b`.
func leafPath(p string) string {
	for {
		i := strings.Index(p, `["`)
		if i < 0 {
			return plainPath(p)
		}
		j := strings.Index(p[i+2:], `"]`)
		if j < 0 {
			return plainPath(p)
		}
		p = p[:i] + "." + p[i+2:i+2+j] + p[i+2+j+2:]
	}
}

// handledBy tells what apply does to the state by itself in one change.
func handledBy(stack string, c *plan.Change) []Handled {
	var out []Handled
	if c.Moves() {
		h := Handled{Stack: stack, Kind: "moved", From: c.PreviousAddress, To: c.Address}
		if c.Reason == "delete_because_no_move_target" {
			h.Note = "the address that the moved block leads to is not declared, so the object is destroyed"
		}
		out = append(out, h)
	}
	if c.Action == plan.ActionForget || c.Action == plan.ActionForgetCreate {
		out = append(out, Handled{Stack: stack, Kind: "removed", From: c.Address})
	}
	if c.Importing != nil {
		out = append(out, Handled{Stack: stack, Kind: "import", To: c.Address})
	}
	return out
}

func sortHandled(l []Handled) {
	sort.SliceStable(l, func(i, j int) bool {
		a, b := l[i], l[j]
		if a.Kind != b.Kind {
			return a.Kind < b.Kind
		}
		if a.From != b.From {
			return a.From < b.From
		}
		return a.To < b.To
	})
}
