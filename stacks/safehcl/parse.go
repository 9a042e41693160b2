package safehcl

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// maxNesting is how deep brackets, templates and operators may stand in each
// other. People write a dozen; the parser needs about 3 KB of stack for each.
const maxNesting = 10_000

// Parse is hclsyntax.ParseConfig from the start of a file. The file always holds
// its source, for quoting it.
func Parse(src []byte, name string) (*hcl.File, hcl.Diagnostics) {
	if diag := tooDeep(hclsyntax.LexConfig, src, name, hcl.InitialPos); diag != nil {
		return &hcl.File{Body: &hclsyntax.Body{}, Bytes: src}, hcl.Diagnostics{diag}
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	return file, few(diags, name)
}

// ParseExpression is hclsyntax.ParseExpression; the expression is nil when there
// is an error.
func ParseExpression(src []byte, name string, start hcl.Pos) (hclsyntax.Expression, hcl.Diagnostics) {
	if diag := tooDeep(hclsyntax.LexExpression, src, name, start); diag != nil {
		return nil, hcl.Diagnostics{diag}
	}
	expr, diags := hclsyntax.ParseExpression(src, name, start)
	if diags.HasErrors() {
		return nil, few(diags, name)
	}
	return expr, diags
}

// ParseTemplate is hclsyntax.ParseTemplate from the start of a file; the
// expression is nil when there is an error.
func ParseTemplate(src []byte, name string) (hclsyntax.Expression, hcl.Diagnostics) {
	if diag := tooDeep(hclsyntax.LexTemplate, src, name, hcl.InitialPos); diag != nil {
		return nil, hcl.Diagnostics{diag}
	}
	expr, diags := hclsyntax.ParseTemplate(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, few(diags, name)
	}
	return expr, diags
}

// tooDeep returns an error when a source is nested too deep to be parsed, with
// the place where it is.
func tooDeep(lex func([]byte, string, hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics), src []byte, name string, start hcl.Pos) *hcl.Diagnostic {
	most := 0
	for _, c := range []byte("([{!-?") {
		most += bytes.Count(src, []byte{c})
	}
	if most < maxNesting {
		return nil
	}
	tokens, _ := lex(src, name, start) // mistakes are for the parser to name
	var open []int                     // operators that wait at each level
	waiting, depth := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOParen, hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenOQuote,
			hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open, depth, waiting = append(open, waiting), depth+1, 0
		case hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth -= waiting
			if waiting = 0; len(open) > 0 {
				waiting, open, depth = open[len(open)-1], open[:len(open)-1], depth-1
			}
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			waiting++
			depth++
		case hclsyntax.TokenComma, hclsyntax.TokenNewline:
			depth -= waiting
			waiting = 0
		}
		if depth > maxNesting {
			at := t.Range
			return &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Nested too deep",
				Detail:  fmt.Sprintf("Brackets and operators stand in each other here to a depth of more than %d.", maxNesting),
				Subject: &at,
			}
		}
	}
	return nil
}

// few keeps the first diagnostics of a file and counts the others.
func few(diags hcl.Diagnostics, name string) hcl.Diagnostics {
	const most = 10
	if len(diags) <= most {
		return diags
	}
	last := *diags[most-1]
	last.Detail += fmt.Sprintf("\n\n%s has %d more such problems.", name, len(diags)-most)
	return append(diags[:most-1:most-1], &last)
}
