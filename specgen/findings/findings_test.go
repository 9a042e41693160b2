package findings_test

import (
	"testing"

	"github.com/tofuspec/tofuspec/specgen/findings"
)

const sarif = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Trivy","rules":[{"id":"AVD-AWS-0053","shortDescription":{"text":"Load balancer is exposed publicly."},"properties":{"security-severity":"8.0"}}]}},
"results":[{"ruleId":"AVD-AWS-0053","ruleIndex":0,"level":"error","message":{"text":"long\ntext"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"opentofu/net/lb.tf"},"region":{"startLine":3,"endLine":9}}}]},
{"ruleId":"AVD-AWS-0001","level":"note","message":{"text":"elsewhere"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"other.tf"},"region":{"startLine":1}}}]},
{"ruleId":"X","message":{"text":"accepted"},"suppressions":[{"kind":"external"}]},{"ruleId":"Y","kind":"pass","message":{"text":"fine"}}]}]}`

const trivyJSON = `{"SchemaVersion":2,"Results":[{"Target":"opentofu/net/lb.tf","Misconfigurations":[{"ID":"A","AVDID":"AVD-A","Title":"t","Severity":"HIGH","Status":"FAIL","CauseMetadata":{"Resource":"aws_lb.a","StartLine":3,"EndLine":9}},{"ID":"B","Status":"PASS"}]}]}`

const checkovJSON = `[{"check_type":"terraform","results":{"failed_checks":[{"check_id":"CKV_AWS_1","check_name":"n","file_path":"/lb.tf","repo_file_path":"/opentofu/net/lb.tf","file_line_range":[3,9],"resource":"aws_lb.a","severity":null}],"passed_checks":[]}},{"passed":0,"failed":0,"checkov_version":"3"}]`

var resources = []findings.Resource{
	{Stack: "/opentofu/net", Address: "aws_lb.a[0]", File: "opentofu/net/lb.tf", Line: 3},
	{Stack: "/opentofu/other", Address: "aws_lb.a", File: "opentofu/other/lb.tf", Line: 3},
}

func TestScannersMeetTheirResource(t *testing.T) {
	for _, tc := range []struct {
		name, src, rule, severity string
		others                    int
		why                       string
	}{
		{"sarif", sarif, "AVD-AWS-0053", "high", 1, "no address: file and line tell; what passed or is suppressed is no finding"},
		{"trivy", trivyJSON, "AVD-A", "high", 0, "two stacks have the address: the file tells which"},
		{"checkov", checkovJSON, "CKV_AWS_1", "", 0, "a list of frameworks, one of them empty"},
	} {
		found, err := findings.Read([]byte(tc.src))
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		matched, others := findings.Attach(found, resources)
		if len(matched) != 1 || others != tc.others {
			t.Fatalf("%s: %d matched, %d others: %s", tc.name, len(matched), others, tc.why)
		}
		if m := matched[0]; m.Rule != tc.rule || m.Severity != tc.severity || m.Resource.Stack != "/opentofu/net" {
			t.Errorf("%s: %+v: %s", tc.name, m, tc.why)
		}
	}
}

func TestAnAddressInTwoStacksIsNotGuessed(t *testing.T) {
	matched, others := findings.Attach([]findings.Finding{{Rule: "X", Address: "aws_lb.a"}}, resources)
	if len(matched) != 0 || others != 1 {
		t.Errorf("%d matched, %d others; want it counted, not guessed", len(matched), others)
	}
}

func TestNotAScannersFile(t *testing.T) {
	for _, src := range []string{"", "[]", "{}", "x", `{"results":{}}`, `{"runs":3}`, `[{"a":1}]`, `null`, `3`} {
		if found, err := findings.Read([]byte(src)); err == nil {
			t.Errorf("Read(%q) = %v, want an error", src, found)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{sarif, trivyJSON, checkovJSON} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(_ *testing.T, src []byte) {
		found, err := findings.Read(src)
		if err == nil {
			findings.Attach(found, resources)
		}
	})
}
