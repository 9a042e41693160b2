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

// in is a SARIF file with one result.
func in(bases, rule, rest string) []byte {
	return []byte(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T","rules":[` + rule + `]}},"originalUriBaseIds":{` + bases + `},"results":[{"ruleId":"R","message":{"text":"m"},` + rest + `}]}]}`)
}

// at is a result's location.
func at(uri, region string) string {
	return `"locations":[{"physicalLocation":{"artifactLocation":{` + uri + `},"region":{` + region + `}}}]`
}

// TestManyScanners reads results as the scanners themselves write them.
func TestManyScanners(t *testing.T) {
	blocks := []findings.Resource{
		{Stack: "/live/net", Address: "aws_lb.a", File: "live/net/lb.tf", Line: 3, EndLine: 9},
		{Stack: "/live/net", Address: "aws_lb.b", File: "live/net/lb.tf", Line: 20, EndLine: 30},
		{Stack: "/live/net", Address: `module.kms["x"].aws_kms_key.this`, File: "modules/kms/main.tf", Line: 1, EndLine: 8},
		{Stack: "/live/net", Address: "aws_eip.gone"},
		{Stack: "/", Address: "aws_lb.root", File: "main.tf", Line: 3, EndLine: 9},
	}
	for _, tc := range []struct {
		src  []byte
		want string
		why  string
	}{
		{in("", "", at(`"uri":"live/net/lb.tf"`, `"startLine":5,"endLine":5`)), "aws_lb.a", "a line inside of a block"},
		{in("", "", at(`"uri":"live/net/lb.tf"`, `"startLine":15`)), "", "a line between blocks"},
		{in("", "", at(`"uri":"live/net/lb.tf"`, `"startLine":1,"endLine":40`)), "aws_lb.a", "a whole file: the first block"},
		{in(`"ROOTPATH":{"uri":"file:///home/ci/repo/"}`, "", at(`"uri":"live/net/lb.tf","uriBaseId":"ROOTPATH"`, `"startLine":3`)), "aws_lb.a", "Trivy: relative to an absolute root"},
		{in(`"P":{"uri":"file:///C:/ci/"},"S":{"uri":"repo/","uriBaseId":"P"}`, "", at(`"uri":"live/net/lb.tf","uriBaseId":"S"`, `"startLine":3`)), "aws_lb.a", "folders that are relative to each other"},
		{in(`"S":{"uri":"live/"}`, "", at(`"uri":"net/lb.tf","uriBaseId":"S"`, `"startLine":3`)), "aws_lb.a", "a folder below the root"},
		{in(`"A":{"uri":"a/","uriBaseId":"A"}`, "", at(`"uri":"x.tf","uriBaseId":"A"`, `"startLine":3`)), "", "a folder relative to itself"},
		{in("", "", at(`"uri":"file:///src/live/net/lb.tf"`, `"startLine":20`)), "aws_lb.b", "tfsec: an absolute address"},
		{in("", "", at(`"uri":"lb.tf"`, `"startLine":1,"snippet":{"text":"resource aws_lb \"b\" {\n  internal = true\n"}`)), "aws_lb.b", "Checkov in the stack's folder: the snippet names the block"},
		{in("", `{"id":"R","properties":{"security-severity":8.9}}`, at(`"uri":"live/net/lb.tf"`, `"startLine":3`)), "aws_lb.a", "Checkov: a score that is a number"},
		{in("", "", `"locations":[{"physicalLocation":{"artifactLocation":{"uri":"live/net/lb.tf"},"region":{"startLine":12}},"logicalLocations":[{"fullyQualifiedName":"resource.aws_lb[b].internal"}]}]`), "aws_lb.b", "Snyk: a name in brackets"},
		{in("", "", at(`"uri":"modules/kms/main.tf"`, `"startLine":4`)), `module.kms["x"].aws_kms_key.this`, "a file of a local module"},
		{in("", "", at(`"uri":"main.tf"`, `"startLine":3`)), "aws_lb.root", "a file at the root"},
		{in("", "", at(`"uri":"live/other/main.tf"`, `"startLine":3`)), "", "its namesake elsewhere is another file"},
		{in("", "", at(`"uri":"live/other/lb.tf"`, `"startLine":1,"snippet":{"text":"resource \"aws_lb\" \"a\" {"}`)), "", "the same address in a stack that does not change"},
		{in("", "", `"suppressions":[{"kind":"inSource"}],`+at(`"uri":"live/net/lb.tf"`, `"startLine":3`)), "none", "accepted in the source"},
		{in("", "", `"suppressions":[{"kind":"external","status":"rejected"}],`+at(`"uri":"live/net/lb.tf"`, `"startLine":3`)), "aws_lb.a", "asked to be accepted, and refused"},
		{[]byte(`{"SchemaVersion":2,"Results":[{"Target":".","Class":"config"},{"Target":"live/net","Misconfigurations":[{"ID":"AWS-0089","Title":"t","Severity":"LOW","Status":"FAIL","CauseMetadata":{"Resource":"aws_eip.gone","StartLine":1,"EndLine":2}}]}]}`), "", "Trivy: a folder is no file"},
		{[]byte(`{"SchemaVersion":2,"Results":[{"Target":"github.com/x/y?ref=v5/main.tf","Misconfigurations":[{"ID":"AWS-0089","Title":"t","Severity":"LOW","Status":"FAIL","CauseMetadata":{"Resource":"module.this","StartLine":3,"EndLine":9}}]}]}`), "", "Trivy: a remote module's file is none of ours"},
	} {
		found, err := findings.Read(tc.src)
		if err != nil {
			t.Errorf("%s: %v", tc.why, err)
			continue
		}
		matched, others := findings.Attach(found, blocks)
		got := "none"
		switch {
		case len(matched) == 1:
			got = matched[0].Resource.Address
		case others == 1:
			got = ""
		}
		if got != tc.want {
			t.Errorf("matched %q, want %q: %s", got, tc.want, tc.why)
		}
	}
}

func TestSeverityIsANumber(t *testing.T) {
	for score, want := range map[string]string{`"10.0"`: "critical", `"9.8"`: "critical", `8.9`: "high", `"6.9"`: "medium", `"0.1"`: "low", `"x"`: "high", `"0.0"`: "high"} {
		found, err := findings.Read(in("", `{"id":"R","properties":{"security-severity":`+score+`}}`, `"level":"error"`))
		if err != nil || found[0].Severity != want {
			t.Errorf("score %s: %+v, %v; want %s", score, found, err, want)
		}
	}
}
