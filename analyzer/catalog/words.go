package catalog

import (
	"io/fs"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/hclbody"
)

// words is how parts of type names are written for people.
type words struct {
	// Providers names each provider before its things: "github" is "GitHub".
	// An empty name is left out: an AWS VPC is a VPC.
	Providers map[string]string
	// Words are acronyms and proper names, by their lower-case form.
	Words map[string]string
}

// vocabulary loads data/words.hcl, once. It is part of the program: a fault
// in it shows in the tests, and here as plain words.
func (c *Catalog) vocabulary() *words {
	if c.words == nil {
		c.words = &words{}
		if src, err := fs.ReadFile(c.rows, "words.hcl"); err == nil {
			if file, _ := hclsyntax.ParseConfig(src, "words.hcl", hcl.InitialPos); file != nil {
				_, _ = hclbody.Decode(file.Body, hclbody.Schema{
					Required: map[string]any{"providers": &c.words.Providers, "words": &c.words.Words},
				})
			}
		}
	}
	return c.words
}

// Phrase writes an identifier such as "private_lb" as words: "private LB".
func (c *Catalog) Phrase(identifier string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.vocabulary().phrase(identifier)
}

// name makes a name from a type: "aws_iam_role" is "IAM role".
func (w *words) name(typ string) string {
	prefix, rest, found := strings.Cut(typ, "_")
	if !found {
		return w.phrase(typ)
	}
	lead, known := w.Providers[prefix]
	if !known {
		lead = w.word(prefix)
		if lead == prefix { // an unknown provider is a proper name
			lead = title(lead)
		}
	}
	return strings.TrimSpace(lead + " " + w.phrase(rest))
}

// phrase writes the parts of an identifier as words.
func (w *words) phrase(identifier string) string {
	fields := strings.FieldsFunc(identifier, func(r rune) bool { return r == '_' || r == '-' || r == ' ' })
	for i, f := range fields {
		fields[i] = w.word(f)
	}
	return strings.Join(fields, " ")
}

func (w *words) word(s string) string {
	if known, ok := w.Words[strings.ToLower(s)]; ok {
		return known
	}
	return s
}

func title(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// plural makes the plural of an English noun phrase whose last word is the
// noun. What it cannot know, a row's plural says.
func plural(s string) string {
	lower := strings.ToLower(s)
	switch {
	case s == "":
		return s
	case strings.HasSuffix(lower, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(s)-2])):
		return s[:len(s)-1] + "ies"
	case strings.HasSuffix(s, "data"), strings.HasSuffix(lower, "settings"), strings.HasSuffix(lower, "metadata"),
		strings.HasSuffix(lower, "members"), strings.HasSuffix(lower, "rules"), strings.HasSuffix(lower, "logs"),
		strings.HasSuffix(lower, "options"), strings.HasSuffix(lower, "defaults"), strings.HasSuffix(lower, "access"),
		strings.HasSuffix(lower, "logging"), strings.HasSuffix(lower, "versioning"):
		return s // plural already, or not counted
	case strings.HasSuffix(s, "S"), strings.HasSuffix(lower, "ss"), strings.HasSuffix(lower, "x"),
		strings.HasSuffix(lower, "ch"), strings.HasSuffix(lower, "sh"), strings.HasSuffix(lower, "us"),
		strings.HasSuffix(lower, "is"):
		return s + "es"
	case strings.HasSuffix(lower, "s"):
		return s
	}
	return s + "s"
}
