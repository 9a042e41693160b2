package depend

import (
	"strings"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// resource builds a resource's nodes and returns those that are listed, and
// the hub when there is one.
//
// A resource with instances is three kinds of nodes: the instances, a hub that
// depends on all of them (what `aws_x.y` or a splat reads), and a body that
// holds the references which all instances share. So the number of edges grows
// with the instances and the references, not with their product.
func (b *builder) resource(s *scope, r *tfconfig.Resource) []int {
	addr := within(s.path, r.Address())
	kind := Resource
	switch r.Mode {
	case "data":
		kind = Data
	case "ephemeral":
		kind = Ephemeral
	}
	b.inherited[ConfigAddress(addr)] = true
	keys := b.known.of(s.path, r.Address())
	each := forEachRef(r.Refs)
	if !r.Count && !r.ForEach || len(keys) == 0 {
		n := b.declare(addr, kind, &r.Object)
		b.facts.Nodes[n].Type = r.Type
		b.refs(n, s, r.Refs, &owner{forEach: each, scope: s, data: kind == Data})
		b.provider(n, s, r)
		return []int{n}
	}
	body := b.declare(addr+" (body)", Hub, &r.Object)
	b.provider(body, s, r)
	hub := b.declare(addr+"[*]", Hub, &r.Object)
	b.facts.Nodes[hub].Type = r.Type
	var own []tfconfig.Ref
	for _, ref := range r.Refs {
		if byKey(ref, each) {
			own = append(own, ref)
		} else {
			b.refs(body, s, []tfconfig.Ref{ref}, &owner{forEach: each, scope: s, data: kind == Data})
		}
	}
	out := []int{hub}
	for _, key := range keys {
		n := b.declare(addr+key, kind, &r.Object)
		b.facts.Nodes[n].Type = r.Type
		b.edge(Edge{From: n, To: body, Via: "configuration"})
		b.edge(Edge{From: hub, To: n, Via: "instance", Plain: true})
		b.refs(n, s, own, &owner{key: key, forEach: each, scope: s, data: kind == Data})
		out = append(out, n)
	}
	return out
}

// byKey tells whether a reference leads elsewhere for each instance.
func byKey(r tfconfig.Ref, each *tfconfig.Ref) bool {
	switch {
	case r.Select == tfconfig.SelectEach, r.Select == tfconfig.SelectCount:
		return true
	case r.Addr == "each.value":
		return each != nil
	}
	return false
}

// provider ties a resource to the provider configuration that it uses, which
// the module may have been handed by its caller.
func (b *builder) provider(n int, s *scope, r *tfconfig.Resource) {
	if p, ok := b.findProvider(s, r.Provider); ok {
		b.edge(Edge{From: n, To: p, Via: "provider"})
	}
}

func (b *builder) findProvider(s *scope, key string) (int, bool) {
	for {
		if p := s.tree.Module.Providers[key]; p != nil {
			return b.declare(within(s.path, "provider."+key), Provider, &p.Object), true
		}
		if s.parent == nil {
			return 0, false
		}
		switch outer, handed := s.call.Providers[key]; {
		case handed:
			key = outer
		case s.call.Providers != nil && strings.Contains(key, "."):
			return 0, false
		}
		s = s.parent
	}
}
