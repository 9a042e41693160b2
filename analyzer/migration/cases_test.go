package migration_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A label is the truth about one case.
type label struct {
	Required     bool                          `json:"migration_required"`
	StateChanges bool                          `json:"state_changes"`
	Family       string                        `json:"family"`
	Kinds        []string                      `json:"kinds"`
	Moves        []struct{ From, To string }   `json:"moves"`
	Handled      []struct{ From, To string }   `json:"handled_moves"`
	Ambiguous    bool                          `json:"ambiguous"`
	Groups       []struct{ From, To []string } `json:"ambiguous_groups"`
	Partial      bool                          `json:"partial_plan"`
	Level        string                        `json:"level"`
}

// casesDir is the corpus: the committed one, or the one that TOFUSPEC_CASES
// names.
func casesDir() string {
	if d := os.Getenv("TOFUSPEC_CASES"); d != "" {
		return filepath.Join(d, "migration")
	}
	return filepath.FromSlash("../../fixtures/migration")
}

func eachCase(t *testing.T, visit func(t *testing.T, dir string, l label)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(casesDir(), "*", "label.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", casesDir(), err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var l label
		if err := json.Unmarshal(src, &l); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		t.Run(filepath.Base(filepath.Dir(f)), func(t *testing.T) { visit(t, filepath.Dir(f), l) })
	}
}

// judge analyses a case with the plans whose names end in suffix.
func judge(t *testing.T, dir, suffix string) *migration.Verdict {
	t.Helper()
	plans := map[string]*plan.Plan{}
	files, err := filepath.Glob(filepath.Join(dir, "plan*"+suffix))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		stack := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(filepath.Base(f), "plan"), suffix), ".")
		if strings.HasPrefix(stack, "tf") {
			continue
		}
		r, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		p, diags := plan.Read(context.Background(), r, migration.Options())
		r.Close()
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		plans[stack] = p
	}
	var history migration.History
	stacks := []string{}
	for s := range plans {
		stacks = append(stacks, s)
	}
	if len(stacks) == 0 {
		stacks = []string{""}
	}
	sort.Strings(stacks)
	before, after := stackDirs(t, filepath.Join(dir, "before")), stackDirs(t, filepath.Join(dir, "after"))
	for old, id := range before {
		for new, other := range after {
			if id == other && old != new {
				history.Renamed = append(history.Renamed, migration.Renamed{From: "/" + old, To: "/" + new, KeyMoved: true})
				stacks = []string{new}
				plans[new] = plans[""]
			}
		}
	}
	var facts []*migration.Facts
	for _, s := range stacks {
		in := migration.Input{Stack: "/" + s, Plan: plans[s], Head: tree(t, dir, "after", s), Base: tree(t, dir, "before", s)}
		facts = append(facts, roundTrip(t, migration.Inspect(in)))
	}
	return migration.Join(facts, history)
}

// roundTrip writes facts as a part file does, and reads them again.
func roundTrip(t *testing.T, f *migration.Facts) *migration.Facts {
	t.Helper()
	js, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	out := new(migration.Facts)
	if err := json.Unmarshal(js, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// stackDirs maps the folders with a stack block to the stack's id line.
func stackDirs(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, _ os.DirEntry, err error) error {
		if err == nil && filepath.Base(p) == "stack.tm.hcl" {
			src, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			rel, _ := filepath.Rel(dir, filepath.Dir(p))
			_, id, _ := strings.Cut(string(src), "id ")
			out[filepath.ToSlash(rel)] = id
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func tree(t *testing.T, dir, side, stack string) *tfconfig.Tree {
	t.Helper()
	if stack == "" {
		stack = "."
	}
	if _, err := os.Stat(filepath.Join(dir, side, stack)); err != nil {
		return nil
	}
	tr, diags := tfconfig.LoadTree(os.DirFS(filepath.Join(dir, side)), stack)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return tr
}

func moveSet(v *migration.Verdict) map[string]bool {
	out := map[string]bool{}
	for _, m := range v.Moves {
		from, to := m.From, m.To
		if m.FromStack != m.ToStack {
			from, to = strings.TrimPrefix(m.FromStack, "/")+":"+from, strings.TrimPrefix(m.ToStack, "/")+":"+to
		}
		out[from+" -> "+to] = true
	}
	return out
}

// check compares a verdict with the truth.
func check(t *testing.T, v *migration.Verdict, l label) {
	t.Helper()
	if v.Required != l.Required {
		t.Errorf("required: %v, truth %v; %+v", v.Required, l.Required, v.Reasons)
	}
	if v.Undecided != l.Partial {
		t.Errorf("undecided: %v; %+v", v.Undecided, v.Reasons)
	}
	if v.StateChanges != l.StateChanges {
		t.Errorf("state changes: %v, truth %v", v.StateChanges, l.StateChanges)
	}
	kinds := slices.Clone(v.Kinds)
	want := slices.Clone(l.Kinds)
	sort.Strings(want)
	if !slices.Equal(kinds, want) {
		t.Errorf("kinds: %v, truth %v", kinds, want)
	}
	if (len(v.Ambiguous) > 0) != l.Ambiguous {
		t.Errorf("ambiguous: %+v, truth %v", v.Ambiguous, l.Ambiguous)
	}
	handled := map[string]bool{}
	for _, h := range v.Handled {
		handled[h.From+" -> "+h.To] = true
	}
	truth := map[string]bool{}
	for _, m := range append(l.Moves, l.Handled...) {
		k := m.From + " -> " + m.To
		truth[k] = true
		if !l.Ambiguous && !moveSet(v)[k] && !handled[k] {
			t.Errorf("missed %s", k)
		}
	}
	for m := range moveSet(v) {
		if !truth[m] {
			t.Errorf("false move %s", m)
		}
	}
	for _, g := range l.Groups {
		found := slices.ContainsFunc(v.Ambiguous, func(a migration.Group) bool {
			return slices.Equal(a.From, g.From) && slices.Equal(a.To, g.To)
		})
		if !found {
			t.Errorf("group %v not among %+v", g, v.Ambiguous)
		}
	}
}

// TestCases holds the verdict on every recorded case against the truth, for
// OpenTofu's plans and, where there is one, Terraform's.
func TestCases(t *testing.T) {
	eachCase(t, func(t *testing.T, dir string, l label) {
		check(t, judge(t, dir, ".json"), l)
		if _, err := os.Stat(filepath.Join(dir, "plan.tf111.json")); err == nil {
			t.Run("terraform", func(t *testing.T) {
				if filepath.Base(dir) == "028-module-single-to-count" {
					// Terraform 1.11 does not move a module that is given
					// count: its plan destroys and creates.
					l.Required, l.Kinds = true, []string{"single_to_count"}
				}
				check(t, judge(t, dir, ".tf111.json"), l)
			})
		}
	})
}
