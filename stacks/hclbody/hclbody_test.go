package hclbody_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/hclbody"
)

type target struct {
	Name   string
	On     bool
	Tags   []string
	Labels map[string]string
	Nested map[string][]string
}

func decode(t *testing.T, src string) (target, *hcl.BodyContent, hcl.Diagnostics) {
	t.Helper()
	file, diags := hclsyntax.ParseConfig([]byte(src), "a.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	got := target{Name: "before"}
	content, diags := hclbody.Decode(file.Body, hclbody.Schema{
		Required: map[string]any{"name": &got.Name},
		Optional: map[string]any{"on": &got.On, "tags": &got.Tags, "labels": &got.Labels, "nested": &got.Nested},
		Blocks:   []hcl.BlockHeaderSchema{{Type: "part", LabelNames: []string{"label"}}},
	})
	return got, content, diags
}

func TestDecode(t *testing.T) {
	got, content, diags := decode(t, `
name   = "n"
on     = true
tags   = ["a", "b"]
labels = { x = "y" }
nested = { k = ["v"] }
part "one" {}
`)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	want := target{"n", true, []string{"a", "b"}, map[string]string{"x": "y"}, map[string][]string{"k": {"v"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if names := slices.Sorted(maps.Keys(content.Attributes)); len(names) != 5 || len(content.Blocks) != 1 || content.Blocks[0].Labels[0] != "one" {
		t.Errorf("content has %v and %d blocks", names, len(content.Blocks))
	}
}

func TestDecodeTellsWhatIsWrong(t *testing.T) {
	for src, want := range map[string]string{
		``:                                "name",             // required
		"name = \"n\"\nodd = 1":           "odd",              // no such attribute
		"name = [1]":                      "name: string",     // another type
		"name = null":                     "name",             // no value
		"name = \"n\"\ntags = [{}]":       "tags",             // another type inside
		"name = \"n\"\non = unknown.name": "Variables not al", // no constant
		"name = \"n\"\nother {}":          "other",            // no such block
	} {
		got, content, diags := decode(t, src)
		if !diags.HasErrors() || !strings.Contains(diags.Error(), want) {
			t.Errorf("%q: got %v, want a diagnostic that speaks of %q", src, diags, want)
		}
		if content == nil {
			t.Errorf("%q: no content", src)
		}
		if !strings.HasPrefix(src, `name = "`) && got.Name != "before" {
			t.Errorf("%q: name became %q", src, got.Name)
		}
		for _, d := range diags {
			if d.Subject == nil {
				t.Errorf("%q: a diagnostic without a place: %v", src, d)
			}
		}
	}
}
