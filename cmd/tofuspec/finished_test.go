package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFinishedSpec holds the draft of the example monorepo against the rules
// for a finished spec: the sections that must be there, the links, and no
// placeholder left in what the tool owns.
func TestFinishedSpec(t *testing.T) {
	var out, errs bytes.Buffer
	env := map[string]string{"SOURCE_DATE_EPOCH": "1790000000", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_ACTOR": "ada"}
	code := run(context.Background(), []string{"draft", "-C", "../../fixtures/platform", "--issue", "412", "--out", "-"},
		streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(k string) string {
			if v, ok := env[k]; ok {
				return v
			}
			return os.Getenv(k)
		}})
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	text := out.String()
	for _, want := range []string{
		"\n## Summary\n", "\n## Motivation\n", "\n## Design\n",
		"[#412](https://github.com/acme/platform/issues/412)", "[Platform Constitution](",
		"**Spec ID**: SPEC-0", "**Created**: 2026-09-21",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the draft lacks %q", want)
		}
	}
	head, _, _ := strings.Cut(text, "\n## Motivation")
	for _, left := range []string{"[Name]", "[Title]", "[Infrastructure Change Name]", "YYYY-MM-DD", "SPEC-XXXX", "#XXX", "[1-2 sentence"} {
		if strings.Contains(head, left) {
			t.Errorf("the header still holds %q", left)
		}
	}
	for _, left := range []string{
		"[What could break", "Easy / Moderate", "None / Maintenance", "[Monthly cost", "Example question", "[ASCII or mermaid",
		"| Modify | VPC, Subnets |", "Yes / No", "[Entity Name]", "[Other dependencies]", "[Systems that depend", "[Step-by-step", "[opentofu/eks/init/]",
	} {
		if strings.Contains(text, left) {
			t.Errorf("the draft still holds %q", left)
		}
	}
	if n := len(regexp.MustCompile(`(?m)^- \[x\]`).FindAllString(text, -1)); n > 0 {
		t.Errorf("%d boxes are ticked: that is a person's to do", n)
	}
	if !strings.HasSuffix(text, "-->\n") || strings.Count(text, "<!-- tofuspec:") != 1 {
		t.Error("the bookkeeping is not one comment at the end")
	}
}

// TestAnsweredSpec is the way of a spec from its draft to being finished: its
// author answers the questions and tells a story, and the rules that the
// template's repository checks before work begins hold, also after another
// refresh. The rules are those of scripts/validate-spec.sh in
// Smana/cloud-native-ref at e82ef9fb, from where the template is.
func TestAnsweredSpec(t *testing.T) {
	name := filepath.Join(t.TempDir(), "0007-#412-spec.md")
	draft := func() string {
		t.Helper()
		var out, errs bytes.Buffer
		env := map[string]string{"SOURCE_DATE_EPOCH": "1790000000", "HOME": filepath.Dir(name), "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_ACTOR": "ada"}
		code := run(context.Background(), []string{"draft", "-C", "../../fixtures/platform", "--issue", "412", "--author", "Ada", "--out", name},
			streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(k string) string { return env[k] }})
		if code != exitDone {
			t.Fatalf("exit %d: %s", code, errs.String())
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	text := draft()
	if n := strings.Count(text, "\n- [NEEDS CLARIFICATION: "); n < 3 {
		t.Fatalf("%d questions in the draft", n)
	}
	questions := regexp.MustCompile(`(?m)^.*\[NEEDS CLARIFICATION:.*\n`)
	edited := questions.ReplaceAllString(text, "")
	edited = strings.Replace(edited, "### Open Clarifications\n", "### Open Clarifications\n\nAll answered: the outage is agreed for Sunday.\n", 1)
	edited = strings.Replace(edited, "User Story 1 - [Title]", "User Story 1 - Egress survives a zone", 1)
	if err := os.WriteFile(name, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	for refresh, text := range []string{edited, draft(), draft()} {
		for _, want := range []string{`(?m)^## Summary`, `(?m)^## Motivation`, `(?m)^## Design`, `GitHub Issue.*#\d+`, `constitution\.md`, `for Sunday`} {
			if !regexp.MustCompile(want).MatchString(text) {
				t.Errorf("refresh %d: nothing fits %s", refresh, want)
			}
		}
		for _, left := range []string{`[NEEDS CLARIFICATION:`, `[Name]`, `[Title]`, `YYYY-MM-DD`, `SPEC-XXXX`} {
			if strings.Contains(text, left) {
				t.Errorf("refresh %d: %s is left", refresh, left)
			}
		}
	}
}
