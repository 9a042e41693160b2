package skim_test

import (
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/skim"
)

const plain = `# A comment, and an empty line.

globals "a" b {
  name  = "x-${global.project}-${tm_upper(terramate.stack.name)}" // behind
  list  = ["a", 1.5, true, [], global.x[0].y["k"],
    tm_slice(global.zones, 0, 1 + global.n * 2),
  ]
  map   = { a = 1, "b c" = null
    d : -2
  }
  which = !global.on && (1 == 2 || 3 >= 2) ? "yes" : { no = "\"quoted\"\n" }
}
stack {}
top = 1
variable "x" { type = string } # one line
output "ids" {
  value = [for s in aws_subnet.a[*].id : "x-${s}"
    if s != ""]
  by = { for k, v in { a = 1 } : k => upper(v) if k != "b" }
  format = [format("%s", "a"), {
    for
    k in [1] : k => k
  }]
  text = <<-EOT
    a $ % \ "quoted" ${join(",", [1, 2])} EOT.
      EOT
}
module "m" {
  source = jsonencode(<<X
X
  )

  inner "x" {
    y = 1
  }
}`

func TestRead(t *testing.T) {
	t.Parallel()
	file, ok := skim.Read([]byte(plain))
	if !ok {
		t.Fatal("a plain file is not taken")
	}
	if len(file.Blocks) != 5 || !slices.Equal(file.Attrs, []string{"top"}) {
		t.Fatalf("got %+v", file)
	}
	g, m := file.Blocks[0], file.Blocks[4]
	if g.Type != "globals" || !slices.Equal(g.Labels, []string{"a", "b"}) || g.Nested ||
		!slices.Equal(g.Attrs, []string{"name", "list", "map", "which"}) {
		t.Errorf("got %+v", g)
	}
	if m.Type != "module" || !m.Nested || !slices.Equal(m.Attrs, []string{"source"}) {
		t.Errorf("got %+v", m)
	}
}

// refused are what must be left to hclsyntax, because it is wrong or not plain.
var refused = []string{
	"a = 1\na = 2\n", "a = \n", "a", "a {", "a }", "}", "a = 1 b = 2\n", "a = <<EOT\nx\n EOT", "a = <<EOT x\nEOT\n", "a = <<EOT\n${x}EOT\nEOT\n", "a = <<EOT\n%{if x}y%{endif}\nEOT\n",
	"a = [for x in y : x => x]\n", "a = {for x in y : x}\n", "a = [for in y : x]\n", "a = [for x, in y : x]\n", "a = [for x in y : x...]\n", "a { b = 1, }\n", "a { b = 1\n}\n", "a { b {} }\n", "a = x[*\n]\n", "a = \"${x\"\n", "a = \"%{if x}y%{endif}\"\n", "a = \"\\q\"\n", "a = x.*.y\n", "a = 1.\n",
	"a = [1 2]\n", "a = f(1\n", "a = {b = 1 c = 2}\n", "a = x ? y\n", "a = \"x\n\"\n", "a = 'x'\n", "a = /* c */ 1\n",
	"a = 1\r\n", "a = \xff\n", "\xef\xbb\xbfa = 1\n", "a = 1 +\n2\n", "a b c = 1\n", "a = x::y\n", "a = (1\n", "a = x .y\n",
	"a = {\n  b =\n    1\n}\n", "a \"${x}\" {}\n", "a = 1 {}\n", "a {} b {}\n", "ä = 1\n", "a = aä\n", "a = f(1,)\n", "a = f(x...)\n",
}

func TestReadLeavesTheRest(t *testing.T) {
	t.Parallel()
	for _, src := range refused {
		if _, ok := skim.Read([]byte(src)); ok {
			t.Errorf("%q is taken", src)
		}
	}
}

// FuzzRead holds the promise: what is taken is right, and says the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(plain))
	for _, src := range refused {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file, ok := skim.Read(src)
		if !ok {
			return
		}
		parsed, diags := hclsyntax.ParseConfig(src, "f", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatalf("taken, and wrong: %v\n%s", diags, src)
		}
		body := parsed.Body.(*hclsyntax.Body)
		if len(body.Blocks) != len(file.Blocks) || len(body.Attributes) != len(file.Attrs) {
			t.Fatalf("%d blocks and %d attributes: %+v\n%s", len(body.Blocks), len(body.Attributes), file, src)
		}
		for i, b := range body.Blocks {
			got := file.Blocks[i]
			if b.Type != got.Type || !slices.Equal(b.Labels, got.Labels) || (len(b.Body.Blocks) > 0) != got.Nested || len(b.Body.Attributes) != len(got.Attrs) {
				t.Fatalf("block %d is %s %v: %+v\n%s", i, b.Type, b.Labels, got, src)
			}
			for _, name := range got.Attrs {
				if b.Body.Attributes[name] == nil {
					t.Fatalf("block %d has no attribute %q\n%s", i, name, src)
				}
			}
		}
	})
}
