package render

import (
	"encoding/json"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// blastFile is the radius for programs.
type blastFile struct {
	Schema     int              `json:"tofuspec_blast"`
	Changes    []blastChange    `json:"changes"`
	Assessment *risk.Assessment `json:"assessment"`
	Links      []depend.Link    `json:"links"`
}

type blastChange struct {
	Stack string `json:"stack"`
	*risk.Change
}

// BlastJSON writes the radius and the judgement for programs. Scope and depth
// narrow the changes and the hits; the judgement stays that of the whole.
func BlastJSON(r *analyzer.Report, o BlastOptions) ([]byte, error) {
	a := *r.Risk
	out := blastFile{Schema: 1, Changes: []blastChange{}, Assessment: &a, Links: r.Graph.Links}
	if out.Links == nil {
		out.Links = []depend.Link{}
	}
	for _, f := range asked(r, o) {
		if f.Risk == nil {
			continue
		}
		for i := range f.Risk.Changes {
			out.Changes = append(out.Changes, blastChange{f.Stack.Path, &f.Risk.Changes[i]})
		}
	}
	a.Radius.Hits = []risk.Hit{}
	for _, h := range r.Risk.Radius.Hits {
		if (o.Depth == 0 || h.Distance <= o.Depth) && (o.Only == nil || o.Only[h.CauseStack]) {
			a.Radius.Hits = append(a.Radius.Hits, h)
		}
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}
