package document_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// TestTemplates fills templates of different make: another order and level of
// headings, underlined headings, front matter, CRLF, tables with other
// columns, nested lists, examples in fences and comments.
func TestTemplates(t *testing.T) {
	for name, src := range templates(t) {
		t.Run(name, func(t *testing.T) {
			got, _ := document.Parse(src).Fill(fragments(), document.AsTemplate())
			golden := filepath.Join("testdata", "golden", name)
			if os.Getenv("UPDATE") != "" {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("the filled template differs from %s:\n%s", golden, got)
			}
		})
	}
}
