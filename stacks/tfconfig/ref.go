package tfconfig

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A Selection tells which instances of an object a reference reads.
type Selection uint8

// The selections.
const (
	// SelectWhole names no instance: the only one there is, or all.
	SelectWhole Selection = iota
	// SelectKey names one instance by a constant key.
	SelectKey
	// SelectEach reads the instance with the referrer's own each.key.
	SelectEach
	// SelectCount reads the instance with the referrer's own count.index.
	SelectCount
	// SelectAny reads instances that are not known here: a splat, a for
	// expression, a computed key.
	SelectAny
)

// A Ref is one reference in an expression.
type Ref struct {
	// Attr is where the reference stands within its block: "subnet_ids",
	// "vpc_config.subnet_ids", "for_each", "lifecycle.replace_triggered_by".
	Attr string
	// Addr is what is referred to: "aws_lb.a", "data.t.n", "module.m",
	// "local.x", "var.x", "provider.aws", "each.value", "each.key",
	// "count.index", "path.module", "self".
	Addr string
	// Select and Key tell which instance. Key is `["a"]` or `[0]`.
	Select Selection
	Key    string
	// Rest is the attribute path read, dots between names and without list
	// indexes; the first name of a module reference is its output. "*" stands
	// for any one element.
	Rest string
	// Keys tells that only the set of instances or elements is read, as by
	// length() or keys().
	Keys bool
	// Plain tells that the value at Attr is exactly what is referred to.
	Plain bool
	Range hcl.Range
}

// ParseRef reads a reference as a plan's configuration writes it, such as
// `module.m["k"].out`. ok is false when it refers to nothing.
func ParseRef(attr, text string) (r Ref, ok bool) {
	t, diags := hclsyntax.ParseTraversalAbs([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return Ref{}, false
	}
	if r, ok = refOf(t); !ok || r.Addr == "self" {
		return Ref{}, false
	}
	r.Attr, r.Range = attr, hcl.Range{}
	return r, true
}

// refOf turns a traversal into a reference. ok is false for what refers to
// nothing, such as a bare name.
func refOf(t hcl.Traversal) (Ref, bool) {
	if len(t) == 0 || t.IsRelative() {
		return Ref{}, false
	}
	r := Ref{Range: t.SourceRange()}
	root, steps := t.RootName(), t[1:]
	name := func(n int) (string, bool) {
		if len(steps) < n {
			return "", false
		}
		var parts []string
		for _, s := range steps[:n] {
			a, ok := s.(hcl.TraverseAttr)
			if !ok {
				return "", false
			}
			parts = append(parts, a.Name)
		}
		steps = steps[n:]
		return strings.Join(parts, "."), true
	}
	switch root {
	case "data", "ephemeral":
		n, ok := name(2)
		if !ok {
			return Ref{}, false
		}
		r.Addr = root + "." + n
	case "resource":
		n, ok := name(2)
		if !ok {
			return Ref{}, false
		}
		r.Addr = n
	case "self":
		r.Addr = root
	default: // var, local, module, each, count, path, terraform, tofu, and managed resources
		n, ok := name(1)
		if !ok {
			return Ref{}, false
		}
		r.Addr = root + "." + n
	}
	r.walk(steps)
	return r, true
}

// Repeats tells whether the address is of a kind that can have instances.
func (r *Ref) Repeats() bool {
	root, _, _ := strings.Cut(r.Addr, ".")
	switch root {
	case "var", "local", "each", "count", "path", "terraform", "tofu", "self", "provider":
		return false
	}
	return true
}

// walk adds traversal steps to the reference.
func (r *Ref) walk(steps hcl.Traversal) {
	for _, s := range steps {
		switch s := s.(type) {
		case hcl.TraverseAttr:
			r.step(s.Name)
		case hcl.TraverseIndex:
			r.index(s.Key)
		case hcl.TraverseSplat:
			r.element()
		}
	}
}

// step adds one attribute name.
func (r *Ref) step(name string) {
	if r.Rest == "" {
		r.Rest = name
		return
	}
	r.Rest += "." + name
}

// index adds one constant index.
func (r *Ref) index(key cty.Value) {
	if r.Repeats() && r.Rest == "" && r.Select == SelectWhole {
		if k, ok := keyText(key); ok {
			r.Select, r.Key = SelectKey, k
			return
		}
		r.Select = SelectAny
		return
	}
	if key.Type() == cty.String && key.IsKnown() && !key.IsNull() {
		r.step(key.AsString())
	}
}

// element turns a reference to a collection into one to any element of it.
func (r *Ref) element() {
	if r.Repeats() && r.Rest == "" && r.Select == SelectWhole {
		r.Select = SelectAny
		return
	}
	r.step("*")
}

// keyText writes an instance key as it stands in an address.
func keyText(v cty.Value) (string, bool) {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	switch v.Type() {
	case cty.String:
		return "[" + quote(v.AsString()) + "]", true
	case cty.Number:
		return "[" + v.AsBigFloat().Text('f', -1) + "]", true
	}
	return "", false
}

// quote quotes a string the way addresses do.
func quote(s string) string {
	if strings.ContainsAny(s, "\"\\\n\r\t$%") {
		s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(s)
	}
	return `"` + s + `"`
}

func stringOf(v cty.Value) (string, bool) {
	if v == cty.NilVal || v.IsNull() || !v.IsWhollyKnown() || v.IsMarked() {
		return "", false
	}
	switch v.Type() {
	case cty.String:
		return v.AsString(), true
	case cty.Number:
		return v.AsBigFloat().Text('f', -1), true
	case cty.Bool:
		return strconv.FormatBool(v.True()), true
	}
	return "", false
}
