package stacks

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The blocks of bundles and components can be written nested or, shorter, with
// labels: `define bundle metadata {}` is `define { bundle { metadata {} } }`.
// All blocks of a folder that say the same are merged before they are checked.

var (
	promptRule    = &rule{attrs: lazy("text", "options", "condition", "multiline", "multiselect"), anyBlocks: true}
	metadataRule  = &rule{attrs: lazy("class", "name", "description", "technologies", "version"), required: []string{"class", "name", "version"}}
	attributeRule = &rule{
		labels: oneLabel, attrs: lazy("description", "type", "default", "required"),
		blocks: map[string]*rule{"prompt": promptRule},
	}
	inputRule = &rule{
		labels: oneLabel,
		attrs: lazy("prompt", "description", "type", "options", "multiline", "multiselect",
			"immutable", "required_for_scaffold", "default"),
		blocks: map[string]*rule{"attribute": attributeRule, "prompt": promptRule},
		also:   promptsOnce,
	}
	usesRule      = &rule{labels: schemasLabel, attrs: lazy("source"), required: []string{"source"}, anyBlocks: true}
	inputsRule    = &rule{anyBlocks: true}
	componentRule = &rule{
		labels: oneLabel, attrs: lazy("condition", "environment", "source", "inputs"), required: []string{"source"},
		blocks: map[string]*rule{"inputs": inputsRule},
	}
	bundleRule = &rule{
		labels: oneLabel, attrs: lazy("uuid", "source", "inputs"), required: []string{"source"},
		blocks: map[string]*rule{
			"inputs":      {},
			"environment": {labels: oneLabel, attrs: lazy("source"), blocks: map[string]*rule{"inputs": {}}},
		},
	}
	defineRule = &rule{
		attrs: lazy(),
		blocks: map[string]*rule{
			"component": {blocks: map[string]*rule{"metadata": metadataRule, "input": inputRule, "uses": usesRule}},
			"bundle": {
				attrs: lazy("alias"),
				blocks: map[string]*rule{
					"metadata": metadataRule, "input": inputRule, "uses": usesRule, "lets": letsRule,
					"environments": {attrs: lazy("required")},
					"export":       {labels: oneLabel, attrs: lazy("description", "value")},
					"scaffolding": {attrs: lazy("path", "name"), blocks: map[string]*rule{
						"enabled": {labels: anyLabels, attrs: lazy("condition", "error_message"), required: []string{"condition", "error_message"}},
					}},
					"stack": {labels: oneLabel, attrs: lazy("condition"), blocks: map[string]*rule{
						"metadata":  {attrs: lazy("path", "name", "description", "tags", "after", "before", "wants", "wanted_by", "watch")},
						"component": componentRule,
					}},
				},
			},
			"schema": {
				labels: oneLabel, attrs: lazy("description", "type"),
				blocks: map[string]*rule{"attribute": attributeRule, "prompt": promptRule},
			},
		},
	}
)

// promptsOnce refuses a prompt's setting that is given in both of its places.
func promptsOnce(b *hclsyntax.Block) hcl.Diagnostics {
	old := map[string]string{"prompt": "text", "options": "options", "multiline": "multiline", "multiselect": "multiselect"}
	var diags hcl.Diagnostics
	for _, sub := range b.Body.Blocks {
		for _, attr := range sortedAttributes(b.Body) {
			if name := old[attr.Name]; sub.Type == "prompt" && name != "" && sub.Body.Attributes[name] != nil {
				diags = append(diags, problem(attr.NameRange, "Conflicting attributes", fmt.Sprintf("%s cannot be used together with prompt.%s.", attr.Name, name)))
			}
		}
	}
	return diags
}

// nested are the blocks that labels of an outer block can stand for, with the
// number of labels that each keeps for itself.
var nested = map[string]map[string]int{
	"define":              {"component": 0, "bundle": 0, "schema": 1},
	"define.bundle":       {"metadata": 0, "scaffolding": 0, "environments": 0, "lets": 0, "input": 1, "export": 1, "stack": 1},
	"define.component":    {"metadata": 0, "input": 1},
	"define.bundle.stack": {"metadata": 0},
	"component":           {"inputs": 0},
	"bundle":              {"inputs": 0},
}

