package depend

import "strings"

// Find returns the nodes that an address means in a stack: the object itself,
// or all instances of a configuration address, or all objects of a module. It
// takes the other ways to write an address too: `resource.t.n`, a module's
// output as it is referred to (`module.m.out`), and a provider as a plan names
// it (`provider["registry.opentofu.org/hashicorp/aws"].west`).
func (g *Graph) Find(stack, addr string) []int {
	if found := g.find(stack, addr); len(found) > 0 {
		return found
	}
	if i := strings.LastIndexByte(addr, '.'); i > 0 && strings.HasPrefix(addr, "module.") {
		if found := g.find(stack, addr[:i]+".output"+addr[i:]); len(found) > 0 {
			return found
		}
	}
	if rest, ok := strings.CutPrefix(addr, "resource."); ok {
		return g.find(stack, rest)
	}
	if rest, ok := strings.CutPrefix(addr, `provider["`); ok {
		source, alias, _ := strings.Cut(rest, `"]`)
		return g.find(stack, "provider."+source[strings.LastIndexByte(source, '/')+1:]+alias)
	}
	return nil
}

func (g *Graph) find(stack, addr string) []int {
	if n, ok := g.lookup(stack, addr); ok && (g.Nodes[n].Kind != Module && g.Nodes[n].Kind != Hub) {
		return []int{n}
	}
	span, ok := g.stacks[stack]
	if !ok {
		return nil
	}
	var out []int
	for i := span[0]; i < span[1]; i++ {
		n := &g.Nodes[i]
		switch {
		case n.Kind == Module || n.Kind == Hub:
		case ConfigAddress(n.Address) == addr && n.Address != addr:
			out = append(out, i)
		case strings.HasPrefix(addr, "module.") && n.Kind.Listed() &&
			(strings.HasPrefix(n.Address, addr+".") || strings.HasPrefix(n.Address, addr+"[") || strings.HasPrefix(ConfigAddress(n.Address), addr+".")):
			out = append(out, i)
		}
	}
	return out
}

// lookup finds a node by stack and exact address.
func (g *Graph) lookup(stack, addr string) (int, bool) {
	idx := g.index[stack]
	if idx == nil {
		span, ok := g.stacks[stack]
		if !ok {
			return 0, false
		}
		idx = make(map[string]int, span[1]-span[0])
		for i := span[0]; i < span[1]; i++ {
			idx[g.Nodes[i].Address] = i
		}
		g.index[stack] = idx
	}
	n, ok := idx[addr]
	return n, ok
}

// Node returns the node of an address in a stack, or -1.
func (g *Graph) Node(stack, addr string) int {
	if n, ok := g.lookup(stack, addr); ok {
		return n
	}
	return -1
}
