package outline

import (
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// empty are names in configurations that tell nothing about the object.
var empty = []string{
	"this", "main", "default", "self", "all", "resource", "resources", "example", "test", "foo", "bar", "baz",
	"one", "two", "new", "old", "it", "single", "the", "a", "an", "these", "primary", "instance", "app",
}

// nick returns what the resource's name in the configuration adds to the
// type's name: "private" for aws_subnet.private, "" for aws_subnet.this and
// aws_subnet.subnet.
func nick(ch *plan.Change, f catalog.Fact, c *catalog.Catalog) string {
	const longest, most = 24, 3
	name := strings.ToLower(ch.Name)
	if len(name) > longest || strings.ContainsFunc(name, notWord) {
		return ""
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' })
	said := strings.FieldsFunc(strings.ToLower(ch.Type+" "+f.Singular), func(r rune) bool {
		return r == '_' || r == ' ' || r == '-'
	})
	parts = slices.DeleteFunc(parts, func(p string) bool {
		return slices.Contains(said, p) || slices.Contains(said, strings.TrimSuffix(p, "s")) || slices.Contains(empty, p) ||
			len(p) == 1 || strings.Trim(p, "0123456789") == ""
	})
	if len(parts) == 0 || len(parts) > most {
		return ""
	}
	return c.Phrase(strings.Join(parts, "_"))
}

func notWord(r rune) bool {
	return r != '_' && r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
}
