package depend

import (
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// fromPlan adds what only the state knows: objects without configuration, and
// what they depended on; and it takes the fingerprints of what exists.
func (b *builder) fromPlan(p *plan.Plan) {
	listed := map[string][]int{}
	for i, n := range b.facts.Nodes {
		if n.Kind == Resource || n.Kind == Data {
			at := ConfigAddress(n.Address)
			listed[at] = append(listed[at], i)
		}
	}
	add := func(addr, mode, typ string) int {
		if n, ok := b.index[addr]; ok && b.facts.Nodes[n].Kind.Listed() {
			return n
		}
		kind := Resource
		switch mode {
		case "data":
			kind = Data
		case "ephemeral":
			kind = Ephemeral
		}
		n := b.node(addr, kind)
		b.facts.Nodes[n].Type = typ
		at := ConfigAddress(addr)
		listed[at] = append(listed[at], n)
		return n
	}
	for _, c := range p.Changes {
		if c.Deposed == "" {
			add(c.Address, c.Mode, c.Type)
		}
	}
	for i := range p.Prior {
		r := &p.Prior[i]
		if r.Deposed == "" {
			add(r.Address, r.Mode, r.Type)
		}
	}
	existing := map[string]bool{}
	for i := range p.Prior {
		r := &p.Prior[i]
		if r.Deposed != "" {
			continue
		}
		n := b.index[r.Address]
		existing[r.Address] = true
		b.fingerprints(n, r)
		if b.inherited[ConfigAddress(r.Address)] && b.facts.Nodes[n].File != "" {
			continue // the files know better
		}
		for _, d := range r.DependsOn {
			if to, ok := b.allOf(d, listed); ok {
				b.edge(Edge{From: n, To: to, Via: "state"})
			}
		}
	}
	for i := range p.Changes {
		if c := p.Changes[i]; c.Deposed == "" {
			b.planned(c, existing[c.Address])
		}
	}
}

// planned takes what an object that is to be made or changed will mention, and
// which state a data source that waits for the apply will read.
func (b *builder) planned(c *plan.Change, exists bool) {
	after, ok := c.After.(map[string]plan.Value)
	n, known := b.index[c.Address]
	if !ok || !known {
		return
	}
	if readsState(c.Mode, c.Type) {
		if !exists {
			b.remoteFromValues(n, c.Type, after)
		}
		return
	}
	if c.Mode != "managed" {
		return
	}
	for _, attr := range mentions {
		if identities[attr] || slices.Contains(names, attr) {
			continue
		}
		for _, s := range stringsIn(after[attr]) {
			if telling(s) {
				b.facts.Asks = append(b.facts.Asks, Token{Node: int32(n), Hash: fingerprint(s), Attr: attr})
			}
		}
	}
}

// allOf returns a node that stands for all instances of a configuration
// address.
func (b *builder) allOf(config string, listed map[string][]int) (int, bool) {
	at := ConfigAddress(config)
	nodes := listed[at]
	switch len(nodes) {
	case 0:
		return 0, false
	case 1:
		return nodes[0], true
	}
	if hub, ok := b.byConfig[at]; ok {
		return hub, true
	}
	hub := b.node(at+" (all)", Hub)
	b.byConfig[at] = hub
	for _, n := range nodes {
		b.edge(Edge{From: hub, To: n, Via: "instance", Plain: true})
	}
	return hub, true
}

// fingerprints takes what an existing object is known by and what it mentions.
func (b *builder) fingerprints(n int, r *plan.PriorResource) {
	if readsState(r.Mode, r.Type) {
		b.remoteFromValues(n, r.Type, r.Values)
		return
	}
	for _, attr := range sortedKeys(r.Values) {
		v := r.Values[attr]
		if _, listed := slices.BinarySearch(mentions, attr); !listed || attr == "config" || attr == "backend" || attr == "workspace" || attr == "organization" {
			continue
		}
		if m, is := v.(map[string]plan.Value); is && attr == "tags" {
			if s, ok := m["Name"].(string); ok && r.Mode == "managed" {
				b.facts.Names = append(b.facts.Names, Token{Node: int32(n), Hash: fingerprint(s), Attr: "tags.Name", Type: r.Type})
			}
			continue
		}
		for _, s := range stringsIn(v) {
			b.mention(n, r, attr, s)
		}
	}
}

func (b *builder) mention(n int, r *plan.PriorResource, attr, s string) {
	if s == "" {
		return
	}
	f, known, typ := b.facts, telling(s), r.Type
	var list *[]Token
	switch {
	case r.Mode == "data":
		switch attr {
		case "id", "arn":
			list = &f.Asks
		case "ids", "arns":
			list, typ = &f.Asks, elementType(r.Type)
		}
	case identities[attr]:
		if attr == "id" || known {
			list = &f.Offers
		}
	case slices.Contains(names, attr):
		list = &f.Names
	case known:
		list, typ = &f.Asks, ""
	}
	if list != nil {
		plain := !known && (list == &f.Offers || r.Mode == "data")
		*list = append(*list, Token{Node: int32(n), Hash: fingerprint(s), Attr: attr, Type: typ, Plain: plain})
	}
}

// elementType is the type of what a data source of several finds: aws_subnets
// and aws_subnet_ids find aws_subnet.
func elementType(typ string) string {
	if one, ok := strings.CutSuffix(typ, "_ids"); ok {
		return one
	}
	return strings.TrimSuffix(typ, "s")
}

// stringsIn returns a string, or the strings in a flat list.
func stringsIn(v plan.Value) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []plan.Value:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// outward notes what the root module's files say of other stacks: where its
// own state is, which states it reads, what it looks up by name, which files
// of others it reads, which ids it has written out.
func (b *builder) outward(t *tfconfig.Tree, stack string) {
	m := t.Module
	dir := strings.TrimPrefix(stack, "/")
	b.facts.State = ownState(m, dir)
	resolved := map[int]bool{}
	for _, r := range b.facts.Remote {
		resolved[r.Node] = true
	}
	for _, addr := range sortedKeys(m.Resources) {
		r := m.Resources[addr]
		for _, n := range b.nodesOf(addr) {
			switch {
			case readsState(r.Mode, r.Type):
				if !resolved[n] {
					b.remotes(m, r, dir, n)
				}
			case r.Mode == "data":
				b.lookups(m, r, n)
			case r.Mode == "managed":
				b.called(m, r, n)
			}
		}
	}
	sortTokens(b.facts.Lookups)
	sortTokens(b.facts.Names)
	known := map[int]bool{}
	for i := range b.facts.Remote {
		r := &b.facts.Remote[i]
		known[r.Node] = true
		if r.State.Key == "" {
			b.gap("which state " + b.facts.Nodes[r.Node].Address + " reads is not known")
		}
		if n := b.facts.Nodes[r.Node]; r.File == "" {
			r.File, r.Line = n.File, n.Line
		}
	}
	for i, n := range b.facts.Nodes {
		if n.Kind == Data && remoteParts[n.Type] != nil && !known[i] {
			b.gap("which state " + n.Address + " reads is not known")
		}
	}
	b.literals(t, "")
	b.fileReads(t, dir)
}

// nodesOf returns a root resource's nodes.
func (b *builder) nodesOf(addr string) []int {
	if n, ok := b.index[addr]; ok {
		return []int{n}
	}
	var out []int
	for _, key := range b.known.of("", addr) {
		if n, ok := b.index[addr+key]; ok {
			out = append(out, n)
		}
	}
	return out
}

// literals notes ids and names written out in the files.
func (b *builder) literals(t *tfconfig.Tree, at string) {
	m := t.Module
	note := func(name string, o *tfconfig.Object) {
		n, ok := b.index[within(at, name)]
		if !ok {
			if n, ok = b.index[within(at, name)+" (body)"]; !ok {
				return
			}
		}
		for _, l := range o.Literals {
			b.facts.Asks = append(b.facts.Asks, Token{Node: int32(n), Hash: fingerprint(l.Value), Attr: l.Attr})
		}
	}
	for _, addr := range sortedKeys(m.Resources) {
		note(addr, &m.Resources[addr].Object)
	}
	for _, name := range sortedKeys(m.Locals) {
		note("local."+name, &m.Locals[name].Object)
	}
	for _, name := range sortedKeys(m.Providers) {
		note("provider."+name, &m.Providers[name].Object)
	}
	for _, name := range sortedKeys(m.Variables) {
		note("var."+name, m.Variables[name])
	}
	b.givenIDs(m)
}

// givenIDs notes the ids that files of values and -var give to variables.
func (b *builder) givenIDs(m *tfconfig.Module) {
	given := m.Given()
	for _, name := range sortedKeys(given) {
		n, ok := b.index["var."+name]
		if !ok {
			continue
		}
		for _, s := range given[name] {
			if telling(s) {
				b.facts.Asks = append(b.facts.Asks, Token{Node: int32(n), Hash: fingerprint(s)})
			}
		}
	}
}

// fileReads notes files outside the stack's folder.
func (b *builder) fileReads(t *tfconfig.Tree, dir string) {
	for _, f := range t.Module.FileReads() {
		if dir == "" || f.Path == dir || strings.HasPrefix(f.Path, dir+"/") {
			continue
		}
		b.facts.Files = append(b.facts.Files, File{Path: f.Path, File: f.Range.Filename, Line: f.Range.Start.Line})
	}
	for _, name := range sortedKeys(t.Children) {
		if c := t.Children[name]; strings.HasPrefix(c.Module.Dir, dir+"/") {
			b.fileReads(c, dir)
		}
	}
}
