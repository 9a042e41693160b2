package depend

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// resolve turns one reference into edges.
func (b *builder) resolve(p *pending) {
	r := p.ref
	if r.Addr == "each.value" {
		b.eachValue(p)
		return
	}
	e := Edge{From: p.from, Via: viaOf(p.via), Part: p.part, Plain: r.Plain, Reads: r.Rest}
	if r.Range.Filename != "" {
		e.File, e.Line = r.Range.Filename, int32(r.Range.Start.Line)
	}
	from := &b.facts.Nodes[p.from]
	if !from.Kind.carries() {
		e.Part = ""
	}
	if from.Kind == Output || from.Kind == ModuleOutput {
		e.Part = cut(p.part, "value")
	}
	if ordersOnly(p.via) {
		e.Orders, e.Part, e.Plain = true, "", false
	}
	root, name, _ := strings.Cut(r.Addr, ".")
	at := p.scope.path
	if p.via == "for_each" && r.Plain && r.Rest == "" && keysFixed(p.scope, r.Addr, 0) {
		// Only which elements there are is read; each.value follows the rest.
		e.Orders, e.Plain = true, false
	}
	switch root {
	case "var", "local":
		b.to(e, within(at, r.Addr))
	case "provider":
		if n, ok := b.findProvider(p.scope, name); ok {
			e.To, e.Via = n, "provider function"
			b.edge(e)
		}
	case "module":
		b.toModule(e, p, name)
	case "each", "count", "path", "terraform", "tofu", "self":
	default:
		b.toResource(e, p)
	}
}

// ordersOnly tells whether what stands there decides only when, or whether at
// all, but feeds no value.
func ordersOnly(via string) bool {
	root, rest, _ := strings.Cut(via, ".")
	switch root {
	case "depends_on", "precondition", "postcondition", "validation":
		return true
	case "lifecycle":
		return strings.HasPrefix(rest, "precondition") || strings.HasPrefix(rest, "postcondition")
	}
	return false
}

func viaOf(attr string) string {
	return strings.TrimPrefix(attr, "lifecycle.")
}

// to adds the edge when the node exists.
func (b *builder) to(e Edge, name string) bool {
	n, ok := b.index[name]
	if ok {
		e.To = n
		b.edge(e)
	}
	return ok
}

// toResource leads to one instance where the reference tells which, else to
// all of them.
func (b *builder) toResource(e Edge, p *pending) {
	r, base := p.ref, within(p.scope.path, p.ref.Addr)
	if r.Keys && r.Rest == "" && r.Select == tfconfig.SelectWhole {
		// Only which instances there are is read.
		e.Orders, e.Plain = true, false
	}
	found := false
	switch r.Select {
	case tfconfig.SelectKey:
		found = b.to(e, base+r.Key)
	case tfconfig.SelectEach, tfconfig.SelectCount:
		found = p.owner != nil && p.owner.key != "" && b.to(e, base+p.owner.key)
	}
	if found {
		if p.owner != nil && p.owner.data && !strings.HasPrefix(r.Addr, "data.") {
			// A data source is not read while any instance of a resource that
			// it refers to has changes pending, whichever one it refers to.
			b.order(e, base+"[*]", "whole resource")
		}
		return
	}
	if _, hub := b.index[base+"[*]"]; hub {
		b.to(e, base+"[*]")
		return
	}
	b.to(e, base)
}

