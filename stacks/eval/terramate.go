package eval

import (
	"fmt"
	"strings"

	version "github.com/hashicorp/go-version"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// ternary evaluates only the branch that it needs, whose type need not be the
// other one's.
var ternary = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "cond", Type: cty.Bool},
		{Name: "if_true", Type: customdecode.ExpressionClosureType},
		{Name: "if_false", Type: customdecode.ExpressionClosureType},
	},
	Type: function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		branch := args[2]
		if args[0].True() {
			branch = args[1]
		}
		v, diags := customdecode.ExpressionClosureFromVal(branch).Value()
		if diags.HasErrors() {
			return cty.NilVal, diags
		}
		return v, nil
	},
})

// joinList joins the strings of each list in a list.
var joinList = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "separator", Type: cty.String}, {Name: "lists", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.List(cty.String)),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if t := args[1].Type(); !t.IsListType() && !t.IsTupleType() {
			return cty.NilVal, function.NewArgErrorf(1, "must be a list of lists of strings")
		}
		var out []string
		for _, v := range args[1].Elements() {
			list, err := stringsOf(v)
			if err != nil {
				return cty.NilVal, function.NewArgError(1, err)
			}
			out = append(out, strings.Join(list, args[0].AsString()))
		}
		return listOf(out), nil
	},
})

// stringsOf reads a list of known strings.
func stringsOf(v cty.Value) ([]string, error) {
	if !v.CanIterateElements() {
		return nil, fmt.Errorf("must be a list of strings")
	}
	var out []string
	for _, e := range v.Elements() {
		s, err := convert.Convert(e, cty.String)
		if err != nil || s.IsNull() || !s.IsKnown() {
			return nil, fmt.Errorf("must hold known strings only")
		}
		out = append(out, s.AsString())
	}
	return out, nil
}

func listOf(list []string) cty.Value {
	if len(list) == 0 {
		return cty.ListValEmpty(cty.String)
	}
	values := make([]cty.Value, len(list))
	for i, s := range list {
		values[i] = cty.StringVal(s)
	}
	return cty.ListVal(values)
}

// versionMatch tells whether a version meets a constraint.
var versionMatch = function.New(&function.Spec{
	Params:   stringParams("version", "constraint"),
	VarParam: &function.Parameter{Name: "flags", Type: cty.Object(map[string]cty.Type{"allow_prereleases": cty.Bool})},
	Type:     function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		pre := len(args) > 2 && args[2].GetAttr("allow_prereleases").True()
		ok, err := MatchVersion(args[0].AsString(), args[1].AsString(), pre)
		return cty.BoolVal(ok), err
	},
})

// MatchVersion tells whether a version meets a constraint such as "~> 0.17".
// Prereleases meet it only when they are allowed or named in it.
func MatchVersion(v, constraint string, prereleases bool) (bool, error) {
	want, err := version.NewConstraint(constraint)
	if err != nil {
		return false, fmt.Errorf("read the version constraint: %w", err)
	}
	have, err := version.NewSemver(v)
	if err != nil {
		return false, fmt.Errorf("read the version: %w", err)
	}
	if prereleases {
		have = have.Core()
	}
	return want.Check(have), nil
}
