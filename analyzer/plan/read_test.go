package plan_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// TestReadSample reads the committed sample of plans.
func TestReadSample(t *testing.T) {
	files, _ := filepath.Glob("testdata/plans/*.json")
	if len(files) == 0 {
		t.Fatal("no sample plans")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p, diags := plan.Read(context.Background(), bytes.NewReader(b), plan.Options{Prior: true, Config: true})
		if diags.HasErrors() {
			t.Errorf("%s: %v", f, diags)
			continue
		}
		if p.FormatVersion == "" {
			t.Errorf("%s: no format version", f)
		}
	}
}
