package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// maxDrawn bounds the stacks of a diagram, beyond which nobody can read it.
const maxDrawn = 30

// Diagram is the Mermaid diagram of the stacks in run order: those that change
// and those that are hit, with the evidence between them. What replaces, what
// changes and what is only hit differ in shape, words and border, not by
// colour alone. Stacks that have no part in it are folded into one count.
func Diagram(r *analyzer.Report) string {
	if r.Graph == nil || r.Risk == nil {
		return ""
	}
	hit, later := map[string]int{}, map[string]bool{}
	for i := range r.Risk.Radius.Hits {
		hit[r.Risk.Radius.Hits[i].Stack]++
	}
	for _, s := range r.Risk.Radius.Later {
		later[s] = true
	}
	moved := movers(r)
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	ids := map[string]string{}
	left, out := 0, 0
	for _, f := range r.Stacks {
		kind := nodeKind(f, hit[f.Stack.Path], moved)
		if kind == "" && !later[f.Stack.Path] && !blindStack(f) {
			left++
			continue
		}
		if len(ids) == maxDrawn {
			out++
			continue
		}
		id := fmt.Sprintf("s%d", len(ids)+1)
		ids[f.Stack.Path] = id
		b.WriteString("  " + id + drawn(f, kind, hit[f.Stack.Path], moved) + "\n")
	}
	arrows(&b, r.Graph.Links, ids)
	if left > 0 {
		fmt.Fprintf(&b, "  rest[\"%s without a part in it\"]\n", count(left, "other stack", "other stacks"))
	}
	if out > 0 {
		fmt.Fprintf(&b, "  folded[\"%s not drawn\"]\n", count(out, "more stack is", "more stacks are"))
	}
	b.WriteString("  classDef replaced stroke-width:4px,stroke:#b00020\n")
	b.WriteString("  classDef changed stroke-width:2px,stroke:#8a5a00\n")
	b.WriteString("  classDef affected stroke-width:2px,stroke-dasharray:6 4\n")
	b.WriteString("  classDef blind stroke-dasharray:2 2\n")
	return b.String()
}

// DiagramBlock is the diagram as a fenced block.
func DiagramBlock(r *analyzer.Report) string {
	if d := Diagram(r); d != "" && changing(r) > 0 {
		return "```mermaid\n" + d + "```"
	}
	return ""
}

func blindStack(f *analyzer.Facts) bool { return f.PlanRef.State != analyzer.PlanRead }

// nodeKind is "replaced", "changed", "affected" or "". What looks like a move
// replaces nothing.
func nodeKind(f *analyzer.Facts, hits int, moved map[place]string) string {
	switch {
	case stackChanges(f):
		for i := range f.Risk.Changes {
			c := &f.Risk.Changes[i]
			if moved[place{f.Stack.Path, c.Address}] != "" {
				continue
			}
			switch c.Action {
			case plan.ActionReplace, plan.ActionDelete, plan.ActionForgetCreate:
				return "replaced"
			}
		}
		return "changed"
	case hits > 0:
		return "affected"
	}
	return ""
}

// drawn writes a node: hexagon for replaced, box for changed, rounded for
// affected, with the words inside.
func drawn(f *analyzer.Facts, kind string, hits int, moved map[place]string) string {
	name := escape.Mermaid(strings.TrimSuffix(folder(f.Stack.Path), "/"))
	switch kind {
	case "replaced":
		return "{{\"" + name + "<br/>" + escape.Mermaid(actionCounts(f.Risk, moved)) + "\"}}:::replaced"
	case "changed":
		return "[\"" + name + "<br/>" + escape.Mermaid(actionCounts(f.Risk, moved)) + "\"]:::changed"
	case "affected":
		return "([\"" + name + "<br/>affected: " + escape.Mermaid(count(hits, "object", "objects")) + "\"]):::affected"
	}
	if blindStack(f) {
		return "(\"" + name + "<br/>no plan\"):::blind"
	}
	return "(\"" + name + "<br/>runs after\")"
}

// arrows draws what is known between the drawn stacks, one arrow a pair, the
// strongest evidence on it: from what is depended on to the dependent.
func arrows(b *strings.Builder, links []depend.Link, ids map[string]string) {
	done := map[[2]string]bool{}
	for _, l := range links { // strongest first for each pair
		from, to := ids[l.To], ids[l.From]
		if from == "" || to == "" || done[[2]string{from, to}] {
			continue
		}
		done[[2]string{from, to}] = true
		line, via := " -->", l.Via
		switch l.Strength {
		case depend.Likely:
			line, via = " -.->", "likely, "+l.Via
		case depend.Ordering:
			line = " -.->"
		}
		b.WriteString("  " + from + line + onArrow(via) + " " + to + "\n")
	}
}

// onArrow is an arrow's label; Mermaid refuses an empty one.
func onArrow(via string) string {
	label := escape.Mermaid(via)
	if strings.TrimSpace(label) == "" {
		return ""
	}
	return "|\"" + label + "\"|"
}
