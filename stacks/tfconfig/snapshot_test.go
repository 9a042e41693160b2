package tfconfig

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// packed makes the zip of a binary plan and returns its folder tfconfig.
func packed(t *testing.T, files map[string]string) fs.FS {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, src := range files {
		f, err := w.Create("tfconfig/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(src)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	sub, err := fs.Sub(z, "tfconfig")
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

func TestModulesThatAreNotAtHandComeFromThePlan(t *testing.T) {
	stack := fstest.MapFS{"s/main.tf": {Data: []byte(`module "net" {
  source  = "example.org/net/aws"
  version = "1.0.0"
}`)}}
	const index = `[{"Key":"","Dir":"."},{"Key":"net","Dir":".terraform/modules/net"},{"Key":"net.sub","Dir":".terraform/modules/net/sub"}]`
	for _, row := range []struct {
		why   string
		files map[string]string
		net   string // what is missing at the root, "" for nothing
		sub   bool   // the module within is there
	}{
		{"a module and the one within", map[string]string{
			"modules.json": index, "m-net/main.tf": `module "sub" { source = "./sub" }`, "m-net.sub/main.tf": `output "o" { value = 1 }`,
		}, "", true},
		{"the inner one is not packed", map[string]string{"modules.json": index, "m-net/main.tf": `module "sub" { source = "./sub" }`}, "", false},
		{"nothing is packed", map[string]string{"modules.json": index}, "it is not installed", false},
		{"the index is broken", map[string]string{"modules.json": "[{", "m-net/main.tf": ""}, "it is not installed", false},
		{"the index leads out of the project", map[string]string{"modules.json": `[{"Key":"net","Dir":"../../../etc"}]`, "m-net/main.tf": "locals {}"}, "it is not installed", false},
		{"a key that is a path", map[string]string{"modules.json": `[{"Key":"../net","Dir":"x"}]`, "m-net/main.tf": "locals {}"}, "it is not installed", false},
		{"a module as large as no module is", map[string]string{
			"modules.json": index, "m-net/main.tf": "locals {}\n" + strings.Repeat("# pad\n", maxFile/6+1),
		}, "it is not installed", false},
	} {
		tree, diags := NewLoader(stack).TreeWith("s", Extra{Snapshot: packed(t, row.files)})
		if diags.HasErrors() {
			t.Errorf("%s: %v", row.why, diags)
		}
		if tree.Missing["net"] != row.net {
			t.Errorf("%s: missing because %q, want %q", row.why, tree.Missing["net"], row.net)
		}
		net := tree.Children["net"]
		if row.net == "" && net.Module.Calls["sub"].Range.Filename != "s/.terraform/modules/net/main.tf" {
			t.Errorf("%s: the file is called %s", row.why, net.Module.Calls["sub"].Range.Filename)
		}
		if got := net != nil && net.Children["sub"] != nil; got != row.sub {
			t.Errorf("%s: the inner module is there: %v", row.why, got)
		}
	}
}

func TestFilesAtHandWinOverThePlan(t *testing.T) {
	stack := fstest.MapFS{
		"s/main.tf":   {Data: []byte(`module "m" { source = "./m" }`)},
		"s/m/main.tf": {Data: []byte(`output "of_today" { value = 1 }`)},
	}
	snapshot := packed(t, map[string]string{"modules.json": `[{"Key":"m","Dir":"m"}]`, "m-m/main.tf": `output "of_the_plan" { value = 1 }`})
	tree, _ := NewLoader(stack).TreeWith("s", Extra{Snapshot: snapshot})
	if tree.Children["m"].Module.Outputs["of_today"] == nil || tree.Lacks() {
		t.Error("the files were passed over")
	}
}

func TestValuesComeInTheToolsOrder(t *testing.T) {
	stack := fstest.MapFS{
		"s/main.tf": {Data: []byte(`variable "a" {}
variable "b" {}
variable "c" {}
variable "d" {}
variable "secret" { sensitive = true }
locals {
  all    = "${var.a} ${var.b} ${var.c} ${var.d}"
  hidden = var.secret
}`)},
		"s/terraform.tfvars":     {Data: []byte("a = \"file\"\nb = \"file\"\nc = \"file\"\nd = \"file\"\nsecret = \"canary\"\n")},
		"s/x.auto.tfvars.json":   {Data: []byte(`{"b": "auto", "c": "auto", "d": "auto"}`)},
		"s/envs/prod.tfvars":     {Data: []byte("c = \"named\"\nd = \"named\"\n")},
		"outside/other.tfvars":   {Data: []byte("d = \"parent\"\n")},
		"s/not-asked-for.tfvars": {Data: []byte("a = \"not asked for\"\n")},
	}
	eval := func(v Values, local string) string {
		tree, _ := NewLoader(stack).TreeWith("s", Extra{Values: v})
		s, _ := tree.Module.EvalString(tree.Module.Locals[local].Expr)
		return s
	}
	if got := eval(Values{Files: []string{"envs/prod.tfvars"}, Vars: map[string]string{"d": "flag"}}, "all"); got != "file auto named flag" {
		t.Errorf("got %q", got)
	}
	if got := eval(Values{Files: []string{"../outside/other.tfvars", "../../etc/passwd", "/etc/passwd"}}, "all"); got != "file auto auto parent" {
		t.Errorf("got %q", got)
	}
	if got := eval(Values{Vars: map[string]string{"secret": "canary"}}, "hidden"); got != "" {
		t.Errorf("a sensitive value came through: %q", got)
	}
}
