package analyzer

import "slices"

// Joined is what Join reads beside the facts.
type Joined struct {
	// Order is the paths of all stacks in run order.
	Order   []string
	History History
}

// Join looks across the facts of all stacks. It gives the same report for the
// same facts in any order.
func Join(facts []*Facts, in Joined) *Report {
	place := make(map[string]int, len(in.Order))
	for i, p := range in.Order {
		place[p] = i
	}
	sorted := slices.Clone(facts)
	slices.SortFunc(sorted, func(a, b *Facts) int { return place[a.Stack.Path] - place[b.Stack.Path] })
	return &Report{Stacks: sorted, History: in.History}
}
