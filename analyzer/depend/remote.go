package depend

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// remoteParts are the data sources that read another state, and the attributes
// under which they hand on its outputs.
var remoteParts = map[string][]string{
	"terraform_remote_state": {"outputs"},
	"tfe_outputs":            {"values", "nonsensitive_values"},
}

// readsState tells whether a data source reads another state.
func readsState(mode, typ string) bool { return mode == "data" && remoteParts[typ] != nil }

// remoteOf reads the block of a data source that reads another state. each is
// one element of its for_each, or nil.
func remoteOf(m *tfconfig.Module, r *tfconfig.Resource, dir string, each *tfconfig.Each) (Remote, bool) {
	out := Remote{State: State{Type: "remote"}, File: r.Range.Filename, Line: r.Range.Start.Line}
	eval := func(e hcl.Expression) cty.Value {
		if e == nil {
			return cty.NilVal
		}
		v, assumed := m.EvalEach(e, each)
		out.State.Assumed = out.State.Assumed || assumed && v != cty.NilVal
		return v
	}
	attr := func(name string) hcl.Expression {
		if a := r.Attrs[name]; a != nil {
			return a.Expr
		}
		return nil
	}
	settings := map[string]hcl.Expression{}
	workspace, named := text(eval(attr("workspace")))
	named = named && workspace != "default" || !named && attr("workspace") != nil
	if r.Type == "tfe_outputs" {
		settings["organization"], settings["workspaces.name"] = attr("organization"), attr("workspace")
		named = false
	} else {
		backend, ok := text(eval(attr("backend")))
		if !ok {
			return Remote{}, false
		}
		out.State.Type = backend
		if config := attr("config"); config != nil {
			settings = objectOf(config, eval)
		}
	}
	get := func(name string) (string, bool) {
		if e := settings[name]; e != nil {
			return text(eval(e))
		}
		root, rest, nested := strings.Cut(name, ".")
		if e := settings[root]; e != nil && nested {
			return text(attribute(eval(e), rest))
		}
		return "", false
	}
	out.State.Key = remoteKey(out.State.Type, dir, named, look{get, func(name string) bool { return settings[name] != nil }})
	return out, true
}

// remotes notes the states that a data source reads: one for each element of a
// for_each whose instances no plan tells apart.
func (b *builder) remotes(m *tfconfig.Module, r *tfconfig.Resource, dir string, n int) {
	elements := []*tfconfig.Each{nil}
	if a := r.Attrs["for_each"]; a != nil {
		key := parseAddress(b.facts.Nodes[n].Address).key
		elements = nil
		for _, e := range m.Elements(a.Expr) {
			if k, ok := text(e.Key); ok && (key == "" || key == "["+strconv.Quote(k)+"]") {
				elements = append(elements, &e)
			}
		}
	}
	for _, each := range elements {
		if remote, ok := remoteOf(m, r, dir, each); ok {
			remote.Node = n
			b.facts.Remote = append(b.facts.Remote, remote)
		}
	}
}

// objectOf returns an object's attributes by name: those of an object that is
// written out, though not all of them are known, or those of one that is
// computed and known as a whole.
func objectOf(e hcl.Expression, eval func(hcl.Expression) cty.Value) map[string]hcl.Expression {
	out := map[string]hcl.Expression{}
	pairs, _ := hcl.ExprMap(e)
	for _, p := range pairs {
		if k, ok := text(eval(p.Key)); ok {
			out[k] = p.Value
		}
	}
	if len(pairs) > 0 {
		return out
	}
	if v := eval(e); v != cty.NilVal && !v.IsNull() && (v.Type().IsObjectType() || v.Type().IsMapType()) {
		for k, x := range v.AsValueMap() {
			out[k] = hcl.StaticExpr(x, e.Range())
		}
	}
	return out
}

// remoteKey is the key of the state that is read: the default workspace's, or
// that of all named ones where a workspace is named or cannot be known.
func remoteKey(typ, dir string, named bool, l look) string {
	if named {
		return stateKey(namedPlace(typ, dir, l))
	}
	return stateKey(statePlace(typ, dir, l))
}

// remoteFromValues notes a state that is read, from the values of the data
// source that reads it.
func (b *builder) remoteFromValues(n int, typ string, values map[string]plan.Value) {
	dir := strings.TrimPrefix(b.facts.Stack, "/")
	lookup := func(steps ...any) (string, bool) {
		v, _ := plan.Lookup(values, steps...)
		s, ok := v.(string)
		return s, ok
	}
	workspace, _ := lookup("workspace")
	if typ == "tfe_outputs" {
		organization, _ := lookup("organization")
		found := map[string]string{"organization": organization, "workspaces.name": workspace}
		key := remoteKey("remote", dir, false, look{
			get: func(name string) (string, bool) { return found[name], found[name] != "" },
			has: func(string) bool { return false },
		})
		b.facts.Remote = append(b.facts.Remote, Remote{Node: n, State: State{Type: "remote", Key: key}})
		return
	}
	backend, ok := lookup("backend")
	if !ok {
		return
	}
	key := remoteKey(backend, dir, workspace != "" && workspace != "default", look{
		get: func(name string) (string, bool) { return lookup(append([]any{"config"}, steps(name)...)...) },
		has: func(name string) bool {
			v, ok := plan.Lookup(values, "config", name)
			return ok && v != nil
		},
	})
	b.facts.Remote = append(b.facts.Remote, Remote{Node: n, State: State{Type: backend, Key: key}})
}

func steps(name string) []any {
	var out []any
	for s := range strings.SplitSeq(name, ".") {
		out = append(out, s)
	}
	return out
}
