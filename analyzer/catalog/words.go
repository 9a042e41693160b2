package catalog

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// words is how parts of type names are written for people.
type words struct {
	// Providers names each provider before its things: "github" is "GitHub".
	// An empty name is left out: an AWS VPC is a VPC.
	Providers map[string]string
	// Words are acronyms and proper names, by their lower-case form.
	Words map[string]string
	// Phrases are parts that mean something else together than one by one:
	// "api_gateway" is "API Gateway". One that begins with a provider, such as
	// "google_compute", stands for the beginning of that provider's types.
	Phrases map[string]string
	// Endings are the last parts of types that are named by what they do:
	// "iam_member" is a "grant".
	Endings map[string]string
}

// vocabulary is data/words.hcl, which is read once for the whole program.
var vocabulary = sync.OnceValue(func() *words {
	src, err := fs.ReadFile(embedded, "data/words.hcl")
	if err != nil { // embedded with the package
		panic(err)
	}
	return readWords(string(src))
})

// readWords reads the maps of words.hcl without the HCL parser, which takes
// longer for them than all else that a small plan asks of the catalog. Each
// map has lines of its own, keys are bare, and values are plain strings; the
// tests hold the file to that.
func readWords(src string) *words {
	w := &words{
		Providers: map[string]string{}, Words: map[string]string{}, Phrases: map[string]string{}, Endings: map[string]string{},
	}
	maps := map[string]map[string]string{
		"providers": w.Providers, "words": w.Words, "phrases": w.Phrases, "endings": w.Endings,
	}
	var now map[string]string
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		for line != "" {
			key, rest, _ := strings.Cut(line, "=")
			key = strings.TrimSpace(key)
			if strings.TrimSpace(rest) == "{" {
				now = maps[key]
				break
			}
			_, value, _ := strings.Cut(rest, `"`)
			value, line, _ = strings.Cut(value, `"`)
			if now != nil && key != "}" {
				now[key] = value
			}
			line = strings.TrimLeft(line, ", ")
		}
	}
	return w
}

// Phrase writes an identifier such as "private_lb" as words: "private LB".
func (c *Catalog) Phrase(identifier string) string { return vocabulary().phrase(identifier) }

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
	first, further, _ := strings.Cut(rest, "_")
	if named, ok := w.Phrases[prefix+"_"+first]; ok && further != "" {
		return join(named, w.ending(further))
	}
	return join(lead, w.ending(rest))
}

// join puts a name before what a type adds to it, without saying a word twice
// where they meet: "API Gateway" and "gateway response" are "API Gateway
// response".
func join(lead, rest string) string {
	first, further, _ := strings.Cut(rest, " ")
	last := lead[strings.LastIndexByte(lead, ' ')+1:]
	if last != "" && further != "" && strings.EqualFold(strings.TrimSuffix(last, "s"), strings.TrimSuffix(first, "s")) {
		rest = further
	}
	return collapse(strings.TrimSpace(lead + " " + rest))
}

// collapse leaves out a word that the next one repeats, in whatever number:
// "budgets budget action" is "budget action".
func collapse(s string) string {
	fields := strings.Fields(s)
	out := fields[:0]
	for i, f := range fields {
		if i+1 < len(fields) && strings.EqualFold(strings.TrimSuffix(f, "s"), strings.TrimSuffix(fields[i+1], "s")) {
			continue
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}

// ending writes parts of a type whose last ones may have a name of their own.
func (w *words) ending(identifier string) string {
	for end, name := range w.Endings {
		if before, ok := strings.CutSuffix(identifier, "_"+end); ok {
			return w.phrase(before) + " " + name
		}
	}
	return w.phrase(identifier)
}

// phrase writes the parts of an identifier as words.
func (w *words) phrase(identifier string) string {
	fields := strings.FieldsFunc(identifier, func(r rune) bool { return r == '_' || r == '-' || r == ' ' })
	out := make([]string, 0, len(fields))
next:
	for i := 0; i < len(fields); i++ {
		const longest = 3
		for n := min(longest, len(fields)-i); n > 1; n-- {
			if known, ok := w.Phrases[strings.ToLower(strings.Join(fields[i:i+n], "_"))]; ok {
				out = append(out, known)
				i += n - 1
				continue next
			}
		}
		if word := w.word(fields[i]); word != "" {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
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

// uncounted are nouns that have no plural.
var uncounted = []string{
	"logging", "versioning", "routing", "scanning", "caching", "monitoring", "billing", "streaming", "tiering",
}

// plural makes the plural of an English noun phrase whose last word is the
// noun. What it cannot know, a row's plural says.
func plural(s string) string {
	lower := strings.ToLower(s)
	switch {
	case s == "":
		return s
	case strings.HasSuffix(lower, "alias"):
		return s + "es"
	case strings.HasSuffix(lower, "sis"):
		return s[:len(s)-2] + "es"
	case strings.HasSuffix(lower, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(s)-2])):
		return s[:len(s)-1] + "ies"
	case strings.HasSuffix(s, "data"), strings.HasSuffix(lower, "settings"), strings.HasSuffix(lower, "metadata"),
		strings.HasSuffix(lower, "members"), strings.HasSuffix(lower, "rules"), strings.HasSuffix(lower, "logs"),
		strings.HasSuffix(lower, "options"), strings.HasSuffix(lower, "defaults"), strings.HasSuffix(lower, "access"),
		strings.HasSuffix(lower, "ing") && slices.Contains(uncounted, lower[strings.LastIndexByte(lower, ' ')+1:]):
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
