package terragrunt

import (
	"errors"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// missing is the error of a function that looks for a file that is not there.
// It ends Terragrunt, unless the expression has another way out, as try has.
type missing struct{ why string }

func (m missing) Error() string { return m.why }

// value evaluates an expression. What cannot be known here is unknown; only a
// file that is not there is an error.
func (l *loader) value(expr hcl.Expression, ctx *hcl.EvalContext) cty.Value {
	v, diags := expr.Value(ctx)
	for _, d := range diags {
		call, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d)
		var why missing
		if ok && errors.As(call.FunctionCallError(), &why) {
			l.diags = append(l.diags, &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Cannot read a Terragrunt file",
				Detail: "Terragrunt would stop here: " + why.why + ".", Subject: expr.Range().Ptr(),
			})
			break
		}
	}
	if diags.HasErrors() {
		return cty.DynamicVal
	}
	return v
}

// firstError is the detail of the first error.
func firstError(diags hcl.Diagnostics) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d.Detail
		}
	}
	return ""
}
