package plan

import (
	"slices"
	"strings"
)

// feeding returns the references that feed the attributes which force c to be
// replaced, as configuration addresses from the root module, sorted. A module's
// input variable is followed to what the caller passes.
func (c *Config) feeding(ch *Change) []string {
	if c == nil || c.Root == nil {
		return nil
	}
	chain := []*ConfigModule{c.Root}
	var calls []*ConfigCall
	names := moduleNames(ch.ModuleAddress)
	for _, name := range names {
		call := chain[len(chain)-1].Calls[name]
		if call == nil || call.Module == nil {
			return nil
		}
		calls = append(calls, call)
		chain = append(chain, call.Module)
	}
	var out []string
	for _, r := range chain[len(chain)-1].Resources {
		if r.Type != ch.Type || r.Name != ch.Name || (r.Mode != ch.Mode && ch.Mode != "") {
			continue
		}
		for _, p := range ch.ReplacePaths {
			root := p.Root()
			for path, refs := range r.Expressions {
				if path != root && !strings.HasPrefix(path, root+".") {
					continue
				}
				for _, ref := range longest(refs) {
					out = resolve(out, ref, names, calls, r.ForEach, r.Count)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// resolve adds ref, as written in the module that names lead to, to out.
func resolve(out []string, ref string, names []string, calls []*ConfigCall, forEach, count []string) []string {
	switch {
	case strings.HasPrefix(ref, "each."):
		for _, r := range longest(forEach) {
			out = resolve(out, r, names, calls, nil, nil)
		}
		return out
	case strings.HasPrefix(ref, "count."):
		for _, r := range longest(count) {
			out = resolve(out, r, names, calls, nil, nil)
		}
		return out
	case strings.HasPrefix(ref, "path."), strings.HasPrefix(ref, "terraform."), strings.HasPrefix(ref, "tofu."), strings.HasPrefix(ref, "self."):
		return out
	}
	if rest, ok := strings.CutPrefix(ref, "var."); ok && len(calls) > 0 {
		name, _, _ := strings.Cut(rest, ".")
		name, _, _ = strings.Cut(name, "[")
		last := len(calls) - 1
		call := calls[last]
		if refs := call.Expressions[name]; len(refs) > 0 {
			for _, r := range longest(refs) {
				out = resolve(out, r, names[:last], calls[:last], call.ForEach, call.Count)
			}
			return out
		}
	}
	prefix := ""
	for _, n := range names {
		prefix += "module." + n + "."
	}
	return append(out, prefix+ref)
}

// longest drops references that are a prefix of a longer one beside them:
// configuration lists `random_pet.vpc.id` and `random_pet.vpc` for one use.
func longest(refs []string) []string {
	var out []string
	for _, r := range refs {
		covered := false
		for _, o := range refs {
			if len(o) > len(r) && strings.HasPrefix(o, r) && (o[len(r)] == '.' || o[len(r)] == '[') {
				covered = true
				break
			}
		}
		if !covered {
			out = append(out, r)
		}
	}
	return out
}

// moduleNames splits a module address such as `module.a["x.y"].module.b[0]`
// into the names of the calls, without instance keys.
func moduleNames(addr string) []string {
	var names []string
	for addr != "" {
		rest, ok := strings.CutPrefix(addr, "module.")
		if !ok {
			return names
		}
		end := strings.IndexAny(rest, ".[")
		if end < 0 {
			return append(names, rest)
		}
		names = append(names, rest[:end])
		rest = rest[end:]
		if rest[0] == '[' {
			rest = rest[keyEnd(rest):]
		}
		addr = strings.TrimPrefix(rest, ".")
	}
	return names
}

// keyEnd returns the length of the bracketed instance key that s starts with.
func keyEnd(s string) int {
	quoted := false
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if quoted {
				i++
			}
		case '"':
			quoted = !quoted
		case ']':
			if !quoted {
				return i + 1
			}
		}
	}
	return len(s)
}
