package depend

import (
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// withPlanConfig fills a tree with what the plan's configuration knows of the
// modules whose files are not at hand. It changes no given tree.
func withPlanConfig(t *tfconfig.Tree, c *plan.Config) *tfconfig.Tree {
	if c.Root == nil {
		return t
	}
	return fill(t, c.Root, c, "", 0)
}

func fill(t *tfconfig.Tree, m *plan.ConfigModule, c *plan.Config, at string, depth int) *tfconfig.Tree {
	out := &tfconfig.Tree{Children: map[string]*tfconfig.Tree{}}
	if t != nil && len(t.Module.Files) > 0 {
		out.Module = t.Module
	} else {
		out.Module = moduleOf(m, c, at)
	}
	if depth > 64 {
		return out
	}
	for name, call := range m.Calls {
		var child *tfconfig.Tree
		if t != nil {
			child = t.Children[name]
		}
		if call == nil || call.Module == nil {
			if child != nil {
				out.Children[name] = child
			}
			continue
		}
		out.Children[name] = fill(child, call.Module, c, within(at, "module."+name), depth+1)
	}
	if t != nil {
		for name, child := range t.Children {
			if out.Children[name] == nil {
				out.Children[name] = child
			}
		}
	}
	return out
}

// moduleOf turns a module of the plan's configuration into the same shape as
// one read from files. Locals, dynamic blocks and lifecycle are not in it.
func moduleOf(m *plan.ConfigModule, c *plan.Config, at string) *tfconfig.Module {
	out := &tfconfig.Module{
		Resources: map[string]*tfconfig.Resource{}, Calls: map[string]*tfconfig.Call{},
		Outputs: map[string]*tfconfig.Object{}, Variables: map[string]*tfconfig.Object{},
		Providers: map[string]*tfconfig.Provider{}, Locals: map[string]*tfconfig.Local{}, Checks: map[string]*tfconfig.Object{},
	}
	for _, v := range m.Variables {
		out.Variables[v] = &tfconfig.Object{Name: v}
	}
	for name, o := range m.Outputs {
		out.Outputs[name] = &tfconfig.Object{Name: name, Refs: append(refsOf("value", o.References), refsOf("depends_on", o.DependsOn)...)}
	}
	for i := range m.Resources {
		r := &m.Resources[i]
		res := &tfconfig.Resource{Mode: r.Mode, Type: r.Type, Count: len(r.Count) > 0, ForEach: len(r.ForEach) > 0}
		res.Name = r.Name
		res.Refs = expressions(r.Expressions, r.Count, r.ForEach, r.DependsOn)
		key := r.ProviderKey
		if i := strings.LastIndexByte(key, ':'); i >= 0 {
			key = key[i+1:]
		}
		res.Provider = key
		out.Resources[res.Address()] = res
	}
	for name, call := range m.Calls {
		if call == nil {
			continue
		}
		c := &tfconfig.Call{Source: call.Source, Count: len(call.Count) > 0, ForEach: len(call.ForEach) > 0}
		c.Name = name
		c.Refs = expressions(call.Expressions, call.Count, call.ForEach, call.DependsOn)
		out.Calls[name] = c
	}
	for _, p := range c.Providers {
		if p.ModuleAddress == at {
			cp := &tfconfig.Provider{Alias: p.Alias}
			cp.Name = p.Name
			cp.Refs = refsOf("", p.References)
			out.Providers[cp.Key()] = cp
		}
	}
	return out
}

func expressions(exprs map[string][]string, count, forEach, dependsOn []string) []tfconfig.Ref {
	var out []tfconfig.Ref
	for _, attr := range sortedKeys(exprs) {
		out = append(out, refsOf(attr, exprs[attr])...)
	}
	out = append(out, refsOf("count", count)...)
	out = append(out, refsOf("for_each", forEach)...)
	return append(out, refsOf("depends_on", dependsOn)...)
}

// refsOf reads a list of references. The list names every reference together
// with its own beginnings, `a.b.c` and `a.b`: only the longest count.
func refsOf(attr string, texts []string) []tfconfig.Ref {
	texts = slices.Clone(texts)
	sort.Strings(texts)
	var out []tfconfig.Ref
	for i, t := range texts {
		if i+1 < len(texts) && strings.HasPrefix(texts[i+1], t) && len(texts[i+1]) > len(t) &&
			(texts[i+1][len(t)] == '.' || texts[i+1][len(t)] == '[') {
			continue
		}
		if r, ok := tfconfig.ParseRef(attr, t); ok {
			r.Range = hcl.Range{}
			out = append(out, r)
		}
	}
	return out
}
