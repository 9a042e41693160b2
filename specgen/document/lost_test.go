package document_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// TestBookkeepingIsLost takes the comment away: what the document says may be
// a person's then, so that nothing is overwritten, and nothing is said twice.
func TestBookkeepingIsLost(t *testing.T) {
	tmpl := document.Parse(seed(t))
	full, _ := tmpl.Fill(fragments(), document.AsTemplate())
	at := bytes.Index(full, []byte("\n<!-- tofuspec:"))
	bare := bytes.Clone(full[:at])

	same, _ := document.Parse(bare).Fill(fragments(), document.Against(tmpl))
	if !bytes.Equal(same, full) {
		t.Errorf("the same report leads elsewhere:\n%s", diff.Diff("was", full, "is", same))
	}

	other := fragments()
	for slot, text := range other {
		switch {
		case slot == document.Changes || slot == document.CostTable:
			other[slot] = strings.TrimRight(text, "\n") + "\n| `new/` | Add | x |\n"
		case strings.HasPrefix(text, "```"):
			other[slot] = strings.Replace(text, "a --> b", "a --> c", 1)
		case strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "1. "):
		default:
			other[slot] = "Other: " + text
		}
	}
	got, results := document.Parse(bare).Fill(other, document.Against(tmpl))
	if !bytes.HasPrefix(got, bytes.TrimRight(bare, "\n")) {
		t.Errorf("another report wrote over what may be a person's:\n%s", diff.Diff("was", bare, "is", got))
	}
	if n := len(results.In(document.Stayed)); n < 15 {
		t.Errorf("%d slots stayed; want them told", n)
	}
}

// TestPlaceholderWithoutTemplate fills a document that somebody began by hand:
// no template is at hand, and what is nothing but a placeholder asks for text.
func TestPlaceholderWithoutTemplate(t *testing.T) {
	const begun = "# Spec: [Title]\n\n## Summary\n\n<what changes, in two sentences>\n"
	out, _ := document.Parse([]byte(begun)).Fill(fragments())
	if s := string(out); strings.Contains(s, "<what changes") || !strings.Contains(s, fragments()[document.Summary]) {
		t.Errorf("got %s", s)
	}
	other := document.Parse([]byte("# Spec: [Title]\n\n## Motivation\n\n[Why]\n"))
	if out, _ := document.Parse([]byte(begun)).Fill(fragments(), document.Against(other)); !strings.Contains(string(out), "<what changes, in two sentences>") {
		t.Errorf("the template has no such placeholder, and it was taken for one:\n%s", out)
	}
}
