package migration

import (
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A ProviderChange is a provider that comes from another source than at the
// git base.
type ProviderChange struct {
	Name string `json:"name"` // local name
	From string `json:"from"` // full source address
	To   string `json:"to"`
	At   Place  `json:"at"`
}

// An Orphan is a provider configuration that went away with objects that it
// may still have to destroy.
type Orphan struct {
	// Module is the module call that held the configuration, "" when the root
	// module did.
	Module string `json:"module,omitempty"`
	// Provider is the configuration, such as "aws.west".
	Provider string `json:"provider"`
	// Resources are the resource blocks that used it, sorted.
	Resources []string `json:"resources,omitempty"`
}

// toolOf tells which program the stack is for.
func toolOf(in Input) plan.Tool {
	if in.Plan != nil {
		return in.Plan.Tool
	}
	return plan.ToolUnknown
}

// providerChanges compares the sources of providers that resources use.
func providerChanges(base, head *tfconfig.Tree, tool plan.Tool) []ProviderChange {
	old := sources(base, tool)
	var out []ProviderChange
	done := map[[2]string]bool{}
	walk(head, nil, func(path string, t *tfconfig.Tree) {
		for _, local := range slices.Sorted(maps.Keys(used(t.Module))) {
			from, was := old[[2]string{path, local}]
			to := source(t.Module, local, tool)
			if !was || from == to || done[[2]string{from, to}] {
				continue
			}
			done[[2]string{from, to}] = true
			c := ProviderChange{Name: local, From: from, To: to}
			if r := t.Module.RequiredProviders[local]; r != nil {
				c.At = placeOf(r.Range)
			}
			out = append(out, c)
		}
	})
	return out
}

// sources lists the source of each provider that a module of the tree uses,
// by module path and local name.
func sources(t *tfconfig.Tree, tool plan.Tool) map[[2]string]string {
	out := map[[2]string]string{}
	walk(t, nil, func(path string, t *tfconfig.Tree) {
		for local := range used(t.Module) {
			out[[2]string{path, local}] = source(t.Module, local, tool)
		}
	})
	return out
}

// used lists the local names of the providers that a module's managed
// resources use.
func used(m *tfconfig.Module) map[string]bool {
	out := map[string]bool{}
	for _, r := range m.Resources {
		if r.Mode == "managed" && r.Type != "terraform_data" {
			local, _, _ := strings.Cut(providerKey(r), ".")
			out[local] = true
		}
	}
	return out
}

func providerKey(r *tfconfig.Resource) string {
	if r.Provider != "" {
		return r.Provider
	}
	p, _, _ := strings.Cut(r.Type, "_")
	return p
}

// source returns a provider's full source address by the rules for what is
// left out.
func source(m *tfconfig.Module, local string, tool plan.Tool) string {
	s := "hashicorp/" + local
	if r := m.RequiredProviders[local]; r != nil && r.Source != "" {
		s = strings.ToLower(r.Source)
	}
	host := "registry.opentofu.org"
	if tool == plan.ToolTerraform {
		host = "registry.terraform.io"
	}
	switch strings.Count(s, "/") {
	case 0:
		return host + "/hashicorp/" + s
	case 1:
		return host + "/" + s
	}
	return s
}

// orphans finds the provider configurations of the base that are gone while
// the resources that used them are gone, too, and nothing forgets those.
func orphans(base, head *tfconfig.Tree) []Orphan {
	heads := map[string]*tfconfig.Module{}
	forgotten := map[string]bool{}
	walk(head, nil, func(path string, t *tfconfig.Tree) {
		heads[path] = t.Module
		for _, r := range t.Module.Removed {
			if r.Destroy == nil || !*r.Destroy {
				forgotten[join(path, r.From)] = true
			}
		}
	})
	isForgotten := func(addr string) bool {
		a, ok := parseAddress(addr)
		return ok && slices.ContainsFunc(a.prefixes(), func(p string) bool { return forgotten[p] })
	}
	var out []Orphan
	walk(base, nil, func(path string, t *tfconfig.Tree) {
		for _, key := range slices.Sorted(maps.Keys(t.Module.Providers)) {
			h := heads[path]
			if h != nil && (h.Providers[key] != nil || path == "" && !strings.Contains(key, ".")) {
				continue // still there, or a root default that is implied
			}
			if path == "" && !strings.Contains(key, ".") {
				continue
			}
			o := Orphan{Module: path, Provider: key}
			for _, r := range t.Module.Resources {
				if r.Mode != "managed" || providerKey(r) != key || isForgotten(join(path, r.Address())) {
					continue
				}
				if h == nil || h.Resources[r.Address()] == nil {
					o.Resources = append(o.Resources, join(path, r.Address()))
				}
			}
			if len(o.Resources) > 0 {
				slices.Sort(o.Resources)
				out = append(out, o)
			}
		}
	})
	return out
}
