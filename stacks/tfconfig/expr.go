package tfconfig

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A scope binds the names that an expression brings along itself (for
// expressions, splats, dynamic blocks) to the element they stand for; nil
// when they stand for nothing that can be referred to.
type scope struct {
	parent *scope
	name   string
	anon   *hclsyntax.AnonSymbolExpr
	ref    *Ref
}

func (s *scope) find(name string) (*Ref, bool) {
	for ; s != nil; s = s.parent {
		if s.anon == nil && s.name == name {
			return s.ref, true
		}
	}
	return nil, false
}

func (s *scope) findAnon(e *hclsyntax.AnonSymbolExpr) (*Ref, bool) {
	for ; s != nil; s = s.parent {
		if s.anon == e {
			return s.ref, true
		}
	}
	return nil, false
}

// A collector gathers the references of expressions.
type collector struct {
	attr  string
	refs  []Ref
	reads []pendingRead
	texts []Literal
}

// A pendingRead is a call of a function that reads a file.
type pendingRead struct {
	fn   string
	path hcl.Expression
}

func (c *collector) emit(r Ref) {
	if r.Addr == "" || r.Addr == "self" || strings.HasPrefix(r.Addr, "self.") {
		return
	}
	r.Attr = c.attr
	c.refs = append(c.refs, r)
}

// collect gathers the references of an expression in either syntax.
func (c *collector) collect(e hcl.Expression, s *scope) {
	if syn, ok := e.(hclsyntax.Expression); ok {
		c.native(syn, s)
		return
	}
	c.traversals(e.Variables(), s)
}

func (c *collector) traversals(ts []hcl.Traversal, s *scope) {
	for _, t := range ts {
		if _, bound := s.find(t.RootName()); bound {
			continue
		}
		if r, ok := refOf(t); ok {
			c.emit(r)
		}
	}
}

// value gathers an attribute's whole value: an object's parts count at their
// own paths, and a value that is one reference and nothing more is marked.
func (c *collector) value(e hclsyntax.Expression, s *scope) {
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		c.value(e.Expression, s)
		return
	case *hclsyntax.ObjectConsExpr:
		at := c.attr
		for _, it := range e.Items {
			key, ok := it.KeyExpr.(*hclsyntax.ObjectConsKeyExpr)
			name := ""
			if ok && !key.ForceNonLiteral {
				if name = hcl.ExprAsKeyword(key.Wrapped); name == "" {
					name, _ = stringOf(literal(key.Wrapped))
				}
			}
			if name == "" || strings.ContainsAny(name, ".*") {
				c.native(it.KeyExpr, s)
				c.native(it.ValueExpr, s)
				continue
			}
			c.attr = join(at, name)
			c.value(it.ValueExpr, s)
			c.attr = at
		}
		return
	}
	if r, ok, claimed := c.asRef(e, s); claimed {
		if ok {
			r.Plain = true
			c.emit(r)
		}
		return
	}
	c.native(e, s)
}

