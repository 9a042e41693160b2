package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// changeSymbol is the tools' own symbol for an action, and a mark of our own for
// drift, which they list apart.
func changeSymbol(c *plan.Change) string {
	if c.Drift {
		return "!" // it has happened already
	}
	switch c.Action {
	case plan.ActionCreate:
		return "+"
	case plan.ActionUpdate:
		return "~"
	case plan.ActionDelete:
		return "-"
	case plan.ActionReplace:
		if c.CreateFirst {
			return "+/-"
		}
		return "-/+"
	case plan.ActionForget:
		return "."
	case plan.ActionForgetCreate:
		return "./+"
	case plan.ActionRead, plan.ActionOpen:
		return "<="
	case plan.ActionNoOp:
		return " "
	}
	return "?"
}

// A spelling is how what comes from a plan is written within a sentence.
type spelling struct{ code, text func(string) string }

var (
	plainSpelling    = spelling{asWritten, asWritten} // the whole line is escaped
	markdownSpelling = spelling{escape.Code, escape.Text}
	cellSpelling     = spelling{escape.CodeCell, escape.Cell}
)

func asWritten(s string) string { return s }

// changeFate says in words what happens to an object. The words of an unknown
// action come from the plan.
func changeFate(c *plan.Change, in spelling) string {
	var fate string
	switch c.Action {
	case plan.ActionCreate:
		fate = "created"
	case plan.ActionUpdate:
		fate = "updated in place"
	case plan.ActionDelete:
		fate = "destroyed"
	case plan.ActionReplace:
		fate = "replaced, destroyed before created"
		if c.CreateFirst {
			fate = "replaced, created before destroyed"
		}
	case plan.ActionForget:
		fate = "forgotten, the object itself stays"
	case plan.ActionForgetCreate:
		fate = "replaced, the old one is forgotten and stays"
	case plan.ActionRead:
		fate = "read during apply"
	case plan.ActionOpen:
		fate = "opened during apply"
	case plan.ActionNoOp:
		if !c.Moves() && c.Importing == nil {
			fate = "unchanged"
		}
	default:
		fate = "unknown action"
		if len(c.Actions) > 0 {
			fate += " " + in.text(strings.Join(c.Actions, ", "))
		}
	}
	var parts []string
	if c.Drift {
		switch c.Action {
		case plan.ActionDelete:
			fate = "drifted: it is gone, deleted outside of the configuration"
		case plan.ActionUpdate:
			fate = "drifted: changed outside of the configuration"
		case plan.ActionNoOp: // a move in a refresh-only plan
		default:
			parts = append(parts, "drifted")
		}
	}
	if c.Deferred != "" {
		parts = append(parts, in.text(deferral(c.Deferred)))
	}
	if c.Moves() {
		parts = append(parts, "moved from "+in.code(c.PreviousAddress))
	}
	if c.Importing != nil {
		parts = append(parts, importWords(c, in))
	}
	if fate != "" {
		parts = append(parts, fate)
	}
	return strings.Join(parts, ", ")
}

// deferrals are the tools' reasons to put a change off. An unknown reason is
// shown as it is, with spaces.
var deferrals = map[string]string{
	"unknown":                 "for a reason that the plan does not tell",
	"instance_count_unknown":  "its count is not known yet",
	"resource_config_unknown": "its configuration is not known yet",
	"provider_config_unknown": "its provider's configuration is not known yet",
	"deferred_prereq":         "what it depends on is deferred",
	"absent_prereq":           "what it needs does not exist yet",
	"excluded":                "it is excluded",
	"not_included":            "it is not targeted",
}

func deferral(reason string) string {
	words, ok := deferrals[reason]
	if !ok {
		words = strings.ReplaceAll(reason, "_", " ")
	}
	return "deferred (" + words + ")"
}

func importWords(c *plan.Change, in spelling) string {
	words := "imported"
	switch {
	case c.Importing.ID != "":
		words += " as " + in.code(c.Importing.ID)
	case c.Importing.Unknown:
		words += " (id known after apply)"
	case c.Importing.Identity:
		words += " by identity"
	}
	if c.GeneratedConfig {
		words += ", configuration generated"
	}
	return words
}

