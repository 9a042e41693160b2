package risk

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// policiesOf reads the policy documents in an attribute: a JSON text, or blocks
// that hold one each.
func policiesOf(v plan.Value, attr string) []map[string]any {
	m, _ := v.(map[string]plan.Value)
	texts := []plan.Value{m[attr]}
	if blocks, ok := m[attr].([]plan.Value); ok {
		texts = nil
		for _, b := range blocks {
			if block, ok := b.(map[string]plan.Value); ok {
				texts = append(texts, block["policy"])
			}
		}
	}
	var out []map[string]any
	for _, t := range texts {
		var doc map[string]any
		if s, ok := t.(string); ok && len(s) <= 1<<20 && json.Unmarshal([]byte(s), &doc) == nil {
			out = append(out, doc)
		}
	}
	return out
}

// wildcards lists what policy documents allow to all, or of all.
//
// Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.
func wildcards(docs []map[string]any) []string {
	var out []string
	for _, doc := range docs {
		statements, ok := doc["Statement"].([]any)
		if !ok && doc["Statement"] != nil {
			statements = []any{doc["Statement"]}
		}
		for _, s := range statements {
			if st, ok := s.(map[string]any); ok && st["Effect"] == "Allow" {
				out = append(out, wide(st)...)
			}
		}
	}
	return out
}

// wide tells in what a statement that allows something is too wide. In the
// policy of a resource, which names who may use it, "*" as the resource means
// no more than that resource.
func wide(st map[string]any) []string {
	var out []string
	actions, resources := words(st["Action"]), words(st["Resource"])
	ofAResource := st["Principal"] != nil || st["NotPrincipal"] != nil
	switch {
	case slices.Contains(actions, "*") && !ofAResource, slices.Contains(actions, "*:*"):
		out = append(out, "allows every action")
	case st["NotAction"] != nil && !ofAResource:
		out = append(out, "allows every action but those it names")
	case slices.Contains(resources, "*") && !ofAResource && slices.ContainsFunc(actions, func(a string) bool { return strings.HasSuffix(a, ":*") }):
		out = append(out, "allows every action of a service on every resource")
	}
	principal := words(st["Principal"])
	if m, ok := st["Principal"].(map[string]any); ok {
		principal = words(m["AWS"])
	}
	switch {
	case st["Condition"] != nil:
	case slices.Contains(principal, "*"):
		out = append(out, "allows everybody")
	case st["NotPrincipal"] != nil:
		out = append(out, "allows everybody but those it names")
	}
	return out
}

func words(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}
