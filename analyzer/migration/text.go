package migration

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// textDigest digests what a block says: attribute names with their constants
// and references. It is 0 for a block that says nothing.
func textDigest(o *tfconfig.Object) uint64 {
	text := blockText(o, 0)
	if text == "" {
		return 0
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	return h.Sum64()
}

func blockText(o *tfconfig.Object, depth int) string {
	if o == nil || depth > 16 {
		return ""
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(o.Attrs)) {
		fmt.Fprintf(&b, "%s=%s;", name, exprText(o.Attrs[name].Expr))
	}
	for _, name := range slices.Sorted(maps.Keys(o.Blocks)) {
		for _, inner := range o.Blocks[name] {
			fmt.Fprintf(&b, "%s{%s}", name, blockText(inner, depth+1))
		}
	}
	return b.String()
}

// exprText writes an expression so that equal texts mean equal values: the
// constants and references in it. It is for comparison only and is never
// printed.
func exprText(e hcl.Expression) string {
	if v, diags := e.Value(nil); !diags.HasErrors() && v.IsWhollyKnown() {
		if js, err := ctyjson.Marshal(v, v.Type()); err == nil {
			return string(js)
		}
	}
	if t, diags := hcl.AbsTraversalForExpr(e); !diags.HasErrors() {
		return traversal(t)
	}
	var b strings.Builder
	if n, ok := e.(hclsyntax.Node); ok {
		_ = hclsyntax.VisitAll(n, func(n hclsyntax.Node) hcl.Diagnostics {
			switch n := n.(type) {
			case *hclsyntax.LiteralValueExpr:
				if js, err := ctyjson.Marshal(n.Val, n.Val.Type()); err == nil && n.Val != cty.NilVal {
					b.Write(js)
				}
			case *hclsyntax.ScopeTraversalExpr:
				b.WriteString(traversal(n.Traversal))
			case *hclsyntax.FunctionCallExpr:
				b.WriteString(n.Name)
			default:
				fmt.Fprintf(&b, "<%T>", n)
			}
			return nil
		})
		return b.String()
	}
	for _, t := range e.Variables() {
		b.WriteString(traversal(t) + ",")
	}
	return b.String()
}

func traversal(t hcl.Traversal) string {
	var b strings.Builder
	for _, s := range t {
		switch s := s.(type) {
		case hcl.TraverseRoot:
			b.WriteString(s.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + s.Name)
		case hcl.TraverseIndex:
			fmt.Fprintf(&b, "[%s]", exprText(hcl.StaticExpr(s.Key, s.SrcRange)))
		default:
			b.WriteString("[*]")
		}
	}
	return b.String()
}
