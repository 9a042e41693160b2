package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

func (m *Module) moved(b *hcl.Block) {
	o := m.block(b, exclusion{"from": true, "to": true})
	mv := Moved{From: addressOf(o.Attrs["from"]), To: addressOf(o.Attrs["to"]), Range: b.DefRange}
	if mv.From != "" && mv.To != "" {
		m.Moved = append(m.Moved, mv)
	}
}

func (m *Module) removed(b *hcl.Block) {
	o := m.block(b, exclusion{"from": true})
	r := Removed{From: addressOf(o.Attrs["from"]), Range: b.DefRange}
	if e := lifecycleOf(o)["destroy"]; e != nil {
		if v := literal(e); v != cty.NilVal && v.Type() == cty.Bool && !v.IsNull() {
			d := v.True()
			r.Destroy = &d
		}
	}
	if r.From != "" {
		m.Removed = append(m.Removed, r)
	}
}

func (m *Module) imports(b *hcl.Block) {
	o := m.block(b, exclusion{"to": true, "provider": true})
	i := Import{To: addressOf(o.Attrs["to"]), ForEach: o.Has("for_each"), Refs: o.Refs, Range: b.DefRange}
	if a := o.Attrs["id"]; a != nil {
		i.ID, _ = stringOf(literal(a.Expr))
	}
	if i.To != "" {
		m.Imports = append(m.Imports, i)
	}
}

// addressOf reads an attribute that holds an address. An instance key that is
// computed (an import with for_each) is left out.
func addressOf(a *hcl.Attribute) string {
	if a == nil {
		return ""
	}
	if t, diags := hcl.AbsTraversalForExpr(a.Expr); !diags.HasErrors() {
		return traversalText(t)
	}
	for _, t := range a.Expr.Variables() {
		if n := t.RootName(); n != "each" && n != "var" && n != "local" {
			return traversalText(t)
		}
	}
	return ""
}
