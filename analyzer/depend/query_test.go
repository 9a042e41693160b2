package depend

import (
	"slices"
	"testing"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// asked is a graph of a root with a provider, a repeated resource, and a
// module.
func asked() *Graph {
	fsys := fileSystem(map[string]string{
		"s/main.tf": `
provider "aws" {}
provider "aws" { alias = "west" }
variable "name" {}
locals { full = var.name }
resource "aws_lb" "a" { name = local.full }
resource "aws_eip" "long_name" { provider = aws.west }
module "m" {
  source = "./m"
  in     = aws_lb.a.arn
}
output "o" { value = module.m.arn }`,
		"s/m/main.tf": `
variable "in" {}
resource "aws_thing" "t" { of = var.in }
output "arn" { value = aws_thing.t.arn }`,
	})
	tree, diags := tfconfig.LoadTree(fsys, "s")
	if diags.HasErrors() {
		panic(diags)
	}
	return Join([]*Facts{Inspect(Input{Stack: "/s", Tree: tree})}, nil)
}

func TestFindTakesTheWaysToWriteAnAddress(t *testing.T) {
	g := asked()
	for _, row := range []struct {
		why, addr string
		want      []string
	}{
		{"as it is", "aws_lb.a", []string{"aws_lb.a"}},
		{"as an expression may write it", "resource.aws_lb.a", []string{"aws_lb.a"}},
		{"a module stands for all in it", "module.m", []string{"module.m.aws_thing.t", "module.m.output.arn"}},
		{"a module's output, as it is referred to", "module.m.arn", []string{"module.m.output.arn"}},
		{"a module's output, as a node", "module.m.output.arn", []string{"module.m.output.arn"}},
		{"what only passes values on", "local.full", []string{"local.full"}},
		{"an input of a module", "module.m.var.in", []string{"module.m.var.in"}},
		{"a provider as the files name it", "provider.aws.west", []string{"provider.aws.west"}},
		{"a provider as a plan names it", `provider["registry.opentofu.org/hashicorp/aws"].west`, []string{"provider.aws.west"}},
		{"nothing is found by a part of its name", "aws_lb", nil},
		{"nor by an attribute", "aws_lb.a.arn", nil},
	} {
		var got []string
		for _, n := range g.Find("/s", row.addr) {
			got = append(got, g.Nodes[n].Address)
		}
		slices.Sort(got)
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %s is %v, want %v", row.why, row.addr, got, row.want)
		}
	}
}

func TestNearNamesWhatMayBeMeant(t *testing.T) {
	g := asked()
	for _, row := range []struct{ why, addr, want string }{
		{"a letter is missing", "aws_eip.long_nme", "aws_eip.long_name"},
		{"letters are swapped", "aws_eip.lnog_name", "aws_eip.long_name"},
		{"the type is wrong", "aws_ip.long_name", "aws_eip.long_name"},
		{"an attribute is asked about", "aws_lb.a.arn", "aws_lb.a"},
		{"a key that is not there", `aws_eip.long_name["x"]`, "aws_eip.long_name"},
		{"a local that is nearly called so", "local.ful", "local.full"},
		{"the module is left out", "aws_thing.t", "module.m.aws_thing.t"},
	} {
		got := g.Near("/s", row.addr)
		if len(got) == 0 || got[0] != row.want {
			t.Errorf("%s: near %s are %v, want %s first", row.why, row.addr, got, row.want)
		}
	}
	if got := g.Near("/s", "google_container_cluster.primary"); len(got) != 0 {
		t.Errorf("nothing looks like it, and yet: %v", got)
	}
}
