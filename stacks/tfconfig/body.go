package tfconfig

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// An exclusion names what in a block is no reference although it reads like
// one: `provider = aws.west`, `ignore_changes = [tags]`.
type exclusion map[string]bool

// object reads a block's body: attributes, nested blocks, references.
func (m *Module) object(name string, body hcl.Body, rng hcl.Range, not exclusion) Object {
	o := Object{Name: name, Range: rng, Attrs: map[string]*hcl.Attribute{}, Blocks: map[string][]*Object{}}
	c := &collector{}
	if syn, ok := body.(*hclsyntax.Body); ok {
		o.EndLine = syn.EndRange.Start.Line
		m.nativeBody(&o, c, syn, "", nil, not)
	} else {
		attrs, _ := body.JustAttributes()
		for _, a := range inOrder(attrs) {
			o.Attrs[a.Name] = a
			if !not[a.Name] {
				c.attr = a.Name
				c.jsonAttr(a)
			}
		}
	}
	o.Refs, o.Literals = c.refs, c.texts
	m.reads = append(m.reads, c.reads...)
	return o
}

// nativeBody walks a body in native syntax in the order written. prefix is
// the path of the block types that lead here.
func (m *Module) nativeBody(o *Object, c *collector, body *hclsyntax.Body, prefix string, s *scope, not exclusion) {
	for _, a := range nativeInOrder(body.Attributes) {
		at := join(prefix, a.Name)
		if o != nil {
			o.Attrs[a.Name] = a.AsHCLAttribute()
		}
		if not[at] {
			continue
		}
		c.attr = at
		if isStaticList(at) {
			c.static(a.Expr)
			continue
		}
		c.value(a.Expr, s)
	}
	for _, b := range body.Blocks {
		at := join(prefix, b.Type)
		if not[at] {
			continue
		}
		if b.Type == "dynamic" && len(b.Labels) == 1 {
			m.dynamicBlock(o, c, b, prefix, s, not)
			continue
		}
		sub := &Object{Name: strings.Join(b.Labels, "."), Range: b.DefRange(), Attrs: map[string]*hcl.Attribute{}, Blocks: map[string][]*Object{}}
		from := len(c.refs)
		m.nativeBody(sub, c, b.Body, at, s, not)
		sub.Refs = append([]Ref(nil), c.refs[from:]...)
		if o != nil {
			o.Blocks[b.Type] = append(o.Blocks[b.Type], sub)
		}
	}
}

// dynamicBlock walks a dynamic block: the iterator stands for any element of
// its for_each.
func (m *Module) dynamicBlock(o *Object, c *collector, b *hclsyntax.Block, prefix string, s *scope, not exclusion) {
	at := join(prefix, b.Labels[0])
	iterator := b.Labels[0]
	if a := b.Body.Attributes["iterator"]; a != nil {
		if k := hcl.ExprAsKeyword(a.Expr); k != "" {
			iterator = k
		}
	}
	in := &scope{parent: s, name: iterator}
	if a := b.Body.Attributes["for_each"]; a != nil {
		c.attr = at
		if r, ok, claimed := c.asRef(a.Expr, s); claimed {
			if ok {
				keys := r
				keys.Keys = true
				c.emit(keys)
				r.element()
				r.Attr = dynamicIterator
				in.ref = &r
			}
		} else {
			c.native(a.Expr, s)
		}
	}
	if a := b.Body.Attributes["labels"]; a != nil {
		c.attr = at
		c.native(a.Expr, in)
	}
	for _, content := range b.Body.Blocks {
		if content.Type == "content" {
			sub := &Object{Range: b.DefRange(), Attrs: map[string]*hcl.Attribute{}, Blocks: map[string][]*Object{}}
			m.nativeBody(sub, c, content.Body, at, in, not)
			if o != nil {
				o.Blocks[b.Labels[0]] = append(o.Blocks[b.Labels[0]], sub)
			}
		}
	}
}

// static gathers a list of plain addresses such as depends_on.
func (c *collector) static(e hcl.Expression) {
	items, diags := hcl.ExprList(e)
	if diags.HasErrors() {
		c.collect(e, nil)
		return
	}
	for _, it := range items {
		if syn, ok := it.(hclsyntax.Expression); ok {
			c.native(syn, nil)
			continue
		}
		if t, diags := hcl.AbsTraversalForExpr(it); !diags.HasErrors() {
			if r, ok := refOf(t); ok {
				c.emit(r)
			}
			continue
		}
		c.traversals(it.Variables(), nil)
	}
}

// jsonAttr gathers a property in JSON syntax, whose depends_on and lifecycle
// hold addresses as plain strings.
func (c *collector) jsonAttr(a *hcl.Attribute) {
	if isStaticList(a.Name) {
		c.static(a.Expr)
		return
	}
	if a.Name == "lifecycle" {
		pairs, _ := hcl.ExprMap(a.Expr)
		if len(pairs) == 0 {
			if list, _ := hcl.ExprList(a.Expr); len(list) > 0 {
				for _, l := range list {
					p, _ := hcl.ExprMap(l)
					pairs = append(pairs, p...)
				}
			}
		}
		for _, p := range pairs {
			key := literal(p.Key)
			name, _ := stringOf(key)
			c.attr = "lifecycle." + name
			switch {
			case isStaticList(c.attr):
				c.static(p.Value)
			case name != "ignore_changes":
				c.traversals(p.Value.Variables(), nil)
			}
		}
		return
	}
	c.traversals(a.Expr.Variables(), nil)
}

func isStaticList(at string) bool {
	return at == "depends_on" || at == "lifecycle.replace_triggered_by"
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}
