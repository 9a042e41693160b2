package eval

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// hclEncode writes an object as attributes: elements of collections a line
// each, and the equals signs of neighbours on one line each below each other.
// The hclwrite package could do it, but would bring go-cmp into every start.
var hclEncode = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "val", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if t := args[0].Type(); !t.IsObjectType() && !t.IsMapType() {
			return cty.NilVal, function.NewArgErrorf(0, "must be an object or a map")
		}
		for key := range args[0].Elements() {
			if !hclsyntax.ValidIdentifier(key.AsString()) {
				return cty.NilVal, function.NewArgErrorf(0, "%q cannot be the name of an attribute", key.AsString())
			}
		}
		return cty.StringVal(hclItems(args[0], "")), nil
	},
})

// hclItems writes the items of an object, each line indented.
func hclItems(v cty.Value, indent string) string {
	type item struct{ name, value string }
	var items []item
	for key, e := range v.Elements() {
		name := key.AsString()
		if !hclsyntax.ValidIdentifier(name) {
			name = hclString(name)
		}
		items = append(items, item{name, hclValue(e, indent)})
	}
	var out strings.Builder
	for from := 0; from < len(items); {
		to, width := from, 0
		for to < len(items) && !strings.Contains(items[to].value, "\n") {
			width = max(width, len(items[to].name))
			to++
		}
		to = max(to, from+1)
		for _, it := range items[from:to] {
			fmt.Fprintf(&out, "%s%-*s = %s\n", indent, width, it.name, it.value)
		}
		from = to
	}
	return out.String()
}

// hclValue writes a value; lines after the first are indented.
func hclValue(v cty.Value, indent string) string {
	t := v.Type()
	switch {
	case v.IsNull():
		return "null"
	case t == cty.String:
		return hclString(v.AsString())
	case t.IsObjectType() || t.IsMapType():
		if v.LengthInt() == 0 {
			return "{}"
		}
		return "{\n" + hclItems(v, indent+"  ") + indent + "}"
	case v.CanIterateElements():
		out := "[\n"
		for _, e := range v.Elements() {
			out += indent + "  " + hclValue(e, indent+"  ") + ",\n"
		}
		return out + indent + "]"
	}
	text, err := convert.Convert(v, cty.String)
	if err != nil {
		return "null" // no other type can be written
	}
	return text.AsString()
}

var hclEscapes = strings.NewReplacer("\\", `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{")

// hclString quotes a string so that it stands for itself.
func hclString(s string) string {
	var out strings.Builder
	for _, r := range hclEscapes.Replace(s) {
		switch {
		case unicode.IsPrint(r):
			out.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			fmt.Fprintf(&out, `\U%08x`, r)
		}
	}
	return `"` + out.String() + `"`
}
