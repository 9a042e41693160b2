package eval

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A Command is one command of a script, evaluated. It is never run.
type Command struct {
	Args []string
	// PlanFile is the plan file that the command's options name, relative to
	// the stack's folder, and Tool what reads it: tofu or terraform. Both are
	// empty when the options name none.
	PlanFile, Tool string
	// Range is where the command stands.
	Range hcl.Range
}

// FindScript returns the script block with the given labels that a stack sees:
// of all layers the deepest that has one.
func FindScript(layers []Layer, labels []string) *hclsyntax.Block {
	for _, layer := range slices.Backward(layers) {
		for _, body := range slices.Backward(layer.Bodies) {
			for _, block := range body.Blocks {
				if block.Type == "script" && slices.Equal(block.Labels, labels) {
					return block
				}
			}
		}
	}
	return nil
}

// Script evaluates a script's commands. A command that cannot be evaluated is
// named in the diagnostics and left out; the others still come back.
func (s *Scope) Script(block *hclsyntax.Block) ([]Command, hcl.Diagnostics) {
	inner, diags := s.lets(block)
	var commands []Command
	for _, job := range block.Body.Blocks {
		if job.Type != "job" {
			continue
		}
		if attr := job.Body.Attributes["command"]; attr != nil {
			c, more := inner.command(attr.Expr)
			diags = append(diags, more...)
			if !more.HasErrors() {
				commands = append(commands, c)
			}
		}
		if attr := job.Body.Attributes["commands"]; attr != nil {
			list, more := inner.commands(attr.Expr)
			diags = append(diags, more...)
			commands = append(commands, list...)
		}
	}
	return commands, diags
}

// commands evaluates a list of commands, one by one where it is written as a
// list, so that one that cannot be evaluated does not hide the others.
func (s *Scope) commands(expr hclsyntax.Expression) ([]Command, hcl.Diagnostics) {
	var out []Command
	var diags hcl.Diagnostics
	if tuple, ok := expr.(*hclsyntax.TupleConsExpr); ok {
		for _, e := range tuple.Exprs {
			c, more := s.command(e)
			diags = append(diags, more...)
			if !more.HasErrors() {
				out = append(out, c)
			}
		}
		return out, diags
	}
	v, diags := expr.Value(s.ctx)
	if diags.HasErrors() {
		return nil, diags
	}
	if !isList(v) {
		return nil, append(diags, badCommand(expr, "commands must be a list of lists"))
	}
	for _, e := range v.AsValueSlice() {
		c, err := decodeCommand(e)
		if err != nil {
			diags = append(diags, badCommand(expr, err.Error()))
			continue
		}
		c.Range = expr.Range()
		out = append(out, c)
	}
	return out, diags
}

func (s *Scope) command(expr hcl.Expression) (Command, hcl.Diagnostics) {
	v, diags := expr.Value(s.ctx)
	if diags.HasErrors() {
		return Command{}, diags
	}
	c, err := decodeCommand(v)
	if err != nil {
		return Command{}, append(diags, badCommand(expr, err.Error()))
	}
	c.Range = expr.Range()
	return c, diags
}

func badCommand(expr hcl.Expression, wrong string) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Script command cannot be read",
		Detail: wrong + ".", Subject: expr.Range().Ptr(),
	}
}

// planOptions maps a command's options that name a plan file to the tool that
// reads it.
var planOptions = map[string]string{
	"tofu_plan_file":                 "tofu",
	"terraform_plan_file":            "terraform",
	"sync_terraform_plan_file":       "terraform",
	"cloud_sync_terraform_plan_file": "terraform",
}

// decodeCommand reads a list of strings that may end in an object of options.
func decodeCommand(v cty.Value) (Command, error) {
	var c Command
	if !isList(v) || v.LengthInt() == 0 {
		return c, fmt.Errorf("a command must be a non-empty list")
	}
	list := v.AsValueSlice()
	for i, e := range list {
		switch {
		case e.Type() == cty.String && !e.IsNull():
			arg := ""
			if e.IsKnown() {
				arg = e.AsString()
			}
			c.Args = append(c.Args, arg)
		case i == len(list)-1 && e.Type().IsObjectType() && e.IsKnown() && !e.IsNull():
			for name, option := range e.AsValueMap() {
				if tool := planOptions[name]; tool != "" && option.Type() == cty.String && option.IsKnown() && !option.IsNull() {
					c.PlanFile, c.Tool = option.AsString(), tool
				}
			}
		default:
			return c, fmt.Errorf("a command must hold strings, and element %d is %s", i, e.Type().FriendlyName())
		}
	}
	return c, nil
}

func isList(v cty.Value) bool {
	return v.IsKnown() && !v.IsNull() && (v.Type().IsTupleType() || v.Type().IsListType())
}

// lets returns the scope with the script's own variables.
func (s *Scope) lets(script *hclsyntax.Block) (*Scope, hcl.Diagnostics) {
	pending := map[string]hcl.Expression{}
	for _, block := range script.Body.Blocks {
		if block.Type != "lets" {
			continue
		}
		for name, attr := range block.Body.Attributes {
			if !isUnset(attr.Expr) {
				pending[name] = attr.Expr
			}
		}
		for _, sub := range block.Body.Blocks {
			if sub.Type == "map" && len(sub.Labels) > 0 {
				pending[sub.Labels[0]] = newMapExpr(sub)
			}
		}
	}
	values := map[string]cty.Value{}
	scope := s.with("let", cty.EmptyObjectVal)
	failures := map[string]hcl.Diagnostics{}
	for progress := true; progress && len(pending) > 0; {
		progress = false
		for name, expr := range pending {
			if readsPendingLet(expr, pending) {
				continue
			}
			v, diags := expr.Value(scope.ctx)
			if diags.HasErrors() {
				failures[name] = diags
				continue
			}
			values[name] = v
			delete(pending, name)
			delete(failures, name)
			scope = s.with("let", cty.ObjectVal(values))
			progress = true
		}
	}
	var diags hcl.Diagnostics
	for name, expr := range pending {
		if len(failures[name]) > 0 {
			diags = append(diags, failures[name]...)
			continue
		}
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Let cannot be evaluated",
			Detail: fmt.Sprintf("let.%s waits for one that cannot be evaluated.", name), Subject: expr.Range().Ptr(),
		})
	}
	slices.SortFunc(diags, comparePlace)
	return scope, diags
}

func readsPendingLet(expr hcl.Expression, pending map[string]hcl.Expression) bool {
	for _, v := range expr.Variables() {
		if v.RootName() != "let" || len(v) < 2 {
			continue
		}
		if attr, ok := v[1].(hcl.TraverseAttr); ok {
			if _, waits := pending[attr.Name]; waits {
				return true
			}
		}
	}
	return false
}
