package plan

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"

	tfjson "github.com/hashicorp/terraform-json"
)

// TestAgreesWithTerraformJSON reads the sample plans with terraform-json too,
// entry by entry, and compares what both tell of a change.
func TestAgreesWithTerraformJSON(t *testing.T) {
	compared := 0
	for _, name := range samples(t) {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Changes []json.RawMessage `json:"resource_changes"`
		}
		if json.Unmarshal(src, &doc) != nil {
			continue // a byte-order mark and the like, which Read takes
		}
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		p, diags := Read(context.Background(), f, Options{NoOps: true})
		f.Close()
		if diags.HasErrors() {
			t.Fatalf("%s: %v", name, diags)
		}
		if len(p.Changes) != len(doc.Changes) {
			t.Errorf("%s: %d changes, want %d", name, len(p.Changes), len(doc.Changes))
			continue
		}
		for i, raw := range doc.Changes {
			var want tfjson.ResourceChange
			if json.Unmarshal(raw, &want) != nil {
				continue // an older form, such as a deposed flag, that only Read takes
			}
			got := p.Changes[i]
			var words []string
			for _, a := range want.Change.Actions {
				words = append(words, string(a))
			}
			if got.Address != want.Address || got.PreviousAddress != want.PreviousAddress || got.Type != want.Type ||
				got.ModuleAddress != want.ModuleAddress || got.Deposed != want.DeposedKey || !slices.Equal(got.Actions, words) ||
				(got.Action == ActionReplace) != want.Change.Actions.Replace() || (got.Importing != nil) != (want.Change.Importing != nil) {
				t.Errorf("%s: change %d: %s %v, want %s %v", name, i, got.Address, got.Actions, want.Address, words)
			}
			compared++
		}
	}
	if compared < 10 {
		t.Errorf("only %d changes were compared", compared)
	}
}
