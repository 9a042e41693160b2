package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Schemas are the types that a reference can name, by "namespace.name".
type Schemas map[string]*schemaType

// A typeChecker holds values against types and fills in defaults.
type typeChecker struct {
	scope   *Scope
	schemas Schemas
	depth   int
	endless bool // a type refers to itself without an end: no other way is tried
}

// maxTypeDepth ends types that refer to themselves.
const maxTypeDepth = 64

// check returns the value with the defaults of its type filled in. A strict
// object has no attributes but those of its type.
func (c *typeChecker) check(t *schemaType, v cty.Value, strict bool) (cty.Value, error) {
	if t.kind == "reference" {
		return c.reference(t.name, v, strict)
	}
	if t.kind == "any" || v.IsNull() || !v.IsKnown() {
		return v, nil
	}
	switch t.kind {
	case "string", "bool", "number":
		if v.Type().FriendlyName() != t.kind {
			return v, mismatch(t.kind, v)
		}
		return v, nil
	case "list", "set", "tuple":
		return c.sequence(t, v)
	case "map":
		return c.mapping(t, v)
	case "has":
		return c.check(t.elems[0], v, false)
	case "object":
		return c.object(t.attrs, v, strict)
	case "merge":
		return c.merge(t, v, strict)
	case "any_of":
		var wrong []string
		for _, option := range t.elems {
			got, err := c.check(option, v, true)
			if err == nil {
				return got, nil
			}
			if c.endless {
				return v, err
			}
			wrong = append(wrong, err.Error())
		}
		return v, fmt.Errorf("it fits none of the types of any_of: %s", strings.Join(wrong, "; "))
	}
	return v, c.bundleKey(v)
}

func mismatch(want string, v cty.Value) error {
	return fmt.Errorf("%s is needed, not %s", want, v.Type().FriendlyName())
}

func (c *typeChecker) reference(name string, v cty.Value, strict bool) (cty.Value, error) {
	t := c.schemas[name]
	if t == nil {
		return v, fmt.Errorf("there is no type %q", name)
	}
	if c.depth++; c.depth > maxTypeDepth {
		c.endless = true
		return v, fmt.Errorf("the type %q refers to itself without an end", name)
	}
	defer func() { c.depth-- }()
	return c.check(t, v, strict)
}

// sequence checks the elements of a list, set or tuple.
func (c *typeChecker) sequence(t *schemaType, v cty.Value) (cty.Value, error) {
	if !v.Type().IsTupleType() && !v.Type().IsListType() && !(t.kind == "set" && v.Type().IsSetType()) {
		return v, mismatch(t.kind, v)
	}
	if n := v.LengthInt(); t.kind == "tuple" && n != len(t.elems) {
		return v, fmt.Errorf("a tuple of %d elements is needed, not of %d", len(t.elems), n)
	}
	if v.LengthInt() == 0 {
		return v, nil
	}
	var out []cty.Value
	seen := map[string]bool{}
	for i, e := range v.AsValueSlice() {
		elem := t.elems[0]
		if t.kind == "tuple" {
			elem = t.elems[i]
		}
		got, err := c.check(elem, e, true)
		if err != nil {
			return v, fmt.Errorf("element %d: %w", i, err)
		}
		if key := got.GoString(); t.kind != "set" || !seen[key] {
			seen[key] = true
			out = append(out, got)
		}
	}
	return cty.TupleVal(out), nil
}

func (c *typeChecker) mapping(t *schemaType, v cty.Value) (cty.Value, error) {
	if !v.Type().IsMapType() && !v.Type().IsObjectType() {
		return v, mismatch("map", v)
	}
	fields := v.AsValueMap()
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		got, err := c.check(t.elems[0], fields[name], true)
		if err != nil {
			return v, fmt.Errorf("%s: %w", name, err)
		}
		fields[name] = got
	}
	return cty.ObjectVal(fields), nil
}

// object checks the attributes of an object and adds the defaults of those
// that it lacks.
func (c *typeChecker) object(attrs []*attributeType, v cty.Value, strict bool) (cty.Value, error) {
	if !v.Type().IsMapType() && !v.Type().IsObjectType() {
		return v, mismatch("object", v)
	}
	fields := v.AsValueMap()
	if fields == nil {
		fields = map[string]cty.Value{}
	}
	known := map[string]bool{}
	for _, a := range attrs {
		known[a.name] = true
		field, ok := fields[a.name]
		switch {
		case ok:
		case a.fallback != nil:
			var diags error
			if field, diags = c.fallback(a); diags != nil {
				return v, diags
			}
		case a.required:
			return v, fmt.Errorf("the attribute %q is required", a.name)
		default:
			continue
		}
		got, err := c.check(a.typ, field, strict)
		if err != nil {
			return v, fmt.Errorf("%s: %w", a.name, err)
		}
		fields[a.name] = got
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if strict && len(attrs) > 0 && !known[name] {
			return v, fmt.Errorf("there is no attribute %q", name)
		}
	}
	return cty.ObjectVal(fields), nil
}

func (c *typeChecker) fallback(a *attributeType) (cty.Value, error) {
	v, diags := c.scope.Value(a.fallback)
	if diags.HasErrors() {
		return v, fmt.Errorf("the default of %s: %w", a.name, diags)
	}
	return v, nil
}

// merge checks an object that has the attributes of several.
func (c *typeChecker) merge(t *schemaType, v cty.Value, strict bool) (cty.Value, error) {
	var attrs []*attributeType
	known := map[string]bool{}
	for _, part := range t.elems {
		if part.kind == "reference" {
			name := part.name
			if part = c.schemas[name]; part == nil {
				return v, fmt.Errorf("there is no type %q", name)
			}
			if part.kind != "object" {
				return v, fmt.Errorf("%q cannot be added to an object, as it is %s", name, part.kind)
			}
		}
		for _, a := range part.attrs {
			if known[a.name] {
				return v, fmt.Errorf("the attribute %q is defined by two of the types that are added up", a.name)
			}
			known[a.name] = true
			attrs = append(attrs, a)
		}
	}
	return c.object(attrs, v, strict)
}

// bundleKey checks what names another bundle: its alias or UUID, alone or with
// an environment.
func (c *typeChecker) bundleKey(v cty.Value) error {
	if v.Type() == cty.String {
		return nil
	}
	if !v.Type().IsTupleType() && !v.Type().IsListType() {
		return fmt.Errorf("the key of a bundle, or [key, environment], is needed, not %s", v.Type().FriendlyName())
	}
	elems := v.AsValueSlice()
	if len(elems) != 2 || elems[0].Type() != cty.String || elems[1].Type() != cty.String {
		return fmt.Errorf("the key of a bundle with its environment is [key, environment], two strings")
	}
	return nil
}
