package settings

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
)

const example = `
spec {
  template = "docs/specs/templates/spec-infrastructure.md"
  folders  = ["docs/specs/active", "docs/specs/done"]
  aliases  = { summary = ["Overview", "TL;DR"] }
}

check {
  fail_on = ["migration", "irreversible"]

  rule "tag:prod" {
    fail_on = ["migration", "irreversible", "full outage"]
  }

  exception "irreversible" {
    stack   = "/opentofu/sandbox"
    reason  = "thrown away every night"
    expires = "2027-01-31"
  }
}

resource_type "aws_vpc" {
  criticality = "low"
}

resource_type "acme_widget_*" {
  name     = "Acme widget"
  category = "compute"
}

resource_type "acme_tenant" {
  name        = "tenant"
  category    = "database"
  criticality = "critical"
  stateful    = true
  summary     = "a customer's data"
  destroy     = ["data_loss"]
  destroy_why = "the customer's data is gone"
  docs        = "https://wiki.example.org/tenant"

  protection "deletion_protection" {
    attribute = "locked"
    on        = "true"
  }
}
`

func TestLoad(t *testing.T) {
	s, diags := Load(fstest.MapFS{FileName: {Data: []byte(example)}})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if s.Spec.Template != "docs/specs/templates/spec-infrastructure.md" || len(s.Spec.Folders) != 2 || len(s.Spec.Aliases["summary"]) != 2 {
		t.Errorf("spec block: %+v", s.Spec)
	}
	if len(s.Check.FailOn) != 2 || s.Check.Rules[0].Stacks != "tag:prod" || s.Check.Exceptions[0].Expires != "2027-01-31" {
		t.Errorf("check block: %+v", s.Check)
	}
	vpc := s.Catalog.Lookup("aws_vpc")
	if vpc.Criticality != catalog.Low || vpc.Singular != "VPC" || !vpc.Destroy.Has(catalog.Outage) {
		t.Errorf("an override keeps what it does not write: %+v", vpc)
	}
	tenant := s.Catalog.Lookup("acme_tenant")
	if !tenant.Known() || tenant.Plural != "tenants" || !tenant.Stateful || len(tenant.Protections) != 1 || tenant.File != FileName {
		t.Errorf("a type of one's own: %+v", tenant)
	}
	if part := s.Catalog.Lookup("acme_widget_part"); part.Singular != "Acme widget part" || part.Match != catalog.MatchPrefix {
		t.Errorf("a family of one's own: %+v", part)
	}
}

func TestLoadWithout(t *testing.T) {
	s, diags := Load(fstest.MapFS{})
	if len(diags) > 0 || s.Catalog == nil || s.Spec.Template != "" {
		t.Errorf("a missing file is as good as an empty one: %+v %v", s, diags)
	}
}

func TestParseBad(t *testing.T) {
	tests := []struct{ name, src, want, reason string }{
		{"syntax", "spec {", ".tofuspec.hcl:1,", "names file and line"},
		{"unknown block", "template {}\n", "Unsupported block type", "a block that nobody reads would be a silent mistake"},
		{"two", "spec {}\nspec {}\n", ".tofuspec.hcl:2,1", "the second one is the mistake"},
		{"type", "spec {\n  folders = 3\n}\n", ".tofuspec.hcl:2", "a number is no list of folders"},
		{"category", "resource_type \"a_b\" {\n  name = \"x\"\n  category = \"stuff\"\n}\n", ".tofuspec.hcl:3", "there is no such category"},
		{"twice", "resource_type \"a_b\" {\n  name = \"x\"\n}\nresource_type \"a_b\" {\n  name = \"y\"\n}\n", ".tofuspec.hcl:4", "one block a type"},
		{"variable", "spec {\n  template = var.x\n}\n", "Variables not allowed", "nothing is evaluated"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, diags := Parse([]byte(tt.src), FileName)
			if !diags.HasErrors() || !strings.Contains(diags.Error(), tt.want) && !strings.Contains(diags[0].Error(), tt.want) {
				t.Errorf("got %v, want %q: %s", diags, tt.want, tt.reason)
			}
			if s == nil || s.Catalog == nil {
				t.Error("the rest still works")
			}
		})
	}
}

func TestLoadTooLarge(t *testing.T) {
	_, diags := Load(fstest.MapFS{FileName: {Data: make([]byte, maxSize+1)}})
	if !diags.HasErrors() {
		t.Error("a file without bound is not read")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte("resource_type \"*\" { also = [null, 1, x] }"))
	f.Add([]byte("resource_type \"\" { telling = { a = null } }"))
	f.Fuzz(func(t *testing.T, src []byte) {
		s, _ := Parse(src, FileName)
		if s == nil || s.Catalog == nil {
			t.Fatal("no settings")
		}
		s.Catalog.Lookup("aws_vpc")
		s.Catalog.Lookup("acme_widget")
	})
}

// TestDocumentation reads the example of the documentation.
func TestDocumentation(t *testing.T) {
	text, err := os.ReadFile("../../docs/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```hcl\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("no example")
	}
	s, diags := Parse([]byte(example), FileName)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if f := s.Catalog.Lookup("acme_tenant"); f.Singular != "tenant" || len(s.Check.Exceptions) != 1 || len(s.Spec.Folders) != 2 {
		t.Errorf("the example is read as %+v", s)
	}
	if f := s.Catalog.Lookup("aws_ssm_parameter"); f.Criticality != "high" || f.Singular != "SSM parameter" {
		t.Errorf("an override keeps the rest: %+v", f)
	}
}

// TestParseTooDeep holds that a file of brackets is refused with its place, and
// does not use the program's stack up.
func TestParseTooDeep(t *testing.T) {
	s, diags := Parse([]byte("spec {\n  folders = "+strings.Repeat("[", 900_000)), FileName)
	if s == nil || !diags.HasErrors() || diags[0].Subject == nil || diags[0].Subject.Start.Line != 2 {
		t.Errorf("got %v", diags)
	}
}
