package migration

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// importID composes the id that an import block needs, from the attributes
// that the table names. It is empty when the type is not in the table or an
// attribute is unknown or sensitive.
func importID(typ string, v plan.Value, sensitive []plan.Path) string {
	fact, _ := typeOf(typ)
	return composeID(fact.importID, v, sensitive)
}

// composeID fills a template such as "{namespace}/{name}" or, with a value
// for what is not set, "{years|0}".
func composeID(template string, v plan.Value, sensitive []plan.Path) string {
	if template == "" {
		return ""
	}
	var b strings.Builder
	for template != "" {
		lit, rest, found := strings.Cut(template, "{")
		b.WriteString(lit)
		if !found {
			break
		}
		field, after, _ := strings.Cut(rest, "}")
		template = after
		name, fallback, hasFallback := strings.Cut(field, "|")
		for _, s := range sensitive {
			if p := leafPath(string(s)); within(name, p) || within(p, name) {
				return ""
			}
		}
		text, ok := lookupText(v, strings.Split(name, "."))
		if !ok || text == "" {
			if !hasFallback {
				return ""
			}
			text = fallback
		}
		b.WriteString(text)
	}
	return b.String()
}

// lookupText follows names through objects and single-element lists.
func lookupText(v plan.Value, names []string) (string, bool) {
	for _, n := range names {
		if l, ok := v.([]plan.Value); ok && len(l) == 1 {
			v = l[0]
		}
		m, ok := v.(map[string]plan.Value)
		if !ok {
			return "", false
		}
		v = m[n]
	}
	return scalar(v)
}
