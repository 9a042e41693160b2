package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/settings"
)

// A Crossing is one ground on which the gate closes.
type Crossing struct {
	Threshold Threshold
	Stack     string // path, "" when it concerns the project
	Address   string // of the resource, "" when it concerns the stack
	Text      string // a sentence without full stop
	// File and Line are where the cause is declared, from the project's root;
	// empty when nobody knows.
	File string
	Line int
	// Near is where the stack is declared: what annotations point at when
	// nobody knows the cause's own place.
	Near Place
	// Accepted is the reason why it does not close the gate, "" when it does.
	Accepted string

	// saved tells that a destroy comes to nothing if the migration is done:
	// it counts under Migration as long as that closes the gate.
	saved bool
}

// A Place is a line of a file, from the project's root; the file is empty when
// nobody knows.
type Place struct {
	File string
	Line int
}

// Options is what the gate goes by.
type Options struct {
	// FailOn replaces what the settings say, for all stacks; nil leaves them.
	FailOn []Threshold
	// Selected tells which stacks count; nil means all.
	Selected func(path string) bool
	// Today is the day that exceptions are held against.
	Today time.Time
	// StaleDraft says in what way the draft is stale, "" when it is not.
	StaleDraft string
	// Draft is the draft's path from the project's root.
	Draft string
}

// A Result is the gate's answer.
type Result struct {
	Crossings []Crossing // most pressing first, in run order
	Accepted  []Crossing // crossings that an exception covers
	Notes     []string   // what a person should know, sentences without full stop
}

// Closed tells whether a threshold is crossed.
func (r *Result) Closed() bool { return len(r.Crossings) > 0 }

// Hold holds a report against the thresholds. Wrong settings are errors.
func Hold(r *analyzer.Report, s settings.Check, o Options) (*Result, hcl.Diagnostics) {
	p, diags := newPolicy(s, o)
	if diags.HasErrors() {
		return nil, diags
	}
	stacks := map[string]*analyzer.Facts{}
	order := map[string]int{}
	for i, f := range r.Stacks {
		stacks[f.Stack.Path], order[f.Stack.Path] = f, i
	}
	out := &Result{}
	for _, c := range gather(r, o) {
		f := stacks[c.Stack]
		if c.saved && p.failsOn(Migration, f) && p.accepts(migrationOf(c)) == "" {
			c = migrationOf(c)
		}
		if f != nil && o.Selected != nil && !o.Selected(c.Stack) || !p.failsOn(c.Threshold, f) {
			continue
		}
		if f != nil {
			c.Near = Place{f.Stack.File, f.Stack.Line}
		}
		if f != nil && c.File == "" {
			c.File, c.Line = declared(f, c.Address)
		}
		if c.Accepted = p.accepts(c); c.Accepted != "" {
			out.Accepted = append(out.Accepted, c)
			continue
		}
		out.Crossings = append(out.Crossings, c)
	}
	for _, list := range []*[]Crossing{&out.Crossings, &out.Accepted} {
		slices.SortStableFunc(*list, func(a, b Crossing) int {
			return cmp.Or(cmp.Compare(rank(a.Threshold), rank(b.Threshold)), cmp.Compare(order[a.Stack], order[b.Stack]),
				strings.Compare(a.Address, b.Address), strings.Compare(a.Text, b.Text))
		})
		*list = slices.Compact(*list)
	}
	out.Notes = append(out.Notes, p.notes()...)
	out.Notes = append(out.Notes, unjudged(r, p)...)
	out.Notes = append(out.Notes, unseen(r, p, o)...)
	return out, diags
}

// migrationOf counts a destroy under the migration that would prevent it.
func migrationOf(c Crossing) Crossing {
	c.Threshold = Migration
	return c
}

// declared returns where a resource is declared.
func declared(f *analyzer.Facts, address string) (string, int) {
	if f.Outline == nil || address == "" {
		return "", 0
	}
	for _, c := range f.Outline.Changes {
		if c.Address == address && c.File != "" {
			return c.File, c.Line
		}
	}
	return "", 0
}