// native gathers the references of an expression in native syntax.
func (c *collector) native(e hclsyntax.Expression, s *scope) {
	if r, ok, claimed := c.asRef(e, s); claimed {
		if ok {
			c.emit(r)
		}
		return
	}
	switch e := e.(type) {
	case *hclsyntax.RelativeTraversalExpr:
		c.native(e.Source, s)
	case *hclsyntax.IndexExpr:
		c.native(e.Collection, s)
		c.native(e.Key, s)
	case *hclsyntax.SplatExpr:
		c.native(e.Source, s)
		c.native(e.Each, &scope{parent: s, anon: e.Item})
	case *hclsyntax.ForExpr:
		c.forExpr(e, s)
	case *hclsyntax.FunctionCallExpr:
		c.call(e, s)
	case *hclsyntax.ConditionalExpr:
		c.native(e.Condition, s)
		c.native(e.TrueResult, s)
		c.native(e.FalseResult, s)
	case *hclsyntax.BinaryOpExpr:
		c.native(e.LHS, s)
		c.native(e.RHS, s)
	case *hclsyntax.UnaryOpExpr:
		c.native(e.Val, s)
	case *hclsyntax.TemplateExpr:
		for _, p := range e.Parts {
			c.native(p, s)
		}
	case *hclsyntax.TemplateWrapExpr:
		c.native(e.Wrapped, s)
	case *hclsyntax.TemplateJoinExpr:
		c.native(e.Tuple, s)
	case *hclsyntax.ObjectConsExpr:
		for _, it := range e.Items {
			c.native(it.KeyExpr, s)
			c.native(it.ValueExpr, s)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		if hcl.ExprAsKeyword(e.Wrapped) == "" || e.ForceNonLiteral {
			c.native(e.Wrapped, s)
		}
	case *hclsyntax.TupleConsExpr:
		for _, x := range e.Exprs {
			c.native(x, s)
		}
	case *hclsyntax.ParenthesesExpr:
		c.native(e.Expression, s)
	case *hclsyntax.LiteralValueExpr:
		c.literal(e)
	case *hclsyntax.AnonSymbolExpr, *hclsyntax.ScopeTraversalExpr:
	default:
		c.traversals(e.Variables(), s)
	}
}

// literal keeps a plain string that is long enough to name something.
func (c *collector) literal(e *hclsyntax.LiteralValueExpr) {
	if v, ok := stringOf(e.Val); ok && e.Val.Type() == cty.String && len(v) >= 6 && len(v) <= 512 && !strings.ContainsAny(v, " \t\r\n") {
		c.texts = append(c.texts, Literal{Attr: c.attr, Value: v, Range: e.SrcRange})
	}
}

// forExpr gathers a for expression: its value variable stands for any element
// of the collection, so that only what is read of it counts as read.
func (c *collector) forExpr(e *hclsyntax.ForExpr, s *scope) {
	var elem *Ref
	if r, ok, claimed := c.asRef(e.CollExpr, s); claimed {
		if ok {
			keys := r
			keys.Keys = true
			c.emit(keys)
			r.element()
			elem = &r
		}
	} else {
		c.native(e.CollExpr, s)
	}
	in := &scope{parent: s, name: e.ValVar, ref: elem}
	if e.KeyVar != "" {
		in = &scope{parent: in, name: e.KeyVar}
	}
	for _, x := range []hclsyntax.Expression{e.KeyExpr, e.ValExpr, e.CondExpr} {
		if x != nil {
			c.native(x, in)
		}
	}
}

// call gathers a function call.
func (c *collector) call(e *hclsyntax.FunctionCallExpr, s *scope) {
	if p, ok := strings.CutPrefix(e.Name, "provider::"); ok {
		c.emit(Ref{Addr: "provider." + providerOfFunction(p), Range: e.NameRange})
	}
	if readsFile[e.Name] && len(e.Args) > 0 {
		c.reads = append(c.reads, pendingRead{fn: e.Name, path: e.Args[0]})
	}
	for i, a := range e.Args {
		if i == 0 && (e.Name == "keys" || e.Name == "length") {
			if r, ok, claimed := c.asRef(a, s); claimed {
				if ok {
					r.Keys = true
					c.emit(r)
				}
				continue
			}
		}
		c.native(a, s)
	}
}

// readsFile names the functions whose first argument is a file or folder.
var readsFile = map[string]bool{
	"file": true, "filebase64": true, "templatefile": true, "fileset": true, "fileexists": true,
	"filemd5": true, "filesha1": true, "filesha256": true, "filesha512": true,
	"filebase64sha256": true, "filebase64sha512": true,
}

// providerOfFunction turns "aws::arn_parse" into "aws" and
// "aws::west::arn_parse" into "aws.west".
func providerOfFunction(name string) string {
	parts := strings.Split(name, "::")
	return strings.Join(parts[:max(1, len(parts)-1)], ".")
}

// asRef reads an expression as one plain reference. claimed is true when it is
// one; ok is false when that reference leads to a name bound to nothing.
func (c *collector) asRef(e hclsyntax.Expression, s *scope) (r Ref, ok, claimed bool) {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if b, bound := s.find(e.Traversal.RootName()); bound {
			if b == nil {
				return Ref{}, false, true
			}
			r = *b
			r.Range = e.Range()
			if strings.HasSuffix(r.Attr, dynamicIterator) {
				return iterated(r, e.Traversal[1:])
			}
			r.walk(e.Traversal[1:])
			return r, true, true
		}
		r, ok = refOf(e.Traversal)
		return r, ok, true
	case *hclsyntax.RelativeTraversalExpr:
		r, ok, claimed = c.asRef(e.Source, s)
		if claimed && ok {
			r.walk(e.Traversal)
			r.Range = e.Range()
		}
		return r, ok, claimed
	case *hclsyntax.IndexExpr:
		r, ok, claimed = c.asRef(e.Collection, s)
		if !claimed {
			return r, ok, claimed
		}
		c.key(&r, e.Key, s)
		r.Range = e.Range()
		return r, ok, true
	case *hclsyntax.SplatExpr:
		r, ok, claimed = c.asRef(e.Source, s)
		if !claimed || !ok {
			return r, ok, claimed
		}
		r.element()
		in := &scope{parent: s, anon: e.Item, ref: &r}
		if each, eok, ec := c.asRef(e.Each, in); ec {
			each.Range = e.Range()
			return each, eok, true
		}
		return r, true, true
	case *hclsyntax.AnonSymbolExpr:
		if b, bound := s.findAnon(e); bound {
			if b == nil {
				return Ref{}, false, true
			}
			return *b, true, true
		}
	case *hclsyntax.ParenthesesExpr:
		return c.asRef(e.Expression, s)
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "values" && len(e.Args) == 1 {
			return c.asRef(e.Args[0], s)
		}
		if e.Name == "lookup" && len(e.Args) > 1 {
			r, ok, claimed = c.asRef(e.Args[0], s)
			if claimed && ok {
				c.key(&r, e.Args[1], s)
				r.Range = e.Range()
				for _, a := range e.Args[2:] {
					c.native(a, s)
				}
			}
			return r, ok, claimed
		}
		if (e.Name == "one" || e.Name == "element") && len(e.Args) > 0 {
			r, ok, claimed = c.asRef(e.Args[0], s)
			if claimed && ok {
				if r.Select == SelectWhole || !r.Repeats() || r.Rest != "" {
					r.element()
				}
				for _, a := range e.Args[1:] {
					c.native(a, s)
				}
			}
			return r, ok, claimed
		}
	}
	return Ref{}, false, false
}

