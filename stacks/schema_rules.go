package stacks

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// lazy attributes are checked by name only; their values are Terramate's to
// evaluate later.
func lazy(names ...string) map[string]valueRule {
	m := make(map[string]valueRule, len(names))
	for _, n := range names {
		m[n] = nil
	}
	return m
}

var (
	mapRule = &rule{
		labels:   someLabels,
		required: []string{"for_each", "key"},
		blocks:   map[string]*rule{"value": {labels: anyLabels, blocks: map[string]*rule{"map": nil}}},
		unique:   []string{"value"},
		also:     mapHasOneValue,
	}
	letsRule   = &rule{labels: anyLabels, blocks: map[string]*rule{"map": mapRule}}
	assertRule = &rule{attrs: lazy("assertion", "message", "warning"), required: []string{"assertion", "message"}}
	filterRule = &rule{attrs: map[string]valueRule{"project_paths": isPatternList, "repository_paths": isPatternList}}
	jobRule    = &rule{labels: anyLabels, attrs: lazy("name", "description", "command", "commands"), also: jobHasOneCommand}
)

// topLevel says what the blocks of a Terramate file may hold. The terramate
// and stack blocks are read by code of their own; a nil rule takes any content.
var topLevel = sync.OnceValue(func() map[string]*rule {
	return map[string]*rule{
		"terramate": nil,
		"stack":     nil,
		"import":    nil,
		"globals":   {labels: anyLabels, blocks: map[string]*rule{"map": mapRule}},
		"assert":    assertRule,
		"generate_hcl": {
			labels: oneLabel, attrs: lazy("condition", "inherit"), unique: []string{"content"},
			blocks: map[string]*rule{"content": nil, "lets": letsRule, "assert": assertRule, "stack_filter": filterRule},
			also:   hasContent,
		},
		"generate_file": {
			labels: oneLabel, attrs: lazy("content", "condition", "inherit", "context"), required: []string{"content"},
			blocks: map[string]*rule{"lets": letsRule, "assert": assertRule, "stack_filter": filterRule},
			also:   contextFits,
		},
		"script": {
			labels: someLabels, attrs: lazy("name", "description"),
			blocks: map[string]*rule{"job": jobRule, "lets": letsRule},
			also:   hasJob,
		},
		"sharing_backend": {
			labels: oneLabel, attrs: lazy("type", "filename", "command"), required: []string{"type", "filename", "command"},
			blocks: map[string]*rule{}, also: backendTypeKnown,
		},
		"input": {
			labels: oneLabel, attrs: lazy("backend", "value", "from_stack_id", "sensitive", "mock"),
			required: []string{"backend", "value", "from_stack_id"},
		},
		"output": {
			labels: oneLabel, attrs: lazy("backend", "value", "description", "sensitive"),
			required: []string{"backend", "value"},
		},
		"vendor": {
			attrs: map[string]valueRule{"dir": isString}, unique: []string{"manifest"},
			blocks: map[string]*rule{"manifest": {
				attrs: lazy(), unique: []string{"default"},
				blocks: map[string]*rule{"default": {labels: anyLabels, attrs: map[string]valueRule{"files": isStringSet}}},
			}},
		},
		"environment": {attrs: lazy("id", "name", "description", "promote_from")},
		"scaffold":    {labels: anyLabels, attrs: lazy("package_sources")},
		"define":      nil,
		"component":   nil,
		"bundle":      nil,
	}
})

// experimental names the experiment that a block needs.
var experimental = map[string]string{
	"script":          "scripts",
	"input":           "outputs-sharing",
	"output":          "outputs-sharing",
	"sharing_backend": "outputs-sharing",
}

func isString(v cty.Value) string {
	if _, ok := asString(v); !ok {
		return "must be a string"
	}
	return ""
}

func isBool(v cty.Value) string {
	if v.Type() != cty.Bool || !v.IsKnown() || v.IsNull() {
		return "must be true or false"
	}
	return ""
}

func isStringSet(v cty.Value) string {
	_, wrong := stringSet(v)
	return wrong
}

