package risk

import (
	"slices"
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// Input is what Inspect reads. Tree may be nil.
type Input struct {
	Stack   string
	Plan    *plan.Plan
	Tree    *tfconfig.Tree
	Catalog *catalog.Catalog
}

// Inspect looks at one stack's plan alone.
func Inspect(in Input) *Facts {
	f := &Facts{Stack: in.Stack}
	if in.Plan == nil {
		return f
	}
	for _, c := range in.Plan.Changes {
		if !acts(c) {
			continue
		}
		f.Changes = append(f.Changes, in.change(c))
		f.Findings = append(f.Findings, findings(in.Stack, c, in.Catalog.Lookup(c.Type))...)
	}
	for _, o := range in.Plan.Outputs {
		if o.Action != plan.ActionNoOp {
			f.Outputs = append(f.Outputs, o.Name)
		}
	}
	for _, c := range in.Plan.Checks {
		if c.Status == "fail" || c.Status == "error" {
			f.Failed = append(f.Failed, c.Address)
		}
	}
	sort.Strings(f.Outputs)
	sort.Strings(f.Failed)
	return f
}

// acts tells whether a change does anything to what exists or will.
func acts(c *plan.Change) bool {
	switch c.Action {
	case plan.ActionNoOp, plan.ActionRead, plan.ActionOpen:
		return false
	}
	return c.Mode == "managed"
}

func (in *Input) change(c *plan.Change) Change {
	fact := in.Catalog.Lookup(c.Type)
	out := Change{
		Address: c.Address, Type: c.Type, Called: fact.Singular, Action: c.Action, CreateFirst: c.CreateFirst,
		Known: fact.Known(), Category: fact.Category, Weight: fact.Criticality.Weight(), Stateful: fact.Stateful && fact.Destroy.Has(catalog.DataLoss), Part: fact.Part,
		Changed: roots(c.Changed), Unknown: roots(c.Unknown), Forced: roots(c.ReplacePaths), Pointer: c.Pointer,
		PreventDestroy: in.prevented(c),
	}
	if c.Deposed != "" {
		out.Address += " (deposed " + c.Deposed + ")"
	}
	switch c.Action {
	case plan.ActionReplace:
		out.Costs, out.Why = fact.Replace.Costs, fact.Replace.Why
	case plan.ActionDelete:
		out.Costs, out.Why = fact.Destroy.Costs, fact.Destroy.Why
	case plan.ActionUpdate:
		out.Interrupts, _ = lookup(interruptions(), c.Type, c.Changed)
		var note string
		out.OneWay, note = lookup(oneWays(), c.Type, c.Changed)
		out.Grows = note == "size"
	}
	for _, p := range fact.Protections {
		// What guards an object that goes is what it has now.
		if on, known := p.Holds(c.Before); known && on {
			out.Guards = append(out.Guards, p.Guard)
		} else {
			out.Open = append(out.Open, p.Guard)
		}
	}
	return out
}

// prevented tells whether the configuration forbids to destroy the object.
func (in *Input) prevented(c *plan.Change) bool {
	t := in.Tree
	for rest := c.ModuleAddress; t != nil && rest != ""; {
		rest = strings.TrimPrefix(rest, "module.")
		i := strings.IndexAny(rest, ".[")
		name := rest
		if i >= 0 {
			name, rest = rest[:i], rest[i:]
			if j := strings.Index(rest, "module."); j >= 0 {
				rest = rest[j:]
			} else {
				rest = ""
			}
		} else {
			rest = ""
		}
		t = t.Children[name]
	}
	if t == nil || t.Module == nil {
		return false
	}
	r := t.Module.Resources[c.Type+"."+c.Name]
	return r != nil && r.PreventDestroy
}

// roots returns the top-level attributes of paths, sorted, each once.
func roots(paths []plan.Path) []string {
	var out []string
	for _, p := range paths {
		out = append(out, p.Root())
	}
	slices.Sort(out)
	return slices.Compact(out)
}
