package eval

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A mapExpr is a map block, which builds an object from the elements of a
// list: for each element a key and a value, which may use the value that the
// same key had before.
type mapExpr struct {
	hcl.Expression // for_each
	block          *hclsyntax.Block
	iterator       string
}

func newMapExpr(block *hclsyntax.Block) *mapExpr {
	m := &mapExpr{block: block, iterator: "element"}
	if attr := block.Body.Attributes["for_each"]; attr != nil {
		m.Expression = attr.Expr
	} else {
		m.Expression = &hclsyntax.LiteralValueExpr{Val: cty.EmptyTupleVal, SrcRange: block.DefRange()}
	}
	if attr := block.Body.Attributes["iterator"]; attr != nil {
		if name := hcl.ExprAsKeyword(attr.Expr); name != "" {
			m.iterator = name
		}
	}
	return m
}

// Range is where the block stands.
func (m *mapExpr) Range() hcl.Range { return m.block.DefRange() }

// Variables are what the block reads of the outside.
func (m *mapExpr) Variables() []hcl.Traversal {
	vars := m.Expression.Variables()
	var inner func(body *hclsyntax.Body)
	inner = func(body *hclsyntax.Body) {
		for name, attr := range body.Attributes {
			if name == "for_each" || name == "iterator" {
				continue
			}
			for _, v := range attr.Expr.Variables() {
				if v.RootName() != m.iterator {
					vars = append(vars, v)
				}
			}
		}
		for _, sub := range body.Blocks {
			if sub.Type == "map" {
				for _, v := range newMapExpr(sub).Variables() {
					if v.RootName() != m.iterator {
						vars = append(vars, v)
					}
				}
				continue
			}
			inner(sub.Body)
		}
	}
	inner(m.block.Body)
	return vars
}

// Value builds the object.
func (m *mapExpr) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	list, diags := m.Expression.Value(ctx)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	if !list.CanIterateElements() {
		return cty.DynamicVal, m.fail("for_each must be a list, a set, a map or an object.")
	}
	keyAttr := m.block.Body.Attributes["key"]
	if keyAttr == nil {
		return cty.DynamicVal, m.fail("The key is missing.")
	}
	out := map[string]cty.Value{}
	vars := map[string]cty.Value{}
	if ctx != nil {
		maps.Copy(vars, ctx.Variables)
	}
	inner := &hcl.EvalContext{Variables: vars}
	if ctx != nil {
		inner.Functions = ctx.Functions
	}
	for _, element := range list.Elements() {
		item := map[string]cty.Value{"new": element}
		vars[m.iterator] = cty.ObjectVal(item)
		key, diags := keyAttr.Expr.Value(inner)
		if diags.HasErrors() {
			return cty.DynamicVal, diags
		}
		if key.Type() != cty.String || key.IsNull() || !key.IsKnown() {
			return cty.DynamicVal, m.fail("The key must be a string.")
		}
		if old, ok := out[key.AsString()]; ok {
			item["old"] = old
			vars[m.iterator] = cty.ObjectVal(item)
		}
		v, diags := m.value(inner)
		if diags.HasErrors() {
			return cty.DynamicVal, diags
		}
		out[key.AsString()] = v
	}
	return cty.ObjectVal(out), nil
}

// value evaluates the value attribute or block for one element.
func (m *mapExpr) value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if attr := m.block.Body.Attributes["value"]; attr != nil {
		return attr.Expr.Value(ctx)
	}
	out := map[string]cty.Value{}
	for _, block := range m.block.Body.Blocks {
		for name, attr := range block.Body.Attributes {
			v, diags := attr.Expr.Value(ctx)
			if diags.HasErrors() {
				return cty.DynamicVal, diags
			}
			out[name] = v
		}
		for _, sub := range block.Body.Blocks {
			if len(sub.Labels) == 0 {
				continue
			}
			v, diags := newMapExpr(sub).Value(ctx)
			if diags.HasErrors() {
				return cty.DynamicVal, diags
			}
			out[sub.Labels[0]] = v
		}
	}
	return cty.ObjectVal(out), nil
}

func (m *mapExpr) fail(detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Map block cannot be evaluated", Detail: detail, Subject: m.Range().Ptr()}}
}
