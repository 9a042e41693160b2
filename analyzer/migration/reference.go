package migration

import (
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// references resolves what a plan's configuration refers to, through input
// variables and module outputs, to resource blocks.
type references struct {
	config *plan.Config
	index  map[*plan.ConfigModule]map[[2]string]*plan.ConfigResource // by type and name
	sets   map[*plan.ConfigResource]map[string]bool
}

func newReferences(c *plan.Config) *references {
	return &references{config: c, index: map[*plan.ConfigModule]map[[2]string]*plan.ConfigResource{}, sets: map[*plan.ConfigResource]map[string]bool{}}
}

// maxHops bounds how many module boundaries a reference is followed through.
const maxHops = 12

// of returns the resource attributes that feed the unknown attributes of a
// change. A reference that leads through something else is left out.
func (r *references) of(c *plan.Change, unknown []string) []AttrRef {
	if len(unknown) == 0 {
		return nil
	}
	res, path := r.block(c)
	if res == nil {
		return nil
	}
	var out []AttrRef
	seen := map[AttrRef]bool{}
	for attr, refs := range res.Expressions {
		attr = plainPath(attr)
		if !covered(unknown, attr) {
			continue
		}
		for _, ref := range longest(refs) {
			for _, found := range r.resolve(path, ref, res.ForEach, 0) {
				found.Path = attr
				if !seen[found] {
					seen[found] = true
					out = append(out, found)
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

// set returns the attributes that a change's block sets, nil when the plan
// does not tell.
func (r *references) set(c *plan.Change) map[string]bool {
	res, _ := r.block(c)
	if res == nil {
		return nil
	}
	if out, ok := r.sets[res]; ok {
		return out
	}
	out := make(map[string]bool, len(res.Expressions)+len(res.Constants))
	for p := range res.Expressions {
		out[plainPath(p)] = true
	}
	for _, p := range res.Constants {
		out[plainPath(p)] = true
	}
	r.sets[res] = out
	return out
}

// block finds the resource block of a change and the names of the modules
// around it; nil when the plan does not hold it.
func (r *references) block(c *plan.Change) (*plan.ConfigResource, []string) {
	if r.config == nil || r.config.Root == nil {
		return nil, nil
	}
	a, ok := parseAddress(c.Address)
	if !ok {
		return nil, nil
	}
	path := moduleNames(a)
	mod := r.module(path)
	if mod == nil {
		return nil, nil
	}
	index := r.index[mod]
	if index == nil {
		index = make(map[[2]string]*plan.ConfigResource, len(mod.Resources))
		for i := range mod.Resources {
			if res := &mod.Resources[i]; res.Mode == "managed" {
				index[[2]string{res.Type, res.Name}] = res
			}
		}
		r.index[mod] = index
	}
	return index[[2]string{c.Type, c.Name}], path
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

// resolve follows one reference, written in the module at path, in a block
// that repeats for what forEach refers to.
func (r *references) resolve(path []string, ref string, forEach []string, hops int) []AttrRef {
	if hops > maxHops {
		return nil
	}
	names := strings.Split(plainPath(ref), ".")
	if len(names) < 2 {
		return nil
	}
	switch names[0] {
	case "data", "local", "count", "path", "terraform", "tofu", "self", "ephemeral":
		return nil
	case "each":
		if names[1] != "value" {
			return nil
		}
		var out []AttrRef
		for _, over := range longest(forEach) {
			over = strings.Join(append([]string{over}, names[2:]...), ".")
			out = append(out, r.resolve(path, over, nil, hops+1)...)
		}
		return out
	case "var":
		if len(path) == 0 {
			return nil
		}
		parent := r.module(path[:len(path)-1])
		if parent == nil || parent.Calls[path[len(path)-1]] == nil {
			return nil
		}
		var out []AttrRef
		call := parent.Calls[path[len(path)-1]]
		for _, up := range longest(call.Expressions[names[1]]) {
			up = strings.Join(append([]string{up}, names[2:]...), ".")
			out = append(out, r.resolve(path[:len(path)-1], up, call.ForEach, hops+1)...)
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
			out = append(out, r.resolve(down, o, nil, hops+1)...)
		}
		return out
	}
	var prefix string
	for _, m := range path {
		prefix += "module." + m + "."
	}
	return []AttrRef{{Resource: prefix + names[0] + "." + names[1], Attr: strings.Join(names[2:], ".")}}
}
