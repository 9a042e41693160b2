package risk

import (
	_ "embed"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// The attributes whose values expose or unguard something: kind, type,
// attribute path, value, clause, with "|" between them. "*" in a path stands
// for every element of a list.
//
//go:embed exposure.txt
var exposureFile string

type exposure struct {
	kind, typ, text string
	path            []string
	value           string
}

var exposures = sync.OnceValue(func() []exposure { return readExposures(exposureFile) })

func readExposures(s string) []exposure {
	var out []exposure
	for line := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 5 || strings.HasPrefix(f[0], "#") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		out = append(out, exposure{kind: f[0], typ: f[1], path: strings.Split(f[2], "."), value: f[3], text: f[4]})
	}
	return out
}

// findings lists what a reviewer for security should see in a change: what is
// newly so, not what has been so before.
func findings(stack string, c *plan.Change, fact catalog.Fact) []Finding {
	var out []Finding
	add := func(kind, text string) {
		for _, f := range out {
			if f.Kind == kind {
				return
			}
		}
		out = append(out, Finding{Kind: kind, Stack: stack, Address: c.Address, Called: fact.Singular, Text: text, Pointer: c.Pointer})
	}
	if c.Action == plan.ActionDelete {
		for _, r := range deletions {
			if r.fits(c.Type, fact) {
				add(r.kind, r.text)
			}
		}
		return out
	}
	for _, e := range exposures() {
		if ok, _ := path.Match(e.typ, c.Type); ok && holds(c.After, e.path, e.value) && !holds(c.Before, e.path, e.value) {
			add(e.kind, e.text)
		}
	}
	for _, attr := range []string{"policy", "assume_role_policy", "inline_policy", "access_policies"} {
		now, then := policyOf(c.After, attr), policyOf(c.Before, attr)
		if attr == "assume_role_policy" && c.Action != plan.ActionCreate && slices.Contains(roots(c.Changed), attr) {
			add("trust policy", "changes who may assume it")
		}
		for _, w := range wildcards(now) {
			if !slices.Contains(wildcards(then), w) {
				add("wildcard policy", w)
			}
		}
	}
	if c.Action == plan.ActionReplace && fact.Replace.Has(catalog.CredentialsInvalid) {
		add("secret rotated", "is made anew: what uses the old one stops working")
	}
	if c.Action == plan.ActionUpdate && fact.Category == catalog.Secret && !inTheClear(c) && overlaps(roots(c.Changed), roots(c.Sensitive)) {
		add("secret rotated", "gets a new secret value: what uses the old one must follow")
	}
	for _, p := range fact.Protections {
		was, known := p.Holds(c.Before)
		is, sure := p.Holds(c.After)
		if c.Action == plan.ActionUpdate && known && sure && was && !is {
			add("protection off", strings.ReplaceAll(string(p.Guard), "_", " ")+" is switched off")
		}
	}
	return out
}

// inTheClear tells of an SSM parameter that is no secret: its provider marks
// every value as sensitive, and only the type says which ones are.
// Source: docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html.
func inTheClear(c *plan.Change) bool {
	if c.Type != "aws_ssm_parameter" {
		return false
	}
	typ, _ := plan.Lookup(c.After, "type")
	return typ == "String" || typ == "StringList"
}

func overlaps(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// holds tells whether a path leads to a value. Lists are searched.
func holds(v plan.Value, at []string, want string) bool {
	switch x := v.(type) {
	case []plan.Value:
		for _, e := range x {
			if holds(e, at, want) {
				return true
			}
		}
		return false
	case map[string]plan.Value:
		if len(at) == 0 {
			return false
		}
		return holds(x[at[0]], at[1:], want)
	}
	if len(at) > 0 {
		return false
	}
	switch x := v.(type) {
	case string:
		return slices.Contains(strings.Split(want, ","), x)
	case bool:
		return want == "true" && x || want == "false" && !x
	}
	return false
}

// A deletion is a finding about what goes away.
type deletion struct {
	kind, text string
	category   catalog.Category
	types      []string
}

func (d deletion) fits(typ string, f catalog.Fact) bool {
	for _, t := range d.types {
		if ok, _ := path.Match(t, typ); ok {
			return true
		}
	}
	return d.category != "" && d.category == f.Category
}

var deletions = []deletion{
	{kind: "logging off", text: "is destroyed: what it recorded is recorded no more", category: catalog.Audit, types: []string{"*_flow_log", "*_logging", "*_diagnostic_setting", "aws_cloudtrail"}},
	{kind: "encryption off", text: "is destroyed: what it enforced holds no more", types: []string{"*_server_side_encryption_configuration", "aws_ebs_encryption_by_default"}},
	{kind: "public access", text: "is destroyed: it kept the public out", types: []string{"*_public_access_block"}},
}

// policyOf reads a policy document.
func policyOf(v plan.Value, attr string) map[string]any {
	m, ok := v.(map[string]plan.Value)
	if !ok {
		return nil
	}
	s, ok := m[attr].(string)
	if !ok || len(s) > 1<<20 {
		return nil
	}
	var doc map[string]any
	if json.Unmarshal([]byte(s), &doc) != nil {
		return nil
	}
	return doc
}

// wildcards lists what a policy document allows to all, or of all.
func wildcards(doc map[string]any) []string {
	var out []string
	statements, ok := doc["Statement"].([]any)
	if !ok && doc["Statement"] != nil {
		statements = []any{doc["Statement"]}
	}
	for _, s := range statements {
		st, ok := s.(map[string]any)
		if !ok || st["Effect"] != "Allow" {
			continue
		}
		actions, resources := words(st["Action"]), words(st["Resource"])
		switch {
		case slices.Contains(actions, "*"):
			out = append(out, "allows every action")
		case slices.Contains(resources, "*") && slices.ContainsFunc(actions, func(a string) bool { return strings.HasSuffix(a, ":*") }):
			out = append(out, "allows every action of a service on every resource")
		}
		principal := words(st["Principal"])
		if m, ok := st["Principal"].(map[string]any); ok {
			principal = words(m["AWS"])
		}
		if slices.Contains(principal, "*") && st["Condition"] == nil {
			out = append(out, "allows everybody")
		}
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
