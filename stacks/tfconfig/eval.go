package tfconfig

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// Eval evaluates an expression as far as the folder's own files settle it:
// constants, local values made of constants, variables that a file of values
// sets, path.module and path.root as the folder itself ("."), and plain string,
// list and map functions. It returns
// cty.NilVal for everything else; it never guesses, and never panics.
func (m *Module) Eval(e hcl.Expression) cty.Value { return m.eval(e, nil) }

func (m *Module) eval(e hcl.Expression, each *Each) (out cty.Value) {
	defer func() {
		if recover() != nil {
			out = cty.NilVal
		}
	}()
	if e == nil {
		return cty.NilVal
	}
	locals, paths, vars := map[string]cty.Value{}, map[string]cty.Value{}, map[string]cty.Value{}
	for _, t := range e.Variables() {
		if len(t) < 2 {
			return cty.NilVal
		}
		a, ok := t[1].(hcl.TraverseAttr)
		if !ok {
			return cty.NilVal
		}
		switch t.RootName() {
		case "path":
			if a.Name != "module" && a.Name != "root" {
				return cty.NilVal
			}
			paths[a.Name] = cty.StringVal(".")
		case "var":
			v, ok := m.vars[a.Name]
			if !ok {
				return cty.NilVal
			}
			vars[a.Name] = v
		case "local":
			v, ok := m.constants[a.Name]
			if !ok {
				return cty.NilVal
			}
			locals[a.Name] = v
		case "each":
			if each == nil {
				return cty.NilVal
			}
		default:
			return cty.NilVal
		}
	}
	ctx := &hcl.EvalContext{Functions: functions(), Variables: map[string]cty.Value{
		"local": cty.ObjectVal(locals), "path": cty.ObjectVal(paths), "var": cty.ObjectVal(vars),
	}}
	if each != nil {
		ctx.Variables["each"] = cty.ObjectVal(map[string]cty.Value{"key": each.Key, "value": each.Value})
	}
	v, diags := e.Value(ctx)
	if diags.HasErrors() || !v.IsWhollyKnown() || !small(v) {
		return cty.NilVal
	}
	return v
}

// EvalAssuming is Eval with variables at their defaults. assumed tells that a
// default went in, which a caller's -var or a tfvars file may override.
func (m *Module) EvalAssuming(e hcl.Expression) (v cty.Value, assumed bool) {
	return m.EvalEach(e, nil)
}

// An Each is one element of a for_each.
type Each struct{ Key, Value cty.Value }

// Elements lists what a for_each goes over, as far as EvalAssuming settles it,
// and nothing otherwise.
func (m *Module) Elements(forEach hcl.Expression) []Each {
	v, _ := m.EvalAssuming(forEach)
	if v == cty.NilVal || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	var out []Each
	for it := v.ElementIterator(); it.Next(); {
		k, e := it.Element()
		if v.Type().IsSetType() {
			k = e
		}
		out = append(out, Each{k, e})
	}
	return out
}

// EvalEach is EvalAssuming where each.key and each.value stand for an element
// of a for_each; each may be nil.
func (m *Module) EvalEach(e hcl.Expression, each *Each) (v cty.Value, assumed bool) {
	if v = m.eval(e, each); v != cty.NilVal || e == nil || !assumable(e, each) {
		return v, false
	}
	m.once.Do(func() {
		m.assuming = &Module{Dir: m.Dir, Locals: m.Locals, vars: map[string]cty.Value{}}
		for name, o := range m.Variables {
			if v, set := m.vars[name]; set {
				m.assuming.vars[name] = v
			} else if a := o.Attrs["default"]; a != nil {
				if d := literal(a.Expr); d != cty.NilVal && small(d) {
					m.assuming.vars[name] = d
				}
			}
		}
		m.assuming.settle()
	})
	return m.assuming.eval(e, each), true
}

// assumable tells whether an expression hangs on nothing but variables, locals
// and constants, so that defaults may settle it.
func assumable(e hcl.Expression, each *Each) bool {
	vars := e.Variables()
	for _, t := range vars {
		switch t.RootName() {
		case "var", "local", "path":
		case "each":
			if each == nil {
				return false
			}
		default:
			return false
		}
	}
	return len(vars) > 0
}

