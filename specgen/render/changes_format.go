package render

import (
	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A ChangesStack is one stack in the output of `tofuspec changes`.
type ChangesStack struct {
	Path string // "/opentofu/network"
	Name string
	Ref  analyzer.PlanRef
	// Plan is what the plan says beside its changes; nil when it was not read.
	Plan *plan.Plan
	// Withheld tells that values were asked for, and that the plan marks none.
	Withheld bool
}

// ChangesTotal is what the plans of all stacks come to.
type ChangesTotal struct {
	Stacks, Read, Missing, Unreadable, Errored, Partial int
	Counts                                              plan.Counts
}

// Add counts one stack.
func (t *ChangesTotal) Add(s ChangesStack) {
	t.Stacks++
	switch s.Ref.State {
	case analyzer.PlanRead:
		t.Read++
	case analyzer.PlanMissing:
		t.Missing++
	default:
		t.Unreadable++
	}
	if s.Ref.Errored {
		t.Errored++
	}
	if s.Ref.Partial {
		t.Partial++
	}
	c, d := &t.Counts, s.Ref.Counts
	for _, pair := range []struct {
		to  *int
		add int
	}{
		{&c.Add, d.Add},
		{&c.Change, d.Change},
		{&c.Destroy, d.Destroy},
		{&c.Replace, d.Replace},
		{&c.Import, d.Import},
		{&c.Move, d.Move},
		{&c.Forget, d.Forget},
		{&c.Read, d.Read},
		{&c.NoOp, d.NoOp},
		{&c.Unknown, d.Unknown},
		{&c.Drift, d.Drift},
		{&c.Deferred, d.Deferred},
		{&c.Output, d.Output},
		{&c.Open, d.Open},
	} {
		*pair.to += pair.add
	}
}

// A ChangesFormat writes the output of `tofuspec changes` piece by piece, so
// that no plan has to be in memory as a whole. Every method appends to its
// first argument.
//
// A piece that Change makes can have a hole: an offset in what it appended at
// which References must be put once the plan has been read, -1 for none.
type ChangesFormat interface {
	Begin(to []byte) []byte
	Stack(to []byte, s ChangesStack, first bool) []byte
	Change(to []byte, c *plan.Change, first bool) (out []byte, hole int)
	References(to []byte, refs []string) []byte
	EndStack(to []byte, s ChangesStack, any bool) []byte
	End(to []byte, t ChangesTotal) []byte
}

// ChangesOptions say how much is told.
type ChangesOptions struct {
	Details bool // attribute paths
	Values  bool // values that nothing marks sensitive
	Color   bool
}

// Format returns the format of that name: text, markdown or json.
func (o ChangesOptions) Format(name string) ChangesFormat {
	switch name {
	case "markdown":
		return ChangesMarkdown{o}
	case "json":
		return ChangesJSON{o}
	}
	return ChangesText{o}
}
