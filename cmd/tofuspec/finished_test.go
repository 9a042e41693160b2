package main

import (
	"bytes"
	"context"
	"os"
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
