package gate

import (
	"fmt"
	"slices"
	"strings"
)

// A Threshold is something that a team does not let through.
type Threshold string

// The thresholds, most pressing first.
const (
	Migration          Threshold = "migration"
	UndecidedMigration Threshold = "undecided-migration"
	Irreversible       Threshold = "irreversible"
	FullOutage         Threshold = "full-outage"
	StatefulDestroy    Threshold = "stateful-destroy"
	Exposure           Threshold = "exposure"
	ErroredPlan        Threshold = "errored-plan"
	MissingPlan        Threshold = "missing-plan"
	StaleDraft         Threshold = "stale-draft"
)

// A rule describes a threshold.
type rule struct {
	Threshold Threshold
	Short     string // a phrase
	Help      string // what to do, a sentence
}

// rules is all thresholds in order.
var rules = []rule{
	{Migration, "state migration required", "Add the blocks that `tofuspec migrate` prints, and plan again."},
	{UndecidedMigration, "state migration undecided", "Answer the questions of the draft; plan and files do not settle it."},
	{Irreversible, "cannot be rolled back", "Make a backup, or split the change, and accept the rest with a reason."},
	{FullOutage, "full outage", "Agree on the outage, or create the new object before the old one is destroyed."},
	{StatefulDestroy, "destroys a resource that holds data", "Back the data up, or keep the resource with prevent_destroy or a moved block."},
	{Exposure, "opens something up", "Narrow the rule, or accept it with a reason."},
	{ErroredPlan, "the plan ended with an error or could not be read", "Mend the error and run the preview again."},
	{MissingPlan, "no plan that could be read", "Run the preview of the stack, or leave the stack out of the selection."},
	{StaleDraft, "the draft is stale", "Run `tofuspec draft --out FILE` and commit the result."},
}

// Defaults is what the gate fails on when nobody says. Missing plans are not
// among them, since a preview often runs changed stacks only, nor is the
// draft, since not every team keeps one in the repository.
func Defaults() []Threshold {
	return []Threshold{Migration, UndecidedMigration, Irreversible, FullOutage, StatefulDestroy, Exposure, ErroredPlan}
}

// Parse reads thresholds as people write them: with hyphens, underscores or
// spaces. "all" stands for all of them and "none" for none.
func Parse(names []string) ([]Threshold, error) {
	out := []Threshold{}
	for _, name := range names {
		t := Threshold(strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(strings.TrimSpace(name))))
		switch {
		case t == "all":
			for _, r := range rules {
				out = append(out, r.Threshold)
			}
		case t == "none" && len(names) == 1:
		case slices.ContainsFunc(rules, func(r rule) bool { return r.Threshold == t }):
			out = append(out, t)
		default:
			return nil, fmt.Errorf("unknown threshold %q: use %s, all or none", name, strings.Join(Names(), ", "))
		}
	}
	return out, nil
}

// Names returns the thresholds as they are written in settings and flags.
func Names() []string {
	var out []string
	for _, r := range rules {
		out = append(out, string(r.Threshold))
	}
	return out
}

func rank(t Threshold) int {
	return slices.IndexFunc(rules, func(r rule) bool { return r.Threshold == t })
}
