package tfconfig

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

var rootSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "terraform"},
	{Type: "required_providers"},
	{Type: "provider", LabelNames: []string{"name"}},
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "locals"},
	{Type: "output", LabelNames: []string{"name"}},
	{Type: "module", LabelNames: []string{"name"}},
	{Type: "resource", LabelNames: []string{"type", "name"}},
	{Type: "data", LabelNames: []string{"type", "name"}},
	{Type: "ephemeral", LabelNames: []string{"type", "name"}},
	{Type: "moved"},
	{Type: "removed"},
	{Type: "import"},
	{Type: "check", LabelNames: []string{"name"}},
}}

// decode adds what one file's body says. Unknown block types are passed over:
// a newer tool may know them.
func (m *Module) decode(body hcl.Body, override bool) hcl.Diagnostics {
	content, _, diags := body.PartialContent(rootSchema)
	if content == nil {
		return diags
	}
	for _, b := range content.Blocks {
		switch b.Type {
		case "terraform":
			m.terraform(b)
		case "provider":
			m.provider(b, override)
		case "variable":
			merge(m.Variables, m.block(b, nil), override)
		case "locals":
			m.locals(b)
		case "output":
			merge(m.Outputs, m.block(b, nil), override)
		case "module":
			m.call(b, override)
		case "resource":
			m.resource(b, "managed", "", override)
		case "data", "ephemeral":
			m.resource(b, b.Type, "", override)
		case "moved":
			m.moved(b)
		case "removed":
			m.removed(b)
		case "import":
			m.imports(b)
		case "check":
			m.check(b, override)
		}
	}
	return diags
}

// block reads a labelled block without special parts.
func (m *Module) block(b *hcl.Block, not exclusion) *Object {
	name := ""
	if len(b.Labels) > 0 {
		name = b.Labels[len(b.Labels)-1]
	}
	o := m.object(name, b.Body, b.DefRange, not)
	return &o
}

// merge puts an object into its table. In an override file, and for a second
// definition (an error that the tool itself reports), what the later block
// sets wins and the rest of the earlier one stays.
func merge(into map[string]*Object, o *Object, override bool) {
	if old := into[o.Name]; old != nil && override {
		old.override(o)
		return
	}
	into[o.Name] = o
}

// override lays the other object's attributes and nested blocks over o.
func (o *Object) override(by *Object) {
	kept := o.Refs[:0:0]
	for _, r := range o.Refs {
		root := rootOf(r.Attr)
		if root == "lifecycle" {
			root = r.Attr // lifecycle merges by attribute
		}
		if !by.sets(root) {
			kept = append(kept, r)
		}
	}
	o.Refs = append(kept, by.Refs...)
	for k, v := range by.Attrs {
		o.Attrs[k] = v
	}
	for k, v := range by.Blocks {
		o.Blocks[k] = v
	}
}

func (o *Object) sets(root string) bool {
	if rest, ok := cutPrefix(root, "lifecycle."); ok {
		for _, l := range o.Blocks["lifecycle"] {
			if l.Attrs[rest] != nil {
				return true
			}
		}
		return false
	}
	return o.Attrs[root] != nil || len(o.Blocks[root]) > 0
}

func (m *Module) locals(b *hcl.Block) {
	o := m.object("", b.Body, b.DefRange, nil)
	for _, a := range inOrder(o.Attrs) {
		l := &Local{Object: Object{Name: a.Name, Range: a.Range}, Expr: a.Expr}
		for _, r := range o.Refs {
			if name, at, _ := strings.Cut(r.Attr, "."); name == a.Name {
				r.Attr = at
				l.Refs = append(l.Refs, r)
			}
		}
		for _, t := range o.Literals {
			if name, at, _ := strings.Cut(t.Attr, "."); name == a.Name {
				t.Attr = at
				l.Literals = append(l.Literals, t)
			}
		}
		m.Locals[a.Name] = l
	}
}

func (m *Module) check(b *hcl.Block, override bool) {
	o := m.block(b, exclusion{"data": true})
	content, _, _ := b.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
		{Type: "data", LabelNames: []string{"type", "name"}},
	}})
	if content != nil {
		for _, d := range content.Blocks {
			m.resource(d, "data", o.Name, override)
		}
	}
	merge(m.Checks, o, override)
}