// unfold writes a block whose labels stand for blocks in it as nested blocks.
// Labels that mean nothing stay, for the rules to refuse.
func unfold(b *hclsyntax.Block, name string, keep int) *hclsyntax.Block {
	out := *b
	if len(b.Labels) > keep {
		if own, ok := nested[name][b.Labels[keep]]; ok && len(b.Labels) > keep+own {
			inner := *b
			inner.Type = b.Labels[keep]
			inner.Labels, inner.LabelRanges = b.Labels[keep+1:], b.LabelRanges[keep+1:]
			out.Labels, out.LabelRanges = b.Labels[:keep], b.LabelRanges[:keep]
			out.Body = &hclsyntax.Body{
				Blocks:   hclsyntax.Blocks{unfold(&inner, name+"."+inner.Type, own)},
				SrcRange: b.Body.SrcRange, EndRange: b.Body.EndRange,
			}
			return &out
		}
	}
	body := *b.Body
	body.Blocks = nil
	for _, sub := range b.Body.Blocks {
		if own, ok := nested[name][sub.Type]; ok {
			sub = unfold(sub, name+"."+sub.Type, own)
		}
		body.Blocks = append(body.Blocks, sub)
	}
	out.Body = &body
	return &out
}

// mergeBlocks puts blocks of the same type and labels together, all the way
// down. An attribute of a later one wins.
func mergeBlocks(blocks []*hclsyntax.Block) []*hclsyntax.Block {
	var out []*hclsyntax.Block
	for _, b := range blocks {
		i := slices.IndexFunc(out, func(o *hclsyntax.Block) bool { return o.Type == b.Type && slices.Equal(o.Labels, b.Labels) })
		if i < 0 {
			out = append(out, b)
			continue
		}
		into, body := *out[i], *out[i].Body
		body.Attributes = hclsyntax.Attributes{}
		for name, attr := range out[i].Body.Attributes {
			body.Attributes[name] = attr
		}
		for name, attr := range b.Body.Attributes {
			body.Attributes[name] = attr
		}
		body.Blocks = slices.Concat(body.Blocks, b.Body.Blocks)
		into.Body = &body
		out[i] = &into
	}
	for i, b := range out {
		if len(b.Body.Blocks) > 1 {
			into, body := *b, *b.Body
			body.Blocks = mergeBlocks(body.Blocks)
			into.Body = &body
			out[i] = &into
		}
	}
	return out
}

// bundleBlocks collects the blocks of a folder that say what bundles and
// components are, merged.
type bundleBlocks struct{ blocks []*hclsyntax.Block }

// add takes a block, unfolded, and returns it.
func (bb *bundleBlocks) add(b *hclsyntax.Block) *hclsyntax.Block {
	keep := 1
	if b.Type == "define" {
		keep = 0
	}
	b = unfold(b, b.Type, keep)
	bb.blocks = append(bb.blocks, b)
	return b
}

// check merges the blocks, applies their rules, and fills the folder with what
// they say.
func (bb *bundleBlocks) check(f *folder) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, b := range mergeBlocks(bb.blocks) {
		switch b.Type {
		case "define":
			diags = append(diags, defineRule.check(b)...)
			f.define = append(f.define, b)
		case "bundle":
			more := bundleRule.check(b)
			if diags = append(diags, more...); !more.HasErrors() {
				diags = append(diags, f.addBundle(newBundleInstance(b))...)
			}
		case "component":
			diags = append(diags, componentRule.check(b)...)
		}
	}
	return diags
}

// addBundle adds an instance, whose name must be new in the folder.
func (f *folder) addBundle(inst *bundleInstance) hcl.Diagnostics {
	for _, other := range f.bundles {
		if other.name == inst.name {
			return hcl.Diagnostics{problem(inst.rng, "Bundle declared twice", fmt.Sprintf("A bundle %q stands at %s:%d already.", inst.name, other.rng.Filename, other.rng.Start.Line))}
		}
	}
	f.bundles = append(f.bundles, inst)
	return nil
}
