package depend

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// Input is what Inspect reads. Tree and Plan may be nil: without files the
// graph knows no locals, without a plan no instances.
type Input struct {
	Stack  string // path as Terramate writes it
	ID     string // the stack's id, if it has one
	Tree   *tfconfig.Tree
	Plan   *plan.Plan // read with the options that Need asks for
	Shared []Shared   // inputs that output sharing fills
}

// Need asks for what Inspect reads of a plan.
func Need(o *plan.Options) {
	o.Prior, o.Config = true, true
	before := o.KeepPrior
	o.KeepPrior = func(mode, typ string) []string {
		keep := mentions
		if before != nil {
			keep = append(before(mode, typ), keep...)
		}
		return keep
	}
}

// Inspect builds one stack's own graph, and collects what it offers to and
// asks of other stacks.
func Inspect(in Input) *Facts {
	b := builders.Get().(*builder)
	defer b.reset()
	b.facts = &Facts{Stack: in.Stack, ID: strings.ToLower(in.ID), Shared: in.Shared, Nodes: b.nodes, Edges: b.kept}
	b.known = newInstances(in.Plan)
	tree := in.Tree
	if in.Plan != nil && in.Plan.Config != nil {
		tree = withPlanConfig(tree, in.Plan.Config)
	}
	if tree != nil {
		b.module(scopeOf(tree))
		b.finish()
	} else if in.Plan != nil {
		b.gap("its configuration is not at hand: only what the state remembers is known")
	}
	if in.Plan != nil {
		b.fromPlan(in.Plan)
		b.undeclared(in.Plan)
	}
	if in.Tree != nil {
		b.missing(in.Tree, "")
		b.outward(in.Tree, in.Stack)
	}
	b.nodes, b.kept = b.facts.Nodes, b.facts.Edges
	b.facts.trim()
	return b.facts
}

// undeclared notes that objects stay or come whose configuration is in neither
// the files nor the plan.
func (b *builder) undeclared(p *plan.Plan) {
	if len(b.facts.Gaps) > 0 {
		return // said already
	}
	for _, c := range p.Changes {
		switch c.Action {
		case plan.ActionCreate, plan.ActionUpdate, plan.ActionReplace:
			if c.Mode == "managed" && c.Deposed == "" && !b.inherited[ConfigAddress(c.Address)] {
				b.gap("the configuration of objects that change is not at hand: what refers to them is not known")
				return
			}
		}
	}
}

// missing notes the modules whose files are not at hand.
func (b *builder) missing(t *tfconfig.Tree, at string) {
	for _, name := range sortedKeys(t.Missing) {
		b.gap("module." + within(at, name) + ": " + t.Missing[name])
	}
	for _, name := range sortedKeys(t.Children) {
		b.missing(t.Children[name], within(at, name))
	}
}

func (b *builder) gap(text string) { b.facts.Gaps = append(b.facts.Gaps, text) }
