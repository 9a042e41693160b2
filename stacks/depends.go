package stacks

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// An OutputEdge says that one stack takes an output of another as its input
// (Terramate's output sharing).
type OutputEdge struct {
	From  *Stack // takes the value
	To    *Stack // gives it
	Input string // name of the input block in From
	// Outputs are the names of the output blocks in To that the value is made
	// of, sorted.
	Outputs []string
	Range   hcl.Range // of the input block
}

// OutputEdges returns the edges of all input blocks, by stack and place. An
// input whose from_stack_id cannot be evaluated is an error; one that names no
// stack is a warning.
func (p *Project) OutputEdges() ([]OutputEdge, hcl.Diagnostics) {
	byID := p.byID()
	var edges []OutputEdge
	var diags hcl.Diagnostics
	for _, s := range p.Stacks {
		more, d := p.inputs(s, byID)
		edges = append(edges, more...)
		diags = append(diags, d...)
	}
	p.quote(diags)
	return edges, diags
}

// byID returns the stacks that have an id by it.
func (p *Project) byID() map[string]*Stack {
	byID := make(map[string]*Stack, len(p.Stacks))
	for _, s := range p.Stacks {
		if s.ID != "" {
			byID[s.ID] = s
		}
	}
	return byID
}

// inputs returns the edges of one stack's input blocks.
func (p *Project) inputs(s *Stack, byID map[string]*Stack) ([]OutputEdge, hcl.Diagnostics) {
	if !p.folders[s.Path].inputs {
		return nil, nil
	}
	scope, layers, _ := p.scope(s)
	var blocks []*hclsyntax.Block
	for _, body := range layers[len(layers)-1].Bodies {
		for _, b := range body.Blocks {
			if b.Type == "input" {
				blocks = append(blocks, b)
			}
		}
	}
	var edges []OutputEdge
	var diags hcl.Diagnostics
	for _, b := range blocks {
		attr := b.Body.Attributes["from_stack_id"]
		if attr == nil || len(b.Labels) != 1 {
			continue
		}
		id, more := scope.String(attr.Expr)
		diags = append(diags, more...)
		if more.HasErrors() {
			continue
		}
		to := byID[id]
		if to == nil {
			d := problem(attr.Expr.Range(), "Input from an unknown stack", fmt.Sprintf("No stack has the id %q, so input %q of %s has no source.", id, b.Labels[0], s.Path))
			d.Severity = hcl.DiagWarning
			diags = append(diags, d)
			continue
		}
		edges = append(edges, OutputEdge{From: s, To: to, Input: b.Labels[0], Outputs: outputsIn(b.Body.Attributes["value"]), Range: b.DefRange()})
	}
	return edges, diags
}

