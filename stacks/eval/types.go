package eval

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A schemaType is the type of a bundle's input, of a schema or of an object's
// attribute. It is of one kind, and what belongs to other kinds is empty.
type schemaType struct {
	kind  string        // string, bool, number, any, list, set, map, tuple, object, any_of, merge, has, bundle, reference
	elems []*schemaType // of list, set, map and has one, of the others any number
	name  string        // a bundle's class, or "namespace.name" of a reference
	attrs []*attributeType
}

// An attributeType is one attribute of an object.
type attributeType struct {
	name     string
	typ      *schemaType
	fallback hcl.Expression // nil: none
	required bool
}

// schemaOf reads the type of an input or schema block: what its type attribute
// says, with the attributes of its attribute blocks in every object in it.
func (s *Scope) schemaOf(block *hclsyntax.Block) (*schemaType, hcl.Diagnostics) {
	blocks := blocksOf(block.Body, "attribute")
	typ := &schemaType{kind: "any"}
	if len(blocks) > 0 {
		typ.kind = "object"
	}
	if attr := block.Body.Attributes["type"]; attr != nil {
		var err error
		if typ, err = parseType(attr.Expr); err != nil {
			return nil, typeProblem(attr.Expr, err.Error()+".")
		}
	}
	var attrs []*attributeType
	for _, b := range blocks {
		a := &attributeType{name: b.Labels[0], typ: &schemaType{kind: "any"}}
		if attr := b.Body.Attributes["type"]; attr != nil {
			var err error
			if a.typ, err = parseType(attr.Expr); err != nil {
				return nil, typeProblem(attr.Expr, err.Error()+".")
			}
		}
		if attr := b.Body.Attributes["default"]; attr != nil {
			a.fallback = attr.Expr
		}
		if attr := b.Body.Attributes["required"]; attr != nil {
			v, diags := s.Value(attr.Expr)
			if diags.HasErrors() {
				return nil, diags
			}
			if v.Type() != cty.Bool || v.IsNull() || !v.IsKnown() {
				return nil, typeProblem(attr.Expr, "required must be true or false.")
			}
			a.required = v.True()
		}
		attrs = append(attrs, a)
	}
	if len(attrs) > 0 && !typ.addAttributes(attrs) {
		return nil, typeProblem(block.Body.Attributes["type"].Expr, "The attribute blocks need an object in the type.")
	}
	return typ, nil
}

func typeProblem(expr hcl.Expression, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: BundleProblem, Detail: detail, Subject: expr.Range().Ptr()}}
}

// addAttributes gives all objects in a type their attributes, and tells whether
// there is one.
func (t *schemaType) addAttributes(attrs []*attributeType) bool {
	found := t.kind == "object"
	if found {
		t.attrs = attrs
	}
	for _, e := range t.elems {
		found = e.addAttributes(attrs) || found
	}
	return found
}

// parseType reads a type expression.
func parseType(expr hcl.Expression) (*schemaType, error) {
	switch e := expr.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return parseName(e.Traversal)
	case *hclsyntax.BinaryOpExpr:
		if e.Op == hclsyntax.OpAdd {
			return parseMerge(e)
		}
	case *hclsyntax.FunctionCallExpr:
		return parseCall(e)
	case *hclsyntax.TemplateExpr:
		if name, ok := literal(e); ok {
			return &schemaType{kind: "reference", name: name}, nil
		}
	}
	return nil, fmt.Errorf("a type is a word such as string, a call such as list(string), a reference such as input.name, or a sum of objects")
}

// typeWords are the words of the type language. Only some of them are types by
// themselves, and none can be part of a reference.
var typeWords = map[string]bool{
	"string": true, "bool": true, "number": true, "any": true, "object": true,
	"list": false, "set": false, "map": false, "tuple": false, "any_of": false, "has": false, "bundle": false,
}

// parseName reads a word, or a reference of one or two of them.
func parseName(t hcl.Traversal) (*schemaType, error) {
	name := t.RootName()
	alone, word := typeWords[name]
	switch {
	case word && alone && len(t) == 1:
		return &schemaType{kind: name}, nil
	case word || len(t) > 2:
		return nil, fmt.Errorf("%q cannot be used like this in a type", name)
	case len(t) == 1:
		return &schemaType{kind: "reference", name: name}, nil
	}
	step, ok := t[1].(hcl.TraverseAttr)
	if _, word := typeWords[step.Name]; word || !ok {
		return nil, fmt.Errorf("%q cannot be used like this in a type", name)
	}
	return &schemaType{kind: "reference", name: name + "." + step.Name}, nil
}

// parseMerge reads a sum of references and objects.
func parseMerge(e *hclsyntax.BinaryOpExpr) (*schemaType, error) {
	out := &schemaType{kind: "merge"}
	for _, side := range []hclsyntax.Expression{e.LHS, e.RHS} {
		part, err := parseType(side)
		switch {
		case err != nil:
			return nil, err
		case part.kind == "merge" && side == e.LHS:
			out.elems = append(out.elems, part.elems...)
		case part.kind == "reference" || part.kind == "object":
			out.elems = append(out.elems, part)
		default:
			return nil, fmt.Errorf("only objects and references can be added up, not %s", part.kind)
		}
	}
	return out, nil
}

// parseCall reads list(...), set(...), map(...), tuple(...), any_of(...),
// has(...) or bundle("class").
func parseCall(e *hclsyntax.FunctionCallExpr) (*schemaType, error) {
	out := &schemaType{kind: e.Name}
	least, most := 1, 1
	switch e.Name {
	case "list", "set", "map", "has":
	case "tuple":
		most = len(e.Args)
	case "any_of":
		least, most = 2, len(e.Args)
	case "bundle":
		if len(e.Args) == 1 {
			if class, ok := literal(e.Args[0]); ok {
				out.name = class
				return out, nil
			}
			if word := hcl.ExprAsKeyword(e.Args[0]); word != "" {
				out.name = word
				return out, nil
			}
		}
		return nil, fmt.Errorf("bundle needs the class of one, as in bundle(\"example.org/network\")")
	default:
		return nil, fmt.Errorf("there is no type %s(...)", e.Name)
	}
	if n := len(e.Args); n < least || n > most {
		return nil, fmt.Errorf("%s(...) cannot hold %d types", e.Name, n)
	}
	for _, arg := range e.Args {
		elem, err := parseType(arg)
		if err != nil {
			return nil, err
		}
		if e.Name == "has" && elem.kind != "reference" && elem.kind != "merge" {
			return nil, fmt.Errorf("has(...) needs a reference or a sum of objects, not %s", elem.kind)
		}
		out.elems = append(out.elems, elem)
	}
	return out, nil
}

// literal returns the text of a string without interpolation.
func literal(expr hcl.Expression) (string, bool) {
	v, diags := expr.Value(nil)
	if diags.HasErrors() || v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return "", false
	}
	return v.AsString(), true
}
