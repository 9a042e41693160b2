package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/tofuspec/tofuspec/fixtures/plans"
)

// TestRecordedPlans lists every recorded plan and holds the words against those
// in its archive, which were read beside the tool's own.
func TestRecordedPlans(t *testing.T) {
	all, err := plans.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 25 {
		t.Errorf("only %d recordings", len(all))
	}
	for _, r := range all {
		t.Run(r.Name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "plan.json"), r.Plan, 0o600); err != nil {
				t.Fatal(err)
			}
			code, out, errs := call(t, nil, "changes", "-C", dir, "--plan", filepath.Join(dir, "plan.json"), "--details")
			if code != exitDone || errs != "" {
				t.Fatalf("exit code %d: %s", code, errs)
			}
			name := filepath.Join(repository, "fixtures/plans", r.Name+".txtar")
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "changes.txt" })
			if at < 0 {
				t.Fatal("the archive holds no changes.txt")
			}
			if os.Getenv("UPDATE") != "" {
				a.Files[at].Data = []byte(out)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil { // #nosec G306 -- committed
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[at].Data), out); diff != "" {
				t.Errorf("not as recorded (-want +got):\n%s", diff)
			}
			if strings.Contains(out, "hunter2") {
				t.Error("tells a secret")
			}
		})
	}
}
