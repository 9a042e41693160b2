package document

import (
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// TestTableBlocks asks that a table is seen where goldmark's own extension
// sees one.
func TestTableBlocks(t *testing.T) {
	theirs := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	for why, src := range map[string]string{
		"a table":                     "| a | b |\n|---|---|\n| 1 | 2 |\n",
		"no outer pipes":              "a | b\n--- | ---\n1 | 2\n",
		"aligned":                     "| a | b | c |\n|:--|:-:|--:|\n",
		"one column":                  "| a |\n|---|\n",
		"one column, marked by colon": "a\n:--\n",
		"an underlined heading":       "a\n---\n",
		"too few delimiters":          "| a | b |\n|---|\n",
		"no delimiter row":            "| a | b |\n| 1 | 2 |\n",
		"not only dashes":             "| a | b |\n|---|-x-|\n",
		"an empty delimiter":          "| a | b |\n|---||\n",
		"a colon alone":               "| a | b |\n|---|:|\n",
		"text below":                  "| a | b |\n|---|---|\ntext\n\ntext\n",
		"an escaped pipe":             "| a \\| b | c |\n|---|---|\n",
		"an empty header cell":        "|   | b |\n|---|---|\n",
		"CRLF":                        "| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n",
		"indented":                    "   | a | b |\n   |---|---|\n",
		"as code":                     "    | a | b |\n    |---|---|\n",
		"behind a link definition":    "[x]: /y\n| a | b |\n|---|---|\n",
		"ended by a heading":          "| a | b |\n|---|---|\n# c\n",
		"two tables":                  "| a |\n|---|\n\n| b |\n|---|\n",
		"in a list":                   "- x\n\n  | a | b |\n  |---|---|\n",
		"behind text":                 "text\n| a | b |\n|---|---|\n",
	} {
		got, want := treeOf(markdown().Parse(text.NewReader([]byte(src)))), treeOf(theirs.Parse(text.NewReader([]byte(src))))
		if got != want {
			t.Errorf("%s: %q\n got %s\nwant %s", why, src, got, want)
		}
	}
}

// TestTooManyDelimiters follows GitHub, where header and delimiter row must
// have as many cells; goldmark's extension fills up the header.
func TestTooManyDelimiters(t *testing.T) {
	src := []byte("| a | b |\n|---|---|---|\n")
	if got := treeOf(markdown().Parse(text.NewReader(src))); got != "Document(Paragraph )" {
		t.Errorf("%q is %s", src, got)
	}
}

// TestTableBehindText puts the table's start at its header, not at the text
// before it.
func TestTableBehindText(t *testing.T) {
	src := []byte("# T\n\ntext\n| a | b |\n|---|---|\n| 1 | 2 |\n")
	blocks := outline(src, func(string) bool { return false })[1].blocks
	if len(blocks) != 2 {
		t.Fatalf("%d blocks, want the text and the table", len(blocks))
	}
	if got := string(src[blocks[0].start:blocks[0].end]); got != "text" {
		t.Errorf("the text is %q", got)
	}
	if got := readTable(src, blocks[1].span); len(got.header) != 2 || len(got.rows) != 1 {
		t.Errorf("the table is %+v", got)
	}
}

// treeOf lists the blocks of a tree, without what is in a table.
func treeOf(n ast.Node) string {
	if n.Kind().String() == "Table" || n.FirstChild() == nil || n.FirstChild().Type() == ast.TypeInline {
		return n.Kind().String()
	}
	out := n.Kind().String() + "("
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out += treeOf(c) + " "
	}
	return out + ")"
}
