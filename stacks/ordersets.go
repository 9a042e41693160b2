package stacks

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// set returns the node for the set of stacks that an entry of s stands for.
// It has edges from or to all its members.
func (g *orderGraph) set(s *Stack, entry, field string, sets map[string]int32, into bool) (int32, bool) {
	key, isTag := entry, strings.HasPrefix(entry, "tag:")
	if !isTag {
		if key = join(s.Path, entry); leavesRoot(s.Path, entry) {
			key = "outside:" + entry
		}
	}
	if node, known := sets[key]; known {
		return node, node >= 0
	}
	members := g.members(s, entry, key, field, isTag)
	if len(members) == 0 {
		sets[key] = -1
		return -1, false
	}
	node := int32(len(g.next))
	g.next, g.waits = append(g.next, nil), append(g.waits, 0)
	sets[key] = node
	for _, m := range members {
		g.visit(m)
		if into {
			g.edge(int32(m.index), node)
		} else {
			g.edge(node, int32(m.index))
		}
	}
	return node, true
}

// members resolves an entry: a path stands for all stacks at or below it, and
// a tag query for all stacks at or below those it matches.
func (g *orderGraph) members(s *Stack, entry, key, field string, isTag bool) []*Stack {
	if !isTag {
		if leavesRoot(s.Path, entry) {
			g.warn(s, entry, field, "leads out of the project")
			return nil
		}
		if g.p.folders[key] == nil {
			g.warnMissing(s, entry, key, field)
		}
		return g.below(key)
	}
	query := strings.TrimPrefix(entry, "tag:")
	q, diags := ParseTags([]string{query}, nil)
	if diags.HasErrors() {
		g.diags = append(g.diags, problem(s.Range, "Invalid tag query", fmt.Sprintf("stack.%s of %s: %s", field, s.Path, diags[0].Detail)))
		return nil
	}
	if q.IsZero() {
		return nil
	}
	var all []*Stack
	var covered *Stack
	for _, m := range g.matching(q) {
		if covered != nil && within(m.Path, covered.Path) {
			continue
		}
		covered = m
		all = append(all, g.below(m.Path)...)
	}
	return all
}

// matching returns the stacks that a query selects, in tree order.
func (g *orderGraph) matching(q TagQuery) []*Stack {
	if g.tagged == nil {
		g.tagged = map[string][]*Stack{}
		for _, s := range g.byTree {
			for _, tag := range s.Tags {
				g.tagged[tag] = append(g.tagged[tag], s)
			}
		}
	}
	if len(q.any) == 1 {
		return q.Filter(g.tagged[q.any[0][0]])
	}
	return q.Filter(g.byTree)
}

// below returns the stacks at or below a project path, in tree order.
func (g *orderGraph) below(at string) []*Stack {
	from, _ := slices.BinarySearchFunc(g.byTree, at, func(s *Stack, at string) int { return compareTree(s.Path, at) })
	to := from
	for to < len(g.byTree) && within(g.byTree[to].Path, at) {
		to++
	}
	return g.byTree[from:to]
}

func (g *orderGraph) warnMissing(s *Stack, entry, key, field string) {
	what := "does not exist"
	if info, err := statPath(g.p.fsys, key); err == nil {
		if info.IsDir() {
			return // a folder that Terramate passes over
		}
		what = "is not a folder"
	}
	g.warn(s, entry, field, what)
}

func (g *orderGraph) warn(s *Stack, entry, field, what string) {
	d := problem(s.Range, "Order names an unknown path", fmt.Sprintf("stack.%s of %s names %q, which %s.", field, s.Path, entry, what))
	d.Severity = hcl.DiagWarning
	g.diags = append(g.diags, d)
}

// leavesRoot tells whether an entry, absolute or relative to a stack, leads
// above the project's root.
func leavesRoot(stack, entry string) bool {
	if path.IsAbs(entry) {
		return climbsOut("/", "./"+entry)
	}
	return climbsOut(stack, entry)
}

// compareTree compares project paths so that a folder comes right before what
// lies below it.
func compareTree(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			switch {
			case a[i] == '/':
				return -1
			case b[i] == '/':
				return 1
			}
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}
