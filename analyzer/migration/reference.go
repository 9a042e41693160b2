package migration

import (
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// references resolves what a plan's configuration refers to, through input
// variables and module outputs, to resource blocks.
type references struct{ config *plan.Config }

func newReferences(c *plan.Config) *references { return &references{c} }

// maxHops bounds how many module boundaries a reference is followed through.
const maxHops = 12

// of returns the resource attributes that feed the unknown attributes of a
// change. A reference that leads through something else is left out.
func (r *references) of(c *plan.Change, unknown []string) []AttrRef {
	if r.config == nil || r.config.Root == nil || len(unknown) == 0 {
		return nil
	}
	a, ok := parseAddress(c.Address)
	if !ok {
		return nil
	}
	path := moduleNames(a)
	mod := r.module(path)
	if mod == nil {
		return nil
	}
	var out []AttrRef
	seen := map[AttrRef]bool{}
	for i := range mod.Resources {
		res := &mod.Resources[i]
		if res.Mode != "managed" || res.Type != c.Type || res.Name != c.Name {
			continue
		}
		for attr, refs := range res.Expressions {
			attr = plainPath(attr)
			if !covered(unknown, attr) {
				continue
			}
			for _, ref := range longest(refs) {
				for _, found := range r.resolve(path, ref, 0) {
					found.Path = attr
					if !seen[found] {
						seen[found] = true
						out = append(out, found)
					}
				}
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		x, y := out[i], out[j]
		if x.Path != y.Path {
			return x.Path < y.Path
		}
		if x.Resource != y.Resource {
			return x.Resource < y.Resource
		}
		return x.Attr < y.Attr
	})
	return out
}

// covered tells whether an attribute is unknown in whole or in part.
func covered(unknown []string, attr string) bool {
	for _, u := range unknown {
		if within(u, attr) || within(attr, u) {
			return true
		}
	}
	return false
}

// moduleNames returns the names of the modules around an address.
func moduleNames(a address) []string {
	var out []string
	for _, p := range a.parts[:a.block] {
		if !isKey(p) {
			out = append(out, strings.TrimPrefix(p, "module."))
		}
	}
	return out
}

func (r *references) module(path []string) *plan.ConfigModule {
	m := r.config.Root
	for _, name := range path {
		if m == nil || m.Calls[name] == nil {
			return nil
		}
		m = m.Calls[name].Module
	}
	return m
}

// longest drops references that another one begins with: "a.b" beside
// "a.b.id".
func longest(refs []string) []string {
	var out []string
	for _, r := range refs {
		shorter := false
		for _, o := range refs {
			if len(o) > len(r) && strings.HasPrefix(o, r) && (o[len(r)] == '.' || o[len(r)] == '[') {
				shorter = true
			}
		}
		if !shorter {
			out = append(out, r)
		}
	}
	return out
}

// resolve follows one reference, written in the module at path.
func (r *references) resolve(path []string, ref string, hops int) []AttrRef {
	if hops > maxHops {
		return nil
	}
	names := strings.Split(plainPath(ref), ".")
	if len(names) < 2 {
		return nil
	}
	switch names[0] {
	case "data", "local", "each", "count", "path", "terraform", "tofu", "self", "ephemeral":
		return nil
	case "var":
		if len(path) == 0 {
			return nil
		}
		parent := r.module(path[:len(path)-1])
		if parent == nil || parent.Calls[path[len(path)-1]] == nil {
			return nil
		}
		var out []AttrRef
		for _, up := range longest(parent.Calls[path[len(path)-1]].Expressions[names[1]]) {
			out = append(out, r.resolve(path[:len(path)-1], up, hops+1)...)
		}
		return out
	case "module":
		if len(names) < 3 {
			return nil
		}
		down := append(append([]string{}, path...), names[1])
		m := r.module(down)
		if m == nil {
			return nil
		}
		var out []AttrRef
		for _, o := range longest(m.Outputs[names[2]].References) {
			out = append(out, r.resolve(down, o, hops+1)...)
		}
		return out
	}
	if len(names) < 3 {
		return nil
	}
	var prefix string
	for _, m := range path {
		prefix += "module." + m + "."
	}
	return []AttrRef{{Resource: prefix + names[0] + "." + names[1], Attr: strings.Join(names[2:], ".")}}
}
