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

// dependentsFile is the JSON form of an answer.
type dependentsFile struct {
	Schema     int             `json:"tofuspec_dependents"`
	Of         string          `json:"of"`
	In         []string        `json:"in"` // stacks that have the address
	Dependents []dependentFile `json:"dependents"`
	NotKnown   []depend.Gap    `json:"not_known,omitempty"`
}

type dependentFile struct {
	Stack    string          `json:"stack"`
	Address  string          `json:"address"`
	Kind     depend.Kind     `json:"kind"`
	Distance int             `json:"distance"`
	Via      string          `json:"via"`
	From     string          `json:"from,omitempty"` // the object before it on the way
	Strength depend.Strength `json:"strength"`
	Why      string          `json:"why,omitempty"` // evidence of a link between stacks
	File     string          `json:"file,omitempty"`
	Line     int             `json:"line,omitempty"`
}

// DependentsJSON writes the answer for programs.
func DependentsJSON(q *Question) ([]byte, error) {
	out := dependentsFile{Schema: 1, Of: q.Of, In: []string{}, Dependents: []dependentFile{}}
	g := q.Graph
	for _, n := range q.Starts {
		out.In = append(out.In, g.Nodes[n].Stack)
	}
	slices.Sort(out.In)
	out.In = slices.Compact(out.In)
	for _, r := range q.Reached {
		n, p, e := g.Nodes[r.Node], g.Nodes[r.Prev], g.Edges[r.Edge]
		d := dependentFile{
			Stack: n.Stack, Address: n.Address, Kind: n.Kind, Distance: r.Distance, Via: r.Via,
			From: p.Address, Strength: r.Strength, Why: e.Text, File: e.File, Line: e.Line,
		}
		if p.Stack != n.Stack {
			d.From = p.Stack + ":" + p.Address
		}
		out.Dependents = append(out.Dependents, d)
	}
	for _, gap := range g.Gaps {
		if slices.Contains(out.In, gap.Stack) {
			out.NotKnown = append(out.NotKnown, gap)
		}
	}
	slices.SortFunc(out.NotKnown, func(a, b depend.Gap) int {
		return cmp.Or(cmp.Compare(a.Stack, b.Stack), cmp.Compare(a.Text, b.Text))
	})
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}
