package depend

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

func fileSystem(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, src := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(src)}
	}
	return fsys
}

// stack inspects one folder, with existing objects where given.
func stack(t *testing.T, fsys fstest.MapFS, dir string, prior ...plan.PriorResource) *Facts {
	t.Helper()
	var p *plan.Plan
	if len(prior) > 0 {
		p = &plan.Plan{Prior: prior}
	}
	return inspectWith(t, fsys, dir, p)
}

func inspectWith(t *testing.T, fsys fstest.MapFS, dir string, p *plan.Plan) *Facts {
	t.Helper()
	tree, diags := tfconfig.LoadTree(fsys, dir)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return Inspect(Input{Stack: "/" + dir, ID: strings.ReplaceAll(dir, "/", "-"), Tree: tree, Plan: p})
}

func TestLinksBetweenStacks(t *testing.T) {
	const s3 = "terraform {\n backend \"s3\" {\n bucket = \"b\"\n key = \"net\"\n }\n}\noutput \"vpc\" { value = aws_vpc.a.id }\nresource \"aws_vpc\" \"a\" {\n tags = { Name = \"main\" }\n}\n"
	object := func(mode, typ, name string, values map[string]plan.Value) plan.PriorResource {
		addr := typ + "." + name
		if mode == "data" {
			addr = "data." + addr
		}
		return plan.PriorResource{Address: addr, Mode: mode, Type: typ, Values: values}
	}
	vpc := object("managed", "aws_vpc", "a", map[string]plan.Value{"id": "vpc-0a1b2c3d4e5f67890"})
	for _, row := range []struct {
		why      string
		app      string
		netPrior []plan.PriorResource
		appPrior []plan.PriorResource
		shared   []Shared
		files    map[string]string
		via      string
		strength Strength
	}{
		{
			why: "the same backend settings are the same state", via: "remote state", strength: Proof,
			app: "data \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = {\n bucket = \"b\"\n key = \"net\"\n }\n}\n",
		},
		{
			why: "a setting at a variable's default may be another in truth", via: "remote state", strength: Strong,
			app: "variable \"k\" { default = \"net\" }\ndata \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = {\n bucket = \"b\"\n key = var.k\n }\n}\n",
		},
		{
			why: "a setting that a file of values fixes is no assumption", via: "remote state", strength: Proof, files: map[string]string{"app/terraform.tfvars": "k = \"other\"\n", "app/z.auto.tfvars": "k = \"net\"\n"},
			app: "variable \"k\" { default = \"nowhere\" }\ndata \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = {\n bucket = \"b\"\n key = var.k\n }\n}\n",
		},
		{
			why: "a sensitive value is not used", via: "", files: map[string]string{"app/terraform.tfvars": "k = \"net\"\n"},
			app: "variable \"k\" {\n default = \"nowhere\"\n sensitive = true\n}\ndata \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = {\n bucket = \"b\"\n key = var.k\n }\n}\n",
		},
		{why: "another key is another state", via: "", app: "data \"terraform_remote_state\" \"n\" {\n backend = \"s3\"\n config = {\n bucket = \"b\"\n key = \"other\"\n }\n}\n"},
		{
			why: "a data source that has found the very object", via: "data source", strength: Proof, netPrior: []plan.PriorResource{vpc},
			app:      "data \"aws_vpc\" \"x\" { default = false }\n",
			appPrior: []plan.PriorResource{object("data", "aws_vpc", "x", map[string]plan.Value{"id": "vpc-0a1b2c3d4e5f67890"})},
		},
		{
			why: "an id written out", via: "written out", strength: Strong, netPrior: []plan.PriorResource{vpc},
			app: "resource \"aws_subnet\" \"s\" { vpc_id = \"vpc-0a1b2c3d4e5f67890\" }\n",
		},
		{
			why: "a tag that a data source looks for", via: "name", strength: Likely,
			app: "data \"aws_vpc\" \"x\" {\n filter {\n name = \"tag:Name\"\n values = [\"main\"]\n }\n}\n",
		},
		{
			why: "the same tag on another type tells nothing", via: "",
			app: "data \"aws_subnet\" \"x\" {\n filter {\n name = \"tag:Name\"\n values = [\"main\"]\n }\n}\n",
		},
		{
			why: "an output that Terramate hands on", via: "output sharing", strength: Proof,
			app: "variable \"vpc\" {}\n", shared: []Shared{{Variable: "vpc", StackID: "NET", Outputs: []string{"vpc"}}},
		},
		{
			why: "an output whose generated file is not there", via: "output sharing", strength: Proof,
			app: "", shared: []Shared{{Variable: "subnets", StackID: "net", Outputs: []string{"subnets"}}},
		},
		{why: "a file in the other's folder", via: "file", strength: Strong, app: "output \"o\" { value = file(\"${path.module}/../net/values.yaml\") }\n"},
	} {
		fsys := fileSystem(map[string]string{"net/main.tf": s3, "app/main.tf": row.app})
		maps.Copy(fsys, fileSystem(row.files))
		net, app := stack(t, fsys, "net", row.netPrior...), stack(t, fsys, "app", row.appPrior...)
		app.Shared = row.shared
		g := Join([]*Facts{net, app}, []Order{{Before: "/net", After: "/app"}})
		var got *Link
		for i := range g.Links {
			if l := &g.Links[i]; l.Strength != Ordering {
				got = l
				break
			}
		}
		switch {
		case row.via == "" && got != nil:
			t.Errorf("%s: linked by %s (%s)", row.why, got.Via, got.Text)
		case row.via != "" && got == nil:
			t.Errorf("%s: no link", row.why)
		case row.via != "" && (got.Via != row.via || got.Strength != row.strength || got.From != "/app" || got.To != "/net" || got.Text == ""):
			t.Errorf("%s: %+v", row.why, *got)
		}
		if n := len(g.Links); n == 0 || g.Links[n-1].Strength != Ordering {
			t.Errorf("%s: the run order is a link of its own: %+v", row.why, g.Links)
		}
	}
}

