package tfconfig

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

var terraformSchema = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "required_version"}},
	Blocks: []hcl.BlockHeaderSchema{
		{Type: "backend", LabelNames: []string{"type"}},
		{Type: "cloud"},
		{Type: "encryption"},
		{Type: "required_providers"},
	},
}

// terraform reads a `terraform` block. A later backend, cloud or encryption
// block replaces an earlier one, which is what an override file is for.
func (m *Module) terraform(b *hcl.Block) {
	content, _, _ := b.Body.PartialContent(terraformSchema)
	if content == nil {
		return
	}
	if a := content.Attributes["required_version"]; a != nil {
		if v, ok := stringOf(literal(a.Expr)); ok {
			m.RequiredVersions = append(m.RequiredVersions, v)
		}
	}
	for _, inner := range content.Blocks {
		switch inner.Type {
		case "backend":
			m.Backend, m.Cloud = m.backend(inner), nil
		case "cloud":
			m.Cloud, m.Backend = m.block(inner, nil), nil
		case "encryption":
			m.encryption(inner)
		case "required_providers":
			m.requiredProviders(inner)
		}
	}
}

func (m *Module) backend(b *hcl.Block) *Backend {
	o := m.object("", b.Body, b.DefRange, nil)
	out := &Backend{Type: b.Labels[0], Attrs: map[string]*Setting{}, Blocks: o.Blocks, Range: b.DefRange}
	for name, a := range o.Attrs {
		out.Attrs[name] = m.setting(a, o.Refs)
	}
	return out
}

// setting reads one attribute; refs are those of the whole block.
func (m *Module) setting(a *hcl.Attribute, refs []Ref) *Setting {
	s := &Setting{Name: a.Name, Value: literal(a.Expr), Expr: a.Expr, Range: a.Range}
	for _, r := range refs {
		if rootOf(r.Attr) == a.Name {
			s.Refs = append(s.Refs, r)
		}
	}
	return s
}

// requiredProviders merges the entries by name.
func (m *Module) requiredProviders(b *hcl.Block) {
	attrs, _ := b.Body.JustAttributes()
	for _, a := range inOrder(attrs) {
		p := &RequiredProvider{Name: a.Name, Range: a.Range}
		m.RequiredProviders[a.Name] = p
		if v, ok := stringOf(literal(a.Expr)); ok { // the form before 0.13
			p.Version = v
			continue
		}
		pairs, _ := hcl.ExprMap(a.Expr)
		for _, kv := range pairs {
			key, _ := stringOf(literal(kv.Key))
			if key == "" {
				key = hcl.ExprAsKeyword(kv.Key)
			}
			switch key {
			case "source":
				p.Source, _ = stringOf(literal(kv.Value))
			case "version":
				p.Version, _ = stringOf(literal(kv.Value))
			case "configuration_aliases":
				items, _ := hcl.ExprList(kv.Value)
				for _, it := range items {
					if t, diags := hcl.AbsTraversalForExpr(it); !diags.HasErrors() {
						p.Aliases = append(p.Aliases, providerName(t))
					}
				}
			}
		}
	}
}

var encryptionSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "key_provider", LabelNames: []string{"type", "name"}},
	{Type: "method", LabelNames: []string{"type", "name"}},
	{Type: "state"},
	{Type: "plan"},
	{Type: "remote_state_data_sources"},
}}

func (m *Module) encryption(b *hcl.Block) {
	if m.Encryption == nil {
		m.Encryption = &Encryption{Range: b.DefRange}
	}
	e := m.Encryption
	content, _, _ := b.Body.PartialContent(encryptionSchema)
	if content == nil {
		return
	}
	for _, inner := range content.Blocks {
		switch inner.Type {
		case "key_provider":
			e.KeyProviders = append(e.KeyProviders, Keyed{Object: *m.block(inner, nil), Type: inner.Labels[0]})
		case "method":
			e.Methods = append(e.Methods, Keyed{Object: *m.block(inner, nil), Type: inner.Labels[0]})
		case "state":
			e.State = m.target(inner, 0)
		case "plan":
			e.Plan = m.target(inner, 0)
		case "remote_state_data_sources":
			e.RemoteState = m.block(inner, nil)
		}
	}
}

// target reads what a `state` or `plan` block is encrypted with, and the
// fallback in it.
func (m *Module) target(b *hcl.Block, depth int) *Target {
	t := &Target{Object: *m.block(b, nil)}
	if a := t.Attrs["method"]; a != nil {
		t.Method = addressOf(a)
	}
	if a := t.Attrs["enforced"]; a != nil {
		v := literal(a.Expr)
		t.Enforced = v != cty.NilVal && v.Type() == cty.Bool && !v.IsNull() && v.True()
	}
	content, _, _ := b.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "fallback"}}})
	if content != nil && len(content.Blocks) > 0 && depth < 8 {
		t.Fallback = m.target(content.Blocks[0], depth+1)
	}
	return t
}
