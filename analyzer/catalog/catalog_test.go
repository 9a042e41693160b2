package catalog

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// TestRows decodes every row: a fault shows with file and line.
func TestRows(t *testing.T) {
	c := Default()
	for _, d := range c.Check() {
		t.Error(d)
	}
	for _, typ := range c.Types() {
		f := c.Lookup(typ)
		where := func(format string) { t.Helper(); t.Errorf("%s:%d: %s: "+format, f.File, f.Line, typ) }
		if !f.Known() {
			where("not found under its own name")
		}
		if f.Category == "" || f.Criticality == "" || f.Summary == "" {
			where("category, criticality and summary are for every row")
		}
		if !strings.HasPrefix(f.Docs, "https://") || strings.Contains(f.Docs, "{name}") {
			where("no documentation page")
		}
		if f.Singular == f.Plural && !slices.Contains([]string{"s"}, f.Plural[len(f.Plural)-1:]) {
			where("one and many read the same")
		}
		if strings.HasSuffix(f.Summary, ".") || strings.Contains(f.Summary, "TODO") {
			where("a summary is a phrase, without full stop")
		}
		if f.Stateful && !f.Part && len(f.Destroy.Costs) == 0 {
			where("keeps state, and destroying it costs nothing?")
		}
	}
}

// TestEveryRowIsWhole counts the types that have a row of their own, and holds
// every row to the whole schema: what is left out would read as "costs
// nothing" or "nobody knows".
func TestEveryRowIsWhole(t *testing.T) {
	const least = 1200 // types; more than the 400 that plans hold most
	c := Default()
	sourced := 0
	providers := map[string]int{}
	for _, typ := range c.Types() {
		f := c.Lookup(typ)
		if f.Singular == "" || f.Plural == "" || f.Category == "" || f.Criticality.Weight() == 0 || f.Summary == "" {
			t.Errorf("%s:%d: %s lacks a name, a plural, a category, a criticality or a summary", f.File, f.Line, typ)
		}
		attrs, _, diags := c.shelf(provider(typ)).exact(typ).Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "destroy"}}})
		if diags.HasErrors() || attrs.Attributes["destroy"] == nil {
			t.Errorf("%s:%d: %s does not say what destroying it costs, be it nothing", f.File, f.Line, typ)
		}
		if strings.HasPrefix(f.Docs, "https://") {
			sourced++
			providers[provider(typ)]++
		}
		for _, p := range f.Protections {
			if p.Attribute == "" || p.On == "" {
				t.Errorf("%s:%d: %s has a protection without attribute or value", f.File, f.Line, typ)
			}
		}
		if f.Stateful && len(f.Destroy.Costs) == 0 && len(f.Replace.Costs) == 0 {
			t.Errorf("%s:%d: %s keeps state, and neither destroying nor replacing it costs anything", f.File, f.Line, typ)
		}
	}
	if sourced < least {
		t.Errorf("%d types have a row with a source, want at least %d", sourced, least)
	}
	for name, least := range map[string]int{
		"aws": 500, "google": 180, "azurerm": 200, "kubernetes": 70, "vault": 60, "cloudflare": 60, "github": 50,
		"tailscale": 18, "helm": 1, "flux": 1, "tls": 4, "random": 10, "null": 1, "local": 2, "time": 4,
	} {
		if providers[name] < least {
			t.Errorf("%s has %d types with a row, want at least %d", name, providers[name], least)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct {
		typ    string
		match  Match
		one    string
		many   string
		reason string
	}{
		{"aws_iam_role", MatchExact, "IAM role", "IAM roles", "a row names it"},
		{"aws_alb", MatchExact, "load balancer", "load balancers", "the provider's other name for aws_lb"},
		{"aws_api_gateway_made_up_part", MatchPrefix, "API Gateway made up part", "API Gateway made up parts", "the family's name stands before the rest"},
		{"aws_vpc_new_thing", MatchPrefix, "VPC new thing", "VPC new things", "longest prefix, aws_vpc_"},
		{"aws_made_up_vpc", MatchDerived, "made up VPC", "made up VPCs", "no row: words, with acronyms"},
		{"datadog_x_api", MatchPrefix, "Datadog x API", "Datadog x APIs", "a smaller provider is named"},
		{"wonka_widget", MatchDerived, "Wonka widget", "Wonka widgets", "an unknown provider is a proper name"},
		{"google_secret_manager_secret_made_up", MatchPrefix, "secret made up", "secret made ups", "no word is said twice where the family's name ends"},
		{"aws_budgets_budget_action", MatchDerived, "budget action", "budget actions", "nor in another number"},
		{"google_compute_disk_iam_member", MatchDerived, "disk grant", "disk grants", "what it does, not what it is called"},
		{"google_spanner_instance_iam_policy", MatchDerived, "Spanner instance access policy", "Spanner instance access policies", "the same for a whole policy"},
		{"aws_glacier_vault_lock", MatchDerived, "Glacier vault lock", "Glacier vault locks", "not HashiCorp's Vault"},
		{"aws_ec2_network_insights_analysis", MatchDerived, "EC2 network insights analysis", "EC2 network insights analyses", "a Greek plural"},
		{"google_os_config_v2_policy_orchestrator", MatchDerived, "OS Config policy orchestrator", "OS Config policy orchestrators", "a version says nothing to a person, and leaves no gap"},
		{"x", MatchDerived, "x", "xes", "no provider at all"},
		{"", MatchDerived, "", "", "nothing in, nothing out"},
	}
	c := Default()
	for _, tt := range tests {
		f := c.Lookup(tt.typ)
		if f.Match != tt.match || f.Singular != tt.one || f.Plural != tt.many {
			t.Errorf("Lookup(%q) = %s %q %q, want %s %q %q: %s", tt.typ, f.Match, f.Singular, f.Plural, tt.match, tt.one, tt.many, tt.reason)
		}
	}
}

// TestCutting parses every file as a whole, the plain way: the blocks that
// cutting finds are the blocks that are there, at the lines where they are.
func TestCutting(t *testing.T) {
	c := Default()
	files, err := fs.Glob(c.rows, "*/*.hcl")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		src, err := fs.ReadFile(c.rows, file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(src, hclwrite.Format(src)) {
			t.Errorf("%s is not formatted", file)
		}
		parsed, diags := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
		if diags.HasErrors() {
			t.Error(diags)
			continue
		}
		s := newShelf()
		s.cut(src, file)
		n := 0
		for _, b := range parsed.Body.(*hclsyntax.Body).Blocks {
			got := s.exact(b.Labels[0])
			if strings.HasSuffix(b.Labels[0], "*") {
				got = s.prefix(strings.TrimSuffix(b.Labels[0], "*"))
			}
			if got == nil || got.DefRange.String() != b.DefRange().String() {
				t.Errorf("%s: %s is at %s, and was found as %v", file, b.Labels[0], b.DefRange(), got)
			}
			n++
		}
		own := 0
		for label, one := range s.blocks {
			if label == one.label {
				own++
			}
		}
		if n != own {
			t.Errorf("%s has %d blocks, %d were found", file, n, own)
		}
	}
}

// FuzzLookup asks for types as a hostile plan can have them.
func FuzzLookup(f *testing.F) {
	for _, seed := range []string{"aws_vpc", "", "_", "aws_", "*", "aws_*", "../../etc_passwd", "words.hcl_x", "._x", "a\x00_b", "aws_vpc_\n|"} {
		f.Add(seed)
	}
	c := Default()
	f.Fuzz(func(t *testing.T, typ string) {
		got := c.Lookup(typ)
		if got.Type != typ || got.Match == "" {
			t.Errorf("%q: %+v", typ, got)
		}
	})
}
