package eval

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var notInSlug = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^a-z0-9_]`) })

func slugOf(s string) string { return notInSlug().ReplaceAllString(strings.ToLower(s), "-") }

// slug makes a string, or each string of a list, fit for names.
var slug = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "input", Type: cty.DynamicPseudoType}},
	Type:   stringOrList,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		return eachString(args[0], ret, func(s string) (string, error) { return slugOf(s), nil })
	},
})

var dashes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`-{2,}`) })

// plainSlug is a slug without repeated and trailing dashes.
func plainSlug(s string) string {
	return strings.TrimRight(dashes().ReplaceAllString(strings.ToLower(s), "-"), "-")
}

// unslug finds the word of a dictionary that a slug, or each slug of a list,
// was made from. A slug that none fits stays; one that several fit is an error.
var unslug = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType}, {Name: "dictionary", Type: cty.DynamicPseudoType}},
	Type:   stringOrList,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		if t := args[1].Type(); !t.IsListType() && !t.IsTupleType() {
			return cty.NilVal, function.NewArgErrorf(1, "must be a list of strings")
		}
		words := map[string][]string{}
		for _, v := range args[1].Elements() {
			if v.Type() != cty.String {
				return cty.NilVal, function.NewArgErrorf(1, "must hold strings only")
			}
			if v.IsKnown() && !v.IsNull() {
				key := plainSlug(slugOf(v.AsString()))
				words[key] = append(words[key], v.AsString())
			}
		}
		return eachString(args[0], ret, func(s string) (string, error) {
			switch found := words[plainSlug(s)]; len(found) {
			case 0:
				return s, nil
			case 1:
				return found[0], nil
			default:
				return "", fmt.Errorf("the slug %q stands for all of %q", s, found)
			}
		})
	},
})

// stringOrList is the type of a function that keeps a string a string, and a
// list a list.
func stringOrList(args []cty.Value) (cty.Type, error) {
	switch t := args[0].Type(); {
	case t == cty.String:
		return cty.String, nil
	case t.IsListType() || t.IsTupleType():
		return cty.List(cty.String), nil
	}
	return cty.NilType, function.NewArgErrorf(0, "must be a string or a list of strings")
}

// eachString applies f to a string, or to each string of a list.
func eachString(v cty.Value, ret cty.Type, f func(string) (string, error)) (cty.Value, error) {
	if ret == cty.String {
		s, err := f(v.AsString())
		return cty.StringVal(s), err
	}
	list, err := stringsOf(v)
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	for i := range list {
		if list[i], err = f(list[i]); err != nil {
			return cty.NilVal, err
		}
	}
	return listOf(list), nil
}
