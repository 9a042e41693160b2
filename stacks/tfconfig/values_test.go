package tfconfig

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"
)

func TestSourceFromAVariable(t *testing.T) {
	files := fstest.MapFS{
		"s/main.tf": {Data: []byte(`variable "flavour" { default = "red" }
locals { dir = "../modules/${var.flavour}" }
module "m" { source = local.dir }
module "n" { source = "${local.dir}/${var.unset}" }
`)},
		"modules/red/main.tf":         {Data: []byte(`resource "t" "red" {}`)},
		"modules/red/calls.tf":        {Data: []byte("variable \"deep\" { default = \"./deep\" }\nmodule \"d\" { source = var.deep }\n")},
		"modules/red/deep/main.tf":    {Data: []byte(`resource "t" "deep" {}`)},
		"modules/blue/main.tf":        {Data: []byte(`resource "t" "blue" {}`)},
		"elsewhere/terraform.tfvars":  {Data: []byte(`flavour = "green"`)},
		"s/not-asked-for/some.tfvars": {Data: []byte(`flavour = "green"`)},
	}
	called := func(v Values) []string {
		tree, _ := NewLoader(files).TreeWith("s", Extra{Values: v})
		if tree.Missing["n"] == "" {
			t.Error("a source that hangs on a variable without a value is missing")
		}
		m := tree.Children["m"]
		if m == nil {
			return nil
		}
		if m.Children["d"] != nil {
			t.Error("inside a module a variable's default is not what the caller gives")
		}
		return slices.Sorted(maps.Keys(m.Module.Resources))
	}
	if got := called(Values{}); !slices.Equal(got, []string{"t.red"}) {
		t.Errorf("with the default: %v", got)
	}
	if got := called(Values{Vars: map[string]string{"flavour": "blue"}}); !slices.Equal(got, []string{"t.blue"}) {
		t.Errorf("with a value: %v", got)
	}
}

func TestElementsOfForEach(t *testing.T) {
	m, diags := Load(fstest.MapFS{"main.tf": {Data: []byte(`variable "deps" { default = { net = "a/net", db = "a/db" } }
data "t" "map" {
  for_each = var.deps
  at       = "${each.key}:${each.value}"
}
data "t" "set" {
  for_each = toset(["x", "y"])
  at       = "${each.key}:${each.value}"
}
data "t" "computed" {
  for_each = t.other
  at       = each.key
}
data "t" "once" { at = each.key }
`)}}, ".")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for name, want := range map[string][]string{"map": {"db:a/db", "net:a/net"}, "set": {"x:x", "y:y"}, "computed": nil} {
		r := m.Resources["data.t."+name]
		var got []string
		for _, each := range m.Elements(r.Attrs["for_each"].Expr) {
			v, _ := m.EvalEach(r.Attrs["at"].Expr, &each)
			s, _ := stringOf(v)
			got = append(got, s)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if v, ok := m.EvalString(m.Resources["data.t.once"].Attrs["at"].Expr); ok {
		t.Errorf("each stands for nothing outside for_each, got %q", v)
	}
}

func TestGivenValues(t *testing.T) {
	tree, _ := NewLoader(fstest.MapFS{
		"s/main.tf":          {Data: []byte("variable \"net\" {}\nvariable \"unset\" { default = \"d\" }\nvariable \"secret\" { sensitive = true }\n")},
		"s/terraform.tfvars": {Data: []byte("net = { vpc = \"vpc-1\", subnets = [\"a\", \"b\"], n = 3 }\nsecret = \"canary\"\nnot_declared = \"x\"\n")},
	}).TreeWith("s", Extra{})
	got := tree.Module.Given()
	slices.Sort(got["net"])
	if len(got) != 1 || !slices.Equal(got["net"], []string{"a", "b", "vpc-1"}) {
		t.Errorf("given: %v", got)
	}
}

func TestDataSourceReadsAFile(t *testing.T) {
	m, _ := Load(fstest.MapFS{"s/main.tf": {Data: []byte("data \"local_file\" \"v\" { filename = \"${path.module}/../base/v.yaml\" }\nresource \"local_file\" \"w\" { filename = \"../base/w\" }\n")}}, "s")
	reads := m.FileReads()
	if len(reads) != 1 || reads[0].Path != "base/v.yaml" || reads[0].Func != "local_file" || reads[0].Range.Start.Line != 1 {
		t.Errorf("reads: %+v", reads)
	}
}