// TestNamesAgainstTheRunOrder: a likeness of names against the order that the
// stacks are told to run in is chance.
func TestNamesAgainstTheRunOrder(t *testing.T) {
	fsys := fileSystem(map[string]string{
		"app/main.tf": "data \"aws_vpc\" \"x\" {\n filter {\n name = \"tag:Name\"\n values = [\"main\"]\n }\n}\n",
		"net/main.tf": "resource \"aws_vpc\" \"a\" {\n tags = { Name = \"main\" }\n}\n",
	})
	for _, row := range []struct {
		why   string
		order []Order
		want  int
	}{
		{"without an order it may be", nil, 1},
		{"in the order it may be", []Order{{"/net", "/app"}}, 1},
		{"against the order it is not", []Order{{"/app", "/net"}}, 0},
		{"nor over a stack between", []Order{{"/app", "/mid"}, {"/mid", "/net"}}, 0},
	} {
		n := 0
		for _, l := range Join([]*Facts{stack(t, fsys, "app"), stack(t, fsys, "net")}, row.order).Links {
			if l.Strength == Likely {
				n++
			}
		}
		if n != row.want {
			t.Errorf("%s: %d links, want %d", row.why, n, row.want)
		}
	}
}

func TestFactsHoldNoValue(t *testing.T) {
	fsys := fileSystem(map[string]string{"s/terraform.tfvars": "b = \"canary-bucket\"\n", "s/main.tf": "variable \"b\" {}\nterraform {\n backend \"s3\" {\n bucket = var.b\n key = \"canary-key\"\n }\n}\nresource \"aws_x\" \"y\" {\n name = \"canary-name-1234\"\n password = \"canary-pass-1234\"\n}\n"})
	f := stack(t, fsys, "s", plan.PriorResource{
		Address: "aws_x.y", Mode: "managed", Type: "aws_x",
		Values: map[string]plan.Value{"id": "canary-id-12345678", "name": "canary-name-1234", "tags": map[string]plan.Value{"Name": "canary-tag-1234"}},
	})
	if f.State.Key == "" {
		t.Error("the file of values settles the backend")
	}
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "canary") {
		t.Errorf("a value is in the facts: %s", b)
	}
}

func TestFactsSurviveTheirFile(t *testing.T) {
	f := wide(3, 5)
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var back []*Facts
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	one, two := Join(f, nil), Join(back, nil)
	ask := func(g *Graph) []Reached { return g.Reach([]Start{{Node: 0}}, 0) }
	if len(ask(one)) == 0 || !slices.Equal(ask(one), ask(two)) {
		t.Error("the radius differs after a round trip")
	}
	back[0].Edges = append(back[0].Edges, Edge{From: -1, To: 1 << 40})
	back[0].Remote = append(back[0].Remote, Remote{Node: 1 << 40, State: State{Key: "s3 bucket=b key=0"}})
	back[0].Asks = append(back[0].Asks, Token{Node: -5})
	Join(back, nil) // a broken file is no panic
}

// TestDepth bounds the steps: all that is so near is found, and nothing else.
func TestDepth(t *testing.T) {
	g := Join(wide(4, 10), nil)
	starts := []Start{{Node: g.Node("/stacks/s0000", "aws_thing.r1")}}
	all := map[int]int{}
	for _, r := range g.Reach(starts, 0) {
		all[r.Node] = r.Distance
	}
	before := 0
	for depth := 1; depth < 12; depth++ {
		got := map[int]bool{}
		for _, r := range g.Reach(starts, depth) {
			got[r.Node] = true
			if _, ok := all[r.Node]; !ok || r.Distance > depth {
				t.Errorf("depth %d: %s at distance %d", depth, g.Nodes[r.Node].Address, r.Distance)
			}
		}
		for n, d := range all {
			if d <= depth && !got[n] {
				t.Errorf("depth %d: %s is %d away and missing", depth, g.Nodes[n].Address, d)
			}
		}
		if len(got) < before {
			t.Errorf("depth %d finds fewer than depth %d", depth, depth-1)
		}
		before = len(got)
	}
}

func TestOverlap(t *testing.T) {
	for _, row := range []struct {
		part, reads, rest string
		fits              bool
	}{
		{"", "id", "", true},
		{"id", "", "id", true},
		{"id", "id", "", true},
		{"id", "arn", "", false},
		{"outputs.vpc", "outputs", "vpc", true},
		{"outputs", "outputs.vpc", "", true},
		{"outputs.a", "outputs.b", "", false},
		{"a.x", "*.x", "", true},
		{"tags", "tags_all", "", false},
	} {
		rest, ok := overlap(row.part, row.reads)
		if rest != row.rest || ok != row.fits {
			t.Errorf("a change of %q and a reader of %q: %q %v", row.part, row.reads, rest, ok)
		}
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{`module.a["x.y\"]"].module.b[0].aws_x.y["k"]`, "data.t.n", `module.a`, `t.n["[`, `module.[`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := parseAddress(s)
		if got := within(a.module, a.object) + a.key; got != s {
			t.Errorf("%q came back as %q", s, got)
		}
		ConfigAddress(s)
	})
}
