package risk

import (
	"path"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

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
		if e.newIn(c) {
			add(e.kind, e.text)
		}
	}
	for _, attr := range []string{"policy", "assume_role_policy", "inline_policy", "access_policies"} {
		now, then := policiesOf(c.After, attr), policiesOf(c.Before, attr)
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
