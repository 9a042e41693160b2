package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExampleInTheDocumentation drafts the example monorepo as the README's
// first command does, outside git so that no history and no author shows, and
// holds the result against docs/example.md and the README's excerpt of it.
func TestExampleInTheDocumentation(t *testing.T) {
	const doc, readme = "../../docs/example.md", "../../README.md"
	dir := filepath.Join(t.TempDir(), "platform")
	if err := os.CopyFS(dir, os.DirFS("../../fixtures/platform")); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := run(context.Background(), []string{
		"draft", "-C", dir, "--out", "-",
		"--title", "Second NAT gateway, OpenBao load balancer rename", "--issue", "https://github.com/acme/platform/issues/412", "--author", "Ada Example",
	}, streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(name string) string {
		return map[string]string{"SOURCE_DATE_EPOCH": "1790000000"}[name]
	}})
	if code != exitDone || errs.Len() > 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(doc, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("docs/example.md is not what draft prints; UPDATE=1 writes it anew:\n%s", diff)
	}
	for _, piece := range excerpts(t, readme) {
		if !strings.Contains(out.String(), piece) {
			t.Errorf("the README shows what draft does not print:\n%s", piece)
		}
	}
}

// excerpts returns the pieces of the README's picture of a spec, which stand
// between lines of three dots.
func excerpts(t *testing.T, file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "````markdown\n")
	block, _, closed := strings.Cut(rest, "\n````\n")
	if !ok || !closed {
		t.Fatal("the README shows no spec")
	}
	return strings.Split(block, "\n\n...\n\n")
}
