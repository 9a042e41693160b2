package safehcl_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// TestDeepSourcesAreRefused tries what makes the parser call itself. Each ended
// the program when it was parsed as it is.
func TestDeepSourcesAreRefused(t *testing.T) {
	t.Parallel()
	const many = 100_000
	for why, src := range map[string]string{
		"lists":         "a = " + strings.Repeat("[", many),
		"closed lists":  "a = " + strings.Repeat("[", many) + strings.Repeat("]", many),
		"parentheses":   "a = " + strings.Repeat("(", many),
		"calls":         "a = " + strings.Repeat("f(", many),
		"objects":       "a = " + strings.Repeat("{ b = ", many),
		"indexes":       "a = " + strings.Repeat("b[", many),
		"templates":     "a = " + strings.Repeat(`"${`, many),
		"conditions":    "a = " + strings.Repeat("1?1:", many) + "1",
		"negations":     "a = " + strings.Repeat("!", many) + "true",
		"minuses":       "a = " + strings.Repeat("-", many) + "1",
		"blocks":        strings.Repeat("a {\n", many),
		"comprehension": "a = " + strings.Repeat("[for x in ", many),
	} {
		t.Run(why, func(t *testing.T) {
			t.Parallel()
			file, diags := safehcl.Parse([]byte(src), "x.tm")
			if string(file.Bytes) != src || len(diags) != 1 || diags[0].Summary != "Nested too deep" || diags[0].Subject.Start.Line == 0 {
				t.Errorf("got %v", diags)
			}
		})
	}
}

// TestLongSourcesAreNot holds that size alone is no reason, nor are brackets and
// signs in strings, comments, or side by side.
func TestLongSourcesAreNot(t *testing.T) {
	t.Parallel()
	for why, src := range map[string]string{
		"many lists":       "a = [" + strings.Repeat("[1], ", 30_000) + "]\n",
		"many blocks":      strings.Repeat("b {\n  c = !d\n}\n", 30_000),
		"signs in strings": "a = \"" + strings.Repeat("([{!-?", 30_000) + "\"\n",
		"in a heredoc":     "a = <<E\n" + strings.Repeat("((((((\n", 30_000) + "E\n",
		"in a comment":     "# " + strings.Repeat("((((((", 30_000) + "\n",
		"in an attribute":  strings.Repeat("a-b = -1\n", 30_000),
		"conditions":       strings.Repeat("a = b ? -1 : 2\n", 30_000),
	} {
		t.Run(why, func(t *testing.T) {
			t.Parallel()
			if _, diags := safehcl.Parse([]byte(src), "x.tm"); diags.HasErrors() && diags[0].Summary == "Nested too deep" {
				t.Error(diags)
			}
		})
	}
}

// TestExpressionsAndTemplates holds the same of their parsers.
func TestExpressionsAndTemplates(t *testing.T) {
	t.Parallel()
	deep := []byte(strings.Repeat("(", 100_000))
	if expr, diags := safehcl.ParseExpression(deep, "x.yml", hcl.Pos{Line: 7, Column: 3}); expr != nil || len(diags) != 1 || diags[0].Subject.Start.Line != 7 {
		t.Errorf("expression: %v", diags)
	}
	if expr, diags := safehcl.ParseTemplate([]byte(strings.Repeat("${\"", 100_000)), "x.tmpl"); expr != nil || len(diags) != 1 {
		t.Errorf("template: %v", diags)
	}
	if _, diags := safehcl.ParseTemplate(deep, "x.tmpl"); diags.HasErrors() {
		t.Errorf("brackets in a template's text: %v", diags)
	}
	if v, diags := safehcl.ParseExpression([]byte("1 + 1"), "x.yml", hcl.InitialPos); diags.HasErrors() || v == nil {
		t.Errorf("a plain expression: %v", diags)
	}
}

// TestFewOfManyProblems holds that a file full of mistakes gives a handful, and
// that the others are counted.
func TestFewOfManyProblems(t *testing.T) {
	t.Parallel()
	src := []byte(strings.Repeat("a b\n", 500))
	_, all := hclsyntax.ParseConfig(src, "x.tm", hcl.InitialPos)
	_, diags := safehcl.Parse(src, "x.tm")
	if len(all) != 500 || len(diags) != 10 || !strings.HasSuffix(diags[9].Detail, "x.tm has 490 more such problems.") || strings.Contains(all[9].Detail, "more such") {
		t.Errorf("%d of %d: %v", len(diags), len(all), diags)
	}
}
