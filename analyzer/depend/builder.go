package depend

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// builder makes one stack's graph.
type builder struct {
	facts *Facts
	index map[string]int // address, or name of an inner node, to node
	known *instances
	edges map[edgeKey]bool
	// later are references that can be resolved only when all nodes exist.
	later []pending
	// byConfig are hubs over all instances of a configuration address, for the
	// state's depends_on.
	byConfig map[string]int
	// inherited are resources whose configuration is at hand.
	inherited map[string]bool
	// nodes and kept are the room in which the facts' nodes and edges grow.
	nodes []Node
	kept  []Edge
}

// builders are kept for the next stack: a project has a thousand of them, and
// each needs tables of some hundred entries for the blink of an eye.
var builders = sync.Pool{New: func() any {
	return &builder{
		index: map[string]int{}, edges: map[edgeKey]bool{},
		byConfig: map[string]int{}, inherited: map[string]bool{},
	}
}}

// reset forgets the stack and gives the builder back.
func (b *builder) reset() {
	b.facts, b.known = nil, nil
	clear(b.index)
	clear(b.edges)
	clear(b.byConfig)
	clear(b.inherited)
	clear(b.later[:cap(b.later)])
	clear(b.nodes)
	clear(b.kept)
	b.later, b.nodes, b.kept = b.later[:0], b.nodes[:0], b.kept[:0]
	builders.Put(b)
}

type edgeKey struct {
	from, to    int
	via         string
	part, reads string
}

// A scope is one module instance being built.
type scope struct {
	tree *tfconfig.Tree
	path string // module instance, "" for the root
	// parent, call and key tell how the instance is called; nil for the root.
	parent *scope
	call   *tfconfig.Call
	key    string // `["k"]`
}

func scopeOf(t *tfconfig.Tree) *scope { return &scope{tree: t} }

// A pending reference waits until all nodes exist.
type pending struct {
	from  int
	scope *scope
	ref   tfconfig.Ref
	owner *owner
	via   string
	part  string
}

// An owner is the block that a reference stands in, as far as its own keys
// matter: each.value means an element of its for_each.
type owner struct {
	key     string // instance key, "" when it has none
	forEach *tfconfig.Ref
	scope   *scope // where forEach is to be resolved
	data    bool   // the block is a data source
}

// node returns the node with that name, making it when it is new.
func (b *builder) node(name string, kind Kind) int {
	if i, ok := b.index[name]; ok {
		return i
	}
	i := len(b.facts.Nodes)
	b.index[name] = i
	b.facts.Nodes = append(b.facts.Nodes, Node{Address: name, Kind: kind})
	return i
}

// declare is node, with the place of its declaration.
func (b *builder) declare(name string, kind Kind, o *tfconfig.Object) int {
	i := b.node(name, kind)
	n := &b.facts.Nodes[i]
	n.Kind = kind
	if o.Range.Filename != "" {
		n.File, n.Line = o.Range.Filename, o.Range.Start.Line
	}
	return i
}

func (b *builder) edge(e Edge) {
	k := edgeKey{e.From, e.To, e.Via, e.Part, e.Reads}
	if e.From == e.To || b.edges[k] {
		return
	}
	b.edges[k] = true
	b.facts.Edges = append(b.facts.Edges, e)
}

// refs notes a block's references for later.
func (b *builder) refs(from int, s *scope, refs []tfconfig.Ref, own *owner) {
	for _, r := range refs {
		b.later = append(b.later, pending{from: from, scope: s, ref: r, owner: own, via: r.Attr, part: r.Attr})
	}
}

// finish resolves what was noted.
func (b *builder) finish() {
	for i := range b.later {
		b.resolve(&b.later[i])
	}
	b.later = b.later[:0]
	clear(b.edges)
}

// instancesOf lists the scopes of a call's module instances, one without key
// when none is known.
func (b *builder) instancesOf(s *scope, name string, call *tfconfig.Call, tree *tfconfig.Tree) []*scope {
	at := within(s.path, "module."+name)
	paths := b.known.modules[at]
	repeated := call != nil && (call.Count || call.ForEach)
	var out []*scope
	for _, p := range paths {
		key := p[len(at):]
		if (key != "") == repeated {
			out = append(out, &scope{tree: tree, path: p, parent: s, call: call, key: key})
		}
	}
	if len(out) == 0 {
		out = append(out, &scope{tree: tree, path: at, parent: s, call: call})
	}
	return out
}

// forEachRef returns the reference that a for_each consists of, when it is
// nothing else.
func forEachRef(refs []tfconfig.Ref) *tfconfig.Ref {
	var found *tfconfig.Ref
	for i := range refs {
		if refs[i].Attr == "for_each" {
			if found != nil {
				return nil
			}
			found = &refs[i]
		}
	}
	if found == nil || !found.Plain {
		return nil
	}
	return found
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// cut takes a leading attribute name off a path.
func cut(path, name string) string {
	if rest, ok := strings.CutPrefix(path, name); ok {
		return strings.TrimPrefix(rest, ".")
	}
	return path
}
