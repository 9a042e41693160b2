package eval_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// TestFunctionsAsTerramate evaluates expressions whose results were asked of
// `terramate experimental eval --as-json` 0.17.2. A result of "error" stands
// for a refusal.
func TestFunctionsAsTerramate(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/functions.txt")
	if err != nil {
		t.Fatal(err)
	}
	ctx := &hcl.EvalContext{Functions: eval.Functions(fstest.MapFS{}, "/repo", "app")}
	asked := 0
	for line := range strings.Lines(string(data)) {
		src, want, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		asked++
		expr, diags := hclsyntax.ParseExpression([]byte(src), "functions.txt", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatalf("%s: %v", src, diags)
		}
		got := "error"
		if v, diags := expr.Value(ctx); !diags.HasErrors() {
			if !v.IsWhollyKnown() {
				t.Errorf("%s is unknown", src)
				continue
			}
			got = asJSON(t, v)
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
	if asked < 80 {
		t.Errorf("only %d expressions were asked", asked)
	}
}

// TestEveryFunctionIsThere holds the list of functions against Terramate's.
func TestEveryFunctionIsThere(t *testing.T) {
	t.Parallel()
	funcs := eval.Functions(fstest.MapFS{}, "/repo", "app")
	data, err := os.ReadFile("testdata/function_names.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.FieldsSeq(string(data)) {
		if _, ok := funcs[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
	if v, err := funcs["tm_abspath"].Call([]cty.Value{cty.StringVal("../x")}); err != nil || v.AsString() != "/repo/x" {
		t.Errorf("tm_abspath counts from the folder: %v, %v", v, err)
	}
}
