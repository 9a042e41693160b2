package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	recordings "github.com/tofuspec/tofuspec/fixtures/plans"
)

// TestChangesKeepToTheirSchema holds what `changes --format json` writes, of
// every sample plan and of none, against the schema that docs/ publishes.
func TestChangesKeepToTheirSchema(t *testing.T) {
	src, err := os.ReadFile("../../docs/changes.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	plans, _ := filepath.Glob("../../analyzer/plan/testdata/*/*.json")
	if len(plans) < 12 {
		t.Fatalf("only %d plans", len(plans))
	}
	seen := map[string]bool{}
	check := func(name string, args ...string) {
		var out, errs bytes.Buffer
		run(context.Background(), append([]string{"changes", "--format", "json"}, args...), streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" }})
		var doc any
		if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
			t.Errorf("%s: %v: %s", name, err, errs.String())
			return
		}
		s := schema{root: root, seen: seen}
		for _, wrong := range s.check("", doc, root) {
			t.Errorf("%s %v: %s", name, args, wrong)
		}
	}
	for _, p := range plans {
		abs, err := filepath.Abs(p)
		if err != nil {
			t.Fatal(err)
		}
		check(p, "--plan", abs)
		check(p, "--plan", abs, "--values", "--details", "--no-ops")
	}
	recorded, err := recordings.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range recorded {
		name := filepath.Join(t.TempDir(), r.Name+".json")
		if err := os.WriteFile(name, r.Plan, 0o600); err != nil {
			t.Fatal(err)
		}
		check(r.Name, "--plan", name)
		check(r.Name, "--plan", name, "--values", "--details", "--no-ops")
	}
	dir := canaryProject(t, []byte("{}"))
	check("no plan", "-C", dir)
	whole, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	check("everything", "-C", canaryProject(t, whole), "--values", "--details", "--no-ops")
	if len(seen) < 70 {
		t.Errorf("only %d names of the schema were seen", len(seen))
	}
}

// TestTheSchemaRefuses holds documents against the schema that do not keep to
// it, so that the test above can fail.
func TestTheSchemaRefuses(t *testing.T) {
	root := map[string]any{
		"type": "object", "required": []any{"a"}, "additionalProperties": false,
		"properties": map[string]any{
			"a": map[string]any{"$ref": "#/$defs/n"}, "b": map[string]any{"type": "array", "items": map[string]any{"enum": []any{"x"}}},
			"c": map[string]any{"const": 1.0}, "d": map[string]any{"type": []any{"string", "null"}},
		},
		"$defs": map[string]any{"n": map[string]any{"type": "integer"}},
	}
	for text, want := range map[string]string{
		`{"a":1,"b":["x"],"c":1,"d":null}`: "", `{}`: "lacks a", `{"a":"1"}`: "/a: is no integer", `{"a":1.5}`: "/a: is no integer",
		`{"a":1,"z":1}`: "/z: is not in the schema", `{"a":1,"b":["x","y"]}`: "/b/1: is none of", `{"a":1,"c":2}`: "/c: is not", `{"a":1,"d":1}`: "/d: is no", `[]`: "is no object",
	} {
		var doc any
		if err := json.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		s := schema{root: root, seen: map[string]bool{}}
		got := strings.Join(s.check("", doc, root), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A schema checks a document by the keywords of JSON Schema that ours uses.
type schema struct {
	root map[string]any
	seen map[string]bool // names of members met
}

func (s *schema) check(at string, v any, rule map[string]any) []string {
	if ref, ok := rule["$ref"].(string); ok {
		defs, _ := s.root["$defs"].(map[string]any)
		rule, _ = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		if rule == nil {
			return []string{at + ": the schema has no " + ref}
		}
	}
	var wrong []string
	for _, keyword := range []string{"type", "enum", "const"} {
		if want, ok := rule[keyword]; ok && !fits(keyword, want, v) {
			wrong = append(wrong, fmt.Sprintf("%s: is %s %v: %v", at, map[string]string{"type": "no", "enum": "none of", "const": "not"}[keyword], want, v))
		}
	}
	switch x := v.(type) {
	case []any:
		items, _ := rule["items"].(map[string]any)
		for i, e := range x {
			wrong = append(wrong, s.check(at+"/"+strconv.Itoa(i), e, items)...)
		}
	case map[string]any:
		properties, _ := rule["properties"].(map[string]any)
		required, _ := rule["required"].([]any)
		for _, name := range required {
			if _, ok := x[name.(string)]; !ok {
				wrong = append(wrong, fmt.Sprintf("%s: lacks %s", at, name))
			}
		}
		for name, e := range x {
			sub, known := properties[name].(map[string]any)
			if !known && rule["additionalProperties"] == false {
				wrong = append(wrong, at+"/"+name+": is not in the schema")
			}
			s.seen[name] = s.seen[name] || known
			wrong = append(wrong, s.check(at+"/"+name, e, sub)...)
		}
	}
	return wrong
}

func fits(keyword string, want, v any) bool {
	switch keyword {
	case "enum":
		return slices.Contains(want.([]any), v)
	case "const":
		return want == v
	}
	if several, ok := want.([]any); ok {
		return slices.ContainsFunc(several, func(one any) bool { return fits("type", one, v) })
	}
	switch x := v.(type) {
	case nil:
		return want == "null"
	case bool:
		return want == "boolean"
	case string:
		return want == "string"
	case float64:
		return want == "number" || want == "integer" && x == float64(int64(x))
	case []any:
		return want == "array"
	}
	return want == "object"
}
