package render

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/depend"
)

// A Question is what depends on one address, without any change planned.
type Question struct {
	Of      string
	Graph   *depend.Graph
	Starts  []int // nodes that the address means
	Reached []depend.Reached
}

// dependentsFile is the JSON form of an answer. Its shape is fixed: what else
// is known is in the other formats.
type dependentsFile struct {
	Of         string          `json:"of"`
	Dependents []dependentFile `json:"dependents"`
}

type dependentFile struct {
	Stack    string          `json:"stack"`
	Address  string          `json:"address"`
	Distance int             `json:"distance"`
	Via      string          `json:"via"`
	Strength depend.Strength `json:"strength"`
}

// DependentsJSON writes the answer for programs.
func DependentsJSON(q *Question) ([]byte, error) {
	out := dependentsFile{Of: q.Of, Dependents: []dependentFile{}}
	for _, r := range q.Reached {
		n := q.Graph.Nodes[r.Node]
		out.Dependents = append(out.Dependents, dependentFile{
			Stack: n.Stack, Address: n.Address, Distance: r.Distance, Via: r.Via, Strength: r.Strength,
		})
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}

// gaps are what is not known of the stacks that have the address, sorted.
func (q *Question) gaps() []depend.Gap {
	in := map[string]bool{}
	for _, n := range q.Starts {
		in[q.Graph.Nodes[n].Stack] = true
	}
	var out []depend.Gap
	for _, gap := range q.Graph.Gaps {
		if in[gap.Stack] {
			out = append(out, gap)
		}
	}
	slices.SortFunc(out, func(a, b depend.Gap) int {
		return cmp.Or(cmp.Compare(a.Stack, b.Stack), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(out)
}
