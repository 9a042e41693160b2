package document_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// later is the fragments of a later run: some say something else, some
// nothing, some more than before.
func later(rng *rand.Rand) map[document.Slot]string {
	out := fragments()
	for _, slot := range document.Names() { // not the map's order: a seed tells the whole story
		text := out[slot]
		switch rng.IntN(6) {
		case 0:
			delete(out, slot)
		case 1:
			out[slot] = ""
		case 2:
			switch {
			case slot == document.Changes || slot == document.CostTable:
				out[slot] = strings.TrimRight(text, "\n") + fmt.Sprintf("\n| `s%d` | Add | x |\n", rng.IntN(9))
			case strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "1. "):
				out[slot] = strings.TrimRight(text, "\n") + fmt.Sprintf("\n- more %d\n", rng.IntN(9))
			case slot == document.Diagram:
				out[slot] = fmt.Sprintf("```mermaid\nflowchart TD\n  a --> b%d\n```\n", rng.IntN(9))
			default:
				out[slot] = fmt.Sprintf("%d %s", rng.IntN(9), text)
			}
		}
	}
	return out
}

// templates are the seed template and those in testdata.
func templates(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{"seed": seed(t)}
	names, err := filepath.Glob("testdata/templates/*.md")
	if err != nil || len(names) < 4 {
		t.Fatalf("%d templates, %v", len(names), err)
	}
	for _, n := range names {
		src, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(n)] = src
	}
	return out
}

// TestTemplatesLive takes the templates through the lives that random
// documents lead.
func TestTemplatesLive(t *testing.T) {
	for name, src := range templates(t) {
		t.Run(name, func(t *testing.T) {
			for s := range uint64(8) {
				checkLife(t, src, s, 4)
			}
		})
	}
}

// checkLife lets a person and the tool take turns at a document of which
// nobody knows where its slots are.
func checkLife(t *testing.T, src []byte, seed uint64, refreshes int) {
	t.Helper()
	o := &owned{src: bytes.Clone(src), own: bytes.Repeat([]byte{holder}, len(src))}
	if why, before := o.live(rand.New(rand.NewPCG(seed, 1)), refreshes); why != "" {
		t.Errorf("seed %d: %s\n--- before\n%s", seed, why, before)
	}
}

func FuzzRefresh(f *testing.F) {
	for _, src := range templates(f) {
		f.Add(src, uint64(1))
	}
	for seed := range uint64(20) {
		f.Add(randomDoc(rand.New(rand.NewPCG(seed, 2))).src, seed)
	}
	f.Add([]byte("# [Title]\r\n\r\n## Summary\r\n\r\n[x y]\r\n"), uint64(7))
	f.Add([]byte("---\ntitle: x\n---\nSummary\n===\n"), uint64(7))
	f.Fuzz(func(t *testing.T, src []byte, seed uint64) {
		if len(src) < 1<<13 {
			checkLife(t, src, seed, 2) // the fuzzer gives a run ten seconds, also on a busy machine
		}
	})
}

func TestNoSlotsNoChange(t *testing.T) {
	for _, src := range []string{"", "\n", "text", "```\n# Summary\n```\n", "---\nsummary: x\n---\n", "| a | b |\n|---|---|\n| c | d |\n", "<!--\n## Summary\n-->\n", "\xff\xfe\x00"} {
		out, _ := document.Parse([]byte(src)).Fill(fragments(), document.AsTemplate())
		if string(out) != src {
			t.Errorf("%q became %q", src, out)
		}
	}
}
