package escape_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// hostile is what a plan or a repository could try. The fuzz targets start
// from it.
var hostile = []string{
	"", " ", "plain", "aws_lb.openbao", "__dunder__", "snake_case_name", "_lead", "trail_",
	"**bold**", "*", "~~gone~~", "`code`", "``", "a`b``c", "\\", "\\`", "a\\|b", "a|b", "|", "a\\",
	"[link](https://example.com)", "![pic](x)", "[x]", "[^1]", "<b>", "<!-- tofuspec -->", "-->",
	"</details>", "<script>alert(1)</script>", "&lt;", "&#35;", "&copy;", "AT&T", "a & b",
	"# heading", "#", "foo #", "## x ##", "- item", "+ item", "* item", "1. one", "12) x", "1.", "> quote",
	"---", "===", "```", "~~~", "    indented", "\tx", "a\nb", "a\r\n\r\nb", "line\u2028break",
	"@octocat", "hey @org/team", "me@example.com", "#12", "org/repo#12", "GH-12", "!7", "$9", "%3", "~bug", "&4",
	"https://example.com/x", "www.example.com", "ftp://a", "mailto:me@x.io", "http://x@y",
	":smile:", "arn:aws:iam::123:role/x", "/close", "/assign @me", "$x$ and $y$", "a $$ b",
	"\x00", "\x1b[31mred", "\u202etxt.exe", "a\u200bb", "\ufeffx", "\xff\xfe", "\U000e0041", "e\u0301", "日本", "😀",
	"[NEEDS CLARIFICATION: x?]", ":--", "%%{init: {}}%%", "$`x`$", "a  b", "  \n", "foo\\\nbar",
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM))

// shown is the text that a reader should see for s.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co), strings.ContainsRune("\u034f\u115f\u1160\u3164\uffa0", r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// reading is what is left of a Markdown document: its text, and the kinds of
// nodes in it.
type reading struct {
	text  string
	kinds map[string]int
}

func read(t *testing.T, src string) reading {
	t.Helper()
	r := reading{kinds: map[string]int{}}
	var b strings.Builder
	source := []byte(src)
	err := ast.Walk(gfm.Parser().Parse(text.NewReader(source)), func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		r.kinds[n.Kind().String()]++
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(source)
			if n.Parent().Kind() != ast.KindCodeSpan {
				value = unescape(value)
			}
			b.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r.text = strings.ReplaceAll(b.String(), "\u200b", "")
	return r
}

var entity = regexp.MustCompile(`^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// unescape reads backslash escapes and entities from left to right, as an
// inline parser does.
func unescape(raw []byte) []byte {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			b.WriteByte(raw[i])
		case raw[i] == '&':
			if e := entity.FindString(string(raw[i:])); e != "" && html.UnescapeString(e) != e {
				b.WriteString(html.UnescapeString(e))
				i += len(e) - 1
				continue
			}
			b.WriteByte('&')
		default:
			b.WriteByte(raw[i])
		}
	}
	return []byte(b.String())
}

// only fails when the document holds other kinds of nodes than those named.
func (r reading) only(t *testing.T, in, src string, kinds ...string) {
	t.Helper()
	for kind := range r.kinds {
		known := kind == "Document" || kind == "Text" || kind == "String"
		for _, k := range kinds {
			known = known || k == kind
		}
		if !known {
			t.Errorf("%q became a %s in\n%s", in, kind, src)
		}
	}
}

func checkText(t *testing.T, in string) {
	t.Helper()
	for _, around := range []struct{ before, after string }{{"", "\n"}, {"Words: ", " and more.\n"}, {"A line\n", "\nanother\n"}} {
		src := around.before + escape.Text(in) + around.after
		want := strings.TrimSpace(around.before + shown(in) + around.after)
		got := read(t, src)
		got.only(t, in, src, "Paragraph", "TextBlock")
		if shown(in) != "" && got.text != want {
			t.Errorf("Text(%q) = %q reads %q, want %q", in, escape.Text(in), got.text, want)
		}
	}
	src := "- " + escape.Text(in) + "\n- next\n"
	got := read(t, src)
	got.only(t, in, src, "List", "ListItem", "TextBlock", "Paragraph")
	if got.kinds["ListItem"] != 2 {
		t.Errorf("Text(%q) changed the list\n%s", in, src)
	}
}

func checkHeading(t *testing.T, in string) {
	t.Helper()
	src := "# Spec: " + escape.Heading(in) + "\n\nbody\n"
	got := read(t, src)
	got.only(t, in, src, "Heading", "Paragraph")
	if want := strings.TrimSpace("Spec: "+shown(in)) + "body"; got.text != want || got.kinds["Heading"] != 1 {
		t.Errorf("Heading(%q) = %q reads %q, want %q", in, escape.Heading(in), got.text, want)
	}
}

func checkCells(t *testing.T, in string) {
	t.Helper()
	src := "| a | b | c |\n|---|---|---|\n| " + escape.Cell(in) + " | " + escape.CodeCell(in) + " | end |\n"
	got := read(t, src)
	got.only(t, in, src, "Table", "TableHeader", "TableRow", "TableCell", "CodeSpan", "RawHTML")
	if got.kinds["TableCell"] != 6 {
		t.Errorf("cells of %q: %d, want 6\n%s", in, got.kinds["TableCell"], src)
	}
	if !strings.HasSuffix(got.text, "end") || !strings.HasPrefix(got.text, "abc"+shown(in)) {
		t.Errorf("Cell(%q) reads %q\n%s", in, got.text, src)
	}
	if shown(in) != "" && collapse(got.text) != collapse("abc"+shown(in)+shown(in)+"end") {
		t.Errorf("CodeCell(%q) reads %q\n%s", in, got.text, src)
	}
}

func checkCode(t *testing.T, in string) {
	t.Helper()
	src := "x " + escape.Code(in) + " y\n"
	got := read(t, src)
	got.only(t, in, src, "Paragraph", "CodeSpan")
	if got.kinds["CodeSpan"] != 1 || collapse(got.text) != collapse("x "+shown(in)+" y") {
		t.Errorf("Code(%q) = %q reads %q, %v", in, escape.Code(in), got.text, got.kinds)
	}
}

func checkLink(t *testing.T, in string) {
	t.Helper()
	src := "x [" + escape.LinkText(in) + "](" + escape.URL(in) + ") y\n"
	got := read(t, src)
	got.only(t, in, src, "Paragraph", "Link")
	if got.kinds["Link"] != 1 {
		t.Errorf("link of %q is %q", in, src)
	}
}

// collapse leaves out white space, which code spans keep and shown does not.
func collapse(s string) string { return strings.Join(strings.Fields(s), "") }

func TestMarkdownReadsBack(t *testing.T) {
	for _, in := range hostile {
		checkText(t, in)
		checkHeading(t, in)
		checkCells(t, in)
		checkCode(t, in)
		checkLink(t, in)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, in := range hostile {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		checkText(t, in)
		checkHeading(t, in)
		checkCells(t, in)
		checkCode(t, in)
		checkLink(t, in)
	})
}
