package depend

import (
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// TestRemoteStatePlaces holds a reader's settings against an owner's backend:
// a link where both mean one state, and none where they do not.
func TestRemoteStatePlaces(t *testing.T) {
	remote := func(backend, config string) string {
		return "data \"terraform_remote_state\" \"n\" {\n backend = \"" + backend + "\"\n config = { " + config + " }\n}\n"
	}
	in := func(workspace, reader string) string {
		return strings.Replace(reader, "backend =", "workspace = "+workspace+"\n backend =", 1)
	}
	const s3 = "backend \"s3\" {\n bucket = \"b\"\n key = \"net/terraform.tfstate\"\n workspace_key_prefix = \"envs\"\n}"
	for _, row := range []struct {
		why, owner, reader string
		strength           Strength // "" for no link
	}{
		{"no backend block is a local file beside the files", "", remote("local", `path = "../net/terraform.tfstate"`), Proof},
		{"a path from the stack's own folder, however it is written", `backend "local" { path = "../state/./net.tfstate" }`, remote("local", `path = "${path.module}/../net/../state/net.tfstate"`), Proof},
		{"another file", `backend "local" { path = "net.tfstate" }`, remote("local", `path = "../net/terraform.tfstate"`), ""},
		{"the file that a named workspace has beside the default one", "", remote("local", `path = "../net/terraform.tfstate.d/prod/terraform.tfstate"`), Strong},
		{"the folder of named workspaces, given as such", `backend "local" { workspace_dir = "ws" }`, in(`"prod"`, remote("local", `workspace_dir = "../net/ws"`)), Strong},
		{"a setting that only named workspaces use does not matter to the default one", s3, remote("s3", `bucket = "b", key = "net/terraform.tfstate", region = "x"`), Proof},
		{"the default workspace by its name", s3, in(`"default"`, remote("s3", `bucket = "b", key = "net/terraform.tfstate"`)), Proof},
		{"a named workspace of the same backend", s3, in(`"prod"`, remote("s3", `bucket = "b", key = "net/terraform.tfstate", workspace_key_prefix = "envs"`)), Strong},
		{"a named workspace under another prefix is another state", s3, in(`"prod"`, remote("s3", `bucket = "b", key = "net/terraform.tfstate"`)), ""},
		{"the reader's own workspace", s3, in("terraform.workspace", remote("s3", `bucket = "b", key = "net/terraform.tfstate", workspace_key_prefix = "envs"`)), Strong},
		{"one key for each element", s3, "data \"terraform_remote_state\" \"n\" {\n for_each = toset([\"net\", \"db\"])\n backend = \"s3\"\n config = { bucket = \"b\", key = \"${each.key}/terraform.tfstate\" }\n}\n", Proof},
		{"settings in a local value", s3, "locals { at = { bucket = \"b\", key = \"net/terraform.tfstate\" } }\n" + strings.Replace(remote("s3", ""), "{  }", "local.at", 1), Proof},
		{"settings that are merged", s3, "locals { at = { bucket = \"b\" } }\n" + strings.Replace(remote("s3", ""), "{  }", `merge(local.at, { key = "net/terraform.tfstate" })`, 1), Proof},
		{"a bucket that is not known", s3, remote("s3", `bucket = aws_s3_bucket.x.id, key = "net/terraform.tfstate"`), ""},
		{"another kind of backend", s3, remote("gcs", `bucket = "b", prefix = "net/terraform.tfstate"`), ""},
		{"a prefix with a slash behind", `backend "gcs" { 
 bucket = "b"
 prefix = "net" 
}`, remote("gcs", `bucket = "b", prefix = "net/"`), Proof},
		{"an Azure container", "backend \"azurerm\" {\n resource_group_name = \"r\"\n storage_account_name = \"a\"\n container_name = \"c\"\n key = \"net\"\n}", remote("azurerm", `storage_account_name = "a", container_name = "c", key = "net"`), Proof},
		{"an address", `backend "http" { address = "https://state.example.com/net" }`, remote("http", `address = "https://state.example.com/net"`), Proof},
		{"a namespace that is the standard one", `backend "kubernetes" { secret_suffix = "net" }`, remote("kubernetes", `secret_suffix = "net", namespace = "default"`), Proof},
		{"a workspace of the remote backend", "backend \"remote\" {\n organization = \"o\"\n workspaces { name = \"net\" }\n}", remote("remote", `organization = "o", workspaces = { name = "net" }`), Proof},
		{"the standard host by its name", "cloud {\n organization = \"o\"\n workspaces { name = \"net\" }\n}", remote("remote", `hostname = "app.terraform.io", organization = "o", workspaces = { name = "net" }`), Proof},
		{"another host", "cloud {\n organization = \"o\"\n workspaces { name = \"net\" }\n}", remote("remote", `hostname = "tfe.example.com", organization = "o", workspaces = { name = "net" }`), ""},
		{"a workspace by prefix", "backend \"remote\" {\n organization = \"o\"\n workspaces { prefix = \"net-\" }\n}", in(`"prod"`, remote("remote", `organization = "o", workspaces = { prefix = "net-" }`)), Strong},
		{"workspaces by tag are not known", "cloud {\n organization = \"o\"\n workspaces { tags = [\"net\"] }\n}", remote("remote", `organization = "o", workspaces = { name = "net" }`), ""},
		{"the outputs of a workspace", "cloud {\n organization = \"o\"\n workspaces { name = \"net\" }\n}", "data \"tfe_outputs\" \"n\" {\n organization = \"o\"\n workspace = \"net\"\n}\n", Proof},
	} {
		fsys := fileSystem(map[string]string{
			"net/main.tf": "terraform {\n" + row.owner + "\n}\nresource \"t\" \"vpc\" {}\nresource \"t\" \"dns\" {}\noutput \"vpc\" { value = t.vpc.id }\noutput \"dns\" { value = t.dns.id }\n",
			"app/main.tf": row.reader + "resource \"t\" \"reader\" { x = " + readerOf(row.reader) + ".vpc }\n",
		})
		g := Join([]*Facts{stack(t, fsys, "net"), stack(t, fsys, "app")}, nil)
		var got Strength
		for _, r := range g.Reach([]Start{{Node: g.Node("/net", "t.vpc")}}, 0) {
			if g.Nodes[r.Node].Address == "t.reader" {
				got = r.Strength
			}
		}
		if got != row.strength {
			t.Errorf("%s: strength %q, want %q; links %+v, gaps %v", row.why, got, row.strength, g.Links, g.Gaps)
		}
		for _, r := range g.Reach([]Start{{Node: g.Node("/net", "t.dns")}}, 0) {
			if g.Nodes[r.Node].Address == "t.reader" {
				t.Errorf("%s: another output reaches the reader", row.why)
			}
		}
	}
}

// readerOf returns the expression that holds the outputs that are read.
func readerOf(block string) string {
	switch {
	case strings.Contains(block, "tfe_outputs"):
		return "data.tfe_outputs.n.values"
	case strings.Contains(block, "for_each"):
		return "data.terraform_remote_state.n[\"net\"].outputs"
	}
	return "data.terraform_remote_state.n.outputs"
}

// TestOtherPartOfAnOutput: who reads another attribute of the same output is
// listed as an inside dependent would be, without a value that flows.
func TestOtherPartOfAnOutput(t *testing.T) {
	fsys := fileSystem(map[string]string{
		"net/main.tf": "resource \"t\" \"vpc\" {}\nresource \"t\" \"dns\" {}\noutput \"net\" { value = { vpc = t.vpc.id, dns = t.dns.id } }\noutput \"alone\" { value = t.dns.id }\n",
		"app/main.tf": "data \"terraform_remote_state\" \"n\" {\n backend = \"local\"\n config = { path = \"../net/terraform.tfstate\" }\n}\n" +
			"resource \"t\" \"vpc\" { x = data.terraform_remote_state.n.outputs.net.vpc }\nresource \"t\" \"dns\" { x = lookup(data.terraform_remote_state.n.outputs[\"net\"], \"dns\", \"\") }\n" +
			"resource \"t\" \"alone\" { x = lookup(data.terraform_remote_state.n.outputs, \"alone\", \"\") }\n",
	})
	g := Join([]*Facts{stack(t, fsys, "net"), stack(t, fsys, "app")}, nil)
	got := map[string]Strength{}
	for _, r := range g.Reach([]Start{{Node: g.Node("/net", "t.vpc")}}, 0) {
		if n := g.Nodes[r.Node]; n.Stack == "/app" {
			got[n.Address] = r.Strength
		}
	}
	if len(got) != 2 || got["t.vpc"] != Proof || got["t.dns"] != Ordering {
		t.Errorf("the VPC reaches %v", got)
	}
}

// TestIDsFromElsewhere finds ids where a plan or a file of values has them.
func TestIDsFromElsewhere(t *testing.T) {
	object := func(mode, typ, name string, values map[string]plan.Value) plan.PriorResource {
		addr := typ + "." + name
		if mode == "data" {
			addr = "data." + addr
		}
		return plan.PriorResource{Address: addr, Mode: mode, Type: typ, Values: values}
	}
	const subnet, zone = "subnet-0a1b2c3d4e5f67890", "Z0123456789ABCDEFGHIJ"
	owner := []plan.PriorResource{
		object("managed", "aws_subnet", "a", map[string]plan.Value{"id": subnet, "arn": "arn:aws:ec2:eu-west-1:1:subnet/" + subnet}),
		object("managed", "aws_route53_zone", "z", map[string]plan.Value{"id": zone, "zone_id": zone}),
		object("managed", "aws_eks_cluster", "c", map[string]plan.Value{"id": "platform", "name": "platform"}),
		object("managed", "aws_lb", "l", map[string]plan.Value{"id": "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/a/50dc6c495c0c9188", "zone_id": "Z2IFOLAFXWLO4F"}),
	}
	for _, row := range []struct {
		why, files, values string
		prior              []plan.PriorResource
		changes            []*plan.Change
		to                 string
		strength           Strength
	}{
		{
			why: "a data source of several has found it", to: "aws_subnet.a", strength: Proof, files: "data \"aws_subnets\" \"x\" {}\n",
			prior: []plan.PriorResource{object("data", "aws_subnets", "x", map[string]plan.Value{"id": "eu-west-1", "ids": []plan.Value{subnet}})},
		},
		{
			why: "a data source of a part of it", to: "aws_eks_cluster.c", strength: Strong, files: "data \"aws_eks_cluster_auth\" \"x\" {}\n",
			prior: []plan.PriorResource{object("data", "aws_eks_cluster_auth", "x", map[string]plan.Value{"id": "platform"})},
		},
		{
			why: "another type by the same name", to: "", files: "data \"aws_iam_role\" \"x\" {}\n",
			prior: []plan.PriorResource{object("data", "aws_iam_role", "x", map[string]plan.Value{"id": "platform"})},
		},
		{
			why: "a record in its zone", to: "aws_route53_zone.z", strength: Strong, files: "variable \"zone\" {}\nresource \"aws_route53_record\" \"x\" { zone_id = var.zone }\n",
			prior: []plan.PriorResource{object("managed", "aws_route53_record", "x", map[string]plan.Value{"id": zone + "_a_A", "zone_id": zone})},
		},
		{why: "the zone of all load balancers of a region is nobody's", to: "", files: "resource \"aws_route53_record\" \"x\" { alias_zone = \"Z2IFOLAFXWLO4F\" }\n"},
		{why: "a file of values", to: "aws_subnet.a", strength: Strong, files: "variable \"s\" {}\nresource \"aws_instance\" \"x\" { subnet_id = var.s }\n", values: "s = \"" + subnet + "\"\n"},
		{
			why: "what is to be made", to: "aws_subnet.a", strength: Strong, files: "variable \"s\" {}\nresource \"aws_instance\" \"x\" { subnet_id = var.s }\n",
			changes: []*plan.Change{{Address: "aws_instance.x", Mode: "managed", Type: "aws_instance", Action: plan.ActionCreate, After: map[string]plan.Value{"subnet_id": subnet}}},
		},
		{
			why: "what is to be made, with a value that is not shown", to: "", files: "resource \"aws_instance\" \"x\" {}\n",
			changes: []*plan.Change{{Address: "aws_instance.x", Mode: "managed", Type: "aws_instance", Action: plan.ActionCreate, After: map[string]plan.Value{"subnet_id": plan.Sensitive}}},
		},
	} {
		fsys := fileSystem(map[string]string{"net/main.tf": "", "app/main.tf": row.files, "app/terraform.tfvars": row.values})
		app := stack(t, fsys, "app", row.prior...)
		if row.changes != nil {
			app = inspectWith(t, fsys, "app", &plan.Plan{Changes: row.changes})
		}
		g := Join([]*Facts{stack(t, fsys, "net", owner...), app}, nil)
		switch {
		case row.to == "" && len(g.Links) > 0:
			t.Errorf("%s: %+v", row.why, g.Links)
		case row.to != "" && (len(g.Links) != 1 || g.Links[0].ToAddress != row.to || g.Links[0].Strength != row.strength):
			t.Errorf("%s: %+v", row.why, g.Links)
		}
	}
}

// TestUnreadStateIsAGap: a module's data source whose settings nobody knows is
// named.
func TestUnreadStateIsAGap(t *testing.T) {
	f := stack(t, fileSystem(map[string]string{
		"app/main.tf":   "module \"m\" {\n source = \"./m\"\n key = \"net\"\n}\n",
		"app/m/main.tf": "variable \"key\" {}\ndata \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = { bucket = \"b\", key = var.key }\n}\n",
	}), "app")
	if got := strings.Join(f.Gaps, "\n"); got != "which state module.m.data.terraform_remote_state.n reads is not known" {
		t.Errorf("gaps: %s", got)
	}
}
