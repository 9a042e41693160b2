package stacks

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
)

// outputDependencies does what the deprecated flags ask for: the selected
// stacks and behind them those whose outputs they take, in the order of their
// own paths, or the latter alone. Only the inputs of selected stacks count, and
// an input without a source is an error.
func (p *Project) outputDependencies(sel []*Stack, o Spread) ([]*Stack, hcl.Diagnostics) {
	old, instead := "--include-output-dependencies", "--include-direct-dependencies"
	if o.OnlyOutputDependencies {
		old, instead = "--only-output-dependencies", "--only-direct-dependencies"
	}
	diags := hcl.Diagnostics{{
		Severity: hcl.DiagWarning, Summary: "Deprecated flag",
		Detail: fmt.Sprintf("%s is deprecated, use %s instead.", old, instead),
	}}
	byID := p.byID()
	selected, needed := map[*Stack]bool{}, map[*Stack]bool{}
	for _, s := range sel {
		selected[s] = true
		edges, more := p.inputs(s, byID)
		for _, d := range more {
			d.Severity = hcl.DiagError
		}
		diags = append(diags, more...)
		for _, e := range edges {
			needed[e.To] = true
		}
	}
	p.quote(diags)
	if o.OnlyOutputDependencies {
		return sortedStacks(needed), diags
	}
	out := append([]*Stack(nil), sel...)
	for _, s := range sortedStacks(needed) {
		if !selected[s] {
			out = append(out, s)
		}
	}
	return out, diags
}
