package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// A wording puts groups of changes into words, as Markdown for one line of a
// table or a list. It is made for each rendering and shared by nobody.
type wording struct {
	catalog *catalog.Catalog
	inside  int // parts of a module that are named
}

func newWording() wording { return wording{catalog: catalog.Default(), inside: 5} }

// noun names a group without article and number: "private subnets",
// "DNS record `bao.priv`".
func (w wording) noun(g outline.Group) string {
	if g.Module != "" {
		return w.module(g)
	}
	const longest = 64 // type names made up to be long
	name := g.Kind.Plural
	if g.Count == 1 {
		name = g.Kind.Singular
	}
	name = escape.Cell(shorten(name, longest))
	if lead := strings.TrimSpace(g.Variant + " " + name); g.Variant != "" && !strings.HasPrefix(name, g.Variant) {
		name = lead
	}
	if g.Nick != "" && g.Label == "" {
		name = escape.Cell(g.Nick) + " " + name
	}
	if g.Deposed {
		name = "leftover " + name
	}
	if g.Label != "" {
		name += " " + escape.CodeCell(g.Label)
	}
	return name
}

// module names a module: "VPC module", "3 app modules".
func (w wording) module(g outline.Group) string {
	const longest = 40
	name := escape.Cell(shorten(w.catalog.Phrase(g.Module), longest))
	if g.Instances > 1 {
		return fmt.Sprintf("%d %s modules", g.Instances, name)
	}
	return name + " module"
}

// group names a group in a table cell: "new NAT gateway", "3 private subnets
// (tags)", "VPC module: 3 subnets, NAT gateway".
func (w wording) group(v outline.Verb, g outline.Group) string {
	if g.Module != "" {
		return w.module(g) + ": " + w.parts(v, g)
	}
	return w.counted(v, g) + w.paren(g)
}

// parts lists what a module holds. Its parts need not be called after it once
// more.
func (w wording) parts(v outline.Verb, g outline.Group) string {
	called := w.catalog.Phrase(g.Module)
	inside := slices.Clone(g.Parts)
	for i := range inside {
		if strings.EqualFold(inside[i].Nick, called) {
			inside[i].Nick = ""
		}
	}
	return w.list(v, inside, w.inside, ", ", true)
}

// counted puts the number, or "new", before a group's noun.
func (w wording) counted(v outline.Verb, g outline.Group) string {
	switch {
	case g.Count > 1:
		return fmt.Sprintf("%d %s", g.Count, w.noun(g))
	case v == outline.Add:
		return "new " + w.noun(g)
	}
	return w.noun(g)
}

