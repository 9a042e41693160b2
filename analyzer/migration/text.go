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
	text := blockText(nil, o, 0)
	if text == "" {
		return 0
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	return h.Sum64()
}

// blockText writes a block for comparison. Where a module is given, what its
// locals and the defaults of its variables settle counts as the value.
func blockText(m *tfconfig.Module, o *tfconfig.Object, depth int) string {
	if o == nil || depth > 16 {
		return ""
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(o.Attrs)) {
		text, _ := settingText(m, o.Attrs[name].Expr)
		fmt.Fprintf(&b, "%s=%s;", name, text)
	}
	for _, name := range slices.Sorted(maps.Keys(o.Blocks)) {
		for _, inner := range o.Blocks[name] {
			fmt.Fprintf(&b, "%s{%s}", name, blockText(m, inner, depth+1))
		}
	}
	return b.String()
}

// settingText writes an expression that is evaluated before any plan, such as
// a backend's key. assumed tells that a variable's default went in, which
// -var or a tfvars file may override.
func settingText(m *tfconfig.Module, e hcl.Expression) (text string, assumed bool) {
	if m != nil {
		if v, assumed := m.EvalAssuming(e); v != cty.NilVal {
			if js, err := ctyjson.Marshal(v, v.Type()); err == nil {
				return string(js), assumed
			}
		}
	}
	return exprText(e), false
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
