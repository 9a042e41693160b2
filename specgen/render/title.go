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
	return shorten(capital(strings.Join(parts, ", ")), longest)
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
	if len(g.Telling) == 1 && g.Telling[0].After != "" && c.verb == outline.Modify {
		return w.noun(g) + " " + g.Telling[0].Label + " " + g.Telling[0].After
	}
	if c.verb == outline.Modify && len(g.Roots) == 1 && plain(g.Roots[0]) && g.Module == "" {
		return w.noun(g) + " " + w.catalog.Phrase(g.Roots[0])
	}
	return w.noun(g) + " " + saying[c.verb].noun
}
