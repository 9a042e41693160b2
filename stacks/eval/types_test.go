package eval

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// TestTypes holds values against types. The answers are what Terramate 0.17.2
// says, compared over some hundred random pairs.
func TestTypes(t *testing.T) {
	t.Parallel()
	scope := NewBundleScope(nil, "", nil, nil)
	schemas := Schemas{}
	for _, src := range []string{
		`type = string`,
		"attribute \"a\" {\n type = string\n required = true\n}\nattribute \"b\" {\n type = number\n default = 7\n}",
		"attribute \"o\" {}",
		`type = any_of(string, list(s.rec))`,
		`type = any_of(s.loop, s.loop)`,
	} {
		name := []string{"plain", "obj", "opt", "rec", "loop"}[len(schemas)]
		if diags := scope.AddSchema(schemas, "s", block(t, name, src)); diags.HasErrors() {
			t.Fatal(diags)
		}
	}
	for _, tc := range []struct{ why, def, value, want string }{
		{"without a type everything goes", ``, `[1, "a"]`, `[1, "a"]`},
		{"nothing is converted", `type = string`, `1`, `! string is needed, not number`},
		{"null has every type", `type = list(string)`, `null`, `null`},
		{"elements have a type too", `type = list(string)`, `["a", 1]`, `! element 1: string is needed, not number`},
		{"a set loses what it holds twice", `type = set(any)`, `[1, 1, "a"]`, `[1, "a"]`},
		{"a tuple has a length", `type = tuple(string, any)`, `["a"]`, `! a tuple of 2 elements`},
		{"a map is an object of one type", `type = map(number)`, `{ a = 1 }`, `{ a = 1 }`},
		{"a reference has the schema's defaults", `type = s.obj`, `{ a = "x" }`, `{ a = "x", b = 7 }`},
		{"what is required is missing", `type = s.obj`, `{ b = 1 }`, `! the attribute "a" is required`},
		{"an object has no other attributes", `type = s.obj`, `{ a = "x", z = 1 }`, `! there is no attribute "z"`},
		{"but for has", `type = has(s.obj)`, `{ a = "x", z = 1 }`, `{ a = "x", b = 7, z = 1 }`},
		{"a sum has the attributes of all", `type = s.obj + s.opt`, `{ a = "x", o = 1 }`, `{ a = "x", b = 7, o = 1 }`},
		{"each of them once", `type = s.obj + s.obj`, `{ a = "x" }`, `! the attribute "a" is defined by two`},
		{"only objects add up", `type = s.plain + s.obj`, `{}`, `! "s.plain" cannot be added`},
		{"the first type that fits", `type = any_of(s.obj, s.plain)`, `"x"`, `"x"`},
		{"a schema may refer to itself", `type = s.rec`, `["a", ["b"]]`, `["a", ["b"]]`},
		{"though not for ever", `type = s.loop`, `1`, `! refers to itself without an end`},
		{"attribute blocks are the object's", "type = list(object)\nattribute \"c\" {\n default = \"d\"\n}", `[{}]`, `[{ c = "d" }]`},
		{"and need one", "type = string\nattribute \"c\" {}", `"x"`, `! need an object`},
		{"a schema that is not there", `type = s.nope`, `1`, `! there is no type "s.nope"`},
		{"a word of the language is no name", `type = s.list`, `1`, `! "s" cannot be used like this`},
		{"any_of is a choice", `type = any_of(string)`, `"x"`, `! any_of(...) cannot hold 1 types`},
		{"a bundle's key", `type = bundle("x/y")`, `["a", "b", "c"]`, `! [key, environment]`},
		{"no type at all", `type = 1`, `1`, `! a type is a word`},
	} {
		t.Run(tc.why, func(t *testing.T) {
			t.Parallel()
			typ, diags := scope.schemaOf(block(t, "in", tc.def))
			got, text := cty.NilVal, ""
			if diags.HasErrors() {
				text = diags[0].Detail
			} else {
				var err error
				if got, err = (&typeChecker{scope: scope, schemas: schemas}).check(typ, value(t, tc.value), true); err != nil {
					text = err.Error()
				}
			}
			if wrong, ok := strings.CutPrefix(tc.want, "! "); ok {
				if !strings.Contains(text, wrong) {
					t.Fatalf("got %#v, error %q; want the error %q", got, text, wrong)
				}
				return
			}
			if want := value(t, tc.want); text != "" || !got.RawEquals(want) {
				t.Errorf("got %#v, error %q; want %#v", got, text, want)
			}
		})
	}
}

// block parses the body of an input block.
func block(t *testing.T, label, body string) *hclsyntax.Block {
	t.Helper()
	f, diags := hclsyntax.ParseConfig([]byte("input \""+label+"\" {\n"+body+"\n}\n"), "b.tm", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return f.Body.(*hclsyntax.Body).Blocks[0]
}

func value(t *testing.T, src string) cty.Value {
	t.Helper()
	expr, diags := hclsyntax.ParseExpression([]byte(src), "v.tm", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	v, diags := expr.Value(nil)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return v
}
