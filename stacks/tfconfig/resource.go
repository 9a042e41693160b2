package tfconfig

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// notRefs is what reads like a reference in a resource and is none.
var notRefs = exclusion{"provider": true, "lifecycle.ignore_changes": true, "lifecycle.create_before_destroy": true}

func (m *Module) resource(b *hcl.Block, mode, check string, override bool) {
	r := &Resource{Object: *m.block(b, notRefs), Mode: mode, Type: b.Labels[0], Check: check}
	if override {
		if old := m.Resources[r.Address()]; old != nil {
			old.override(&r.Object)
			r, old.Check = old, check
		}
	}
	r.Count, r.ForEach = r.Has("count"), r.Has("for_each")
	r.Provider, _, _ = strings.Cut(r.Type, "_")
	if r.Type == "terraform_data" || r.Type == "terraform_remote_state" {
		r.Provider = "terraform"
	}
	if a := r.Attrs["provider"]; a != nil {
		if key, extra := providerKey(a.Expr); key != "" {
			r.Provider = key
			r.Refs = append(r.Refs, extra...)
		}
	}
	if a := r.Attrs["filename"]; a != nil && mode == "data" && strings.HasPrefix(r.Type, "local_") {
		m.reads = append(m.reads, pendingRead{fn: r.Type, path: a.Expr})
	}
	m.Resources[r.Address()] = r
}

// lifecycle reads the settings of lifecycle that matter before an apply.
func (r *Resource) lifecycle(m *Module) {
	for name, e := range lifecycleOf(&r.Object) {
		is := func(want bool) bool {
			v := m.Eval(e)
			return v != cty.NilVal && v.Type() == cty.Bool && !v.IsNull() && v.True() == want
		}
		switch name {
		case "create_before_destroy":
			r.CreateFirst = is(true)
		case "prevent_destroy":
			r.PreventDestroy = is(true)
		case "destroy":
			r.KeepOnDestroy = is(false)
		case "ignore_changes":
			if hcl.ExprAsKeyword(e) == "all" {
				r.IgnoreAllChanges = true
				continue
			}
			r.IgnoreChanges = nil
			items, _ := hcl.ExprList(e)
			for _, it := range items {
				if t, diags := hcl.RelTraversalForExpr(it); !diags.HasErrors() {
					r.IgnoreChanges = append(r.IgnoreChanges, strings.TrimPrefix(traversalText(t), "."))
				}
			}
		}
	}
}

// lifecycleOf returns the expressions in the lifecycle block in either syntax.
func lifecycleOf(o *Object) map[string]hcl.Expression {
	out := map[string]hcl.Expression{}
	for _, l := range o.Blocks["lifecycle"] {
		for name, a := range l.Attrs {
			out[name] = a.Expr
		}
	}
	if a := o.Attrs["lifecycle"]; a != nil {
		exprs := []hcl.Expression{a.Expr}
		if list, diags := hcl.ExprList(a.Expr); !diags.HasErrors() {
			exprs = list
		}
		for _, e := range exprs {
			pairs, _ := hcl.ExprMap(e)
			for _, p := range pairs {
				if name, ok := stringOf(literal(p.Key)); ok {
					out[name] = p.Value
				}
			}
		}
	}
	return out
}

// providerKey reads `aws.west`, `aws.by_region[each.key]` or the string of
// the old form. extra is what a computed key refers to.
func providerKey(e hcl.Expression) (key string, extra []Ref) {
	if t, diags := hcl.AbsTraversalForExpr(e); !diags.HasErrors() {
		return providerName(t), nil
	}
	c := &collector{attr: "provider"}
	c.collect(e, nil)
	for _, r := range c.refs {
		if r.Addr != "" && key == "" && !strings.HasPrefix(r.Addr, "each.") && !strings.HasPrefix(r.Addr, "var.") && !strings.HasPrefix(r.Addr, "local.") {
			key = r.Addr
			continue
		}
		extra = append(extra, r)
	}
	if key == "" {
		key, _ = stringOf(literal(e))
	}
	return key, extra
}

func providerName(t hcl.Traversal) string {
	name := t.RootName()
	if len(t) > 1 {
		if a, ok := t[1].(hcl.TraverseAttr); ok {
			name += "." + a.Name
		}
	}
	return name
}

// traversalText writes a traversal as an address, keys quoted.
func traversalText(t hcl.Traversal) string {
	var b strings.Builder
	for _, s := range t {
		switch s := s.(type) {
		case hcl.TraverseRoot:
			b.WriteString(s.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + s.Name)
		case hcl.TraverseIndex:
			if k, ok := keyText(s.Key); ok {
				b.WriteString(k)
			}
		case hcl.TraverseSplat:
			b.WriteString("[*]")
		}
	}
	return b.String()
}

func rootOf(attr string) string {
	root, _, _ := strings.Cut(attr, ".")
	return root
}

func cutPrefix(s, p string) (string, bool) { return strings.CutPrefix(s, p) }