// changeReasons are the tools' reasons as sentences' ends. An unknown reason is
// shown as it is, with spaces.
var changeReasons = map[string]string{
	"delete_because_no_resource_config":          "no resource block any more",
	"delete_because_no_module":                   "its module, or this instance of it, is not called any more",
	"delete_because_wrong_repetition":            "count or for_each was added or removed",
	"delete_because_count_index":                 "its index is beyond count",
	"delete_because_each_key":                    "its key is not in for_each",
	"delete_because_no_move_target":              "the moved block leads to no resource",
	"delete_because_enabled_false":               "enabled is false",
	"replace_because_tainted":                    "it is tainted",
	"replace_because_cannot_update":              "cannot be changed in place",
	"replace_by_request":                         "asked for with -replace",
	"replace_by_triggers":                        "something in its replace_triggered_by changes",
	"read_because_config_unknown":                "its configuration is known after apply",
	"read_because_dependency_pending":            "what it depends on changes",
	"read_because_check_nested":                  "a check reads it",
	"forgot_because_lifecycle_destroy_in_config": "lifecycle destroy = false",
	"forgot_because_lifecycle_destroy_in_state":  "lifecycle destroy = false, as recorded in the state",
}

// changeReason says why, without the references that feed a replacement.
func changeReason(c *plan.Change, in spelling) string {
	var why []string
	if len(c.ReplacePaths) > 0 {
		paths := make([]string, len(c.ReplacePaths))
		for i, p := range c.ReplacePaths {
			paths[i] = in.code(string(p))
		}
		verb := " forces it"
		if len(paths) > 1 {
			verb = " force it"
		}
		why = append(why, strings.Join(paths, ", ")+verb)
	}
	if c.Reason != "" && !(c.Reason == "replace_because_cannot_update" && len(why) > 0) {
		words, ok := changeReasons[c.Reason]
		if !ok {
			words = in.text(strings.ReplaceAll(c.Reason, "_", " "))
		}
		why = append(why, words)
	}
	return strings.Join(why, "; ")
}

// changesAddress is an address with the key of a deposed object.
func changesAddress(c *plan.Change) string {
	if c.Deposed == "" {
		return c.Address
	}
	return c.Address + " (deposed object " + c.Deposed + ")"
}

// planLine is a plan's counts in the words of the tools' own line, with what
// that line leaves out.
func planLine(n plan.Counts) string {
	var parts []string
	if n.Import > 0 {
		parts = append(parts, fmt.Sprintf("%d to import", n.Import))
	}
	parts = append(parts, fmt.Sprintf("%d to add, %d to change, %d to destroy", n.Add, n.Change, n.Destroy))
	for _, p := range []struct {
		n    int
		word string
	}{
		{n.Forget, "to forget"},
		{n.Replace, "of them replaced"},
		{n.Move, "moved"},
		{n.Read, "to read"},
		{n.Open, "to open"},
		{n.Unknown, "with an unknown action"},
		{n.Deferred, "deferred"},
		{n.Drift, "drifted"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.word))
		}
	}
	if n.Output > 0 {
		parts = append(parts, count(n.Output, "output changes", "outputs change"))
	}
	return "Plan: " + strings.Join(parts, ", ")
}

// planWords are the counts of one plan, its provider actions among them.
func planWords(p *plan.Plan) string {
	line := planLine(p.Counts)
	if n := len(p.Actions); n > 0 {
		line += ", " + count(n, "action to run", "actions to run")
	}
	return line
}

// planCaveats says what keeps a plan from being the whole truth.
func planCaveats(s ChangesStack) []string {
	var out []string
	switch s.Ref.State {
	case analyzer.PlanMissing:
		return []string{"No plan: what would change is not known (" + strings.TrimPrefix(s.Ref.Note, "no plan: ") + ")"}
	case analyzer.PlanUnreadable:
		return []string{"The plan cannot be read: what would change is not known (" + s.Ref.Note + ")"}
	}
	if s.Ref.Errored {
		out = append(out, "The plan ended with an error: what it shows may not be all")
	}
	if s.Withheld {
		out = append(out, "Values are withheld: this plan does not say which of them are sensitive")
	}
	if s.Ref.Partial {
		out = append(out, "The plan leaves resources out (-target, -exclude or deferrals): what happens to them is not known")
	}
	return out
}

func toolWords(s ChangesStack) string {
	switch s.Ref.Tool {
	case plan.ToolTofu:
		return "OpenTofu " + s.Ref.Version
	case plan.ToolTerraform:
		return "Terraform " + s.Ref.Version
	}
	if s.Ref.Version == "" {
		return ""
	}
	return "version " + s.Ref.Version
}
