package outline

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

func TestNick(t *testing.T) {
	tests := []struct{ typ, name, module, want, label, reason string }{
		{"aws_subnet", "private", "", "private", "", "the name tells it from other subnets"},
		{"aws_subnet", "this", "", "", "", "says nothing"},
		{"aws_subnet", "private_subnets", "", "private", "", "a subnet need not be called a subnet twice"},
		{"aws_lb", "openbao", "", "OpenBao", "", "proper names are written as such"},
		{"aws_iam_role", "this", "module.node_role", "node", "", "the module says what the name does not"},
		{"aws_iam_role", "this", `module.a["x.y"].module.ci`, "ci", "", "the innermost module is nearest; a dot in a key is no step"},
		{"aws_iam_role", "reader", "module.node_role", "reader", "", "its own name goes first"},
		{"aws_vpc", "a_very_long_name_with_many_words", "module.x", "", "a_very_long_name_with_many_words", "too long to say before a noun"},
		{"aws_vpc", "<!-- x -->", "", "", "", "not a name that HCL allows"},
		{"aws_security_group", "allow_tls", "", "", "allow_tls", "a command is no adjective"},
		{"aws_sns_topic", "this", "module.with_var", "", "", "nor is a phrase, and a module's is not the object's own"},
		{"aws_kms_key", "should_pass", "", "", "should_pass", "a whole phrase"},
		{"aws_internet_gateway", "test-igw", "", "", "", "an abbreviation of the type says nothing"},
		{"aws_security_group", "web_sg", "", "web", "", "what is left of it does"},
		{"aws_route_table", "pub_rtb", "", "pub", "", "pub is not short for a route table"},
		{"aws_elasticsearch_domain", "es", "", "", "", "short for Elasticsearch"},
		{"aws_s3_bucket", "bucket1", "", "", "", "a number names nothing"},
		{"aws_lb", "alb", "", "", "", "a kind of load balancer, which the variant says"},
		{"aws_security_group", "alb", "", "ALB", "", "whose security group it is"},
		{"azurerm_network_security_group", "nsg", "", "", "", "initials, though a known acronym"},
		{"azurerm_virtual_network", "vnet", "", "", "", "beginnings of two words"},
		{"azurerm_key_vault", "kv", "", "", "", "initials again"},
		{"aws_autoscaling_group", "asg", "", "", "", "of the name that people say"},
		{"aws_security_group", "db", "", "DB", "", "no beginnings of that type's words"},
		{"google_kms_key_ring", "keyring", "", "", "", "the same without its space"},
		{"aws_route53_zone", "example_com", "", "", "", "nor does a top-level domain"},
		{"aws_kms_replica_key", "eu", "", "EU", "", "a place is not an abbreviation"},
		{"aws_security_group", "efs", "", "EFS", "", "a known acronym is not one of the type either"},
	}
	c := catalog.Default()
	for _, tt := range tests {
		got, label := nick(&plan.Change{Type: tt.typ, Name: tt.name, ModuleAddress: tt.module}, c.Lookup(tt.typ), c)
		if got != tt.want || label != tt.label {
			t.Errorf("%s.%s in %q is called %q %q, want %q %q: %s", tt.typ, tt.name, tt.module, got, label, tt.want, tt.label, tt.reason)
		}
	}
}

