package migration

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// An address is a resource instance address taken apart. Its parts are names
// ("module.web", "random_pet.app") and keys (`["eu"]`, `[0]`), in order.
type address struct {
	text  string
	parts []string
	block int // index in parts of the resource's "type.name"
}

// parseAddress reads an address as a plan writes it. ok is false for what no
// configuration could address; such an address is never printed as a block.
func parseAddress(s string) (a address, ok bool) {
	if a, ok = plainAddress(s); ok {
		return a, true
	}
	t, diags := hclsyntax.ParseTraversalAbs([]byte(s), "", hcl.InitialPos)
	if diags.HasErrors() {
		return address{}, false
	}
	a.text, a.block = s, -1
	for i := 0; i < len(t); {
		name, isName := traversalName(t[i])
		if !isName {
			return address{}, false
		}
		i++
		if name == "data" && i < len(t) { // data sources keep their mode in the name
			return address{}, false
		}
		if i >= len(t) {
			return address{}, false
		}
		second, isName := traversalName(t[i])
		if !isName {
			return address{}, false
		}
		i++
		if name != "module" {
			if a.block >= 0 {
				return address{}, false
			}
			a.block = len(a.parts)
		} else if a.block >= 0 {
			return address{}, false
		}
		a.parts = append(a.parts, name+"."+second)
		if i < len(t) {
			if _, isIndex := t[i].(hcl.TraverseIndex); isIndex {
				r := t[i].SourceRange()
				a.parts = append(a.parts, s[r.Start.Byte:r.End.Byte])
				i++
			}
		}
	}
	return a, a.block >= 0
}

func traversalName(t hcl.Traverser) (string, bool) {
	switch t := t.(type) {
	case hcl.TraverseRoot:
		return t.Name, true
	case hcl.TraverseAttr:
		return t.Name, true
	}
	return "", false
}

// isKey tells whether a part is an instance key.
func isKey(part string) bool { return strings.HasPrefix(part, "[") }

// isIndex tells whether a part is the key of a counted instance.
func isIndex(part string) bool { return isKey(part) && !strings.HasPrefix(part, `["`) }

// joinParts writes parts as an address.
func joinParts(parts []string) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && !isKey(p) {
			b.WriteByte('.')
		}
		b.WriteString(p)
	}
	return b.String()
}

// key returns the instance key of the resource itself, "" when it has none.
func (a address) key() string {
	if a.block+1 < len(a.parts) {
		return a.parts[a.block+1]
	}
	return ""
}

// name returns the resource's own name.
func (a address) name() string {
	_, n, _ := strings.Cut(a.parts[a.block], ".")
	return n
}

// typ returns the resource type.
func (a address) typ() string {
	t, _, _ := strings.Cut(a.parts[a.block], ".")
	return t
}

// module returns the address of the module instance, "" for the root.
func (a address) module() string { return joinParts(a.parts[:a.block]) }

// blockPath returns the address of the resource block: every key left out.
func (a address) blockPath() string {
	var keep []string
	for _, p := range a.parts {
		if !isKey(p) {
			keep = append(keep, p)
		}
	}
	return joinParts(keep)
}

// modulePath returns the module's address, every key left out.
func (a address) modulePath() string {
	var keep []string
	for _, p := range a.parts[:a.block] {
		if !isKey(p) {
			keep = append(keep, p)
		}
	}
	return joinParts(keep)
}

// resource returns the address without the resource's own key.
func (a address) resource() string { return joinParts(a.parts[:a.block+1]) }

// prefixes returns every address that holds a, itself included, from the
// outermost module on. They share the memory of its text where that is written
// plainly.
func (a address) prefixes() []string {
	out := make([]string, 0, len(a.parts))
	end, plain := 0, true
	for i, p := range a.parts {
		if end += len(p); i > 0 && !isKey(p) {
			end++
		}
		if plain = plain && end <= len(a.text) && strings.HasSuffix(a.text[:end], p); plain {
			out = append(out, a.text[:end])
		} else {
			out = append(out, joinParts(a.parts[:i+1]))
		}
	}
	return out
}

// A rule rewrites the beginning of addresses: what one moved block says.
type rule struct{ from, to string }

// ruleAt returns the rule that keeps the last n parts. ok is false when that
// would pair a module with a resource.
func ruleAt(a, b address, n int) (rule, bool) {
	i, j := len(a.parts)-n, len(b.parts)-n
	if i <= 0 || j <= 0 || (i > a.block) != (j > b.block) {
		return rule{}, false
	}
	if !slices.Equal(a.parts[i:], b.parts[j:]) {
		return rule{}, false
	}
	return rule{joinParts(a.parts[:i]), joinParts(b.parts[:j])}, true
}

// rules returns every rule that takes a to b, the most specific first.
func rules(a, b address) []rule {
	var out []rule
	for n := 0; n < len(a.parts) && n < len(b.parts); n++ {
		if !slices.Equal(a.parts[len(a.parts)-n:], b.parts[len(b.parts)-n:]) {
			break
		}
		if r, ok := ruleAt(a, b, n); ok {
			out = append(out, r)
		}
	}
	return out
}

// tokens splits a name or key into lower-case words.
func tokens(s string) []string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == '_' || r == '-' || r == '.' || r == '/' || r == ':' || r == '"' || r == '[' || r == ']' || r == ' '
	})
	return f
}
