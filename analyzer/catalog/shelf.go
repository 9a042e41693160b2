package catalog

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A shelf is the rows of one provider. Files are cut into blocks without
// parsing them, and a block is parsed when it is asked for: a program pays for
// the types that it meets, not for the hundreds that it does not.
type shelf struct {
	blocks map[string]*slip // by type or prefix, aliases included
	docs   string           // address of a type's page, "{name}" for the type without provider
	diags  hcl.Diagnostics
}

// A slip is one block: its text and place until it is parsed, the block from
// then on.
type slip struct {
	label string
	src   []byte
	file  string
	line  int // base 1
	block *hcl.Block
	diags hcl.Diagnostics
}

func newShelf() *shelf { return &shelf{blocks: map[string]*slip{}} }

// opening starts a block: always at a line's beginning, as formatted HCL has
// it. The tests hold the files to that.
const opening = `resource_type "`

// read takes in a folder of files.
func (s *shelf) read(rows fs.FS, dir string) {
	files, _ := fs.ReadDir(rows, dir) // no folder: no rows
	for _, entry := range files {
		file := path.Join(dir, entry.Name())
		if src, err := fs.ReadFile(rows, file); err == nil {
			s.cut(src, file)
		}
	}
}

// cut splits a file at the lines that start a block. What stands before the
// first one holds the file's own attributes.
func (s *shelf) cut(src []byte, file string) {
	line, start, first := 1, 0, 1
	flush := func(end int) {
		text := src[start:end]
		if !bytes.HasPrefix(text, []byte(opening)) {
			s.head(text, file)
			return
		}
		label, _, _ := strings.Cut(string(text[len(opening):]), `"`)
		one := &slip{label: label, src: text, file: file, line: first}
		s.file(label, one)
		for _, other := range aliases(text) {
			s.file(other, one)
		}
	}
	for at := 0; at < len(src); line++ {
		if bytes.HasPrefix(src[at:], []byte(opening)) && at > start {
			flush(at)
			start, first = at, line
		} else if at == start {
			first = line
		}
		next := bytes.IndexByte(src[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	flush(len(src))
}

func (s *shelf) file(label string, one *slip) {
	if before, ok := s.blocks[label]; ok {
		s.diags = append(s.diags, duplicate(one.parse(), before.parse()))
		return
	}
	s.blocks[label] = one
}

// aliases returns the other types of a block, from its line that begins with
// "also".
func aliases(text []byte) []string {
	_, rest, found := bytes.Cut(text, []byte("\n  also"))
	if !found {
		return nil
	}
	written, _, _ := bytes.Cut(rest, []byte("\n"))
	var out []string
	for i, part := range strings.Split(string(written), `"`) {
		if i%2 == 1 {
			out = append(out, part)
		}
	}
	return out
}

// head reads what stands before a file's first block: docs, and comments.
func (s *shelf) head(text []byte, file string) {
	parsed, diags := hclsyntax.ParseConfig(text, file, hcl.InitialPos)
	s.diags = append(s.diags, diags...)
	if parsed == nil {
		return
	}
	attrs, diags := parsed.Body.JustAttributes()
	s.diags = append(s.diags, diags...)
	if a := attrs["docs"]; a != nil {
		v, diags := a.Expr.Value(nil)
		s.diags = append(s.diags, diags...)
		if v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
			s.docs = v.AsString()
		}
	}
}

var slipSchema = &hcl.BodySchema{
	Blocks: []hcl.BlockHeaderSchema{{Type: "resource_type", LabelNames: []string{"type"}}},
}

// parse returns the block, with its place in the whole file. A text that
// cannot be parsed gives an empty block and diagnostics.
func (s *slip) parse() *hcl.Block {
	if s.block != nil {
		return s.block
	}
	s.block = &hcl.Block{Type: "resource_type", Labels: []string{s.label}, Body: hcl.EmptyBody()}
	parsed, diags := hclsyntax.ParseConfig(s.src, s.file, hcl.Pos{Line: s.line, Column: 1})
	s.diags = diags
	if parsed == nil {
		return s.block
	}
	content, diags := parsed.Body.Content(slipSchema)
	s.diags = append(s.diags, diags...)
	if content != nil && len(content.Blocks) == 1 {
		s.block = content.Blocks[0]
	}
	return s.block
}

// add files a block that was parsed elsewhere.
func (s *shelf) add(b *hcl.Block) {
	one := &slip{label: b.Labels[0], block: b}
	s.blocks[one.label] = one
	also, _, _ := b.Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "also"}}})
	if also == nil || also.Attributes["also"] == nil {
		return
	}
	exprs, _ := hcl.ExprList(also.Attributes["also"].Expr)
	for _, e := range exprs {
		if v, diags := e.Value(nil); !diags.HasErrors() && v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
			s.blocks[v.AsString()] = one
		}
	}
}

func (s *shelf) exact(typ string) *hcl.Block {
	if one := s.blocks[typ]; one != nil && !strings.HasSuffix(typ, "*") {
		return one.parse()
	}
	return nil
}

// prefix returns the row of the longest prefix of typ.
func (s *shelf) prefix(typ string) *hcl.Block {
	for i := len(typ); i > 0; i-- {
		if one := s.blocks[typ[:i]+"*"]; one != nil {
			return one.parse()
		}
	}
	return nil
}

// page returns the documentation page of a type that has none of its own.
func (s *shelf) page(typ string) string {
	_, rest, _ := strings.Cut(typ, "_")
	return strings.ReplaceAll(s.docs, "{name}", rest)
}

func duplicate(b, before *hcl.Block) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  "Duplicate resource_type",
		Detail:   "There is a block for \"" + b.Labels[0] + "\" already, at " + before.DefRange.String() + ".",
		Subject:  &b.DefRange,
	}
}