// toModule leads to an output, or to everything in the module. The tool itself
// waits for the whole module where the key of an instance is computed; that
// much is an edge of order.
func (b *builder) toModule(e Edge, p *pending, name string) {
	r, base := p.ref, within(p.scope.path, "module."+name)
	output, rest, _ := strings.Cut(r.Rest, ".")
	if output == "" || output == "*" {
		e.Reads, e.Plain = "", false
		if r.Keys {
			e.Orders = true
		}
		if r.Select == tfconfig.SelectKey && b.to(e, base+r.Key) {
			b.order(e, base, "whole module")
			return
		}
		b.to(e, base)
		return
	}
	e.Reads = rest
	if r.Select != tfconfig.SelectWhole && r.Select != tfconfig.SelectKey {
		b.order(e, base, "whole module")
	}
	found := false
	switch r.Select {
	case tfconfig.SelectKey:
		found = b.to(e, base+r.Key+".output."+output)
	case tfconfig.SelectEach, tfconfig.SelectCount:
		if p.owner != nil && p.owner.key != "" {
			found = b.to(e, base+p.owner.key+".output."+output)
		}
	}
	if found || b.to(e, base+".output."+output) {
		return
	}
	hub, known := b.index[base+"[*].output."+output]
	if !known {
		for _, inst := range b.known.modules[base] {
			n, ok := b.index[inst+".output."+output]
			if !ok {
				continue
			}
			if !known {
				hub, known = b.node(base+"[*].output."+output, Hub), true
			}
			b.edge(Edge{From: hub, To: n, Via: "instance", Plain: true})
		}
	}
	if known {
		e.To = hub
		b.edge(e)
		return
	}
	b.to(e, base) // the inside is not known: all of it
}

// order adds an edge of order beside one that carries a value.
func (b *builder) order(e Edge, name, via string) {
	e.Orders, e.Reads, e.Part, e.Plain, e.Via = true, "", "", false, via
	b.to(e, name)
}

// eachValue resolves each.value on an element of the block's own for_each.
func (b *builder) eachValue(p *pending) {
	if p.owner == nil || p.owner.forEach == nil {
		return // what for_each is made of counts already
	}
	r := *p.owner.forEach
	r.Attr, r.Range, r.Plain, r.Keys = p.ref.Attr, p.ref.Range, p.ref.Plain, false
	switch {
	case r.Repeats() && r.Rest == "" && r.Select == tfconfig.SelectWhole:
		r.Select, r.Rest = tfconfig.SelectEach, p.ref.Rest
	default:
		r.Rest = strings.TrimPrefix(r.Rest+"."+elementStep(p.owner.key), ".")
		if p.ref.Rest != "" {
			r.Rest += "." + p.ref.Rest
		}
	}
	if r.Addr == "each.value" {
		return
	}
	b.resolve(&pending{from: p.from, scope: p.owner.scope, ref: r, owner: &owner{key: p.owner.key, data: p.owner.data}, via: p.via, part: p.part})
}

// elementStep is the step of a path that leads to the element with an instance
// key, "*" where the key cannot be a step.
func elementStep(key string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(key, `["`), `"]`)
	if len(name) != len(key)-4 || name == "" || strings.ContainsAny(name, `.*"\`) {
		return "*"
	}
	return name
}

// keysFixed tells whether the keys of what a for_each names are settled by the
// configuration itself, so that no value decides which instances there are.
func keysFixed(s *scope, addr string, depth int) bool {
	root, name, _ := strings.Cut(addr, ".")
	var e hcl.Expression
	switch root {
	case "each", "count", "path", "terraform", "tofu":
		return false
	case "local":
		if l := s.tree.Module.Locals[name]; l != nil {
			e = l.Expr
		}
	case "var":
		if s.call != nil && s.call.Attrs[name] != nil {
			e, s = s.call.Attrs[name].Expr, s.parent
		}
	default:
		return true // a resource or a module with instances of its own
	}
	if keys, ok := e.(*hclsyntax.ObjectConsExpr); ok {
		for _, it := range keys.Items {
			if _, diags := it.KeyExpr.Value(nil); diags.HasErrors() {
				return false
			}
		}
		return true
	}
	if t, ok := e.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) == 2 && depth < 16 {
		if a, ok := t.Traversal[1].(hcl.TraverseAttr); ok {
			return keysFixed(s, t.Traversal.RootName()+"."+a.Name, depth+1)
		}
	}
	return false
}
