package escape_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/specgen/escape"
)

func TestPlainNamesStayReadable(t *testing.T) {
	for _, tc := range []struct{ in, want, why string }{
		{"opentofu/network", "opentofu/network", "a path needs no escape"},
		{"aws_lb_listener.api", "aws_lb_listener.api", "an underscore inside a word is no emphasis"},
		{"Route 53 record (alias), 2 of 3!", "Route 53 record (alias), 2 of 3!", "ordinary punctuation stays"},
		{"R&D, AT&T", `R\&D, AT\&T`, "an ampersand before a letter could open an entity"},
		{"a & b", "a & b", "an ampersand alone cannot"},
		{"-1", `\-1`, "a dash at the start could open a list"},
		{"1-2", "1-2", "a dash inside cannot"},
		{"arn:aws:iam::1:role/x", "arn:&#8203;aws:&#8203;iam::&#8203;1:role/x", "`:aws:` could become a picture"},
	} {
		if got := escape.Text(tc.in); got != tc.want {
			t.Errorf("Text(%q) = %q, want %q: %s", tc.in, got, tc.want, tc.why)
		}
	}
}

// calls finds what a forge would turn into a call after the Markdown is read.
var calls = regexp.MustCompile(`@[\pL\pN_-]|[#!%&$]\d|~[\pL\pN_"]|(?i:\bgh-\d)|:[a-z0-9_+-]+:|(?i:https?://|ftp://|www\.|(mailto|xmpp):[^\x{200b}])`)

func TestNobodyIsCalled(t *testing.T) {
	for _, in := range hostile {
		for name, got := range map[string]string{
			"Text": escape.Text(in), "Cell": escape.Cell(in), "Heading": escape.Heading(in),
			"LinkText": escape.LinkText(in), "MarkdownHTML": escape.MarkdownHTML(in),
		} {
			plain := string(unescape([]byte(got)))
			if m := calls.FindString(plain); m != "" {
				t.Errorf("%s(%q) = %q still holds %q", name, in, got, m)
			}
		}
	}
}

func TestTerminalShowsWhatItNeutralises(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"aws_lb.a", "aws_lb.a"},
		{"\x1b[31mred\x1b[0m", `\x1b[31mred\x1b[0m`},
		{"a\r\nb\tc", `a\r\nb\tc`},
		{"\u202etxt", `\u202etxt`},
		{"\u009b31m", `\u009b31m`},
		{"bad \xff", "bad \ufffd"},
		{"日本 😀", "日本 😀"},
	} {
		if got := escape.Terminal(tc.in); got != tc.want {
			t.Errorf("Terminal(%q) = %q, want %q", tc.in, got, tc.want)
		}
	}
}

func TestMermaidLabelStaysALabel(t *testing.T) {
	for _, tc := range []struct{ in, want, why string }{
		{"opentofu/eks/init", "opentofu/eks/init", "a path is shown as it is"},
		{`a"]; click a "x`, "a#34;]#59; click a #34;x", "a quote would end the label"},
		{"%%{init: {}}%%", "#37;#37;#123;init: #123;#125;#125;#37;#37;", "a directive is read wherever it stands"},
		{"#quot;", "#35;quot#59;", "a code is not decoded twice"},
		{"1. one", "1#46; one", "a label must not read as a list"},
		{"fa:fa-ban", "fa#58;fa-ban", "an icon"},
		{"<br/><b>", "#60;br/#62;#60;b#62;", "no HTML"},
		{"a\n```\nb", "a #96;#96;#96; b", "the fence around the diagram stays closed"},
	} {
		if got := escape.Mermaid(tc.in); got != tc.want {
			t.Errorf("Mermaid(%q) = %q, want %q: %s", tc.in, got, tc.want, tc.why)
		}
	}
}

func TestURL(t *testing.T) {
	for _, tc := range []struct{ in, want, why string }{
		{"https://github.com/a/b/issues/1?x=1&y=2", "https://github.com/a/b/issues/1?x=1&amp;y=2", "an ordinary address"},
		{"https://token:x@github.com/a", "https://github.com/a", "a token in a remote's address is nobody's business"},
		{"HTTPS://user@h/p@q", "https://h/p@q", "only the part before the host is a user"},
		{"javascript:alert(1)", "./javascript:alert%281%29", "not an address that runs"},
		{"//evil.example/x", "/evil.example/x", "a path never names a host"},
		{`\\evil\x`, "/evil%5Cx", "nor with backslashes"},
		{"../a b/(c).tf#L3", "../a%20b/%28c%29.tf#L3", "a file"},
		{"https:/\\evil", "https://evil", "what browsers make of it anyway"},
	} {
		if got := escape.URL(tc.in); got != tc.want {
			t.Errorf("URL(%q) = %q, want %q: %s", tc.in, got, tc.want, tc.why)
		}
	}
}

func TestCommentCannotEnd(t *testing.T) {
	for _, in := range append(hostile, "a--b", "a-", "---", "->", "--!>") {
		got := "<!-- " + escape.HTMLComment(in) + "-->"
		inner := strings.TrimSuffix(strings.TrimPrefix(got, "<!-- "), "-->")
		if strings.Contains(inner, "--") || strings.ContainsAny(inner, "<>\n") || strings.HasSuffix(inner, "-") {
			t.Errorf("HTMLComment(%q) = %q", in, inner)
		}
	}
}

func TestFenceHoldsAnyBody(t *testing.T) {
	for _, body := range []string{"", "a", "a\n", "```", "x\n````\n", "~~~\n", "\r\n<!-- -->"} {
		src := "before\n\n" + escape.Fence("hcl", body) + "\nafter\n"
		got := read(t, src)
		if got.kinds["FencedCodeBlock"] != 1 || got.kinds["Paragraph"] != 2 {
			t.Errorf("Fence(%q): %v\n%s", body, got.kinds, src)
		}
	}
}

func TestHTML(t *testing.T) {
	if got, want := escape.HTML("<a href='x'>\"&\n"), "&lt;a href=&#39;x&#39;&gt;&#34;&amp; "; got != want {
		t.Errorf("HTML = %q, want %q", got, want)
	}
	for _, in := range hostile {
		src := "<details><summary>" + escape.MarkdownHTML(in) + "</summary>\n\nbody\n\n</details>\n"
		got := read(t, src)
		got.only(t, in, src, "HTMLBlock", "Paragraph")
		if got.kinds["Paragraph"] != 1 {
			t.Errorf("MarkdownHTML(%q): %v", in, got.kinds)
		}
	}
}
