package depend

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// truth is what real tofu says of one configuration: `dependents` from `tofu
// graph -type=plan`, by configuration address, and `replaced` from planning
// with -replace, by instance address.
type truth struct {
	Nodes      map[string]string   `json:"nodes"`
	Dependents map[string][]string `json:"dependents"`
	Precise    map[string][]string `json:"precise"`
	Replaced   map[string][]string `json:"replaced"`
}

// caseDirs lists the recorded cases: those in the repository, and more where
// TOFUSPEC_CASES points to.
func caseDirs(t testing.TB) []string {
	t.Helper()
	dirs, _ := filepath.Glob("../../fixtures/graph/g*")
	if more := os.Getenv("TOFUSPEC_CASES"); more != "" {
		extra, _ := filepath.Glob(filepath.Join(more, "graph", "g*"))
		dirs = append(dirs, extra...)
	}
	if len(dirs) < 8 {
		t.Fatalf("only %d cases found", len(dirs))
	}
	return dirs
}

func readJSON(t testing.TB, file string, into any) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

func inspectCase(t testing.TB, root, dir, planFile string, useFiles bool) *Facts {
	t.Helper()
	f, err := os.Open(planFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	opts := plan.Options{NoOps: true}
	Need(&opts)
	p, diags := plan.Read(context.Background(), f, opts)
	if p == nil {
		t.Fatal(diags)
	}
	in := Input{Stack: path.Join("/", dir), Plan: p}
	if useFiles {
		tree, diags := tfconfig.LoadTree(os.DirFS(root), dir)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		in.Tree = tree
	}
	return Inspect(in)
}

// score counts how a radius compares with the truth.
type score struct {
	asked, truePairs, found int
	outside, lost           []string
}

func (s *score) add(id string, g *Graph, tr *truth, stack string) {
	for of, want := range tr.Dependents {
		s.asked++
		got := map[string]bool{}
		for _, a := range dependents(g, stack, of, true) {
			got[a] = true
			if !slices.Contains(want, a) {
				s.outside = append(s.outside, fmt.Sprintf("%s: %s is no dependent of %s", id, a, of))
			}
		}
		if p, ok := tr.Precise[of]; ok {
			want = p
		}
		for _, w := range want {
			s.truePairs++
			if got[w] {
				s.found++
			} else {
				s.lost = append(s.lost, fmt.Sprintf("%s: %s depends on %s", id, w, of))
			}
		}
	}
	for of, want := range tr.Replaced {
		got := dependents(g, stack, of, false)
		for _, w := range want {
			if !slices.Contains(got, w) {
				s.outside = append(s.outside, fmt.Sprintf("%s: replacing %s changes %s, which is not in its radius (%v)", id, of, w, got))
			}
		}
	}
}

// dependents lists the addresses in the same stack that depend on another,
// by configuration address or as they are.
func dependents(g *Graph, stack, of string, config bool) []string {
	var starts []Start
	for _, n := range g.Find(stack, of) {
		starts = append(starts, Start{Node: n})
	}
	var out []string
	for _, r := range g.Reach(starts, 0) {
		n := &g.Nodes[r.Node]
		if n.Stack != stack {
			continue
		}
		a := n.Address
		if config {
			a = ConfigAddress(a)
		}
		out = append(out, a)
	}
	return out
}

// TestCases holds the graph against recorded truth: never wider than the
// tool's own graph, and all but one in a hundred of what is in that.
func TestCases(t *testing.T) {
	var all score
	for _, dir := range caseDirs(t) {
		id := filepath.Base(dir)
		plans, _ := filepath.Glob(filepath.Join(dir, "*plan.json"))
		for _, p := range plans {
			stack, _ := strings.CutSuffix(filepath.Base(p), "plan.json")
			sub := "."
			if stack != "" {
				sub = "stacks/" + strings.TrimSuffix(stack, ".")
			}
			var tr truth
			readJSON(t, filepath.Join(dir, stack+"truth.json"), &tr)
			f := inspectCase(t, filepath.Join(dir, "config"), sub, p, true)
			all.add(id+" "+stack, Join([]*Facts{f}, nil), &tr, f.Stack)
		}
	}
	for _, line := range all.outside {
		t.Error(line)
	}
	recall := float64(all.found) / float64(all.truePairs)
	t.Logf("%d questions, %d true pairs, recall %.4f", all.asked, all.truePairs, recall)
	if recall < 0.99 {
		t.Errorf("recall %.4f is below 0.99:\n%s", recall, strings.Join(all.lost, "\n"))
	} else if len(all.lost) > 0 {
		t.Log(strings.Join(all.lost, "\n"))
	}
}

// TestCasesBetweenStacks holds the radius across stacks against the recorded
// one.
func TestCasesBetweenStacks(t *testing.T) {
	asked := 0
	for _, dir := range caseDirs(t) {
		file := filepath.Join(dir, "stacks.truth.json")
		if _, err := os.Stat(file); err != nil {
			continue
		}
		var want map[string]struct{ Dependents, Stacks []string }
		readJSON(t, file, &want)
		var facts []*Facts
		plans, _ := filepath.Glob(filepath.Join(dir, "*.plan.json"))
		for _, p := range plans {
			name := strings.TrimSuffix(filepath.Base(p), ".plan.json")
			facts = append(facts, inspectCase(t, filepath.Join(dir, "config"), "stacks/"+name, p, true))
		}
		g := Join(facts, nil)
		for of, w := range want {
			asked++
			stack, addr, _ := strings.Cut(of, ":")
			var starts []Start
			for _, n := range g.Find("/stacks/"+stack, addr) {
				starts = append(starts, Start{Node: n})
			}
			var got []string
			for _, r := range g.Reach(starts, 0) {
				n := g.Nodes[r.Node]
				got = append(got, path.Base(n.Stack)+":"+ConfigAddress(n.Address))
			}
			slices.Sort(got)
			slices.Sort(w.Dependents)
			if !slices.Equal(got, w.Dependents) {
				t.Errorf("%s: %s reaches\n %v, not\n %v", filepath.Base(dir), of, got, w.Dependents)
			}
		}
	}
	if asked == 0 {
		t.Error("no case with several stacks was found")
	}
}
