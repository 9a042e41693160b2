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
	"one", "two", "new", "old", "it", "single", "the", "a", "an", "these", "primary", "instance", "app", "my", "module",
	"mod", "var", "sample", "created", "managed", "existing", "com", "org", "net",
}

// phrases are words that cannot stand before a noun: a name that holds one is
// a phrase of its own, and is shown as it is written.
var phrases = []string{
	"with", "without", "for", "from", "to", "in", "on", "of", "by", "and", "or", "not", "no", "after", "before",
	"should", "must", "can", "is", "are", "has", "when", "if",
}

// doing are words that make the name a command when it begins with one.
var doing = []string{
	"allow", "deny", "enable", "disable", "get", "put", "create", "delete", "update", "send", "notify", "restore",
	"set", "add", "remove", "attach", "let", "make", "run", "wait", "use", "ensure", "install", "generate",
}

// short are words that are short and yet no abbreviation of the type's name.
var short = []string{"dev", "prd", "prod", "stg", "tst", "uat", "qa", "us", "eu", "ap", "uk", "pub", "ext", "int"}

// nick returns what the resource's name in the configuration adds to the
// type's name: "private" for aws_subnet.private, "" for aws_subnet.this and
// aws_subnet.subnet. Where the name says nothing, the innermost module call's
// does: "node" for module.node_role.aws_iam_role.this. A name that says
// something which cannot stand before a noun comes back as the label:
// "allow_tls".
func nick(ch *plan.Change, f catalog.Fact, c *catalog.Catalog) (nick, label string) {
	said := parts(ch.Type + " " + f.Singular)
	for _, name := range []string{ch.Name, innermost(ch.ModuleAddress)} {
		words, says := adds(name, said, c)
		switch {
		case !says:
		case words != "":
			return c.Phrase(words), ""
		case name == ch.Name:
			text, _ := word(name)
			return "", text
		default:
			return "", ""
		}
	}
	return "", ""
}

// parts splits an identifier or a phrase into its words, in lower case.
func parts(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == '_' || r == ' ' || r == '-' })
}

// adds returns the words of a name that are not said already. The second
// result is false when there is none, and the name says nothing. No words
// where it does say something are words that cannot stand before a noun.
func adds(name string, said []string, c *catalog.Catalog) (string, bool) {
	const longest, most = 24, 3
	if strings.ContainsFunc(strings.ToLower(name), notWord) {
		return "", name != ""
	}
	words := parts(name)
	own := slices.DeleteFunc(slices.Clone(words), func(p string) bool {
		bare := strings.TrimRight(p, "0123456789")
		return len(bare) < 2 || slices.Contains(empty, p) || slices.Contains(empty, bare) || repeats(p, said) || repeats(bare, said) ||
			abbreviates(p, said, c)
	})
	switch {
	case len(own) == 0:
		return "", false
	case len(name) > longest, len(own) > most, slices.Contains(doing, words[0]) && len(words) > 1:
		return "", true
	}
	for _, p := range words {
		if slices.Contains(phrases, p) {
			return "", true
		}
	}
	return strings.Join(own, "_"), true
}

// repeats tells whether a word is said already, as one or as many.
func repeats(p string, said []string) bool {
	if slices.Contains(said, p) || slices.Contains(said, strings.TrimSuffix(p, "s")) || slices.Contains(said, p+"s") {
		return true
	}
	for i, word := range said { // "keyring" of a key ring
		if len(p) > len(word) && strings.HasPrefix(strings.Join(said[i:], ""), strings.TrimSuffix(p, "s")) {
			return true
		}
	}
	return false
}

// abbreviates tells whether a word is short for words of the type's name:
// "sg" for a security group, "igw" for an internet gateway, "es" for
// Elasticsearch. An acronym that stands for something else, such as the "api"
// of a security group, is not.
func abbreviates(p string, said []string, c *catalog.Catalog) bool {
	const longest = 4
	if len(p) > longest || slices.Contains(short, p) {
		return false
	}
	if strings.HasSuffix(p, "lb") && slices.Contains(said, "balancer") {
		return true
	}
	for i := range said {
		for n := 1; n < len(p) && n <= len(said[i]); n++ {
			if p[:n] == said[i][:n] && chunks(p[n:], said[i+1:]) {
				return true
			}
		}
	}
	if known := c.Phrase(p); known != p && strings.EqualFold(known, p) {
		return false
	}
	for i, word := range said {
		if strings.HasPrefix(word, p) {
			return true
		}
		if word[0] == p[0] && within(p, strings.Join(said[i:], "")) {
			return true
		}
	}
	return false
}

// chunks tells whether p is made of the beginnings of words that follow each
// other: "nsg" of a network security group, "vnet" of a virtual network.
func chunks(p string, said []string) bool {
	if p == "" || len(said) == 0 {
		return p == ""
	}
	for n := min(len(p), len(said[0])); n > 0; n-- {
		if p[:n] == said[0][:n] && chunks(p[n:], said[1:]) {
			return true
		}
	}
	return false
}

// within tells whether the letters of p come in that order in s.
func within(p, s string) bool {
	for i := range len(p) {
		at := strings.IndexByte(s, p[i])
		if at < 0 {
			return false
		}
		s = s[at+1:]
	}
	return true
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
