package eval

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// A Bundle is one instance of a bundle: a source and the inputs for it.
type Bundle struct {
	Name string
	Dir  string // project path of the folder of the file it stands in
	File string // that file's project path
	Host string // the same file on this machine
	UUID string // empty: none

	Environment *Environment   // nil: none
	Whole       hcl.Expression // an object of inputs; nil: none
	Inputs      map[string]hcl.Expression
	Schemas     Schemas // that its definition uses
	Range       hcl.Range

	// Filled by Scope.Bundle.
	Class  string
	Alias  string
	object cty.Value
}

// An Environment is what an environment block of the root folder says.
type Environment struct{ ID, Name, Description, PromoteFrom string }

func (b *Bundle) environmentID() string {
	if b.Environment == nil {
		return ""
	}
	return b.Environment.ID
}

func (e *Environment) object() cty.Value {
	if e == nil {
		return cty.ObjectVal(map[string]cty.Value{"available": cty.False})
	}
	return cty.ObjectVal(map[string]cty.Value{
		"available": cty.True, "id": cty.StringVal(e.ID), "name": cty.StringVal(e.Name),
		"description": cty.StringVal(e.Description), "promote_from": cty.StringVal(e.PromoteFrom),
	})
}

// A BundleStack is what a bundle says of one of its stacks.
type BundleStack struct {
	Path, Name, Description                     string
	Tags, After, Before, Wants, WantedBy, Watch []string
	// Range is where the stack is defined.
	Range hcl.Range
}

// BundleProblem is the summary of what is wrong with an instance itself, other
// than an expression that cannot be evaluated.
const BundleProblem = "Bundle cannot be evaluated"

// errAwaits tells that an expression asks for a bundle that is not evaluated.
var errAwaits = errors.New("bundle could not be resolved: it is missing, or it waits for this one")

// Bundle evaluates an instance with the body of the bundle's definition. Done
// are the bundles that are evaluated already; waits tells that another one is
// needed first.
func (s *Scope) Bundle(b *Bundle, define *hclsyntax.Body, done []*Bundle) (out []BundleStack, waits bool, diags hcl.Diagnostics) {
	scope := s.with("bundle", cty.EmptyObjectVal)
	scope.ctx.Functions = maps.Clone(s.ctx.Functions)
	scope.ctx.Functions["tm_bundle"] = bundleFunc(b, done, &waits)
	e := &bundleScope{Scope: scope, b: b, schemas: Schemas{}, values: map[string]cty.Value{
		"environment": b.Environment.object(),
		"uuid":        cty.NullVal(cty.String),
		"file": cty.ObjectVal(map[string]cty.Value{"path": cty.ObjectVal(map[string]cty.Value{
			"absolute": cty.StringVal(b.Host), "basename": cty.StringVal(path.Base(b.File)), "relative": cty.StringVal(b.File),
		})}),
	}}
	maps.Copy(e.schemas, b.Schemas)
	if b.UUID != "" {
		e.values["uuid"] = cty.StringVal(b.UUID)
	}
	for _, meta := range blocksOf(define, "metadata") {
		if attr := meta.Body.Attributes["class"]; attr != nil {
			b.Class, diags = s.String(attr.Expr)
		}
	}
	e.set("class", cty.StringVal(b.Class))
	for _, step := range []func(*hclsyntax.Body) hcl.Diagnostics{e.inputs, e.bundleLets, e.alias, e.exports} {
		if diags.HasErrors() {
			return nil, waits, diags
		}
		diags = append(diags, step(define)...)
	}
	b.object = cty.ObjectVal(map[string]cty.Value{
		"alias": cty.StringVal(b.Alias), "class": e.values["class"], "uuid": e.values["uuid"],
		"environment": e.values["environment"], "input": e.values["input"], "export": cty.ObjectVal(e.exported),
	})
	for _, def := range blocksOf(define, "stack") {
		st, more := e.stack(def)
		diags = append(diags, more...)
		out = append(out, st)
	}
	return out, waits, diags
}

// AddSchema reads a schema block of a folder that a bundle's definition uses
// under the name.
func (s *Scope) AddSchema(to Schemas, namespace string, block *hclsyntax.Block) hcl.Diagnostics {
	typ, diags := s.schemaOf(block)
	if !diags.HasErrors() {
		to[namespace+"."+block.Labels[0]] = typ
	}
	return diags
}

