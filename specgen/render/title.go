package render

import (
	"strings"
	"unicode/utf8"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/outline"
)

// Title proposes a title from the change itself, as plain text: "OpenBao load
// balancer replacement, new NAT gateway". It is empty when nothing changes.
func Title(r *analyzer.Report) string {
	const most, longest = 2, 72
	w := newWording()
	var parts []string
	said := map[string]bool{}
	for _, c := range clauses(r) {
		if c.group.Kind.Part && len(parts) > 0 {
			continue
		}
		text := w.headline(c)
		if said[text] {
			continue
		}
		said[text] = true
		if len(parts) > 0 && utf8.RuneCountInString(strings.Join(parts, ", ")+text) > longest {
			break
		}
		if parts = append(parts, text); len(parts) == most {
			break
		}
	}
	if len(parts) == 0 {
		return outputTitle(r)
	}
	return shorten(capital(strings.Join(parts, ", ")), longest)
}

// outputTitle is the title of a change of outputs alone.
func outputTitle(r *analyzer.Report) string {
	n := 0
	for _, f := range r.Stacks {
		if f.Outline != nil {
			n += len(f.Outline.Outputs)
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "Output change"
	}
	return "Output changes"
}

// headline words a clause for a title, without Markdown: names as the plan
// has them are left out, since a title is not escaped.
func (w wording) headline(c clause) string {
	g := c.group
	g.Label = ""
	if !plain(strings.NewReplacer(" ", "", "-", "", "/", "", ".", "").Replace(g.Kind.Singular)) {
		g.Kind.Singular, g.Kind.Plural = "resource", "resources"
	}
	if g.Module != "" && !plain(g.Module) {
		return "Module " + saying[c.verb].noun
	}
	if c.verb == outline.Add {
		if g.Count > 1 || g.Module != "" {
			return "new " + w.noun(g)
		}
		return w.counted(c.verb, g)
	}
	many := g.Count > 1
	g.Kind.Plural = g.Kind.Singular // "S3 bucket removal", be it one or ten
	noun := w.noun(g)
	switch {
	case len(g.Telling) == 1 && g.Telling[0].After != "" && c.verb == outline.Modify:
		return fused(noun, g.Telling[0].Label+" "+g.Telling[0].After)
	case c.verb == outline.Modify && len(g.Roots) == 1 && plain(g.Roots[0]) && g.Module == "" && g.Kind.Known:
		return fused(noun, w.catalog.Phrase(g.Roots[0]))
	case renames(c) && !many:
		return noun + " rename"
	case renames(c):
		return noun + " renames"
	}
	return noun + " " + saying[c.verb].noun
}

// fused puts what changes behind the noun, without saying a word twice: "EC2
// instance type".
func fused(noun, what string) string {
	first, rest, _ := strings.Cut(what, " ")
	if strings.HasSuffix(strings.ToLower(noun), " "+strings.ToLower(first)) {
		if rest == "" {
			return noun + " change"
		}
		return noun + " " + rest
	}
	return noun + " " + what
}
