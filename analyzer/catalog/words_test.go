package catalog

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2/hclsimple"
)

// TestWordsAreReadAsHCL reads the vocabulary the slow way, and compares.
func TestWordsAreReadAsHCL(t *testing.T) {
	src, err := fs.ReadFile(embedded, "data/words.hcl")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Providers map[string]string `hcl:"providers"`
		Words     map[string]string `hcl:"words"`
		Phrases   map[string]string `hcl:"phrases"`
		Endings   map[string]string `hcl:"endings"`
	}
	if err := hclsimple.Decode("words.hcl", src, nil, &want); err != nil {
		t.Fatal(err)
	}
	got := readWords(string(src))
	if diff := cmp.Diff(want, struct {
		Providers map[string]string `hcl:"providers"`
		Words     map[string]string `hcl:"words"`
		Phrases   map[string]string `hcl:"phrases"`
		Endings   map[string]string `hcl:"endings"`
	}{got.Providers, got.Words, got.Phrases, got.Endings}); diff != "" {
		t.Errorf("HCL reads the words otherwise:\n%s", diff)
	}
}

// BenchmarkWords is what the first name costs.
func BenchmarkWords(b *testing.B) {
	src, err := fs.ReadFile(embedded, "data/words.hcl")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		readWords(string(src))
	}
}
