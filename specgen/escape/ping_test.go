package escape_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/escape"
)

// links are what GitHub and GitLab turn into something in running text.
var links = regexp.MustCompile(`@[\w-]|[#!%&$]\d|~\w|\b(?:GH|GL|gh|gl)-\d|:[a-z_]+:|https?://|www\.|\b[0-9a-f]{7,40}\b`)

func TestNothingPings(t *testing.T) {
	for _, in := range []string{
		"@octocat", "cc @acme/platform-team", "fixes #1", "Closes acme/live#12", "GH-123", "gl-9", "!7", "$9", "%3", "~bug", "&4", ":tada:",
		"https://example.org", "http://example.org/#1", "www.example.org", "a1b2c3d", "see 0123456789abcdef0123456789abcdef01234567",
		"acme@a1b2c3d4", "mail ada@example.org",
	} {
		for where, out := range map[string]string{
			"text": escape.Text(in), "cell": escape.Cell(in), "heading": escape.Heading(in), "link": escape.LinkText(in), "html": escape.MarkdownHTML(in),
		} {
			// A reader of Markdown takes entities and backslashes away before the forge looks.
			read := strings.NewReplacer("&#8203;", "\u200b", `\`, "", "&#36;", "$", "&#35;", "#", "&#126;", "~", "&#33;", "!", "&amp;", "&").Replace(out)
			if m := links.FindString(read); m != "" {
				t.Errorf("%s in a %s is %q, which still links %q", in, where, out, m)
			}
		}
	}
	for _, in := range []string{"123456789012", "defaced", "t3.medium", "10.0.0.0/16", "2026-11-25"} {
		if got := escape.Cell(in); got != in {
			t.Errorf("Cell(%q) = %q: nothing in it links", in, got)
		}
	}
}
