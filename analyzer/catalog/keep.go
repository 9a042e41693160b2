package catalog

import (
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// Keep tells whether the values of a change are wanted: those that name it or
// its change for a person, and those that guard it. It fits
// plan.Options.Keep.
func (c *Catalog) Keep(ch *plan.Change) bool {
	if ch.Mode != "managed" {
		return false
	}
	switch ch.Action {
	case plan.ActionNoOp, plan.ActionRead, plan.ActionOpen:
		return false
	}
	return len(c.Wants(ch.Type)) > 0
}

// Wants returns the top-level attributes of a type that Keep is about,
// sorted. It is empty for a type that the catalog has no row for.
func (c *Catalog) Wants(typ string) []string {
	f := c.Lookup(typ)
	var out []string
	add := func(path string) {
		root, _, _ := strings.Cut(path, ".")
		out = append(out, root)
	}
	for _, t := range f.Telling {
		add(t.Path)
	}
	for _, p := range f.Protections {
		add(p.Attribute)
	}
	for _, l := range f.Label {
		add(l)
	}
	if f.Variant != "" {
		add(f.Variant)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
