package render

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// stackOf reads a plan into the facts of a stack, and returns nil for a file
// that is no plan.
func stackOf(t testing.TB, stack, file string) (*analyzer.Facts, *plan.Plan) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := catalog.Default()
	p, diags := plan.Read(context.Background(), bytes.NewReader(src), plan.Options{Keep: c.Keep, Name: file})
	if diags.HasErrors() {
		return nil, nil
	}
	return &analyzer.Facts{
		Stack: analyzer.Stack{Path: stack, Name: filepath.Base(stack)},
		PlanRef: analyzer.PlanRef{
			State: analyzer.PlanRead, Tool: p.Tool, Version: p.Version, Errored: p.Errored, Counts: p.Counts,
			Partial: p.Complete != nil && !*p.Complete && !p.Errored,
		},
		Outline: outline.Inspect(p, c),
	}, p
}

// plansOf returns every plan document that the tests read: those committed
// here, and those below TOFUSPEC_CASES where it is set.
func plansOf(t testing.TB) []string {
	t.Helper()
	var files []string
	for _, root := range []string{"../../fixtures", "../../analyzer/plan/testdata", os.Getenv("TOFUSPEC_CASES")} {
		if root == "" {
			continue
		}
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if !d.IsDir() && strings.HasSuffix(path, ".json") && d.Name() != "meta.json" && !strings.Contains(path, "/refuse/") {
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) == 0 {
		t.Fatal("no plans found")
	}
	return files
}
