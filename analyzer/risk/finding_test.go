package risk

import (
	"encoding/json"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// object decodes values the way that plans hold them.
func object(t *testing.T, s string) plan.Value {
	t.Helper()
	if s == "" {
		return nil
	}
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFindings(t *testing.T) {
	everybody := `{"policy": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}`
	for _, row := range []struct{ why, typ, before, after, want string }{
		{"ingress from everywhere", "aws_security_group", `{"ingress":[]}`, `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}]}`, "open ingress"},
		{"it has been open before, which is not news", "aws_security_group", `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}]}`, `{"ingress":[{"cidr_blocks":["0.0.0.0/0"]}],"tags":{}}`, ""},
		{"ingress from a private network", "aws_security_group", `{}`, `{"ingress":[{"cidr_blocks":["10.0.0.0/8"]}]}`, ""},
		{"a policy that allows everything", "aws_iam_policy", ``, everybody, "wildcard policy"},
		{"a policy that already did", "aws_iam_policy", everybody, everybody, ""},
		{"who may assume a role changes", "aws_iam_role", `{"assume_role_policy":"{}"}`, `{"assume_role_policy":"{\"Statement\":[]}"}`, "trust policy"},
		{"a database is made public", "aws_db_instance", `{"publicly_accessible":false}`, `{"publicly_accessible":true}`, "public access"},
		{"a volume without encryption", "aws_ebs_volume", ``, `{"encrypted":false}`, "encryption off"},
		{"a value that is not known is no finding", "aws_db_instance", `{}`, `{}`, ""},
		{"a policy that is no JSON is no finding", "aws_iam_policy", ``, `{"policy":"{{"}`, ""},
	} {
		c := &plan.Change{Address: row.typ + ".x", Type: row.typ, Action: plan.ActionUpdate, Before: object(t, row.before), After: object(t, row.after)}
		if row.before == "" {
			c.Action = plan.ActionCreate
		}
		if row.want == "trust policy" {
			c.Changed = []plan.Path{"assume_role_policy"}
		}
		got := ""
		if fs := findings("/s", c, catalog.Fact{}); len(fs) > 0 {
			got = fs[0].Kind
		}
		if got != row.want {
			t.Errorf("%s: %q, want %q", row.why, got, row.want)
		}
	}
}

func TestKnowledgeFilesAreWhole(t *testing.T) {
	if len(exposures()) < 40 || len(interruptions()) < 15 || len(oneWays()) < 10 {
		t.Errorf("rows: %d exposures, %d interruptions, %d one-ways", len(exposures()), len(interruptions()), len(oneWays()))
	}
	for _, e := range exposures() {
		if e.kind == "" || e.typ == "" || e.value == "" || e.text == "" {
			t.Errorf("a row lacks something: %+v", e)
		}
	}
}
