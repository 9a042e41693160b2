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
		if e.kind == protectionOff && c.Action != plan.ActionUpdate {
			continue // what has never been guarded loses no guard
		}
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
	if c.Action == plan.ActionUpdate && !inTheClear(c) {
		for _, attr := range roots(c.Changed) {
			if slices.Contains(roots(c.Sensitive), attr) && (fact.Category == catalog.Secret || namesSecret(attr)) {
				add("secret rotated", "gets a new secret value ("+attr+"): what uses the old one must follow")
			}
		}
	}
	for _, p := range fact.Protections {
		was, known := p.Holds(c.Before)
		is, sure := p.Holds(c.After)
		if c.Action == plan.ActionUpdate && known && sure && was && !is {
			add(protectionOff, unguarded[p.Guard])
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

// namesSecret tells whether an attribute is called what secrets are called. An
// attribute that is sensitive for another reason is none.
func namesSecret(attr string) bool {
	for _, word := range []string{"password", "passwd", "secret", "token", "private_key", "access_key", "credential"} {
		if strings.Contains(attr, word) {
			return true
		}
	}
	return false
}

const protectionOff = "protection off"

// unguarded says what a guard that is switched off no longer does.
var unguarded = map[catalog.Guard]string{
	catalog.DeletionProtection: "deletion protection is switched off",
	catalog.RecoveryWindow:     "cannot be restored any longer once it is destroyed",
	catalog.FinalSnapshot:      "leaves no final snapshot any longer when it is destroyed",
	catalog.NotEmpty:           "can be destroyed with what is in it from now on",
	catalog.SoftDelete:         "no longer keeps deleted content for a while",
	catalog.Versioning:         "no longer keeps older versions",
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
