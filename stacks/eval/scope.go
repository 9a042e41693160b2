package eval

import (
	"fmt"
	"io/fs"
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// A Layer is what one folder's Terramate files say, imported files first. A
// scope is made of layers from the root folder down to the stack's.
type Layer struct {
	Dir    string // project path
	Bodies []*hclsyntax.Body
}

// A Scope is what expressions in one stack can see: the terramate and global
// namespaces, and functions.
type Scope struct {
	ctx *hcl.EvalContext
}

// NewScope makes a scope with the terramate namespace and the globals of the
// layers. The diagnostics name the globals that could not be evaluated; they
// are missing from the scope, and what needs them cannot be evaluated either.
func NewScope(terramate map[string]cty.Value, layers []Layer) (*Scope, hcl.Diagnostics) {
	return newScope(terramate, layers, NoFiles())
}

// NewBundleScope is NewScope for expressions of bundles, which may read files
// below the project's root.
func NewBundleScope(fsys fs.FS, root string, terramate map[string]cty.Value, layers []Layer) *Scope {
	s, _ := newScope(terramate, layers, Functions(fsys, root, "."))
	return s
}

func newScope(terramate map[string]cty.Value, layers []Layer, functions map[string]function.Function) (*Scope, hcl.Diagnostics) {
	s := &Scope{ctx: &hcl.EvalContext{
		Functions: functions,
		Variables: map[string]cty.Value{
			"terramate": cty.ObjectVal(terramate),
			"global":    cty.EmptyObjectVal,
		},
	}}
	return s, s.loadGlobals(layers)
}

// Globals returns the values of all globals that could be evaluated.
func (s *Scope) Globals() cty.Value { return s.ctx.Variables["global"] }

// Value evaluates an expression.
func (s *Scope) Value(expr hcl.Expression) (cty.Value, hcl.Diagnostics) {
	return expr.Value(s.ctx)
}

// String evaluates an expression that must give a known string.
func (s *Scope) String(expr hcl.Expression) (string, hcl.Diagnostics) {
	v, diags := expr.Value(s.ctx)
	if diags.HasErrors() {
		return "", diags
	}
	v, _ = v.UnmarkDeep()
	if v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return "", append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Wrong type",
			Detail: fmt.Sprintf("A known string is needed here, not %s.", v.Type().FriendlyName()), Subject: expr.Range().Ptr(),
		})
	}
	return v.AsString(), diags
}

// with returns a scope that has one more namespace.
func (s *Scope) with(name string, value cty.Value) *Scope {
	vars := maps.Clone(s.ctx.Variables)
	vars[name] = value
	return &Scope{ctx: &hcl.EvalContext{Functions: s.ctx.Functions, Variables: vars}}
}

// unknownNamespaces says which variables of an expression do not exist.
func (s *Scope) unknownNamespaces(expr hcl.Expression) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, v := range expr.Variables() {
		if _, ok := s.ctx.Variables[v.RootName()]; !ok {
			diags = append(diags, &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Unknown namespace",
				Detail: fmt.Sprintf("There is no %s here.", v.RootName()), Subject: v.SourceRange().Ptr(),
			})
		}
	}
	return diags
}

// isUnset tells whether an expression is the keyword that removes a global.
func isUnset(expr hcl.Expression) bool { return hcl.ExprAsKeyword(expr) == "unset" }