// outputsIn returns the names in `outputs.NAME.value`, wherever the expression
// has them.
func outputsIn(value *hclsyntax.Attribute) []string {
	if value == nil {
		return nil
	}
	var out []string
	for _, t := range value.Expr.Variables() {
		if t.RootName() != "outputs" || len(t) < 2 {
			continue
		}
		switch step := t[1].(type) {
		case hcl.TraverseAttr:
			out = append(out, step.Name)
		case hcl.TraverseIndex:
			if step.Key.Type() == cty.String {
				out = append(out, step.Key.AsString())
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Spread adds stacks that the selected ones depend on through output sharing
// or Terragrunt's dependency blocks, or that depend on them, or puts them in
// the selection's place, or takes them out. The fields are the flags of
// `terramate list`.
type Spread struct {
	IncludeAllDependencies, IncludeDirectDependencies bool
	IncludeAllDependents, IncludeDirectDependents     bool
	OnlyAllDependencies, OnlyDirectDependencies       bool
	OnlyAllDependents, OnlyDirectDependents           bool
	ExcludeAllDependencies, ExcludeAllDependents      bool

	// The deprecated flags for output sharing, which know direct dependencies
	// only.
	IncludeOutputDependencies, OnlyOutputDependencies bool
}

// IsZero tells whether the selection stays as it is.
func (o Spread) IsZero() bool { return o == Spread{} }

// KeepsSelection tells whether the selection stays as it is, or is at most
// added to by the deprecated flag.
func (o Spread) KeepsSelection() bool {
	return o.IsZero() || o.IncludeOutputDependencies
}

// Spread applies o to a selection. The result is sorted by path, but for the
// deprecated flags, which put what they add behind the rest.
func (p *Project) Spread(sel []*Stack, o Spread) ([]*Stack, hcl.Diagnostics) {
	if o.IsZero() {
		return sel, nil
	}
	if wrong := o.conflict(p); wrong != "" {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Flags do not fit together", Detail: wrong}}
	}
	if o.IncludeOutputDependencies || o.OnlyOutputDependencies {
		return p.outputDependencies(sel, o) // They win over the others, as in Terramate.
	}
	edges, diags := p.OutputEdges()
	if diags.HasErrors() {
		return nil, diags
	}
	to, from := map[*Stack][]*Stack{}, map[*Stack][]*Stack{}
	for _, e := range edges {
		to[e.From] = append(to[e.From], e.To)
		from[e.To] = append(from[e.To], e.From)
	}
	if diags = append(diags, p.gruntEdges(to, from)...); diags.HasErrors() {
		p.quote(diags)
		return nil, diags
	}
	chosen := map[*Stack]bool{}
	switch {
	case o.OnlyAllDependencies:
		reach(sel, to, true, chosen)
	case o.OnlyDirectDependencies:
		reach(sel, to, false, chosen)
	case o.OnlyDirectDependents:
		reach(sel, from, false, chosen)
	case o.OnlyAllDependents:
		reach(sel, from, true, chosen)
	default:
		for _, s := range sel {
			chosen[s] = true
		}
	}
	if o.IncludeAllDependencies || o.IncludeDirectDependencies {
		reach(sel, to, o.IncludeAllDependencies, chosen)
	}
	if o.IncludeAllDependents || o.IncludeDirectDependents {
		reach(sel, from, o.IncludeAllDependents, chosen)
	}
	out := sortedStacks(chosen)
	gone := map[*Stack]bool{}
	if o.ExcludeAllDependencies {
		reach(out, to, true, gone)
	}
	if o.ExcludeAllDependents {
		reach(out, from, true, gone)
	}
	return slices.DeleteFunc(out, func(s *Stack) bool { return gone[s] }), diags
}

// conflict says what is wrong with a combination of flags, or "".
func (o Spread) conflict(p *Project) string {
	if o.IncludeOutputDependencies || o.OnlyOutputDependencies {
		switch {
		case !p.HasExperiment("outputs-sharing"):
			return `--include-output-dependencies and --only-output-dependencies need terramate.config.experiments = ["outputs-sharing"].`
		case o.IncludeOutputDependencies && o.OnlyOutputDependencies:
			return "--include-output-dependencies and --only-output-dependencies cannot be used together."
		}
		return ""
	}
	only := 0
	for _, set := range []bool{o.OnlyAllDependencies, o.OnlyDirectDependencies, o.OnlyAllDependents, o.OnlyDirectDependents} {
		if set {
			only++
		}
	}
	if only > 1 {
		return "Only one of --only-all-dependencies, --only-direct-dependencies, --only-direct-dependents and --only-all-dependents can be used at a time."
	}
	return ""
}

// reach adds what the stacks lead to: one step away, or any number of steps.
// A stack itself is added only when another of the stacks leads to it: in a
// circle it does not lead to itself.
func reach(sel []*Stack, next map[*Stack][]*Stack, all bool, into map[*Stack]bool) {
	if !all {
		for _, s := range sel {
			for _, n := range next[s] {
				into[n] = true
			}
		}
		return
	}
	from := map[*Stack]*Stack{} // who first led to a stack
	other := map[*Stack]bool{}  // a second one did too
	for _, start := range sel {
		queue := []*Stack{start}
		for len(queue) > 0 {
			s := queue[0]
			queue = queue[1:]
			for _, n := range next[s] {
				if n == start {
					continue
				}
				switch first, known := from[n]; {
				case !known:
					from[n] = start
				case first == start || other[n]:
					continue
				default:
					other[n] = true
				}
				into[n] = true
				queue = append(queue, n)
			}
		}
	}
}

func sortedStacks(set map[*Stack]bool) []*Stack {
	out := make([]*Stack, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *Stack) int { return a.index - b.index })
	return out
}
