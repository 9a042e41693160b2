package depend

import (
	"strings"

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
		e.File, e.Line = r.Range.Filename, r.Range.Start.Line
	}
	from := &b.facts.Nodes[p.from]
	if !from.Kind.carries() {
		e.Part = ""
	}
	if from.Kind == Output || from.Kind == ModuleOutput {
		e.Part = cut(p.part, "value")
	}
	if ordersOnly(p.via) {
		e.Strength, e.Part, e.Plain = Ordering, "", false
	}
	root, name, _ := strings.Cut(r.Addr, ".")
	at := p.scope.path
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
		e.Strength, e.Plain = Ordering, false
	}
	switch r.Select {
	case tfconfig.SelectKey:
		if b.to(e, base+r.Key) {
			return
		}
	case tfconfig.SelectEach, tfconfig.SelectCount:
		if p.owner != nil && p.owner.key != "" && b.to(e, base+p.owner.key) {
			return
		}
	}
	if _, hub := b.index[base+"[*]"]; hub {
		if p.via == "for_each" && r.Plain && r.Rest == "" {
			// Instances come in pairs, which each.value follows; beyond that
			// only which instances there are is read.
			e.Strength = Ordering
		}
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
			e.Strength = Ordering
		}
		if r.Select == tfconfig.SelectKey && b.to(e, base+r.Key) {
			b.order(e, base)
			return
		}
		b.to(e, base)
		return
	}
	e.Reads = rest
	if r.Select != tfconfig.SelectWhole && r.Select != tfconfig.SelectKey {
		b.order(e, base)
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
func (b *builder) order(e Edge, name string) {
	e.Strength, e.Reads, e.Part, e.Plain, e.Via = Ordering, "", "", false, "whole module"
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
	case r.Repeats() && r.Rest == "" && r.Select == tfconfig.SelectWhole && !strings.HasPrefix(r.Addr, "module."):
		r.Select, r.Rest = tfconfig.SelectEach, p.ref.Rest
	default:
		r.Rest = strings.TrimPrefix(r.Rest+".*", ".")
		if p.ref.Rest != "" {
			r.Rest += "." + p.ref.Rest
		}
	}
	if r.Addr == "each.value" {
		return
	}
	b.resolve(&pending{from: p.from, scope: p.owner.scope, ref: r, owner: &owner{key: p.owner.key}, via: p.via, part: p.part})
}
