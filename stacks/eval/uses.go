package eval

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// UsedGlobals returns the names of the top-level globals that a block reads,
// by itself or through other globals of the layers. All is true when it reads
// the globals as a whole, or picks one by a computed name.
func UsedGlobals(layers []Layer, block *hclsyntax.Block) (names map[string]bool, all bool) {
	names = map[string]bool{}
	read := func(variables []hcl.Traversal) {
		for _, v := range variables {
			if v.RootName() != "global" {
				continue
			}
			if name := secondName(v); name != "" {
				names[name] = true
			} else {
				all = true
			}
		}
	}
	var body func(b *hclsyntax.Body)
	body = func(b *hclsyntax.Body) {
		for _, attr := range b.Attributes {
			read(attr.Expr.Variables())
		}
		for _, sub := range b.Blocks {
			body(sub.Body)
		}
	}
	body(block.Body)
	for known := -1; known < len(names); {
		known = len(names)
		for _, layer := range layers {
			for _, g := range globalsOf(layer) {
				if len(g.path) > 0 && names[g.path[0]] && g.expr != nil {
					read(g.expr.Variables())
				}
			}
		}
	}
	return names, all
}

// secondName is the name after a traversal's root, "" when it is computed.
func secondName(v hcl.Traversal) string {
	if len(v) < 2 {
		return ""
	}
	switch step := v[1].(type) {
	case hcl.TraverseAttr:
		return step.Name
	case hcl.TraverseIndex:
		if step.Key.Type() == cty.String && step.Key.IsKnown() && !step.Key.IsNull() {
			return step.Key.AsString()
		}
	}
	return ""
}
