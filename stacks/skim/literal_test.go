package skim_test

import (
	"reflect"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/skim"
)

// literal are files that ParseLiteral must take.
var literal = []string{
	"stack {}", "# c\nstack {}\n# d", "  stack {\n}\n", "\n\nstack { # c\n\n}",
	"stack {\n  name = \"a b\"\n\tdescription = \"x\" # why\n\n  tags  = [\"a\", \"b\"]\n  wants = [\n    \"/x\", # first\n\n    \"../y\",\n  ]\n}\n\nassert a \"b c\" {\n  x {\n    y = true\n  }\n}\n",
	"a = []\nb = [[\"x\"], false]\nc = false",
}

func TestParseLiteral(t *testing.T) {
	t.Parallel()
	for _, src := range literal {
		if _, ok := skim.ParseLiteral([]byte(src), "x.tm.hcl"); !ok {
			t.Errorf("%q is not taken", src)
		}
		sameTree(t, []byte(src))
	}
	for _, src := range append(refused, "", " ", "# c", "\n\n", "a = \"${x}\"\n", "a = 1\n", "a = global.x\n", "a = true ? 1 : 2\n", "a = true.b\n", "a = \"\xc3\xa4\"\n") {
		if _, ok := skim.ParseLiteral([]byte(src), "x.tm.hcl"); ok {
			t.Errorf("%q is taken", src)
		}
	}
}

// FuzzParseLiteral holds the promise that nobody can tell the two trees apart.
func FuzzParseLiteral(f *testing.F) {
	for _, src := range append(literal, refused...) {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) { sameTree(t, src) })
}

// sameTree fails where ParseLiteral takes a file and gives another tree than
// hclsyntax does.
func sameTree(t *testing.T, src []byte) {
	t.Helper()
	got, ok := skim.ParseLiteral(src, "x.tm.hcl")
	if !ok {
		return
	}
	file, diags := hclsyntax.ParseConfig(src, "x.tm.hcl", hcl.InitialPos)
	if len(diags) > 0 {
		t.Fatalf("%q is taken: %v", src, diags)
	}
	if want := file.Body.(*hclsyntax.Body); !reflect.DeepEqual(got, want) {
		t.Fatalf("%q gives\n%#v\nwant\n%#v", src, got, want)
	}
}
