package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// layer parses one folder's file.
func layer(t testing.TB, dir, src string) eval.Layer {
	t.Helper()
	name := strings.TrimPrefix(dir+"/x.tm", "/")
	f, diags := hclsyntax.ParseConfig([]byte(src), strings.TrimPrefix(name, "/"), hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return eval.Layer{Dir: dir, Bodies: []*hclsyntax.Body{f.Body.(*hclsyntax.Body)}}
}

func asJSON(t testing.TB, v cty.Value) string {
	t.Helper()
	out, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestGlobals(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ why, root, child, want string }{
		{
			why:   "a deeper folder's value wins before anything is evaluated",
			root:  `globals { region = "eu", bucket = "state-${global.region}" }`,
			child: `globals { region = "us" }`,
			want:  `{"bucket":"state-us","region":"us"}`,
		},
		{
			why:   "labels set keys inside an object, also one that is above",
			root:  "globals {\n  net = { cidr = \"10/8\" }\n}",
			child: "globals \"net\" {\n  zone = \"a\"\n}",
			want:  `{"net":{"cidr":"10/8","zone":"a"}}`,
		},
		{
			why:   "unset takes a key away",
			root:  `globals { a = 1, b = 2 }`,
			child: `globals { a = unset }`,
			want:  `{"b":2}`,
		},
		{
			why:   "a labelled block without attributes makes an empty object",
			root:  `globals "a" "b" {}`,
			child: ``,
			want:  `{"a":{"b":{}}}`,
		},
		{
			why:   "try sees what is there in the end, not what is there first",
			root:  "globals {\n  a = tm_try(global.b, \"none\")\n}",
			child: "globals {\n  b = \"late\"\n}",
			want:  `{"a":"late","b":"late"}`,
		},
		{
			why: "a map block builds an object and can read the value before",
			root: `globals {
  map "sums" {
    for_each = [["x", 1], ["y", 2], ["x", 3]]
    iterator = it
    key      = it.new[0]
    value    = it.new[1] + tm_try(it.old, 0)
  }
}`,
			want: `{"sums":{"x":4,"y":2}}`,
		},
		{
			why:  "metadata of the stack is there",
			root: `globals { name = terramate.stack.name }`,
			want: `{"name":"web"}`,
		},
	} {
		t.Run(tc.why, func(t *testing.T) {
			t.Parallel()
			root := strings.ReplaceAll(tc.root, ", ", "\n")
			if strings.Contains(tc.root, "\n") || strings.Contains(tc.root, "map") {
				root = tc.root
			} else {
				root = strings.NewReplacer("{ ", "{\n", " }", "\n}").Replace(root)
			}
			child := strings.NewReplacer("{ ", "{\n", " }", "\n}").Replace(tc.child)
			scope, diags := eval.NewScope(metadata, []eval.Layer{layer(t, "/", root), layer(t, "/web", child)})
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if got := asJSON(t, scope.Globals()); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

var metadata = map[string]cty.Value{"stack": cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("web")})}

func TestGlobalsThatFailAreNamed(t *testing.T) {
	t.Parallel()
	scope, diags := eval.NewScope(metadata, []eval.Layer{layer(t, "/", `globals {
  fine  = 1
  loop  = global.again
  again = global.loop
  lost  = env.HOME
  wrong = tm_upper()
}`)})
	if got := asJSON(t, scope.Globals()); got != `{"fine":1}` {
		t.Errorf("what can be evaluated is %s", got)
	}
	lines := map[int]bool{}
	for _, d := range diags {
		lines[d.Subject.Start.Line] = true
	}
	for line := 3; line <= 6; line++ {
		if !lines[line] {
			t.Errorf("line %d is not named: %v", line, diags)
		}
	}
}

func TestScriptPlanFile(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ why, src, file, tool string }{
		{"an option names the file", `command = ["tofu", "plan", "-out=other", { tofu_plan_file = "out.tfplan" }]`, "out.tfplan", "tofu"},
		{"the older option names it", `command = ["terraform", "plan", { cloud_sync_terraform_plan_file = "a.tfplan" }]`, "a.tfplan", "terraform"},
		{"-out names it", `commands = [["tofu", "init"], ["tofu", "plan", "-out", "b.tfplan"]]`, "b.tfplan", "tofu"},
		{"the tool comes from a global", `command = [global.tool, "plan", "-out=c.tfplan"]`, "c.tfplan", "terraform"},
		{"a list from a global is spliced", `commands = [tm_concat([global.tool], global.args)]`, "d.tfplan", "terraform"},
		{"a shell text hides it", "command = [\"bash\", \"-c\", \"if true; then tofu plan -out=e.tfplan -lock=false; fi\"]", "e.tfplan", "tofu"},
		{"a shell variable says nothing", "command = [\"bash\", \"-c\", \"tofu plan -out=$FILE\"]", "", ""},
		{"no plan is written", `command = ["tofu", "validate"]`, "", ""},
		{"a let names it", `command = ["tofu", "plan", { tofu_plan_file = let.file }]`, "web.tfplan", "tofu"},
	} {
		t.Run(tc.why, func(t *testing.T) {
			t.Parallel()
			l := layer(t, "/", `globals {
  tool = "terraform"
  args = ["plan", "-out=d.tfplan"]
}
script "preview" {
  lets {
    file = "${let.base}.tfplan"
    base = terramate.stack.name
  }
  job {
    `+tc.src+`
  }
}`)
			scope, diags := eval.NewScope(metadata, []eval.Layer{l})
			block := eval.FindScript([]eval.Layer{l}, []string{"preview"})
			commands, more := scope.Script(block)
			if diags = append(diags, more...); diags.HasErrors() {
				t.Fatal(diags)
			}
			file, tool := "", ""
			for _, c := range commands {
				if c.PlanFile != "" {
					file, tool = c.PlanFile, c.Tool
				}
			}
			if file == "" {
				file, tool = eval.OutFile(commands)
			}
			if file != tc.file || tool != tc.tool {
				t.Errorf("got %q by %q, want %q by %q", file, tool, tc.file, tc.tool)
			}
		})
	}
}

func TestNearestScriptWins(t *testing.T) {
	t.Parallel()
	script := "script \"preview\" {\n  job {\n    command = [\"tofu\", \"plan\"]\n  }\n}"
	layers := []eval.Layer{layer(t, "/", script), layer(t, "/web", script)}
	if block := eval.FindScript(layers, []string{"preview"}); block.TypeRange.Filename != "web/x.tm" {
		t.Errorf("found the script in %s", block.TypeRange.Filename)
	}
	if eval.FindScript(layers, []string{"preview", "more"}) != nil {
		t.Error("all labels must be the same")
	}
}

// TestFunctions holds one call of each function whose code is here; the
// expected values are OpenTofu's.
func TestFunctions(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{
		"web/a.txt":     {Data: []byte("hello")},
		"web/x/b.txt":   {Data: []byte("b")},
		"web/t.tftpl":   {Data: []byte("Hi ${name}")},
		"web/large.bin": {Data: []byte{0xff, 0xfe}},
	}
	funcs := eval.Functions(fsys, "/repo", "web")
	for expr, want := range map[string]string{
		`tm_alltrue([true, false])`:                                  `false`,
		`tm_alltrue([])`:                                             `true`,
		`tm_anytrue([false, true])`:                                  `true`,
		`tm_base64decode("aGk=")`:                                    `"hi"`,
		`tm_base64encode("hi")`:                                      `"aGk="`,
		`tm_basename("a/b.txt")`:                                     `"b.txt"`,
		`tm_dirname("a/b.txt")`:                                      `"a"`,
		`tm_cidrhost("10.12.112.0/20", 16)`:                          `"10.12.112.16"`,
		`tm_cidrhost("10.0.0.0/24", -1)`:                             `"10.0.0.255"`,
		`tm_cidrnetmask("172.16.0.0/12")`:                            `"255.240.0.0"`,
		`tm_cidrsubnet("172.16.0.0/12", 4, 2)`:                       `"172.18.0.0/16"`,
		`tm_cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)`:                  `["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24","10.1.48.0/20"]`,
		`tm_endswith("hello", "lo")`:                                 `true`,
		`tm_file("a.txt")`:                                           `"hello"`,
		`tm_fileexists("nope")`:                                      `false`,
		`tm_fileset(".", "**/*.txt")`:                                `["a.txt","x/b.txt"]`,
		`tm_filemd5("a.txt")`:                                        `"5d41402abc4b2a76b9719d911017c592"`,
		`tm_index(["a", "b"], "b")`:                                  `1`,
		`tm_joinlist("-", [["a", "b"], ["c"]])`:                      `["a-b","c"]`,
		`tm_length("abc") + tm_length({ a = 1 })`:                    `4`,
		`tm_lookup({ a = 1 }, "b", "no")`:                            `"no"`,
		`tm_matchkeys(["x", "y"], ["a", "b"], ["b"])`:                `["y"]`,
		`tm_md5("hello")`:                                            `"5d41402abc4b2a76b9719d911017c592"`,
		`tm_one(["a"])`:                                              `"a"`,
		`tm_replace("a-b", "/[a-z]/", "x")`:                          `"x-x"`,
		`tm_slug("Hello World_1")`:                                   `"hello-world_1"`,
		`tm_startswith("hello", "he")`:                               `true`,
		`tm_strcontains("hello", "ell")`:                             `true`,
		`tm_sum([1, 2.5])`:                                           `3.5`,
		`tm_templatefile("t.tftpl", { name = "you" })`:               `"Hi you"`,
		`tm_ternary(true, "a", tm_upper(1, 2, 3))`:                   `"a"`,
		`tm_timecmp("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")`: `-1`,
		`tm_transpose({ a = ["1", "2"], b = ["2"] })`:                `{"1":["a"],"2":["a","b"]}`,
		`tm_urlencode("a b&c")`:                                      `"a+b%26c"`,
		`tm_uuidv5("dns", "www.terraform.io")`:                       `"a5008fae-b28c-5ba5-96cd-82b4c53552d6"`,
		`tm_version_match("0.17.2", "~> 0.17")`:                      `true`,
		`tm_version_match("1.0.0-rc1", ">= 1.0.0")`:                  `false`,
		`tm_yamldecode("a: 1").a`:                                    `1`,
		`tm_jsonencode({ a = tm_try(null.x, "d") })`:                 `"{\"a\":\"d\"}"`,
		`tm_sha1("hello")`:                                           `"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"`,
		`tm_base64sha256("hello")`:                                   `"LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="`,
	} {
		e, diags := hclsyntax.ParseExpression([]byte(expr), "x", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(expr, diags)
		}
		v, diags := e.Value(&hcl.EvalContext{Functions: funcs})
		if diags.HasErrors() {
			t.Errorf("%s: %v", expr, diags)
			continue
		}
		if got := asJSON(t, v); got != want {
			t.Errorf("%s is %s, want %s", expr, got, want)
		}
	}
	for _, expr := range []string{
		`tm_file("../../etc/passwd")`, `tm_file("/etc/passwd")`, `tm_file("large.bin")`, `tm_fileexists("../../x")`,
		`tm_cidrhost("10.0.0.0/30", 9)`, `tm_sum([])`, `tm_one([1, 2])`, `tm_nosuch()`,
	} {
		e, _ := hclsyntax.ParseExpression([]byte(expr), "x", hcl.InitialPos)
		if v, diags := e.Value(&hcl.EvalContext{Functions: funcs}); !diags.HasErrors() {
			t.Errorf("%s gives %#v, want an error", expr, v)
		}
	}
}

func FuzzScope(f *testing.F) {
	f.Add("globals {\n a = global.b\n b = tm_try(global.c, [1, { x = 2 }])\n}\nscript \"preview\" {\n job {\n command = [global.a]\n }\n}")
	f.Add("globals \"a\" {\n}\nglobals {\n a = unset\n map \"m\" {\n for_each = [1]\n key = \"${element.new}\"\n value {\n x = element.old\n }\n }\n}")
	f.Add("script \"preview\" {\n lets {\n a = let.b\n b = let.a\n }\n job {\n commands = let.a\n }\n}")
	f.Fuzz(func(_ *testing.T, src string) {
		file, diags := hclsyntax.ParseConfig([]byte(src), "x.tm", hcl.InitialPos)
		if diags.HasErrors() {
			return
		}
		layers := []eval.Layer{{Dir: "/", Bodies: []*hclsyntax.Body{file.Body.(*hclsyntax.Body)}}}
		scope, _ := eval.NewScope(metadata, layers)
		if block := eval.FindScript(layers, []string{"preview"}); block != nil {
			commands, _ := scope.Script(block)
			eval.OutFile(commands)
		}
	})
}