func isPatternList(v cty.Value) string {
	list, wrong := stringList(v)
	if wrong == "" && len(list) == 0 {
		return "must not be empty"
	}
	return wrong
}

// oneOf takes the given strings.
func oneOf(allowed ...string) valueRule {
	return func(v cty.Value) string {
		if s, ok := asString(v); !ok || !slices.Contains(allowed, s) {
			return "must be one of " + strings.Join(allowed, ", ")
		}
		return ""
	}
}

// stringList reads a list of strings; null is an empty one.
func stringList(v cty.Value) (list []string, wrong string) {
	v, _ = v.UnmarkDeep()
	if v.IsNull() {
		return nil, ""
	}
	if t := v.Type(); !v.IsKnown() || !t.IsTupleType() && !t.IsListType() {
		return nil, "must be a list of strings"
	}
	for i, e := range v.Elements() {
		s, ok := asString(e)
		if !ok {
			n, _ := i.AsBigFloat().Int64()
			return nil, fmt.Sprintf("must be a list of strings, and element %d is not one", n)
		}
		list = append(list, s)
	}
	return list, ""
}

// stringSet reads a list of strings that are all different.
func stringSet(v cty.Value) (list []string, wrong string) {
	list, wrong = stringList(v)
	if len(list) > 1 {
		seen := make(map[string]bool, len(list))
		for _, s := range list {
			if seen[s] {
				return nil, fmt.Sprintf("names %q twice", s)
			}
			seen[s] = true
		}
	}
	return list, wrong
}

func mapHasOneValue(b *hclsyntax.Block) hcl.Diagnostics {
	_, attr := b.Body.Attributes["value"]
	block := false
	for _, sub := range b.Body.Blocks {
		block = block || sub.Type == "value"
	}
	if attr == block {
		return hcl.Diagnostics{problem(b.DefRange(), "Malformed map block", "A map block has either a value attribute or a value block.")}
	}
	return nil
}

func jobHasOneCommand(b *hclsyntax.Block) hcl.Diagnostics {
	_, one := b.Body.Attributes["command"]
	_, many := b.Body.Attributes["commands"]
	if one == many {
		return hcl.Diagnostics{problem(b.DefRange(), "Malformed job block", "A job has either a command or commands.")}
	}
	return nil
}

func hasJob(b *hclsyntax.Block) hcl.Diagnostics {
	for _, sub := range b.Body.Blocks {
		if sub.Type == "job" {
			return nil
		}
	}
	return hcl.Diagnostics{problem(b.DefRange(), "Script without a job", "A script needs at least one job block.")}
}

func hasContent(b *hclsyntax.Block) hcl.Diagnostics {
	for _, sub := range b.Body.Blocks {
		if sub.Type == "content" {
			return nil
		}
	}
	return hcl.Diagnostics{problem(b.DefRange(), "Missing content block", "A generate_hcl block needs a content block.")}
}

func contextFits(b *hclsyntax.Block) hcl.Diagnostics {
	attr := b.Body.Attributes["context"]
	if attr == nil {
		return nil
	}
	switch context := hcl.ExprAsKeyword(attr.Expr); context {
	case "stack":
		return nil
	case "root":
		if inherit := b.Body.Attributes["inherit"]; inherit != nil {
			return hcl.Diagnostics{problem(inherit.NameRange, "Unrecognized attribute", "inherit cannot be used with context = root.")}
		}
		for _, sub := range b.Body.Blocks {
			if sub.Type == "stack_filter" {
				return hcl.Diagnostics{problem(sub.DefRange(), "Unrecognized block", "stack_filter cannot be used with context = root.")}
			}
		}
		return nil
	}
	return hcl.Diagnostics{problem(attr.Expr.Range(), "Invalid value", "context must be stack or root.")}
}

func backendTypeKnown(b *hclsyntax.Block) hcl.Diagnostics {
	if attr := b.Body.Attributes["type"]; attr != nil && hcl.ExprAsKeyword(attr.Expr) != "terraform" {
		return hcl.Diagnostics{problem(attr.Expr.Range(), "Invalid value", "sharing_backend.type must be terraform.")}
	}
	return nil
}
