package render

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
)

// fragments is every fragment of a report, one after the other, as a person
// reads them.
func fragments(r *analyzer.Report) string {
	const budget = 6000
	return fmt.Sprintf("# %s\n\n%s\n\n%s\n%s\n\n%s\n\n%s\n%s",
		Title(r), Summary(r), ChangesTable(r), Unchanged(r), Drifted(r), KeyEntities(r), AllChanges(r, budget))
}

// platform is the example monorepo's report, with what the migration analysis
// finds in it and the stack that has no plan.
func platform(t *testing.T) *analyzer.Report {
	r := &analyzer.Report{Migration: &migration.Verdict{Moves: []migration.Move{
		{FromStack: "/opentofu/eks/init", From: "aws_kms_key.logs", ToStack: "/opentofu/eks/init", To: "module.encryption.aws_kms_key.this"},
		{FromStack: "/opentofu/eks/init", From: "aws_kms_alias.logs", ToStack: "/opentofu/eks/init", To: "module.encryption.aws_kms_alias.this"},
	}}}
	for _, stack := range []string{"network", "openbao/cluster", "eks/init", "eks/configure", "openbao/management"} {
		path := "/opentofu/" + stack
		s, _ := stackOf(t, path, filepath.Join("../../fixtures/platform", path, "out.tfplan.json"))
		r.Stacks = append(r.Stacks, s)
	}
	r.Stacks = append(r.Stacks, &analyzer.Facts{
		Stack:   analyzer.Stack{Path: "/opentofu/llm-platform"},
		PlanRef: analyzer.PlanRef{State: analyzer.PlanMissing, Note: "out.tfplan was not written by the preview"},
	})
	return r
}

// refactor is the larger example: eight stacks, several hundred changes.
func refactor(t *testing.T) *analyzer.Report {
	r := &analyzer.Report{}
	for _, stack := range []string{"network", "identity", "dns", "cluster", "storage", "databases", "applications", "operations"} {
		s, _ := stackOf(t, "/stacks/"+stack, filepath.Join("../../fixtures/refactor/stacks", stack, "plan.json"))
		r.Stacks = append(r.Stacks, s)
	}
	return r
}

// sample is plans of public projects, each as a stack of its own.
func sample(t *testing.T) *analyzer.Report {
	files, err := filepath.Glob("testdata/public/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample of public plans: ", err)
	}
	r := &analyzer.Report{}
	for _, file := range files {
		s, _ := stackOf(t, "/"+strings.TrimSuffix(filepath.Base(file), ".json"), file)
		if s == nil {
			t.Fatalf("%s is not read", file)
		}
		r.Stacks = append(r.Stacks, s)
	}
	return r
}

func TestGolden(t *testing.T) {
	for name, report := range map[string]*analyzer.Report{
		"platform": platform(t), "refactor": refactor(t), "public": sample(t), "nothing": {},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", "changes", name+".md")
			got := fragments(report)
			if os.Getenv("UPDATE") != "" {
				if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s differs; UPDATE=1 writes it anew:\n%s", file, diff)
			}
		})
	}
}

func TestBudget(t *testing.T) {
	r := refactor(t)
	whole := AllChanges(r, 1<<30)
	for budget := 0; budget < len(whole)+200; budget += 97 {
		got := AllChanges(r, budget)
		if len(got) > budget {
			t.Fatalf("%d bytes for a budget of %d", len(got), budget)
		}
		if got == "" {
			continue
		}
		if strings.Count(got, "<details>") != 1 || !strings.HasSuffix(got, "\n\n"+tail) || strings.Count(got, "`")%2 != 0 {
			t.Fatalf("broken at budget %d:\n%s", budget, got)
		}
		listed := strings.Count(got, "\n- ")
		for _, m := range regexp.MustCompile(`\n- (\d+) more, left out`).FindAllStringSubmatch(got, -1) {
			var n int
			if _, err := fmt.Sscan(m[1], &n); err != nil {
				t.Fatal(err)
			}
			listed += n - 1
		}
		if listed != strings.Count(whole, "\n- ") {
			t.Fatalf("budget %d: %d lines listed or counted of %d", budget, listed, strings.Count(whole, "\n- "))
		}
	}
}
