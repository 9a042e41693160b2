package stacks

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// settings are what the terramate blocks of a project's root say about
// reading it.
type settings struct {
	required      Constraint
	experiments   map[string]bool
	defaultBranch string // empty: not configured
	defaultRemote string // empty: not configured
	untracked     *bool  // nil: not configured, which means on
	uncommitted   *bool
	terragrunt    string // auto (also when empty), off or force
}

var safeguards = []string{"git", "all", "none", "git-untracked", "git-uncommitted", "outdated-code", "git-out-of-sync"}

var terramateRule = &rule{
	attrs: map[string]valueRule{"required_version": isString, "required_version_allow_prereleases": isBool},
	blocks: map[string]*rule{"config": {
		attrs: map[string]valueRule{"experiments": isStringSet, "disable_safeguards": isSafeguardSet},
		blocks: map[string]*rule{
			"git": {attrs: map[string]valueRule{
				"default_branch": isString, "default_remote": isString,
				"check_untracked": isBool, "check_uncommitted": isBool, "check_remote": isBool,
			}},
			"generate": {attrs: map[string]valueRule{"hcl_magic_header_comment_style": oneOf("//", "#")}},
			"change_detection": {blocks: map[string]*rule{
				"git":        {attrs: map[string]valueRule{"untracked": isSwitch, "uncommitted": isSwitch}},
				"terragrunt": {},
			}},
			"run": {
				attrs:  map[string]valueRule{"check_gen_code": isBool},
				blocks: map[string]*rule{"env": {}},
			},
			"cloud": {
				attrs:  map[string]valueRule{"organization": isString, "location": oneOf("eu", "us")},
				blocks: map[string]*rule{"targets": {attrs: map[string]valueRule{"enabled": isBool}}},
			},
			"targets":   nil,
			"telemetry": {blocks: map[string]*rule{}},
		},
		also: safeguardsAgree,
	}},
}

// readSettings checks a folder's terramate blocks and reads them, later ones
// over earlier ones.
func readSettings(blocks []*hclsyntax.Block) (settings, hcl.Diagnostics) {
	s := settings{experiments: map[string]bool{}}
	var diags hcl.Diagnostics
	for _, b := range blocks {
		diags = append(diags, terramateRule.check(b)...)
	}
	if diags.HasErrors() {
		return s, diags
	}
	for _, b := range blocks {
		s.read("terramate", b.Body)
	}
	return s, diags
}

// read takes over the values of one block, whose rule has passed.
func (s *settings) read(block string, body *hclsyntax.Body) {
	for name, attr := range body.Attributes {
		v, diags := attr.Expr.Value(nil)
		if diags.HasErrors() {
			continue
		}
		text, _ := asString(v)
		switch block + "." + name {
		case "terramate.required_version":
			s.required.Text, s.required.Range = text, attr.Expr.Range()
		case "terramate.required_version_allow_prereleases":
			s.required.AllowPrereleases = v.True()
		case "config.experiments":
			s.experiments = map[string]bool{}
			names, _ := stringSet(v)
			for _, n := range names {
				s.experiments[n] = true
			}
		case "git.default_branch":
			s.defaultBranch = text
		case "git.default_remote":
			s.defaultRemote = text
		case "change_detection.git.untracked":
			s.untracked = switchValue(v)
		case "change_detection.git.uncommitted":
			s.uncommitted = switchValue(v)
		case "terragrunt.enabled":
			s.terragrunt = text
		}
	}
	for _, sub := range body.Blocks {
		name := sub.Type
		if block == "change_detection" && name == "git" {
			name = "change_detection.git"
		}
		s.read(name, sub.Body)
	}
}

// isSwitch takes true, false, "on" and "off".
func isSwitch(v cty.Value) string {
	if switchValue(v) == nil {
		return `must be true, false, "on" or "off"`
	}
	return ""
}

func switchValue(v cty.Value) *bool {
	if isBool(v) == "" {
		on := v.True()
		return &on
	}
	switch s, _ := asString(v); s {
	case "on":
		return new(true)
	case "off":
		return new(false)
	}
	return nil
}

func isSafeguardSet(v cty.Value) string {
	list, wrong := stringSet(v)
	for _, s := range list {
		if !slices.Contains(safeguards, s) {
			return fmt.Sprintf("names the unknown safeguard %q", s)
		}
	}
	return wrong
}

// safeguardsAgree refuses the older switches beside disable_safeguards.
func safeguardsAgree(config *hclsyntax.Block) hcl.Diagnostics {
	attr := config.Body.Attributes["disable_safeguards"]
	if attr == nil {
		return nil
	}
	if v, diags := attr.Expr.Value(nil); diags.HasErrors() || v.IsNull() || !v.CanIterateElements() || v.LengthInt() == 0 {
		return nil
	}
	var diags hcl.Diagnostics
	for _, sub := range config.Body.Blocks {
		for _, name := range []string{"check_untracked", "check_uncommitted", "check_remote", "check_gen_code"} {
			if old := sub.Body.Attributes[name]; old != nil && (sub.Type == "git" || sub.Type == "run") {
				diags = append(diags, problem(old.NameRange, "Conflicting attributes", fmt.Sprintf("%s cannot be used together with disable_safeguards.", name)))
			}
		}
	}
	return diags
}