// list joins groups, and counts the objects of those beyond most.
func (w wording) list(v outline.Verb, groups []outline.Group, most int, sep string, inModule bool) string {
	var parts []string
	more := 0
	for i, g := range groups {
		if i >= most {
			more += g.Count
			continue
		}
		text := w.group(v, g)
		if inModule {
			text = strings.TrimPrefix(text, "new ")
		}
		parts = append(parts, text)
	}
	out := strings.Join(parts, sep)
	switch {
	case more > 0 && sep == "; ":
		out += fmt.Sprintf("; and %d more", more)
	case more > 0:
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

// paren says in brackets what changes where that is short and telling.
func (w wording) paren(g outline.Group) string {
	if g.Suspect {
		return " (looks like a move, see State Management)"
	}
	if why := w.why(g); why != "" {
		return " (" + why + ")"
	}
	return ""
}

// why says which attributes change, and how, or why it happens.
func (w wording) why(g outline.Group) string {
	const most = 3
	var parts []string
	told := map[string]bool{}
	for _, t := range g.Telling {
		root := t.Path.Root()
		if len(g.Roots) > 0 && !has(g.Roots, root) {
			continue // changes, but does not force the replacement
		}
		told[root] = true
		parts = append(parts, tell(t))
	}
	rest, odd := []string{}, 0
	for _, r := range g.Roots {
		switch {
		case told[r]:
		case plain(r):
			rest = append(rest, unsaid(w.catalog.Phrase(r), g.Kind.Singular))
		default:
			odd++
		}
	}
	switch {
	case len(parts) > most:
		return fmt.Sprintf("%d attributes", len(parts)+len(rest)+odd)
	case odd > 0 || len(parts)+len(rest) > most:
		if n := len(rest) + odd; n > 0 && len(parts) > 0 {
			parts = append(parts, count(n, "more attribute", "more attributes"))
		} else if n > 0 {
			parts = append(parts, count(n, "attribute", "attributes"))
		}
	default:
		parts = append(parts, rest...)
	}
	if len(parts) == 0 {
		return reasonWord(g.Reason)
	}
	return strings.Join(parts, ", ")
}

// unsaid leaves out the words of an attribute that the noun before it ends
// with: "node group name" of an EKS node group is its "name".
func unsaid(attribute, noun string) string {
	words, before := strings.Fields(attribute), strings.Fields(noun)
	for n := min(len(words)-1, len(before)); n > 0; n-- {
		if strings.EqualFold(strings.Join(words[:n], " "), strings.Join(before[len(before)-n:], " ")) {
			return strings.Join(words[n:], " ")
		}
	}
	return attribute
}

// tell words one telling value: "version 1.31 → 1.32".
func tell(t outline.Telling) string {
	after := escape.Cell(t.After)
	if t.After == "" {
		after = "known after apply"
	}
	return escape.Cell(t.Label) + " " + escape.Cell(t.Before) + " → " + after
}

// reasonWord words an action_reason for a bracket; empty when the row's own
// action says it all.
func reasonWord(reason string) string {
	switch reason {
	case "replace_because_tainted":
		return "tainted"
	case "replace_by_request":
		return "on request"
	case "replace_by_triggers":
		return "triggered by another change"
	}
	return ""
}

// plain tells whether a name from a plan is an ordinary identifier.
func plain(s string) bool {
	const longest = 40
	return s != "" && len(s) <= longest && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

func has(all []string, s string) bool {
	for _, one := range all {
		if one == s {
			return true
		}
	}
	return false
}

// shorten cuts a name that was made up to be long.
func shorten(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)
	return string(r[:most-1]) + "…"
}

// capital makes the first letter upper case, but for names such as vSphere
// and out.tfplan.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	first, _, _ := strings.Cut(s, " ")
	if !unicode.IsLower(r) || strings.ContainsAny(strings.TrimRight(first, ".,:;"), "./_") {
		return s
	}
	if next, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// count writes a number with its noun: "1 stack", "2 stacks".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// number writes small numbers as words, as running text wants them.
func number(n int) string {
	words := []string{
		"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// and joins parts as a sentence does: "a", "a and b", "a, b and c".
func and(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}

// article returns "a" or "an", as the noun phrase is spoken.
func article(phrase string) string {
	first, _, _ := strings.Cut(phrase, " ")
	if first == "" {
		return "a"
	}
	if len(first) > 1 && strings.ToUpper(first) == first {
		switch first { // spoken as words
		case "NAT", "RAM", "SAML", "REST", "SCIM", "MAC":
			return "a"
		}
		if strings.ContainsRune("AEFHILMNORSX8", rune(first[0])) {
			return "an"
		}
		return "a"
	}
	lower := strings.ToLower(first)
	for _, spoken := range []string{"uni", "use", "uti", "url", "one", "eu"} { // begin with a consonant's sound
		if strings.HasPrefix(lower, spoken) {
			return "a"
		}
	}
	if strings.HasPrefix(lower, "sql") || strings.ContainsRune("aeiou", rune(lower[0])) {
		return "an"
	}
	return "a"
}

// folder writes a stack's path as the template does: "opentofu/network/".
func folder(stack string) string {
	if p := strings.Trim(stack, "/"); p != "" {
		return p + "/"
	}
	return "./"
}
