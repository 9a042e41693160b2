package tfconfig

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

func load(t *testing.T, pairs ...string) *Module {
	t.Helper()
	m, diags := Load(files(pairs...), ".")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return m
}

// refsText writes references the way the tests state them.
func refsText(refs []Ref) string {
	var out []string
	for _, r := range refs {
		s := r.Addr
		switch r.Select {
		case SelectKey:
			s += r.Key
		case SelectEach:
			s += "[each]"
		case SelectCount:
			s += "[count]"
		case SelectAny:
			s += "[*]"
		}
		if r.Rest != "" {
			s += "." + r.Rest
		}
		if r.Keys {
			s = "keys(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestReferences(t *testing.T) {
	for _, row := range []struct{ why, expr, want string }{
		{"a plain attribute", `aws_vpc.a.id`, "aws_vpc.a.id"},
		{"a data source has one more name", `data.aws_ami.x.image_id`, "data.aws_ami.x.image_id"},
		{"resource. is a prefix for what could be misread", `resource.aws_vpc.a.id`, "aws_vpc.a.id"},
		{"a constant key names one instance", `aws_vpc.a["x"].id`, `aws_vpc.a["x"].id`},
		{"a number is a key as well", `aws_vpc.a[0].id`, `aws_vpc.a[0].id`},
		{"the referrer's own key", `aws_vpc.a[each.key].id`, "each.key aws_vpc.a[each].id"},
		{"the referrer's own index", `aws_vpc.a[count.index].id`, "count.index aws_vpc.a[count].id"},
		{"a computed key may be any, and is itself read", `aws_vpc.a[local.k].id`, "local.k aws_vpc.a[*].id"},
		{"a splat reads one attribute of every instance", `aws_vpc.a[*].id`, "aws_vpc.a[*].id"},
		{"an old splat does too", `aws_vpc.a.*.id`, "aws_vpc.a[*].id"},
		{"the loop variable stands for an instance", `[for s in aws_subnet.p : s.id]`, "keys(aws_subnet.p) aws_subnet.p[*].id"},
		{"the loop key reads no instance", `{for k, s in aws_subnet.p : k => k}`, "keys(aws_subnet.p)"},
		{"values() changes nothing", `values(aws_subnet.p)[*].id`, "aws_subnet.p[*].id"},
		{"length() reads only how many", `length(aws_subnet.p)`, "keys(aws_subnet.p)"},
		{"keys() of an attribute reads its keys", `keys(var.m)`, "keys(var.m)"},
		{"a loop variable hides nothing outside", `[for local in var.x : local.id]`, "keys(var.x) var.x.*.id"},
		{"a template", `"a-${random_pet.p.id}-${var.x}"`, "random_pet.p.id var.x"},
		{"a module output", `module.m["k"].out.id`, `module.m["k"].out.id`},
		{"a splat over a module", `module.m[*].out`, "module.m[*].out"},
		{"object keys that are bare words are no references", `{ aws_vpc = local.x }`, "local.x"},
		{"object keys in brackets are", `{ (local.k) = 1 }`, "local.k"},
		{"string indexes are names", `data.r.s.outputs["vpc_id"]`, "data.r.s.outputs.vpc_id"},
		{"element of a list attribute", `aws_x.y.list[3].id`, "aws_x.y.list.id"},
		{"a provider's function needs the provider", `provider::aws::arn_parse(var.a)`, "provider.aws var.a"},
		{"self is no one else", `self.id`, ""},
		{"one() of a splat", `one(aws_vpc.a[*].id)`, "aws_vpc.a[*].id.*"},
		{"nested loops", `flatten([for m in local.a : [for s in m.list : s.id]])`, "keys(local.a) keys(local.a.*.list) local.a.*.list.*.id"},
		{"conditionals read both sides", `var.on ? aws_a.b.id : aws_c.d.id`, "var.on aws_a.b.id aws_c.d.id"},
	} {
		m := load(t, "main.tf", "locals {\n  it = "+row.expr+"\n}\n")
		if got := refsText(m.Locals["it"].Refs); got != row.want {
			t.Errorf("%s: %s\n got %s\nwant %s", row.why, row.expr, got, row.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	m := load(t, "main.tf", `
resource "aws_sg" "a" {
  for_each   = aws_vpc.a
  provider   = aws.west
  depends_on = [module.m, aws_x.y["k"]]
  dynamic "ingress" {
    for_each = local.rules
    iterator = rule
    content {
      port = rule.value.port
      from = aws_lb.l.id
      dynamic "deep" {
        for_each = rule.value.sub
        content { at = deep.value.x + deep.key }
      }
    }
  }
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags, x["y"]]
    replace_triggered_by  = [aws_t.r[each.key].id]
    precondition {
      condition     = aws_p.c.ok
      error_message = "no"
    }
  }
  provisioner "local-exec" { command = aws_q.z.id }
}
`)
	r := m.Resources["aws_sg.a"]
	var got []string
	for _, ref := range r.Refs {
		got = append(got, ref.Attr+": "+refsText([]Ref{ref}))
	}
	want := []string{
		"for_each: aws_vpc.a", "depends_on: module.m", `depends_on: aws_x.y["k"]`,
		"ingress: keys(local.rules)", "ingress.port: local.rules.*.port", "ingress.from: aws_lb.l.id",
		"ingress.deep: keys(local.rules.*.sub)", "ingress.deep.at: local.rules.*.sub.*.x",
		"lifecycle.replace_triggered_by: each.key", "lifecycle.replace_triggered_by: aws_t.r[each].id",
		"lifecycle.precondition.condition: aws_p.c.ok", "provisioner.command: aws_q.z.id",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Provider != "aws.west" || !r.ForEach || r.Count || !r.CreateFirst || fmt.Sprint(r.IgnoreChanges) != `[tags x["y"]]` {
		t.Errorf("meta-arguments: %+v", r)
	}
}

func TestJSONSyntax(t *testing.T) {
	m := load(t, "main.tf.json", `{
  "terraform": {"backend": {"s3": {"bucket": "b", "key": "k"}}},
  "resource": {"aws_lb": {"a": {
    "name": "${random_pet.p.id}-x", "count": 2, "depends_on": ["aws_x.y"],
    "lifecycle": {"replace_triggered_by": ["aws_t.r"], "create_before_destroy": true}}}},
  "output": {"o": {"value": "${aws_lb.a[0].dns}"}},
  "module": {"m": {"source": "./m", "x": "${aws_lb.a[*].id}"}}
}`)
	r := m.Resources["aws_lb.a"]
	if got := refsText(r.Refs); !strings.Contains(got, "random_pet.p.id") || !strings.Contains(got, "aws_x.y") || !strings.Contains(got, "aws_t.r") {
		t.Errorf("references of a JSON resource: %s", got)
	}
	if !r.Count || !r.CreateFirst {
		t.Errorf("meta-arguments of a JSON resource: %+v", r)
	}
	if key, ok := m.Backend.Constant("key"); !ok || key != "k" {
		t.Errorf("backend key %q %v", key, ok)
	}
	if m.Calls["m"].Local != "m" {
		t.Errorf("call: %+v", m.Calls["m"])
	}
}

func TestHiddenAndOverrideFiles(t *testing.T) {
	m := load(t,
		"a.tf", `output "from" { value = "tf" }`,
		"a.tofu", `output "from" { value = local.tofu }`,
		"b.tf", `resource "aws_x" "y" {
  name = local.old
  kept = local.kept
}`,
		"b_override.tf", `resource "aws_x" "y" { name = local.new }`,
		".hidden.tf", `output "hidden" { value = 1 }`,
		"note.txt", `not configuration`)
	if got := refsText(m.Outputs["from"].Refs); got != "local.tofu" {
		t.Errorf("a .tofu file hides the .tf file of its name: %s", got)
	}
	if got := refsText(m.Resources["aws_x.y"].Refs); got != "local.kept local.new" {
		t.Errorf("an override file replaces what it sets and keeps the rest: %s", got)
	}
	if m.Outputs["hidden"] != nil || !slices.Equal(m.Files, []string{"a.tofu", "b.tf", "b_override.tf"}) {
		t.Errorf("files: %v", m.Files)
	}
}

func TestSettings(t *testing.T) {
	m := load(t, "main.tofu", `
locals {
  env = "prod"
  dir = "states/${local.env}"
}
terraform {
  required_version = "> 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
      configuration_aliases = [aws.west]
    }
  }
  backend "s3" {
    bucket = "b"
    key    = "${local.dir}/x"
    region = var.region
  }
  encryption {
    key_provider "pbkdf2" "k" { passphrase = var.p }
    method "aes_gcm" "m" { keys = key_provider.pbkdf2.k }
    state {
      method   = method.aes_gcm.m
      enforced = true
      fallback {}
    }
  }
}
moved {
  from = aws_a.b
  to   = module.x["k"].aws_a.c[0]
}
removed {
  from = aws_z.y
  lifecycle { destroy = false }
}
import {
  to = aws_i.j
  id = "i-1"
}
data "terraform_remote_state" "s" {
  backend = "local"
  config  = { path = "${path.module}/../net/${local.env}.tfstate" }
}
output "f" { value = file("${path.module}/../init/values.yaml") }
`)
	if got := m.Backend.Nonconstant(); !slices.Equal(got, []string{"key", "region"}) {
		t.Errorf("not constant: %v", got)
	}
	if got, _ := m.EvalString(m.Backend.Attrs["key"].Expr); got != "states/prod/x" {
		t.Errorf("evaluated key: %q", got)
	}
	if e := m.Encryption; len(e.KeyProviders) != 1 || e.State.Method != "method.aes_gcm.m" || !e.State.Enforced || e.State.Fallback == nil || e.Plan != nil {
		t.Errorf("encryption: %+v", e)
	}
	if mv := m.Moved[0]; mv.From != "aws_a.b" || mv.To != `module.x["k"].aws_a.c[0]` {
		t.Errorf("moved: %+v", mv)
	}
	if rm := m.Removed[0]; rm.From != "aws_z.y" || rm.Destroy == nil || *rm.Destroy {
		t.Errorf("removed: %+v", rm)
	}
	if im := m.Imports[0]; im.To != "aws_i.j" || im.ID != "i-1" {
		t.Errorf("import: %+v", im)
	}
	if p := m.RequiredProviders["aws"]; p.Source != "hashicorp/aws" || !slices.Equal(p.Aliases, []string{"aws.west"}) {
		t.Errorf("required provider: %+v", p)
	}
	v := m.Eval(m.Resources["data.terraform_remote_state.s"].Attrs["config"].Expr)
	if got, _ := stringOf(v.GetAttr("path")); got != "./../net/prod.tfstate" {
		t.Errorf("remote state path: %q", got)
	}
}

func TestLoadTree(t *testing.T) {
	fsys := files(
		"stacks/a/main.tf", `
module "near" { source = "../../modules/near" }
module "out" { source = "../../../elsewhere" }
module "reg" { source = "acme/x/aws" }
module "none" { source = "acme/y/aws" }
module "self" { source = "./" }
output "f" { value = file("../init/values.yaml") }
`,
		"modules/near/main.tf", `module "in" { source = "./in" }`,
		"modules/near/in/main.tf", `output "o" { value = 1 }`,
		"stacks/a/.terraform/modules/modules.json", `{"Modules":[{"Key":"","Dir":"."},{"Key":"reg","Dir":".terraform/modules/reg"},{"Key":"out","Dir":"../../../etc"}]}`,
		"stacks/a/.terraform/modules/reg/main.tf", `output "r" { value = 1 }`,
	)
	tree, diags := LoadTree(fsys, "stacks/a")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if tree.Children["near"].Children["in"].Module.Outputs["o"] == nil || tree.Children["reg"].Module.Outputs["r"] == nil {
		t.Error("local and installed modules are read")
	}
	for call, why := range map[string]string{"out": "its source leads out of the project", "none": "it is not installed", "self": "it calls itself"} {
		if tree.Missing[call] != why {
			t.Errorf("%s: %q", call, tree.Missing[call])
		}
	}
	if r := tree.Module.FileReads(); len(r) != 1 || r[0].Path != "stacks/init/values.yaml" {
		t.Errorf("file reads: %+v", r)
	}
}

func TestHostileFilesAreNamed(t *testing.T) {
	bomb := "locals {\n  l0 = \"xxxxxxxxxxxxxxxx\"\n"
	for i := 1; i < 80; i++ {
		bomb += fmt.Sprintf("  l%d = \"${local.l%d}${local.l%d}\"\n", i, i-1, i-1)
	}
	bomb += "}\nterraform { \n backend \"s3\" {\n key = local.l79\n }\n}\n"
	m, diags := Load(files(
		"ok.tf", `output "o" { value = 1 }`,
		"deep.tf", "locals { x = "+strings.Repeat("[", 200000)+"}",
		"deep.tf.json", strings.Repeat("[", 200000),
		"broken.tf", `resource "a" {`,
		"wide.tf", "locals { w = format(\"%999999999d\", 1) }",
		"bomb.tf", bomb), ".")
	if m.Outputs["o"] == nil {
		t.Error("the readable file counts")
	}
	named := diags.Error()
	for _, d := range diags {
		named += d.Subject.Filename + " "
	}
	for _, name := range []string{"deep.tf", "deep.tf.json", "broken.tf"} {
		if !strings.Contains(named, name) {
			t.Errorf("%s is not named in %s", name, named)
		}
	}
	if _, ok := m.EvalString(m.Backend.Attrs["key"].Expr); ok {
		t.Error("a value that doubles eighty times is left unknown")
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(`resource "a_b" "c" { for_each = x.y[each.key] }`, `{"resource":{"a":{"b":{"lifecycle":[{"replace_triggered_by":["x.y"]}]}}}}`)
	f.Add(`locals { a = [for k, v in b.c[*].d : v.x[k]] }`, `{"module":{"m":{"source":"../x","providers":{"aws":"aws.w"}}}}`)
	f.Add(`module "m" { providers = { aws = aws.x[each.key] } }`, `{"terraform":{"backend":{"s3":{}}}}`)
	f.Fuzz(func(_ *testing.T, native, js string) {
		m, _ := Load(files("a.tf", native, "b.tf.json", js), ".")
		m.FileReads()
	})
}