// key adds a computed index to a reference, and gathers what computes it.
func (c *collector) key(r *Ref, key hclsyntax.Expression, s *scope) {
	if v, diags := key.Value(nil); !diags.HasErrors() && v.IsKnown() {
		r.index(v)
		return
	}
	own, ok, claimed := c.asRef(key, s)
	if r.Repeats() && r.Rest == "" && r.Select == SelectWhole {
		switch {
		case claimed && ok && own.Addr == "each.key" && own.Rest == "":
			r.Select = SelectEach
		case claimed && ok && own.Addr == "count.index":
			r.Select = SelectCount
		default:
			r.Select = SelectAny
		}
	} else {
		r.step("*")
	}
	if claimed {
		if ok {
			c.emit(own)
		}
		return
	}
	c.native(key, s)
}

// dynamicIterator marks, in a binding's Attr, the iterator of a dynamic block:
// it stands for an object with `key` and `value`.
const dynamicIterator = "\x00iterator"

// iterated resolves `it.value.x` on the element that a dynamic block's
// iterator stands for; `it.key` stands for nothing.
func iterated(r Ref, steps hcl.Traversal) (Ref, bool, bool) {
	r.Attr = ""
	if len(steps) > 0 {
		if a, is := steps[0].(hcl.TraverseAttr); is && a.Name == "value" {
			r.walk(steps[1:])
			return r, true, true
		}
	}
	return Ref{}, false, true
}

// literal returns the constant that an expression is by itself.
func literal(e hcl.Expression) cty.Value {
	v, diags := e.Value(nil)
	if diags.HasErrors() || !v.IsWhollyKnown() {
		return cty.NilVal
	}
	return v
}
