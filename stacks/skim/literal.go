package skim

import (
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// ParseLiteral returns the body that [hclsyntax.ParseConfig] gives for a file
// that holds nothing but blocks whose attributes are plain strings, true, false
// or lists of those: what most files that define a stack hold. It reports false
// for every other file, right, wrong or empty.
func ParseLiteral(src []byte, name string) (*hclsyntax.Body, bool) {
	for _, c := range src {
		if c >= utf8.RuneSelf || c == '\r' {
			return nil, false // a column may be more than a byte
		}
	}
	p := literalParser{skimmer: skimmer{src: string(src)}, name: name, line: 1}
	p.blanks()
	start := p.pos()
	body, ok := p.body()
	if !ok || len(body.Attributes)+len(body.Blocks) == 0 {
		return nil, false
	}
	end := p.pos()
	body.SrcRange = hcl.Range{Filename: name, Start: start, End: end}
	body.EndRange = hcl.Range{Filename: name, Start: end, End: end}
	return body, true
}

// A literalParser is a skimmer that keeps what it reads.
type literalParser struct {
	skimmer
	name string
	// The last place that pos was asked for: its line, and where that starts.
	seen, line, lineStart int
}

// pos returns the current place. Places are asked for in the order of the file.
func (p *literalParser) pos() hcl.Pos {
	for ; p.seen < p.at; p.seen++ {
		if p.src[p.seen] == '\n' {
			p.line, p.lineStart = p.line+1, p.seen+1
		}
	}
	return hcl.Pos{Line: p.line, Column: p.at - p.lineStart + 1, Byte: p.at}
}

// token returns the range from a place up to here.
func (p *literalParser) token(start hcl.Pos) hcl.Range {
	return hcl.Range{Filename: p.name, Start: start, End: p.pos()}
}

// mark takes one byte as a token.
func (p *literalParser) mark() hcl.Range {
	start := p.pos()
	p.at++
	return p.token(start)
}

// body reads items up to the end of the file or a closing brace. It leaves the
// body's own ranges to the caller.
func (p *literalParser) body() (*hclsyntax.Body, bool) {
	if !p.enter() {
		return nil, false
	}
	defer p.leave()
	b := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, Blocks: hclsyntax.Blocks{}}
	for {
		if !p.emptyLines() {
			return nil, false
		}
		if p.at == len(p.src) || p.peek() == '}' {
			return b, (p.depth == 1) == (p.at == len(p.src))
		}
		start := p.pos()
		word := p.word()
		if word == "" {
			return nil, false
		}
		name := p.token(start)
		p.blanks()
		if p.peek() != '=' {
			block, ok := p.block(word, name)
			if !ok {
				return nil, false
			}
			b.Blocks = append(b.Blocks, block)
		} else {
			a, ok := p.attribute(word, name)
			if !ok || b.Attributes[word] != nil {
				return nil, false
			}
			b.Attributes[word] = a
		}
		if !p.endOfLine() {
			return nil, false
		}
	}
}

func (p *literalParser) attribute(word string, name hcl.Range) (*hclsyntax.Attribute, bool) {
	a := &hclsyntax.Attribute{Name: word, NameRange: name, EqualsRange: p.mark()}
	p.blanks()
	var ok bool
	if a.Expr, ok = p.value(); !ok {
		return nil, false
	}
	a.SrcRange = hcl.RangeBetween(name, a.Expr.Range())
	return a, true
}

func (p *literalParser) block(kind string, at hcl.Range) (*hclsyntax.Block, bool) {
	b := &hclsyntax.Block{Type: kind, TypeRange: at}
	for p.peek() != '{' {
		start := p.pos()
		label := ""
		if p.peek() == '"' {
			if !p.plainString() {
				return nil, false
			}
			label = p.src[start.Byte+1 : p.at-1]
		} else if label = p.word(); label == "" {
			return nil, false
		}
		b.Labels, b.LabelRanges = append(b.Labels, label), append(b.LabelRanges, p.token(start))
		p.blanks()
	}
	b.OpenBraceRange = p.mark()
	p.blanks()
	if p.peek() != '}' && !p.endOfLine() {
		return nil, false
	}
	var ok bool
	if b.Body, ok = p.body(); !ok {
		return nil, false
	}
	b.CloseBraceRange = p.mark()
	end := b.CloseBraceRange.End
	b.Body.SrcRange = hcl.RangeBetween(b.OpenBraceRange, b.CloseBraceRange)
	b.Body.EndRange = hcl.Range{Filename: p.name, Start: end, End: end}
	return b, true
}

// value reads a string, a boolean or a list of values.
func (p *literalParser) value() (hclsyntax.Expression, bool) {
	start := p.pos()
	switch c := p.peek(); {
	case c == '"':
		return p.text()
	case c == '[':
		return p.list()
	case isLetter(c):
		word := p.word()
		if c := p.peek(); word != "true" && word != "false" || c == '(' || c == '.' || c == '[' || c == ':' {
			return nil, false
		}
		return &hclsyntax.LiteralValueExpr{Val: cty.BoolVal(word == "true"), SrcRange: p.token(start)}, true
	}
	return nil, false
}

func (p *literalParser) text() (hclsyntax.Expression, bool) {
	start := p.pos()
	p.at++
	inner := p.pos()
	p.at--
	if !p.plainString() || p.at-1 == inner.Byte {
		return nil, false
	}
	p.at--
	literal := &hclsyntax.LiteralValueExpr{
		Val: cty.StringVal(p.src[inner.Byte:p.at]), SrcRange: p.token(inner),
	}
	p.at++
	return &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{literal}, SrcRange: p.token(start)}, true
}

func (p *literalParser) list() (hclsyntax.Expression, bool) {
	if !p.enter() {
		return nil, false
	}
	defer p.leave()
	l := &hclsyntax.TupleConsExpr{OpenRange: p.mark()}
	for {
		if !p.emptyLines() {
			return nil, false
		}
		if p.peek() == ']' {
			break
		}
		item, ok := p.value()
		if !ok || !p.emptyLines() {
			return nil, false
		}
		l.Exprs = append(l.Exprs, item)
		if p.peek() == ']' {
			break
		}
		if p.peek() != ',' {
			return nil, false
		}
		p.at++
	}
	l.SrcRange = hcl.RangeBetween(l.OpenRange, p.mark())
	return l, true
}
