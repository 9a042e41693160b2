package depend

import (
	"strings"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// module builds the nodes of one module instance and of those below it.
func (b *builder) module(s *scope) {
	m := s.tree.Module
	all := -1
	if s.parent != nil {
		all = b.node(s.path, Module) // everything in this instance
	}
	// bind ties a node of the module to the call, which decides whether the
	// module exists at all, and to the hub of everything in it.
	bind := func(n int) {
		if s.parent == nil {
			return
		}
		b.edge(Edge{From: all, To: n, Via: "module"})
		b.edge(Edge{From: n, To: b.callNode(s), Via: "module call"})
	}
	for _, name := range sortedKeys(m.Variables) {
		n := b.declare(within(s.path, "var."+name), Variable, m.Variables[name])
		b.refs(n, s, m.Variables[name].Refs, nil)
		if s.call != nil {
			b.argument(n, s, name)
			b.edge(Edge{From: n, To: b.callNode(s), Via: "module call"})
		}
	}
	for _, name := range sortedKeys(m.Locals) {
		l := m.Locals[name]
		n := b.declare(within(s.path, "local."+name), LocalVal, &l.Object)
		b.refs(n, s, l.Refs, nil)
		if s.parent != nil {
			b.edge(Edge{From: n, To: b.callNode(s), Via: "module call"})
		}
	}
	for _, name := range sortedKeys(m.Providers) {
		p := m.Providers[name]
		n := b.declare(within(s.path, "provider."+name), Provider, &p.Object)
		b.refs(n, s, p.Refs, nil)
		if s.parent != nil {
			b.edge(Edge{From: n, To: b.callNode(s), Via: "module call"})
		}
	}
	for _, name := range sortedKeys(m.Outputs) {
		kind := ModuleOutput
		if s.parent == nil {
			kind = Output
		}
		n := b.declare(within(s.path, "output."+name), kind, m.Outputs[name])
		b.refs(n, s, m.Outputs[name].Refs, nil)
		bind(n)
	}
	for _, name := range sortedKeys(m.Checks) {
		n := b.declare(within(s.path, "check."+name), Check, m.Checks[name])
		b.refs(n, s, m.Checks[name].Refs, nil)
		if s.parent != nil { // nothing waits for a check, not even who depends on all of the module
			b.edge(Edge{From: n, To: b.callNode(s), Via: "module call"})
		}
	}
	for _, addr := range sortedKeys(m.Resources) {
		for _, n := range b.resource(s, m.Resources[addr]) {
			bind(n)
		}
	}
	for _, name := range sortedKeys(m.Calls) {
		b.call(s, name)
	}
	for _, name := range sortedKeys(s.tree.Children) {
		if m.Calls[name] != nil {
			if s.parent != nil {
				b.edge(Edge{From: all, To: b.node(within(s.path, "module."+name), Module), Via: "module"})
			}
		}
	}
}

// callNode is the node of the call that makes a module instance: what decides
// whether the module exists.
func (b *builder) callNode(s *scope) int {
	return b.node(within(s.parent.path, "module."+s.call.Name)+" (call)", Module)
}

// call builds a module call and the instances of the module.
func (b *builder) call(s *scope, name string) {
	c := s.tree.Module.Calls[name]
	at := within(s.path, "module."+name)
	call := b.declare(at+" (call)", Module, &c.Object)
	var meta []tfconfig.Ref
	for _, r := range c.Refs {
		switch r.Attr {
		case "count", "for_each", "depends_on", "provider", "lifecycle.enabled":
			meta = append(meta, r)
		}
	}
	b.refs(call, s, meta, nil)
	if s.parent != nil {
		b.edge(Edge{From: call, To: b.callNode(s), Via: "module call"})
	}
	hub := b.node(at, Module)
	b.edge(Edge{From: hub, To: call, Via: "module"})
	child := s.tree.Children[name]
	if child == nil {
		// Nothing is known of the inside: everything that goes in comes out.
		b.refs(hub, s, c.Refs, nil)
		return
	}
	for _, inst := range b.instancesOf(s, name, c, child) {
		b.module(inst)
		if inst.path != at {
			b.edge(Edge{From: hub, To: b.node(inst.path, Module), Via: "module"})
		}
	}
}

// argument feeds a variable from the call's argument of its name.
func (b *builder) argument(variable int, s *scope, name string) {
	own := &owner{key: s.key, forEach: forEachRef(s.call.Refs), scope: s.parent}
	for _, r := range s.call.Refs {
		if r.Attr == name || strings.HasPrefix(r.Attr, name+".") {
			b.later = append(b.later, pending{from: variable, scope: s.parent, ref: r, owner: own, via: "input " + name, part: cut(r.Attr, name)})
		}
	}
}
