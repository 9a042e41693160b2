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
// aws_subnet.subnet. Where the name says nothing, the innermost module call's
// does: "node" for module.node_role.aws_iam_role.this.
func nick(ch *plan.Change, f catalog.Fact, c *catalog.Catalog) string {
	said := strings.FieldsFunc(strings.ToLower(ch.Type+" "+f.Singular), func(r rune) bool {
		return r == '_' || r == ' ' || r == '-'
	})
	for _, name := range []string{ch.Name, innermost(ch.ModuleAddress)} {
		if text, says := adds(name, said); says {
			return c.Phrase(text)
		}
	}
	return ""
}

// adds returns the words of a name that are not said already. The second
// result is false when there is none, and the name says nothing.
func adds(name string, said []string) (string, bool) {
	const longest, most = 24, 3
	name = strings.ToLower(name)
	if len(name) > longest || strings.ContainsFunc(name, notWord) {
		return "", name != "" // it does say something, though nothing to repeat
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' })
	parts = slices.DeleteFunc(parts, func(p string) bool {
		return slices.Contains(said, p) || slices.Contains(said, strings.TrimSuffix(p, "s")) || slices.Contains(empty, p) ||
			len(p) == 1 || strings.Trim(p, "0123456789") == ""
	})
	if len(parts) == 0 {
		return "", false
	}
	if len(parts) > most {
		return "", true
	}
	return strings.Join(parts, "_"), true
}

// innermost returns the name of the last module call of a module address:
// "subnets" for module.vpc["a"].module.subnets.
func innermost(address string) string {
	name := ""
	for address != "" {
		step := firstStep(address)
		name = outermost(step)
		address = strings.TrimPrefix(address[len(step):], ".")
	}
	return name
}

func notWord(r rune) bool {
	return r != '_' && r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
}
