package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// kindTable is the kind of a block that is a table.
var kindTable = ast.NewNodeKind("Table")

// A tableBlock stands for a table in the tree. Its cells are read from the
// source, by readTable.
type tableBlock struct{ ast.BaseBlock }

func (*tableBlock) Kind() ast.NodeKind { return kindTable }

func (t *tableBlock) Dump(src []byte, level int) { ast.DumpHelper(t, src, level, nil, nil) }

// tableBlocks makes tables of paragraphs, by GitHub's rule: a header row, a
// delimiter row with as many columns, and any further lines. Lines before the
// header stay a paragraph. It stands in for goldmark's own extension, which
// compiles expressions whenever the program starts.
type tableBlocks struct{}

// Transform is called once for each paragraph.
func (tableBlocks) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := p.Lines()
	line := func(i int) string {
		at := lines.At(i)
		return strings.TrimSpace(string(at.Value(reader.Source())))
	}
	for i := 1; i < lines.Len(); i++ {
		columns := delimiters(line(i))
		if columns == 0 {
			continue
		}
		if len(cells(line(i-1))) != columns {
			return
		}
		t := &tableBlock{}
		t.SetPos(lines.At(i - 1).Start)
		p.Parent().InsertAfter(p.Parent(), p, t)
		lines.SetSliced(0, i-1)
		if lines.Len() == 0 {
			p.Parent().RemoveChild(p.Parent(), p)
		}
		return
	}
}

// delimiters returns how many columns a delimiter row has, such as
// `|---|:-:|`; 0 if the line is none.
func delimiters(line string) int {
	if !strings.ContainsAny(line, "|:") {
		return 0 // underlines a heading
	}
	columns := cells(line)
	for _, c := range columns {
		dashes := strings.TrimSuffix(strings.TrimPrefix(line[c.start:c.end], ":"), ":")
		if dashes == "" || strings.Trim(dashes, "-") != "" {
			return 0
		}
	}
	return len(columns)
}
