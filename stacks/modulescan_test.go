package stacks

import (
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestModuleCalls(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		why, src string
		want     []string
	}{
		{"a local call", "module \"a\" {\n  source = \"./m\"\n}", []string{"./m"}},
		{"on one line", `module "a" { source = "../m" }`, []string{"../m"}},
		{"a label without quotes", "module a {\n  source = \"./m\"\n}", []string{"./m"}},
		{"two labels are no module call", "module \"a\" \"b\" {\n  source = \"./m\"\n}", nil},
		{"a registry source is not local", "module \"a\" {\n  source = \"x/y/z\"\n  path = \"./m\"\n}", nil},
		{"a source deeper inside is another block's", "module \"a\" {\n  providers = {\n    source = \"./m\"\n  }\n}", nil},
		{"a comment says nothing", "# module \"a\" { source = \"./m\" }\n/* module \"b\" {\n source = \"./n\"\n} */\n// \"./x\"", nil},
		{"a string is no code", "locals {\n  x = \"module \\\"a\\\" {\\n source = ./m \\n}\"\n  y = \"./z\"\n}", nil},
		{"a heredoc is no code", "locals {\n  x = <<-EOT\n    module \"a\" {\n      source = \"./m\"\n    }\n  EOT\n}\nmodule \"b\" {\n  source = \"./n\"\n}", []string{"./n"}},
		{"a template is not known", "module \"a\" {\n  source = \"./${var.x}\"\n}", nil},
		{"braces in a template do not count", "locals {\n  x = \"${jsonencode({ a = \"}\" })}\"\n}\nmodule \"b\" {\n  source = \"./n\"\n}", []string{"./n"}},
		{"Windows line ends", "module \"a\" {\r\n  source = \"./m\"\r\n}\r\n", []string{"./m"}},
		{"in the order of the file", "module \"b\" {\n  source = \"./2\"\n}\nmodule \"a\" {\n  source = \"./1\"\n}", []string{"./2", "./1"}},
	} {
		t.Run(tc.why, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, call := range moduleCalls([]byte(tc.src), "x.tf") {
				got = append(got, call.source)
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// FuzzModuleCalls holds the scanner against the HCL parser: on code that
// parses, both find the same calls.
func FuzzModuleCalls(f *testing.F) {
	f.Add("module \"a\" {\n  source = \"./m\"\n}\n")
	f.Add("locals {\n  x = <<EOT\n\"./\nEOT\n}\nmodule \"a\" {\n  source = \"../m\" # x\n}\n")
	f.Add("a = \"${\"}\"}\" # \"./\"\nmodule a {\n  source = (\"./m\")\n}\n")
	f.Fuzz(func(t *testing.T, src string) {
		calls := moduleCalls([]byte(src), "x.tf")
		file, diags := hclsyntax.ParseConfig([]byte(src), "x.tf", hcl.InitialPos)
		if diags.HasErrors() {
			return
		}
		var want []string
		for _, b := range file.Body.(*hclsyntax.Body).Blocks {
			if b.Type != "module" || len(b.Labels) != 1 || b.Body.Attributes["source"] == nil {
				continue
			}
			tmpl, ok := b.Body.Attributes["source"].Expr.(*hclsyntax.TemplateExpr)
			if !ok || !tmpl.IsStringLiteral() {
				continue
			}
			raw := string(tmpl.Range().SliceBytes([]byte(src)))
			v, _ := tmpl.Value(nil)
			if s := v.AsString(); isLocal(s) && raw == `"`+s+`"` {
				want = append(want, s)
			}
		}
		var got []string
		for _, c := range calls {
			got = append(got, c.source)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: the scanner finds %q, the parser %q", src, got, want)
		}
	})
}
