package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// tree arranges the answer below the objects that were asked about.
func (q *Question) tree() map[int][]*depend.Reached {
	below := map[int][]*depend.Reached{}
	for i := range q.Reached {
		r := &q.Reached[i]
		below[r.Prev] = append(below[r.Prev], r)
	}
	return below
}

// DependentsText writes the answer as a tree for a terminal.
func DependentsText(q *Question) []byte {
	var out bytes.Buffer
	g, below := q.Graph, q.tree()
	seen := map[int]bool{}
	var grow func(n int, indent string, depth int)
	grow = func(n int, indent string, depth int) {
		if seen[n] || depth > 64 {
			return
		}
		seen[n] = true
		list := below[n]
		shown := min(len(list), 2*maxBelow)
		for i, r := range list[:shown] {
			fork, next := "├─ ", "│  "
			if i == shown-1 && shown == len(list) {
				fork, next = "└─ ", "   "
			}
			node := &g.Nodes[r.Node]
			name := node.Address
			if node.Stack != g.Nodes[n].Stack {
				name = strings.TrimSuffix(folder(node.Stack), "/") + "  " + name
			}
			text := escape.Terminal(name) + "  " + escape.Terminal(r.Via)
			if r.Strength != depend.Proof {
				text += "  " + strengthWord(string(r.Strength))
			}
			fmt.Fprintf(&out, "%s%s%s\n", indent, fork, text)
			grow(r.Node, indent+next, depth+1)
		}
		if shown < len(list) {
			fmt.Fprintf(&out, "%s└─ and %s\n", indent, count(len(list)-shown, "more dependent", "more dependents"))
		}
	}
	alone := 0
	for _, s := range q.Starts {
		if len(q.Starts) > 1 && len(below[s]) == 0 {
			alone++
			continue
		}
		n := &g.Nodes[s]
		fmt.Fprintf(&out, "%s  %s\n", escape.Terminal(strings.TrimSuffix(folder(n.Stack), "/")), escape.Terminal(n.Address))
		grow(s, "  ", 0)
	}
	if alone > 0 {
		fmt.Fprintf(&out, "%s of %s: nothing is known to depend on %s alone\n", count(alone, "object", "objects"), escape.Terminal(q.Of), verb(alone, "it", "them"))
	}
	stacks := map[string]bool{}
	for i := range q.Reached {
		stacks[g.Nodes[q.Reached[i].Node].Stack] = true
	}
	fmt.Fprintf(&out, "\n%s in %s.\n", count(len(q.Reached), "dependent", "dependents"), count(len(stacks), "stack", "stacks"))
	for i, gap := range q.gaps() {
		if i == 5 {
			fmt.Fprintf(&out, "Not known: %s\n", count(len(q.gaps())-5, "more", "more"))
			break
		}
		fmt.Fprintf(&out, "Not known: %s\n", escape.Terminal(gap.Text))
	}
	return out.Bytes()
}

// DependentsMarkdown writes the answer as a table.
func DependentsMarkdown(q *Question) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "### What depends on %s\n\n", escape.Code(q.Of))
	if len(q.Reached) == 0 {
		b.WriteString("Nothing is known to depend on it.\n")
		return []byte(b.String())
	}
	b.WriteString("| Stack | Object | Distance | Via | Evidence |\n|-------|--------|----------|-----|----------|\n")
	for i := range q.Reached {
		r := &q.Reached[i]
		n := &q.Graph.Nodes[r.Node]
		fmt.Fprintf(&b, "| %s | %s | %d | %s | %s |\n", stackCode(n.Stack), escape.CodeCell(n.Address), r.Distance, escape.Cell(r.Via), strengthWord(string(r.Strength)))
	}
	return []byte(b.String())
}

// DependentsMermaid draws the answer, nearest first, and counts what it leaves
// out.
func DependentsMermaid(q *Question) []byte {
	const most = 60
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	g := q.Graph
	ids := map[int]string{}
	draw := func(n int) string {
		if id := ids[n]; id != "" {
			return id
		}
		id := fmt.Sprintf("n%d", len(ids)+1)
		ids[n] = id
		node := &g.Nodes[n]
		fmt.Fprintf(&b, "  %s[\"%s<br/>%s\"]\n", id, escape.Mermaid(strings.TrimSuffix(folder(node.Stack), "/")), escape.Mermaid(node.Address))
		return id
	}
	for _, s := range q.Starts {
		draw(s)
	}
	left := 0
	for i := range q.Reached {
		r := &q.Reached[i]
		if len(ids) >= most {
			left++
			continue
		}
		from, to := draw(r.Prev), draw(r.Node)
		line := "-->"
		if r.Strength != depend.Proof {
			line = "-.->"
		}
		fmt.Fprintf(&b, "  %s %s%s %s\n", from, line, onArrow(r.Via), to)
	}
	if left > 0 {
		fmt.Fprintf(&b, "  folded[\"%s not drawn\"]\n", count(left, "more dependent is", "more dependents are"))
	}
	return []byte(b.String())
}
