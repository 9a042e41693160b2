package analyzer

import (
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// declared returns where a changed resource is written, or "" and zeros when its
// module's files are not at hand or no longer hold it.
func declared(t *tfconfig.Tree, c *outline.Change) (file string, line, end int) {
	for name := range calls(c.ModuleAddress) {
		if t = t.Children[name]; t == nil {
			return "", 0, 0
		}
	}
	address := c.Type + "." + c.Name
	if c.Mode == "data" || c.Mode == "ephemeral" {
		address = c.Mode + "." + address
	}
	r := t.Module.Resources[address]
	if r == nil {
		return "", 0, 0
	}
	return r.Range.Filename, r.Range.Start.Line, r.EndLine
}

// calls yields the names of the module calls in a module address, outermost
// first: "net" and "zone" for `module.net["a.b"].module.zone`.
func calls(address string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for address != "" {
			address = strings.TrimPrefix(address, "module.")
			end := strings.IndexAny(address, ".[")
			if end < 0 {
				yield(address)
				return
			}
			if !yield(address[:end]) {
				return
			}
			if address = address[end:]; address[0] == '[' {
				address = address[closing(address)+1:]
			}
			address = strings.TrimPrefix(address, ".")
		}
	}
}

// closing returns the place of the bracket that closes the one s starts with.
// Brackets in a quoted key do not count.
func closing(s string) int {
	quoted := false
	for i := 1; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ']' && !quoted:
			return i
		}
	}
	return len(s) - 1
}
