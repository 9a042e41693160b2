package eval

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A global is one key that a globals block sets.
type global struct {
	path    []string // keys from global down
	attr    bool     // false for a labelled block without attributes, which only makes an object
	expr    hcl.Expression
	dir     string // project path of the folder whose configuration sets it
	from    string // folder of the file it stands in
	failure hcl.Diagnostics
}

// key tells globals apart; a block that only makes an object is not the
// attribute of the same name.
func (g *global) key() string { return keyOf(g.path, g.attr) }

func keyOf(path []string, attr bool) string {
	key := strings.Join(path, "\x00")
	if attr {
		key += "="
	}
	return key
}

func (g *global) name() string {
	return "global." + strings.Join(g.path, ".")
}

// loadGlobals evaluates the globals of all layers. A key of a deeper folder
// takes the place of the same key above it before anything is evaluated, so
// that an expression of the root sees the values of the stack.
func (s *Scope) loadGlobals(layers []Layer) hcl.Diagnostics {
	var order [][]*global
	pending := map[string]*global{}
	for _, layer := range layers {
		set := globalsOf(layer)
		order = append(order, set)
		for _, g := range set {
			pending[g.key()] = g
		}
	}
	root := newObject("")
	for progress := true; progress && len(pending) > 0; {
		progress = false
		for i, set := range order {
			for _, named := range set {
				g := pending[named.key()]
				if g != nil && s.evaluate(g, layers[i].Dir, pending, root) {
					delete(pending, g.key())
					s.ctx.Variables["global"] = root.value()
					progress = true
				}
			}
		}
	}
	var diags hcl.Diagnostics
	for _, g := range pending {
		if len(g.failure) > 0 {
			diags = append(diags, g.failure...)
			continue
		}
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Global cannot be evaluated",
			Detail: fmt.Sprintf("%s waits for a global that does not exist or waits for it in turn.", g.name()), Subject: g.expr.Range().Ptr(),
		})
	}
	slices.SortFunc(diags, comparePlace)
	return diags
}

// evaluate sets one global if all that it needs is there. It reports whether
// the global is done with.
func (s *Scope) evaluate(g *global, layer string, pending map[string]*global, root *object) bool {
	if isUnset(g.expr) {
		root.remove(g.path)
		return true
	}
	g.failure = s.unknownNamespaces(g.expr)
	for _, v := range g.expr.Variables() {
		if v.RootName() == "global" && len(v) > 1 && isPending(v, pending) {
			return false
		}
	}
	if parentPending(g, layer, pending) || len(g.failure) > 0 {
		return false
	}
	old, from, exists := root.get(g.path)
	if exists && g.attr && from == g.from {
		g.failure = hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Global set twice",
			Detail: fmt.Sprintf("%s is set in this folder already.", g.name()), Subject: g.expr.Range().Ptr(),
		}}
		return false
	}
	v, diags := g.expr.Value(s.ctx)
	if diags.HasErrors() {
		g.failure = diags
		return false
	}
	if _, isObject := old.(*object); exists && isObject && !g.attr {
		return true // The block adds nothing to an object that is there.
	}
	if err := root.set(g.path, v, g.from); err != nil {
		g.failure = hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Global cannot be set", Detail: err.Error() + ".", Subject: g.expr.Range().Ptr(),
		}}
		return false
	}
	return true
}

// isPending tells whether a reference reads, or reads into, a global that is
// not evaluated yet.
func isPending(ref hcl.Traversal, pending map[string]*global) bool {
	var names []string
	for _, step := range ref[1:] {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			names = append(names, step.Name)
		case hcl.TraverseIndex:
			if step.Key.Type() == cty.String {
				names = append(names, step.Key.AsString())
			}
		}
	}
	for _, g := range pending {
		n := min(len(names), len(g.path))
		if slices.Equal(names[:n], g.path[:n]) {
			return true
		}
	}
	return false
}

// parentPending tells whether an object that the global is a part of is still
// to come from the same folder or one above.
func parentPending(g *global, layer string, pending map[string]*global) bool {
	for n := len(g.path) - 1; n > 0; n-- {
		if up := pending[keyOf(g.path[:n], true)]; up != nil && strings.HasPrefix(layer, up.dir) {
			return true
		}
	}
	return false
}

// globalsOf returns a folder's globals, shortest path first. Where an imported
// file and the folder's own set the same key, the folder's wins.
func globalsOf(layer Layer) []*global {
	found := map[string]*global{}
	for _, body := range layer.Bodies {
		for _, block := range body.Blocks {
			if block.Type != "globals" {
				continue
			}
			from := path.Dir("/" + block.TypeRange.Filename)
			add := func(name string, expr hcl.Expression) {
				g := &global{path: block.Labels, attr: name != "", expr: expr, dir: layer.Dir, from: from}
				if name != "" {
					g.path = append(slices.Clone(block.Labels), name)
				}
				found[g.key()] = g
			}
			for name, attr := range block.Body.Attributes {
				add(name, attr.Expr)
			}
			for _, sub := range block.Body.Blocks {
				if sub.Type == "map" && len(sub.Labels) > 0 {
					add(sub.Labels[0], newMapExpr(sub))
				}
			}
			if len(block.Body.Attributes) == 0 && len(block.Labels) > 0 && found[keyOf(block.Labels, false)] == nil {
				add("", &hclsyntax.ObjectConsExpr{SrcRange: block.DefRange()})
			}
		}
	}
	set := make([]*global, 0, len(found))
	for _, g := range found {
		set = append(set, g)
	}
	slices.SortFunc(set, func(a, b *global) int {
		return cmp.Or(cmp.Compare(len(a.path), len(b.path)), cmp.Compare(a.key(), b.key()))
	})
	return set
}

func comparePlace(a, b *hcl.Diagnostic) int {
	if a.Subject == nil || b.Subject == nil {
		return cmp.Compare(a.Detail, b.Detail)
	}
	return cmp.Or(
		cmp.Compare(a.Subject.Filename, b.Subject.Filename),
		cmp.Compare(a.Subject.Start.Byte, b.Subject.Start.Byte),
		cmp.Compare(a.Detail, b.Detail),
	)
}