// unjudged names thresholds that somebody set and the analysis has no word on.
func unjudged(r *analyzer.Report, p *policy) []string {
	var out []string
	if r.Migration == nil && p.mentions(Migration, UndecidedMigration) {
		out = append(out, "state migration was not analysed")
	}
	if r.Risk == nil && p.mentions(Irreversible, FullOutage, Exposure) {
		out = append(out, "rollback, downtime and exposure were not analysed")
	}
	return out
}

// unseen names the stacks without a plan that nobody fails on: an open gate
// says nothing of them.
func unseen(r *analyzer.Report, p *policy, o Options) []string {
	const most = 5
	var names []string
	all := 0
	for _, f := range r.Stacks {
		if o.Selected != nil && !o.Selected(f.Stack.Path) {
			continue
		}
		all++
		if f.PlanRef.State == analyzer.PlanMissing && !p.failsOn(MissingPlan, f) {
			names = append(names, f.Stack.Path)
		}
	}
	n := len(names)
	if n == 0 {
		return nil
	}
	if n > most {
		names = append(names[:most], fmt.Sprintf("%d more", n-most))
	}
	return []string{fmt.Sprintf("there is no plan of %d of %d stacks, and nothing is known of what they change (missing-plan fails on that): %s",
		n, all, strings.Join(names, ", "))}
}

// A policy is the settings, read.
type policy struct {
	base       []Threshold
	rules      []stackRule
	exceptions []*exception
}

// A stackRule is a rule block.
type stackRule struct {
	stacks string
	failOn []Threshold
}

func newPolicy(s settings.Check, o Options) (*policy, hcl.Diagnostics) {
	p := &policy{base: Defaults()}
	var diags hcl.Diagnostics
	if s.FailOn != nil {
		base, err := Parse(s.FailOn)
		if err != nil {
			diags = append(diags, settingsError("Unknown threshold", "fail_on in the check block: "+err.Error()+".", nil))
		}
		p.base = base
	}
	for _, r := range s.Rules {
		on, err := Parse(r.FailOn)
		switch {
		case err != nil:
			diags = append(diags, settingsError("Unknown threshold", err.Error()+".", &r.Range))
		case !strings.HasPrefix(r.Stacks, "/") && !strings.HasPrefix(r.Stacks, "tag:"):
			diags = append(diags, settingsError("Rule without stacks", fmt.Sprintf(
				"The label %q is neither a stack's path, such as \"/opentofu/network\", nor a tag, such as \"tag:prod\".", r.Stacks), &r.Range))
		}
		p.rules = append(p.rules, stackRule{r.Stacks, on})
	}
	if o.FailOn != nil {
		p.base, p.rules = o.FailOn, nil
	}
	for _, e := range s.Exceptions {
		x, d := newException(e, o.Today)
		if d != nil {
			diags = append(diags, d)
			continue
		}
		p.exceptions = append(p.exceptions, x)
	}
	return p, diags
}

func settingsError(summary, detail string, at *hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: at}
}

// failsOn tells whether the gate closes on t in a stack. The last rule that
// selects the stack decides; f is nil for the project as a whole.
func (p *policy) failsOn(t Threshold, f *analyzer.Facts) bool {
	on := p.base
	if f != nil {
		for _, r := range p.rules {
			if r.selects(f.Stack) {
				on = r.failOn
			}
		}
	}
	return slices.Contains(on, t)
}

func (p *policy) mentions(ts ...Threshold) bool {
	for _, t := range ts {
		if slices.Contains(p.base, t) || slices.ContainsFunc(p.rules, func(r stackRule) bool { return slices.Contains(r.failOn, t) }) {
			return true
		}
	}
	return false
}

// selects tells whether the rule is for a stack: its path or one above it, or
// a tag, where a comma is OR and a colon is AND as in Terramate.
func (r stackRule) selects(s analyzer.Stack) bool {
	query, isTag := strings.CutPrefix(r.stacks, "tag:")
	if !isTag {
		return below(s.Path, r.stacks)
	}
	for all := range strings.SplitSeq(query, ",") {
		ok := true
		for tag := range strings.SplitSeq(all, ":") {
			ok = ok && slices.Contains(s.Tags, strings.TrimSpace(tag))
		}
		if ok {
			return true
		}
	}
	return false
}

// below tells whether a stack's path is folder or in it.
func below(path, folder string) bool {
	folder = strings.TrimRight(folder, "/")
	return path == folder || strings.HasPrefix(path, folder+"/")
}