// bundleFunc finds another bundle by its class and its alias or UUID.
func bundleFunc(b *Bundle, done []*Bundle, waits *bool) function.Function {
	return function.New(&function.Spec{
		Params:   stringParams("class", "key"),
		VarParam: &function.Parameter{Name: "env_id", Type: cty.String},
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			env := b.environmentID()
			if len(args) > 2 {
				env = args[2].AsString()
			}
			key := args[1].AsString()
			for _, other := range done {
				if other.Class == args[0].AsString() && (other.Alias == key || other.UUID == key) && other.environmentID() == env {
					return other.object, nil
				}
			}
			*waits = true
			return cty.NilVal, fmt.Errorf("%q: %w", key, errAwaits)
		},
	})
}

// An inputValue is what is given for an input, and where.
type inputValue struct {
	value cty.Value
	at    hcl.Range
}

type bundleScope struct {
	*Scope
	b        *Bundle
	schemas  Schemas
	values   map[string]cty.Value // of the bundle namespace
	exported map[string]cty.Value
}

func (e *bundleScope) set(name string, v cty.Value) {
	e.values[name] = v
	e.ctx.Variables["bundle"] = cty.ObjectVal(e.values)
}

// inputs evaluates what the instance gives, and then the defaults of the rest,
// each after those that it reads.
func (e *bundleScope) inputs(define *hclsyntax.Body) hcl.Diagnostics {
	defs, given := map[string]*hclsyntax.Block{}, map[string]inputValue{}
	var diags hcl.Diagnostics
	for _, def := range blocksOf(define, "input") {
		name := def.Labels[0]
		typ, more := e.schemaOf(def)
		diags = append(diags, more...)
		defs[name], e.schemas["input."+name] = def, typ
	}
	if e.b.Whole != nil {
		v, more := e.Value(e.b.Whole)
		if diags = append(diags, more...); !more.HasErrors() && v.Type().IsObjectType() && v.IsKnown() && !v.IsNull() {
			for name, value := range v.AsValueMap() {
				if defs[name] != nil {
					given[name] = inputValue{value, e.b.Whole.Range()}
				}
			}
		} else if !more.HasErrors() {
			diags = append(diags, e.problem(e.b.Whole.Range(), "inputs must be an object."))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.b.Inputs)) {
		expr := e.b.Inputs[name]
		if defs[name] == nil {
			diags = append(diags, e.problem(expr.Range(), fmt.Sprintf("The bundle has no input %q.", name)))
			continue
		}
		v, more := e.Value(expr)
		if diags = append(diags, more...); !more.HasErrors() {
			given[name] = inputValue{v, expr.Range()}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		if _, ok := given[name]; !ok && defs[name].Body.Attributes["default"] == nil {
			diags = append(diags, e.problem(e.b.Range, fmt.Sprintf("The input %q is not given and has no default.", name)))
		}
	}
	if diags.HasErrors() {
		return diags
	}
	return append(diags, e.settle(defs, given)...)
}

// settle evaluates inputs until nothing more can be.
func (e *bundleScope) settle(defs map[string]*hclsyntax.Block, given map[string]inputValue) hcl.Diagnostics {
	inputs := map[string]cty.Value{}
	e.set("input", cty.ObjectVal(inputs))
	failed := map[string]hcl.Diagnostics{}
	for progress := true; progress; {
		progress = false
		for _, name := range slices.Sorted(maps.Keys(defs)) {
			if _, ok := inputs[name]; ok {
				continue
			}
			in, ok := given[name]
			var diags hcl.Diagnostics
			if !ok {
				fallback := defs[name].Body.Attributes["default"].Expr
				in.at = fallback.Range()
				in.value, diags = e.Value(fallback)
			}
			if !diags.HasErrors() {
				in.value, diags = e.typed(name, in.value, in.at)
			}
			if failed[name] = diags; !diags.HasErrors() {
				inputs[name] = cty.ObjectVal(map[string]cty.Value{"value": in.value})
				e.set("input", cty.ObjectVal(inputs))
				progress = true
			}
		}
	}
	var diags hcl.Diagnostics
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		diags = append(diags, failed[name]...)
	}
	return diags
}

