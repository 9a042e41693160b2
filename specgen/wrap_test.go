package specgen

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var long = strings.Repeat("word ", 30)

func TestWrap(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"short lines stay", "One stack changes.", "One stack changes."},
		{
			"an item's further lines stand below its text",
			"- **VPC**: " + strings.Repeat("abcd ", 16) + "end.",
			"- **VPC**: abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd abcd\n  abcd abcd end.",
		},
		{
			"a code span is not broken",
			strings.Repeat("abcd ", 14) + "`a b c d e f g h i j` and more",
			strings.TrimSpace(strings.Repeat("abcd ", 14)) + "\n`a b c d e f g h i j` and more",
		},
		{
			"a word that would begin a block stays on its line",
			strings.Repeat("abcd ", 16) + "- and 1. more",
			strings.Repeat("abcd ", 16) + "-\nand 1. more",
		},
		{"a table stays", "| " + long + "|", "| " + long + "|"},
		{"a fence stays", "```hcl\n" + long + "\n```", "```hcl\n" + long + "\n```"},
		{"HTML stays", "<details><summary>" + long + "</summary>", "<details><summary>" + long + "</summary>"},
	}
	for _, tt := range tests {
		if got := wrap(tt.in, 0); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
	label := wrap("Yes, in `opentofu/eks/init`, before apply, since what is destroyed comes again", len("- **Migration Required**: "))
	if first, _, _ := strings.Cut(label, "\n"); len(first) > lineLength-len("- **Migration Required**: ") {
		t.Errorf("the label has no room: %q", label)
	}
}

// FuzzWrap wraps whatever text there is, and holds what it renders to against
// the text as it was.
func FuzzWrap(f *testing.F) {
	for _, seed := range []string{
		"- a `b` " + long, long + "\\", "1. one\n2. " + long + "`x " + long + "`", long + "# no heading " + long,
		"> quote " + long, long + "\n===\n" + long, "- [ ] " + long + "- x " + long, "  - nested " + long, long + "| a | b |",
		"`` ` " + long + "``" + long, "* \\` " + long, "    code " + long, "text  \nhard break " + long, long + "+ 1. " + long,
	} {
		f.Add(seed)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	render := func(t *testing.T, s string) string {
		var b bytes.Buffer
		if err := md.Convert([]byte(s), &b); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	f.Fuzz(func(t *testing.T, line string) {
		// The fragments hold lines of one paragraph or item each, escaped: no
		// tabs, control characters, or HTML.
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\t\r\v\f<>\u0085\u2028\u2029&") || strings.Contains(line, "    ") {
			return
		}
		for _, s := range strings.Split(line, "\n") {
			s = strings.TrimRight(s, " ")
			wrapped := wrap(s, 0)
			if strings.Join(strings.Fields(wrapped), " ") != strings.Join(strings.Fields(s), " ") {
				t.Fatalf("words are lost: %q in %q", wrapped, s)
			}
			if again := wrap(wrapped, 0); again != wrapped {
				t.Fatalf("wrapped twice:\n%s\nonce:\n%s", again, wrapped)
			}
			if got, want := render(t, wrapped), render(t, s); got != want {
				t.Fatalf("%q\nrenders as\n%s\nnot as\n%s", wrapped, got, want)
			}
		}
	})
}
