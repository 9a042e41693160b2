package risk

import (
	"cmp"
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A Missing is what one stack's plan does not tell.
type Missing struct {
	Stack string
	// Kind is "missing", "unreadable", "errored" or "partial".
	Kind string
	Note string
}

// Moves are the addresses, by stack path, that a suggested move makes one
// object of: neither destroyed nor added, if its block is added.
type Moves map[string]map[string]bool

// without returns the facts with the moved objects taken out, and how many
// changes that were.
func (m Moves) without(facts []*Facts) ([]*Facts, int) {
	if len(m) == 0 {
		return facts, 0
	}
	out, taken := make([]*Facts, len(facts)), 0
	for i, f := range facts {
		moved := m[f.Stack]
		if len(moved) == 0 {
			out[i] = f
			continue
		}
		rest := *f
		rest.Changes = slices.DeleteFunc(slices.Clone(f.Changes), func(c Change) bool { return moved[c.Address] })
		rest.Findings = slices.DeleteFunc(slices.Clone(f.Findings), func(x Finding) bool { return moved[x.Address] })
		taken += len(f.Changes) - len(rest.Changes)
		out[i] = &rest
	}
	return out, taken
}

// Join judges all stacks together. Levels are the heaviest of all changes, so
// that one change more never makes them lighter; the confidence is the weakest
// of all grounds, and never better for knowing less. The moves that are
// suggested are judged as if their blocks were there; IfMoved says so.
func Join(facts []*Facts, g *depend.Graph, missing []Missing, moves Moves) *Assessment {
	a := &Assessment{Confidence: evidence.Likely, Rollback: RollbackEasy, Downtime: DowntimeNone}
	facts, a.IfMoved = moves.without(facts)
	if g == nil {
		g = depend.Join(nil, nil)
	}
	a.Radius = radius(facts, g, missing)
	for _, f := range facts {
		for i := range f.Changes {
			a.judge(f.Stack, &f.Changes[i])
		}
		a.Findings = append(a.Findings, f.Findings...)
	}
	rollbacks := [...]Rollback{RollbackEasy, RollbackModerate, RollbackComplex, RollbackIrreversible}
	downtimes := [...]Downtime{DowntimeNone, DowntimeWindow, DowntimeFull}
	a.Rollback = rollbacks[min(heaviest(a.RollbackWhy), 3)]
	a.Downtime = downtimes[min(heaviest(a.DowntimeWhy), 2)]
	a.unknown(facts, g, missing)
	for _, list := range [][]Reason{a.RollbackWhy, a.DowntimeWhy, a.Unknown} {
		for _, r := range list {
			a.Confidence = weaker(a.Confidence, r.Confidence)
		}
	}
	a.RollbackWhy, a.DowntimeWhy = heaviestFirst(a.RollbackWhy), heaviestFirst(a.DowntimeWhy)
	a.Lost = heaviestFirst(a.Lost)
	a.ask(facts, missing, g)
	return a
}

// judge adds the grounds of one change.
func (a *Assessment) judge(stack string, c *Change) {
	reason := func(v verdict) Reason {
		return Reason{Stack: stack, Address: c.Address, Called: c.Called, Text: v.text, Level: v.level, Confidence: v.sure, Pointer: c.Pointer, part: c.Part, weight: c.rank()}
	}
	r := rollback(c)
	a.RollbackWhy = append(a.RollbackWhy, reason(r))
	if d := downtime(c); d.text != "" {
		a.DowntimeWhy = append(a.DowntimeWhy, reason(d))
	}
	if c.destroys() && (r.level == 3 || c.has(catalog.CredentialsInvalid) || c.has(catalog.AddressLost)) || c.OneWay != "" && !c.Grows {
		a.Lost = append(a.Lost, reason(r))
	}
}

func heaviest(rs []Reason) int {
	level := 0
	for _, r := range rs {
		level = max(level, r.Level)
	}
	return level
}

// heaviestFirst sorts reasons, details after what they belong to, then by
// rank, and keeps run order among equals.
func heaviestFirst(rs []Reason) []Reason {
	detail := func(r Reason) int {
		if r.part {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(rs, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(detail(a), detail(b)), cmp.Compare(b.weight, a.weight))
	})
	return rs
}

var confidences = []evidence.Confidence{evidence.Certain, evidence.Strong, evidence.Likely, evidence.Unknown}

func weaker(a, b evidence.Confidence) evidence.Confidence {
	return confidences[max(slices.Index(confidences, a), slices.Index(confidences, b), 0)]
}

// unknown collects what could not be judged.
func (a *Assessment) unknown(facts []*Facts, g *depend.Graph, missing []Missing) {
	for _, m := range missing {
		a.Unknown = append(a.Unknown, Reason{Stack: m.Stack, Text: missingText[m.Kind], Confidence: evidence.Unknown})
	}
	types := map[string]bool{}
	touched := map[string]bool{}
	for _, f := range facts {
		if len(f.Changes) > 0 || len(f.Outputs) > 0 {
			touched[f.Stack] = true
		}
		for i := range f.Changes {
			c := &f.Changes[i]
			if !c.Known && c.Category != catalog.Helper && c.Action != plan.ActionCreate && !types[c.Type] {
				types[c.Type] = true
				a.Unknown = append(a.Unknown, Reason{Stack: f.Stack, Address: c.Address, Called: c.Called, Text: "is of a type that nothing is known of", Confidence: evidence.Unknown, Pointer: c.Pointer})
			}
		}
	}
	for _, h := range a.Radius.Hits {
		touched[h.Stack] = true
	}
	for _, gap := range g.Gaps {
		if touched[gap.Stack] || gap.Stack == "" {
			a.Unknown = append(a.Unknown, Reason{Stack: gap.Stack, Text: gap.Text, Confidence: evidence.Likely})
		}
	}
}

var missingText = map[string]string{
	"missing":    "has no plan",
	"unreadable": "has a plan that could not be read",
	"errored":    "has a plan that failed half-way",
	"partial":    "has a plan that covers only a part of it",
	"invokes":    "runs actions of providers, and no plan tells what they do",
}
