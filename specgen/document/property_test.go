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

// words is what a person types; %s is a text that is nowhere else.
var words = []string{
	"%s", " %s ", "\n%s\n", "\n\n%s\n\n", "\n- %s\n", "\n| %s | x | y |\n", "\n## %s\n\n", "\n### Summary\n\n%s\n\n",
	"\n```\n%s\n```\n", "\n```%s\n", "\n  - %s", "<!-- %s -->", "<!-- %s", "\r\n%s\r\n", "**%s**: ", "\\%s", "[%s]", "[%s",
	"\n- [x] %s\n", "\n> %s\n", "\n---\n%s\n---\n", "%s\n===\n", "\t%s", "\n1. %s\n", "| %s", "<details>%s\n", "\n[%s]: x\n",
	"\n<!-- tofuspec: %s -->\n", "`%s",
}

// human edits a document: it puts a text in, sometimes in place of another.
// The bookkeeping is left alone.
func human(rng *rand.Rand, src []byte, mark string) ([]byte, string) {
	end := bytes.LastIndex(src, []byte("<!-- tofuspec: what"))
	if end < 0 {
		end = len(src)
	}
	from := rng.IntN(end + 1)
	to := from
	if rng.IntN(3) == 0 {
		to = min(end, from+rng.IntN(40))
	}
	text := fmt.Sprintf(words[rng.IntN(len(words))], mark)
	return append(append(append([]byte{}, src[:from]...), text...), src[to:]...), text
}

// tick is what a person does to a box.
func tick(rng *rand.Rand, src []byte) []byte {
	n := bytes.Count(src, []byte("- [ ] "))
	if n == 0 {
		return src
	}
	at := 0
	for range 1 + rng.IntN(n) {
		at += bytes.Index(src[at:], []byte("- [ ] ")) + 1
	}
	out := bytes.Clone(src)
	out[at+2] = 'x'
	return out
}

// checkRefreshes is the promise: whatever a person types between any number
// of refreshes is still there after them, and a second refresh changes
// nothing.
func checkRefreshes(t *testing.T, template []byte, seed uint64) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	tmpl := document.Parse(template)
	doc, _ := tmpl.Fill(fragments(), document.AsTemplate())
	var typed []string
	for round := range 5 {
		for i := range rng.IntN(4) {
			var text string
			before := doc
			doc, text = human(rng, doc, fmt.Sprintf("§%d.%d§", round, i))
			kept := typed[:0:0]
			for _, w := range typed { // what the person has overwritten is theirs to lose
				if bytes.Contains(doc, []byte(w)) {
					kept = append(kept, w)
				}
			}
			typed = append(kept, text)
			_ = before
		}
		if rng.IntN(3) == 0 {
			ticked := bytes.Count(doc, []byte("[x]"))
			doc = tick(rng, doc)
			if got := bytes.Count(doc, []byte("[x]")); got < ticked {
				t.Fatal("the test's own tick is wrong")
			}
		}
		ticks := bytes.Count(doc, []byte("[x]"))
		in := doc
		fragments := later(rng)
		doc, _ = document.Parse(in).Fill(fragments, document.Against(tmpl))
		for _, w := range typed {
			if !bytes.Contains(doc, []byte(w)) {
				t.Fatalf("seed %d, round %d: %q is gone\n--- before\n%s\n--- after\n%s", seed, round, w, in, doc)
			}
		}
		if got := bytes.Count(doc, []byte("[x]")); got < ticks {
			t.Fatalf("seed %d, round %d: %d ticks, were %d\n--- before\n%s\n--- after\n%s", seed, round, got, ticks, in, doc)
		}
		again, _ := document.Parse(doc).Fill(fragments, document.Against(tmpl))
		if !bytes.Equal(again, doc) {
			t.Fatalf("seed %d, round %d: filling twice is not filling once\n--- once\n%s\n--- twice\n%s", seed, round, doc, again)
		}
		if n := bytes.Count(doc, []byte("<!-- tofuspec: what")); n > 1 {
			t.Fatalf("seed %d: %d bookkeeping comments\n%s", seed, n, doc)
		}
	}
}

func TestNoWordIsLost(t *testing.T) {
	for name, src := range templates(t) {
		t.Run(name, func(t *testing.T) {
			for s := range uint64(12) {
				checkRefreshes(t, src, s)
			}
		})
	}
}

func FuzzRefresh(f *testing.F) {
	for _, src := range templates(f) {
		f.Add(src, uint64(1))
	}
	f.Add([]byte("# [Title]\r\n\r\n## Summary\r\n\r\n[x y]\r\n"), uint64(7))
	f.Add([]byte("---\ntitle: x\n---\nSummary\n===\n"), uint64(7))
	f.Fuzz(checkAny)
}

func checkAny(t *testing.T, src []byte, seed uint64) {
	if len(src) > 1<<14 || bytes.Contains(src, []byte("§")) || bytes.Contains(src, []byte("<!-- tofuspec:")) {
		return
	}
	d := document.Parse(src)
	out, _ := d.Fill(fragments(), document.AsTemplate())
	if len(d.Slots()) == 0 && !bytes.Equal(out, src) {
		t.Fatal("a document without slots was changed")
	}
	checkRefreshes(t, src, seed)
}

func TestNoSlotsNoChange(t *testing.T) {
	for _, src := range []string{"", "\n", "text", "```\n# Summary\n```\n", "---\nsummary: x\n---\n", "| a | b |\n|---|---|\n| c | d |\n", "<!--\n## Summary\n-->\n", "\xff\xfe\x00"} {
		out, _ := document.Parse([]byte(src)).Fill(fragments(), document.AsTemplate())
		if string(out) != src {
			t.Errorf("%q became %q", src, out)
		}
	}
}