// TestOnlyTellingValues plants values where they must not come through.
func TestOnlyTellingValues(t *testing.T) {
	const canary = "canary-4f2a"
	change := func(before, after map[string]plan.Value, unmarked bool) *plan.Plan {
		return &plan.Plan{Changes: []*plan.Change{{
			Address: "aws_eks_cluster.x", Mode: "managed", Type: "aws_eks_cluster", Name: "x", Action: plan.ActionUpdate,
			Before: before, After: after, Unmarked: unmarked,
		}}}
	}
	tests := []struct {
		name string
		p    *plan.Plan
		want int // telling values
	}{
		{"an attribute that the catalog does not name", change(map[string]plan.Value{"token": "a", "version": "1.31"}, map[string]plan.Value{"token": canary, "version": "1.32"}, false), 1},
		{"sensitive", change(map[string]plan.Value{"version": plan.Sensitive}, map[string]plan.Value{"version": plan.Sensitive}, false), 0},
		{"sensitive on one side", change(map[string]plan.Value{"version": canary}, map[string]plan.Value{"version": plan.Sensitive}, false), 0},
		{"a plan that marks nothing", change(map[string]plan.Value{"version": "1"}, map[string]plan.Value{"version": canary, "name": canary}, true), 0},
		{"not a plain word", change(map[string]plan.Value{"version": "1"}, map[string]plan.Value{"version": canary + " and more = {"}, false), 0},
		{"a tree", change(map[string]plan.Value{"version": "1"}, map[string]plan.Value{"version": map[string]plan.Value{"a": canary}}, false), 0},
		{"too long", change(map[string]plan.Value{"version": "1"}, map[string]plan.Value{"version": strings.Repeat(canary, 9)}, false), 0},
	}
	for _, tt := range tests {
		f := Inspect(tt.p, catalog.Default())
		written, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(written), canary) {
			t.Errorf("%s: the facts hold the value: %s", tt.name, written)
		}
		if got := len(f.Changes[0].Telling); got != tt.want {
			t.Errorf("%s: %d telling values, want %d", tt.name, got, tt.want)
		}
	}
}

// TestSuspectsAreCountedOnce pairs what goes with what comes.
func TestSuspectsAreCountedOnce(t *testing.T) {
	f := &Facts{Changes: []Change{
		{Address: "a.x", Type: "a", Name: "x", Action: plan.ActionDelete},
		{Address: "a.x", Type: "a", Name: "x", Action: plan.ActionDelete, Deposed: "0f"},
		{Address: "a.y", Type: "a", Name: "y", Action: plan.ActionCreate},
		{Address: "a.z", Type: "a", Name: "z", Action: plan.ActionDelete},
	}}
	tests := []struct {
		name     string
		suspects map[string]string
		want     map[Verb]int
		reason   string
	}{
		{"none", nil, map[Verb]int{Destroy: 3, Add: 1}, "nothing looks like a move"},
		{"pair", map[string]string{"a.x": "a.y"}, map[Verb]int{DestroyAdd: 1, Destroy: 2}, "a leftover at the same address does not move"},
		{"two to one", map[string]string{"a.x": "a.y", "a.z": "a.y"}, map[Verb]int{DestroyAdd: 1, Destroy: 2}, "one new object has one past; the first by address"},
		{"elsewhere", map[string]string{"a.z": ""}, map[Verb]int{Destroy: 3, Add: 1}, "the other side is in another stack"},
		{"made up", map[string]string{"a.x": "a.nowhere"}, map[Verb]int{Destroy: 3, Add: 1}, "no such create is planned"},
	}
	for _, tt := range tests {
		got := map[Verb]int{}
		for _, row := range f.Rows(tt.suspects) {
			got[row.Verb] = row.Count
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v, want %v: %s", tt.name, got, tt.want, tt.reason)
			continue
		}
		for v, n := range tt.want {
			if got[v] != n {
				t.Errorf("%s: %v, want %v: %s", tt.name, got, tt.want, tt.reason)
			}
		}
	}
}

// TestOrderDoesNotMatter shuffles the changes: groups and their order stay.
func TestOrderDoesNotMatter(t *testing.T) {
	kinds := map[string]Kind{"a": {Plural: "as", Weight: 2}, "b": {Plural: "bs", Weight: 4}, "c": {Plural: "cs", Weight: 4, Part: true}}
	forward := &Facts{Kinds: kinds}
	backward := &Facts{Kinds: kinds}
	all := []string{"a.one", "b.one", "c.one", "a.two", "b.two"}
	for i := range all {
		for f, address := range map[*Facts]string{forward: all[i], backward: all[len(all)-1-i]} {
			typ, name, _ := strings.Cut(address, ".")
			f.Changes = append(f.Changes, Change{Address: address, Type: typ, Name: name, Action: plan.ActionCreate})
		}
	}
	order := func(f *Facts) string {
		var out []string
		for _, g := range f.Rows(nil)[0].Groups {
			out = append(out, g.Type)
		}
		return strings.Join(out, " ")
	}
	if got := order(forward); got != "b c a" && got != "b a c" || got != order(backward) {
		t.Errorf("%q forward, %q backward", got, order(backward))
	}
}