// settle evaluates the constant locals, each once and after those that it
// needs, then what depends on them in calls and lifecycle blocks.
func (m *Module) settle() {
	m.constants = map[string]cty.Value{}
	state := map[string]int{} // 1 being worked on, 2 done
	var visit func(name string, depth int)
	visit = func(name string, depth int) {
		l := m.Locals[name]
		if l == nil || state[name] != 0 || depth > 1000 {
			return
		}
		state[name] = 1
		for _, r := range l.Refs {
			if n, ok := strings.CutPrefix(r.Addr, "local."); ok {
				visit(n, depth+1)
			}
		}
		state[name] = 2
		if v := m.Eval(l.Expr); v != cty.NilVal {
			m.constants[name] = v
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.Locals)) {
		visit(name, 0)
	}
	for _, c := range m.Calls {
		c.settle(m)
	}
	for _, r := range m.Resources {
		r.lifecycle(m)
	}
}

// small tells whether a value is small enough to be worth carrying on:
// values that double with every local would fill the memory.
func small(v cty.Value) bool {
	const maxNodes, maxBytes = 10_000, 64 << 10
	nodes, bytes := 0, 0
	err := cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) {
		nodes++
		if v.Type() == cty.String && !v.IsNull() && v.IsKnown() && !v.IsMarked() {
			bytes += len(v.AsString())
		}
		if nodes > maxNodes || bytes > maxBytes {
			return false, errTooLarge
		}
		return true, nil
	})
	return err == nil
}

var errTooLarge = errors.New("value too large")

// EvalString is Eval for a string, number or bool.
func (m *Module) EvalString(e hcl.Expression) (string, bool) { return stringOf(m.Eval(e)) }

// functions are the plain functions that need no file, no clock and no
// memory out of proportion.
var functions = sync.OnceValue(func() map[string]function.Function {
	return map[string]function.Function{
		"lower": stdlib.LowerFunc, "upper": stdlib.UpperFunc, "format": formatFunc, "join": stdlib.JoinFunc,
		"split": stdlib.SplitFunc, "replace": replaceFunc, "trimspace": stdlib.TrimSpaceFunc, "trim": stdlib.TrimFunc,
		"trimprefix": stdlib.TrimPrefixFunc, "trimsuffix": stdlib.TrimSuffixFunc, "title": stdlib.TitleFunc,
		"substr": stdlib.SubstrFunc, "coalesce": stdlib.CoalesceFunc, "concat": stdlib.ConcatFunc, "merge": stdlib.MergeFunc,
		"lookup": stdlib.LookupFunc, "element": stdlib.ElementFunc, "keys": stdlib.KeysFunc, "values": stdlib.ValuesFunc,
		"toset": tosetFunc, "tostring": stdlib.MakeToFunc(cty.String), "tolist": stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
	}
})

var replaceFunc = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: "substr", Type: cty.String}, {Name: "replace", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		sub := args[1].AsString()
		if sub == "" || len(sub) > 1 && sub[0] == '/' && sub[len(sub)-1] == '/' { // a regular expression: not ours
			return cty.DynamicVal, nil
		}
		return cty.StringVal(strings.ReplaceAll(args[0].AsString(), sub, args[2].AsString())), nil
	},
})

var tosetFunc = stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType))

// formatFunc is format without widths that would fill the memory.
var formatFunc = function.New(&function.Spec{
	Params:   []function.Parameter{{Name: "format", Type: cty.String}},
	VarParam: &function.Parameter{Name: "args", Type: cty.DynamicPseudoType, AllowNull: true},
	Type:     function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if wideVerb().MatchString(args[0].AsString()) {
			return cty.UnknownVal(cty.String), nil
		}
		return stdlib.Format(args[0], args[1:]...)
	},
})

var wideVerb = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%[^a-zA-Z%]*([0-9]{4}|\*)`) })
