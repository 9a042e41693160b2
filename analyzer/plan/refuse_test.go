package plan

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

const tiny = `{"format_version":"1.2","terraform_version":"1.12.6","resource_changes":[{"address":"a.b","mode":"managed","type":"a","name":"b","change":{"actions":["update"],"before":{"x":1},"after":{"x":2},"after_unknown":{}}}]}`

// TestReadRefuses gives things that people take for plan JSON. What is said must
// name the thing; where line and column are known they must be said.
func TestReadRefuses(t *testing.T) {
	plan := tiny
	for _, tt := range []struct{ why, in, want string }{
		{"a preview that failed leaves an empty file", "", "is empty"},
		{"white space is empty too", " \n\n", "is empty"},
		{"null is what an empty variable renders", "null\n", "single JSON value"},
		{"a list", "[]\n", "list"},
		{"a list of plans, as jq -s makes", "[" + plan + "]", "list"},
		{"an empty object", "{}\n", "nothing in it"},
		{"a string", `"{}"`, "single JSON value"},
		{"state as shown by `tofu show -json`", `{"format_version":"1.0","terraform_version":"1.12.6","values":{"root_module":{}}}`, "state file; run `tofu show -json PLANFILE`"},
		{"state as the backend holds it", `{"version":4,"terraform_version":"1.12.6","serial":3,"lineage":"x","outputs":{},"resources":[]}`, "state file; run `tofu show -json PLANFILE`"},
		{"an empty state is shown so", `{"format_version":"1.0"}`, "empty state"},
		{"the log of plan -json", `{"@level":"info","@message":"x","type":"version"}` + "\n" + `{"@level":"info"}`, "a log, as `plan -json` prints it"},
		{"a binary plan", "PK\x03\x04\x14\x00", "binary plan"},
		{"HCP's redacted plan", `{"plan_format_version":"1.1","resource_changes":[]}`, "redacted"},
		{"provider schemas", `{"format_version":"1.0","provider_schemas":{}}`, "provider schemas"},
		{"the result of validate", `{"format_version":"1.0","valid":true,"error_count":0,"diagnostics":[]}`, "validate -json"},
		{"functions, as `metadata functions -json` prints them", `{"format_version":"1.0","function_signatures":{"abs":{}}}`, "signatures of functions"},
		{"outputs, as `output -json` prints them", `{"vpc_id":{"sensitive":false,"type":"string","value":"vpc-1"},"names":{"sensitive":true,"type":["list","string"],"value":[]}}`, "`output -json`"},
		{"versions, as `version -json` prints them", `{"terraform_version":"1.12.6","platform":"linux_amd64","provider_selections":{}}`, "`version -json`"},
		{"modules, as `modules -json` prints them", `{"format_version":"1.0","modules":[{"key":"m","source":"./m","version":""}]}`, "list of modules"},
		{"what init notes of modules", `{"Modules":[{"Key":"","Source":"","Dir":"."}]}`, "list of modules"},
		{"a state as `show` prints it", "# terraform_data.a:\nresource \"terraform_data\" \"a\" {\n    id = \"x\"\n}\n", "a state for people"},
		{"state of Terraform 0.11", `{"version":3,"terraform_version":"0.11.14","serial":1,"lineage":"x","modules":[]}`, "state file"},
		{"an encrypted plan on standard input", `{"meta":{"k":"v"},"encrypted_data":"YQ==","encryption_version":"v0"}`, "encrypted plan"},
		{"an encrypted state", `{"serial":1,"lineage":"x","meta":{},"encrypted_data":"YQ==","encryption_version":"v0"}`, "state file"},
		{"configuration in JSON, as CDKTF writes it", `{"//":{"metadata":{}},"provider":{"aws":[]},"resource":{"aws_vpc":{}},"terraform":{}}`, "configuration in JSON syntax"},
		{"costs", `{"version":"0.2","currency":"USD","projects":[]}`, "Infracost"},
		{"a preview of Pulumi", `{"config":{},"steps":[],"duration":1,"changeSummary":{"create":1}}`, "Pulumi"},
		{"a scanner's results", `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[]}`, "a scanner's results"},
		{"results of another scanner", `{"results":[{"rule_id":"AVD-AWS-0086"}]}`, "a scanner's results"},
		{"what changes prints itself", `{"version":1,"stacks":[{"stack":"/"}],"totals":{}}`, "`tofuspec changes`"},
		{"an answer of somebody's API", `{"message":"Bad credentials","status":"401"}`, "nothing in it that a plan has"},
		{"the log of test -json", `{"@level":"info","@message":"OpenTofu 1.12.6","@module":"tofu.ui","type":"version"}` + "\n", "a log"},

		{"a page to log in", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "an HTML page"},
		{"a page in capitals", "\n <HTML>\n<body>{\n</body>", "an HTML page"},
		{"a merge that is not done", "<<<<<<< HEAD\n{\"format_version\":\"1.2\"}\n=======\n{}\n>>>>>>> main\n", "conflict"},
		{"a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "git lfs pull"},
		{"configuration", "terraform {\n  required_version = \"1.12\"\n}\n", "HCL"},
		{"configuration behind comments", "# A stack.\n\nresource \"aws_vpc\" \"a\" {\n}\n", "HCL"},
		{"an error in a frame", "\u2577\n\u2502 Error: Failed to load plugin schemas\n\u2502 \n\u2575\n", "error message"},
		{"an error in colours", "\x1b[31m\u2577\x1b[0m\x1b[0m\n\x1b[31m\u2502\x1b[0m \x1b[0m\x1b[1m\x1b[31mError: \x1b[0m\x1b[0m\x1b[1mNo plan\x1b[0m\n", "error message"},
		{"a shell's error", "bash: line 1: tofu: command not found\n", "not JSON"},
		{"a plan for people in colours", "\x1b[0m\x1b[1mTerraform\x1b[0m used the selected providers\n\n\x1b[1mPlan:\x1b[0m\x1b[0m 1 to add, 0 to change, 0 to destroy.\n", "prints for people"},
		{"no changes, for people", "\x1b[0m\x1b[1m\x1b[32mNo changes.\x1b[0m\x1b[1m Your infrastructure matches the configuration.\x1b[0m\n", "prints for people"},
		{"a log with times before it", "2026-11-25T06:00:00Z Terraform will perform the following actions:\n", "prints for people"},
		{"a time is no JSON value", "2026-11-25T06:00:00Z hello\n", "not JSON"},
		{"a difference", "--- a/plan.json\n+++ b/plan.json\n", "not JSON"},
		{"a table", "\"a\",\"b\"\n", "not JSON"},
		{"YAML", "---\nformat_version: \"1.2\"\n", "not JSON"},
		{"zstandard", "\x28\xb5\x2f\xfd\x04\x00", "zstd"},
		{"xz", "\xfd7zXZ\x00\x00", "xz"},
		{"bzip2", "BZh91AY&SY", "bzip2"},
		{"a tar archive", "plan.json" + strings.Repeat("\x00", 248) + "ustar\x0000" + strings.Repeat("\x00", 300), "tar archive"},
		{"nothing but zeros, as a full disk leaves", strings.Repeat("\x00", 64), "not JSON"},
		{"a wrapper's extra first line", "[command]/usr/bin/tofu show -json\n" + plan, "begins on line 2"},
		{"warnings before the JSON", "\nWarning: something\n\nmore\n" + plan, "begins on line 5"},
		{"a warning that redirecting cannot avoid", "\nWarning: Unable to open CLI configuration file\n\nThe CLI configuration file at \"/x\" does not exist.\n" + plan, "TF_CLI_CONFIG_FILE"},
		{"the wrapper of a CI action", "[command]/usr/bin/tofu show -json\n" + plan, "switch the wrapper off"},
		{"a line of make", "tofu show -json out.tfplan\n" + plan, "write only the standard output"},
		{"warnings before a state", "Warning\n" + `{"format_version":"1.0","values":{}}`, "state file"},
		{"a mark and warnings before the JSON", "\xef\xbb\xbf\nWarning\n" + plan, "begins on line 3"},
		{"two documents", plan + "\n" + plan, "second document"},
		{"two documents with words between", plan + "\nWarning\n" + plan, "second document"},
		{"a zero behind the document", plan + "\x00", "more text follows"},
		{"words behind the document", plan + "\ndone", "more text follows"},
		{"what plan prints for people", "OpenTofu will perform the following actions:\n\nPlan: 1 to add", "prints for people"},
		{"a text", "hello", "not JSON"},
		{"a later format", `{"format_version":"2.0","resource_changes":[]}`, "format_version is unknown"},
		{"no format", `{"resource_changes":[]}`, "no format_version"},
		{"UTF-32", "\xff\xfe\x00\x00{\x00\x00\x00", "UTF-32"},
		{"gzip in gzip", "\x1f\x8b\x08", "compressed twice"},

		{"cut in a string", plan[:30], "ends too early"},
		{"cut in a change", plan[:len(plan)-20], "ends too early"},
		{"cut before the last brace", plan[:len(plan)-1], "ends too early"},
		{"a comma too many", "{\n\"format_version\":\"1.2\",\n}", "plan:3:1: expected a member name"},
		{"the wrong bracket", `{"format_version":"1.2","planned_values":{"a":[1}}}`, "plan:1:49: expected the other kind of bracket"},
		{"a newline in a string", "{\"format_version\":\"1\n.2\"}", "plan:1:21: a control character"},
		{"an escape that is none", `{"format_version":"1\x"}`, "unknown escape"},
		{"half an escape", `{"format_version":"1\u00zz"}`, "four hexadecimal digits"},
		{"a number that is none", `{"format_version":"1.2","planned_values":01}`, "expected a comma"},
		{"a word that is none", `{"format_version":"1.2","planned_values":nil}`, "expected a value"},
		{"100,000 levels", `{"format_version":"1.2","resource_changes":[{"address":"a","change":` + strings.Repeat(`{"importing":`, 1) + `{"x":` + strings.Repeat("[", 100000), "nested too deep"},
		{"100,000 levels in what is skipped", `{"format_version":"1.2","planned_values":` + strings.Repeat(`{"a":`, 100000), "nested too deep"},
		{"100,000 levels of modules", `{"format_version":"1.2","prior_state":{"values":{"root_module":` + strings.Repeat(`{"child_modules":[`, 100000), "nested too deep"},
		{"100,000 levels of a value", strings.Replace(plan, `{"x":1}`, strings.Repeat("[", 100000)+strings.Repeat("]", 100000), 1), "nested too deep"},
		{"the changes twice", `{"format_version":"1.2","resource_changes":[],"resource_changes":[]}`, "the same name twice (at \"/resource_changes\")"},
		{"an address twice", `{"format_version":"1.2","resource_changes":[{"address":"a","address":"b"}]}`, `(at "/resource_changes/0/address")`},
		{"the actions twice", `{"format_version":"1.2","resource_changes":[{"address":"a","change":{"actions":["create"],"actions":["no-op"]}}]}`, `(at "/resource_changes/0/change/actions")`},
		{"an output twice", `{"format_version":"1.2","output_changes":{"a":{"actions":["create"]},"a":{"actions":["no-op"]}}}`, `the same name twice (at "/output_changes/a")`},
	} {
		t.Run(tt.why, func(t *testing.T) {
			p, diags := Read(context.Background(), strings.NewReader(tt.in), Options{Prior: true, Config: true})
			if p != nil || !diags.HasErrors() {
				t.Fatalf("read %+v, %v", p, diags)
			}
			var all []string
			for _, d := range diags {
				all = append(all, d.Detail)
			}
			if got := strings.Join(all, "\n"); !strings.Contains(got, tt.want) {
				t.Errorf("said %q, want %q in it", got, tt.want)
			}
		})
	}
}

// TestReadTellsWrongTypes puts every kind of JSON value in every place of a
// plan. Whatever is not taken must be named by its pointer, and a part beside
// the changes never costs the changes.
func TestReadTellsWrongTypes(t *testing.T) {
	values := []string{`"text"`, `1`, `true`, `null`, `[]`, `{}`, `["text"]`, `[1]`, `[[]]`, `[{}]`, `[null]`, `{"a":1}`, `{"a":"b"}`, `{"a":[]}`, `{"a":{}}`}
	const change = `{"format_version":"1.2","resource_changes":[{"address":"a.b",%s"change":{"actions":["create"]}}]}`
	for _, place := range []struct {
		doc    string
		beside bool // the changes must be read whatever stands there
	}{
		{`{"format_version":"1.2","resource_changes":@}`, false},
		{`{"format_version":@,"resource_changes":[]}`, false},
		{`{"format_version":"1.2","terraform_version":@,"resource_changes":[]}`, false},
		{`{"format_version":"1.2","errored":@,"resource_changes":[]}`, false},
		{`{"format_version":"1.2","resource_drift":@}`, false},
		{`{"format_version":"1.2","deferred_changes":@}`, false},
		{`{"format_version":"1.2","output_changes":@}`, false},
		{strings.ReplaceAll(change, "%s", `"index":@,`), false},
		{strings.ReplaceAll(change, "%s", `"deposed":@,`), false},
		{strings.ReplaceAll(change, "%s", `"mode":@,`), false},
		{`{"format_version":"1.2","resource_changes":[{"address":@,"change":{"actions":["create"]}}]}`, false},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":@}]}`, false},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":@}}]}`, false},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["update"],"before":@,"after":{"a":2}}}]}`, true},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["update"],"before":{"a":1},"after":{"a":2},"after_unknown":@,"after_sensitive":@}}]}`, true},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["create"],"replace_paths":@}}]}`, false},
		{`{"format_version":"1.2","resource_changes":[{"address":"a.b","change":{"actions":["create"],"importing":@}}]}`, false},
		{`{"format_version":"1.2","checks":@,"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","action_invocations":@,"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","prior_state":@,"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","prior_state":{"values":{"root_module":{"resources":[{"values":@,"address":@}]}}},"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","configuration":@,"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","configuration":{"root_module":@,"provider_config":@},"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","configuration":{"root_module":{"resources":@,"module_calls":@,"outputs":@}},"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
		{`{"format_version":"1.2","configuration":{"root_module":{"resources":[{"expressions":@,"for_each_expression":@,"depends_on":@}]}},"resource_changes":[{"address":"a.b","change":{"actions":["create"]}}]}`, true},
	} {
		for _, v := range values {
			in := strings.ReplaceAll(place.doc, "@", v)
			p, diags := Read(context.Background(), strings.NewReader(in), everything)
			if (p == nil) != diags.HasErrors() {
				t.Errorf("%s: a plan and errors, or neither: %v", in, diags)
			}
			if place.beside && (p == nil || len(p.Changes) != 1) {
				t.Errorf("%s: the change is lost: %v", in, diags)
			}
			for _, d := range diags {
				if !strings.Contains(d.Detail, "plan") || strings.Contains(d.Detail, "text") && strings.Contains(v, "text") && strings.Contains(d.Detail, `"text"`) {
					t.Errorf("%s: %s", in, d.Detail)
				}
			}
		}
	}
}

// TestReadEncodings reads one plan in every encoding that Windows shells write.
func TestReadEncodings(t *testing.T) {
	text := strings.Replace(tiny, `"a.b"`, `"a.b[\"é€😀\"]"`, 1)
	wide := func(big, mark bool) string {
		var b bytes.Buffer
		units := utf16.Encode([]rune(text))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			if big {
				b.Write([]byte{byte(u >> 8), byte(u)})
			} else {
				b.Write([]byte{byte(u), byte(u >> 8)})
			}
		}
		return b.String()
	}
	for name, in := range map[string]string{
		"UTF-8": text, "UTF-8 with a mark": "\xef\xbb\xbf" + text, "space before": "\r\n \t" + text,
		"UTF-16LE": wide(false, true), "UTF-16BE": wide(true, true), "UTF-16LE without a mark": wide(false, false), "UTF-16BE without a mark": wide(true, false),
	} {
		p, diags := Read(context.Background(), strings.NewReader(in), Options{})
		if diags.HasErrors() || len(p.Changes) != 1 || p.Changes[0].Address != `a.b["é€😀"]` {
			t.Errorf("%s: %+v, %v", name, p, diags)
		}
	}
	if p, diags := Read(context.Background(), strings.NewReader(wide(false, true)[:301]), Options{}); p != nil || !diags.HasErrors() {
		t.Error("half of a UTF-16 plan read as whole")
	}
}

// TestReadRefusesTheCases reads every committed and, when TOFUSPEC_CASES is set,
// every collected document that is not a plan.
func TestReadRefusesTheCases(t *testing.T) {
	dirs := []string{"testdata/refuse"}
	if dir := os.Getenv("TOFUSPEC_CASES"); dir != "" {
		dirs = append(dirs, dir+"/plans/refuse")
	}
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) == 0 {
			t.Fatal("no cases", err)
		}
		for _, e := range entries {
			f, err := os.Open(dir + "/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			p, diags := Read(context.Background(), f, Options{Name: e.Name()})
			f.Close()
			if p != nil || !diags.HasErrors() {
				t.Errorf("%s was read", e.Name())
			}
			for _, d := range diags {
				t.Log(d.Detail)
			}
		}
	}
}

// TestReadTellsWhyReadingFailed reads from a tool that fails at once, after a
// warning, and halfway.
func TestReadTellsWhyReadingFailed(t *testing.T) {
	for _, before := range []string{"", " \n", "Warning: w\n", tiny[:50], tiny} {
		r := io.MultiReader(strings.NewReader(before), iotest.ErrReader(errors.New("Error: no schema")))
		p, diags := Read(context.Background(), r, Options{})
		if p != nil || len(diags) != 1 || diags[0].Detail != "plan: Error: no schema" {
			t.Errorf("after %q: %+v, %v", before, p, diags)
		}
	}
}