// typed holds an input's value against its type and fills in what the type
// adds: defaults of attributes, and the bundle that a key stands for.
func (e *bundleScope) typed(name string, v cty.Value, at hcl.Range) (cty.Value, hcl.Diagnostics) {
	typ := e.schemas["input."+name]
	v, err := (&typeChecker{scope: e.Scope, schemas: e.schemas}).check(typ, v, true)
	if err != nil {
		return v, hcl.Diagnostics{e.problem(at, fmt.Sprintf("The input %q does not have its type: %v.", name, err))}
	}
	if typ.kind != "bundle" || v.IsNull() || !v.IsKnown() {
		return v, nil
	}
	args := []cty.Value{cty.StringVal(typ.name), v}
	if v.Type() != cty.String {
		args = append(args[:1], v.AsValueSlice()...)
	}
	found, err := e.ctx.Functions["tm_bundle"].Call(args)
	if err != nil {
		return v, hcl.Diagnostics{e.problem(at, err.Error()+".")}
	}
	return found, nil
}

// bundleLets evaluates the lets of a definition into bundle.let.
func (e *bundleScope) bundleLets(define *hclsyntax.Body) hcl.Diagnostics {
	inner, diags := e.lets(&hclsyntax.Block{Body: define})
	e.set("let", inner.ctx.Variables["let"])
	return diags
}

func (e *bundleScope) alias(define *hclsyntax.Body) (diags hcl.Diagnostics) {
	e.b.Alias = e.b.Dir + ":" + e.b.Name
	if attr := define.Attributes["alias"]; attr != nil {
		e.b.Alias, diags = e.String(attr.Expr)
	}
	return diags
}

func (e *bundleScope) exports(define *hclsyntax.Body) hcl.Diagnostics {
	e.exported = map[string]cty.Value{}
	var diags hcl.Diagnostics
	for _, def := range blocksOf(define, "export") {
		if attr := def.Body.Attributes["value"]; attr != nil {
			v, more := e.Value(attr.Expr)
			diags = append(diags, more...)
			e.exported[def.Labels[0]] = cty.ObjectVal(map[string]cty.Value{"value": v})
		}
	}
	return diags
}

// stack evaluates the metadata of one of the bundle's stacks.
func (e *bundleScope) stack(def *hclsyntax.Block) (BundleStack, hcl.Diagnostics) {
	out := BundleStack{Path: e.b.Dir, Range: def.DefRange()}
	var diags hcl.Diagnostics
	for _, meta := range blocksOf(def.Body, "metadata") {
		texts := map[string]*string{"path": &out.Path, "name": &out.Name, "description": &out.Description}
		lists := map[string]*[]string{
			"tags": &out.Tags, "after": &out.After, "before": &out.Before,
			"wants": &out.Wants, "wanted_by": &out.WantedBy, "watch": &out.Watch,
		}
		for _, name := range slices.Sorted(maps.Keys(meta.Body.Attributes)) {
			expr := meta.Body.Attributes[name].Expr
			v, more := e.Value(expr)
			if diags = append(diags, more...); more.HasErrors() || v.IsNull() {
				continue
			}
			if text := texts[name]; text != nil {
				if *text, more = e.String(expr); more.HasErrors() {
					diags = append(diags, more...)
				}
			} else if list := lists[name]; list != nil {
				values, err := stringsOf(v)
				if err != nil {
					diags = append(diags, e.problem(expr.Range(), fmt.Sprintf("%s: %v.", name, err)))
				}
				*list = values
			}
		}
	}
	if !strings.HasPrefix(out.Path, "/") {
		out.Path = path.Join(e.b.Dir, out.Path)
	}
	out.Path = path.Clean(out.Path)
	return out, diags
}

func (e *bundleScope) problem(at hcl.Range, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: BundleProblem, Detail: detail, Subject: &at}
}

func blocksOf(body *hclsyntax.Body, kind string) []*hclsyntax.Block {
	var out []*hclsyntax.Block
	for _, b := range body.Blocks {
		if b.Type == kind {
			out = append(out, b)
		}
	}
	return out
}
