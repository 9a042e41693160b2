package depend

import (
	"bytes"
	"encoding/hex"
	"path"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// placeSettings are, by backend type, the settings that tell one state from
// another. Those behind "?" may be left out.
var placeSettings = map[string][]string{
	"s3":         {"bucket", "key", "workspace_key_prefix?"},
	"gcs":        {"bucket", "prefix?"},
	"azurerm":    {"storage_account_name", "container_name", "key"},
	"http":       {"address"},
	"consul":     {"path", "address?", "datacenter?"},
	"kubernetes": {"secret_suffix", "namespace?"},
	"oss":        {"bucket", "prefix?", "key?"},
	"cos":        {"bucket", "prefix?", "key?"},
	"remote":     {"organization", "hostname?", "workspaces.name"},
	"cloud":      {"organization", "hostname?", "workspaces.name"},
	"pg":         {"schema_name?"},
	"etcdv3":     {"prefix"},
	"manta":      {"path"},
	"swift":      {"container"},
}

// stateKey is a fingerprint of the place of a state; "" when that is not known.
// Settings may come from files of values, so they are not kept themselves.
func stateKey(typ, workspace, dir string, get func(string) (string, bool), has func(string) bool) string {
	place := statePlace(typ, workspace, dir, get, has)
	if place == "" {
		return ""
	}
	f := fingerprint(place)
	return hex.EncodeToString(f[:])
}

// statePlace writes the place of a state in one canonical way. dir is the
// stack's folder, which a local path starts from.
func statePlace(typ, workspace, dir string, get func(string) (string, bool), has func(string) bool) string {
	if workspace == "default" {
		workspace = ""
	}
	if typ == "local" {
		p, ok := get("path")
		if !ok {
			if has("path") {
				return ""
			}
			p = "terraform.tfstate"
		}
		if workspace != "" {
			p = "terraform.tfstate.d/" + workspace + "/terraform.tfstate"
		}
		if !path.IsAbs(p) {
			p = path.Join("/", dir, p)
		}
		return "local " + path.Clean(p)
	}
	wanted, known := placeSettings[typ]
	if !known || typ == "pg" {
		return "" // its place is a secret, or not a known kind
	}
	if typ == "cloud" {
		typ = "remote"
	}
	parts := []string{typ}
	for _, name := range wanted {
		name, optional := strings.CutSuffix(name, "?")
		v, ok := get(name)
		if !ok && (!optional || has(rootName(name))) {
			return ""
		}
		if ok && v != "" {
			parts = append(parts, name+"="+v)
		}
	}
	if workspace != "" {
		parts = append(parts, "workspace="+workspace)
	}
	return strings.Join(parts, " ")
}

func rootName(s string) string { root, _, _ := strings.Cut(s, "."); return root }

// ownState reads the stack's backend.
func ownState(m *tfconfig.Module, dir string) *State {
	if m.Cloud != nil {
		return stateOf(m, "cloud", m.Cloud.Attrs, m.Cloud, dir)
	}
	if m.Backend == nil {
		return &State{Type: "local", Key: stateKey("local", "", dir, func(string) (string, bool) { return "", false }, func(string) bool { return false })}
	}
	attrs := hcl.Attributes{}
	for name, s := range m.Backend.Attrs {
		attrs[name] = &hcl.Attribute{Name: name, Expr: s.Expr, Range: s.Range}
	}
	return stateOf(m, m.Backend.Type, attrs, nil, dir)
}

func stateOf(m *tfconfig.Module, typ string, attrs hcl.Attributes, o *tfconfig.Object, dir string) *State {
	st := &State{Type: typ}
	get := func(name string) (string, bool) {
		a := attrs[name]
		if inner, ok := strings.CutPrefix(name, "workspaces."); ok && o != nil && len(o.Blocks["workspaces"]) > 0 {
			a = o.Blocks["workspaces"][0].Attrs[inner]
		}
		if a == nil {
			return "", false
		}
		v, assumed := m.EvalAssuming(a.Expr)
		s, ok := text(v)
		st.Assumed = st.Assumed || ok && assumed
		return s, ok
	}
	st.Key = stateKey(typ, "", dir, get, func(name string) bool { return attrs[name] != nil })
	return st
}

// remoteOf reads a terraform_remote_state block.
func remoteOf(m *tfconfig.Module, r *tfconfig.Resource, dir string) (Remote, bool) {
	typ, ok := evalString(m, r.Attrs["backend"])
	if !ok {
		return Remote{}, false
	}
	out := Remote{State: State{Type: typ}, File: r.Range.Filename, Line: r.Range.Start.Line}
	workspace, known := evalString(m, r.Attrs["workspace"])
	if r.Attrs["workspace"] != nil && !known {
		return out, true
	}
	settings := map[string]hcl.Expression{}
	if a := r.Attrs["config"]; a != nil {
		pairs, _ := hcl.ExprMap(a.Expr)
		for _, p := range pairs {
			if k, ok := text(m.Eval(p.Key)); ok {
				settings[k] = p.Value
			}
		}
		if len(pairs) == 0 { // a local, or merge()
			if v, assumed := m.EvalAssuming(a.Expr); v != cty.NilVal && v.CanIterateElements() && v.Type().IsObjectType() {
				out.State.Assumed = assumed
				for k, e := range v.AsValueMap() {
					settings[k] = hcl.StaticExpr(e, a.Range)
				}
			}
		}
	}
	get := func(name string) (string, bool) {
		root, rest, nested := strings.Cut(name, ".")
		e := settings[root]
		if e == nil {
			return "", false
		}
		v, assumed := m.EvalAssuming(e)
		if nested && v != cty.NilVal && v.Type().IsObjectType() && v.Type().HasAttribute(rest) {
			v = v.GetAttr(rest)
		}
		s, ok := text(v)
		out.State.Assumed = out.State.Assumed || ok && assumed
		return s, ok
	}
	out.State.Key = stateKey(typ, workspace, dir, get, func(name string) bool { return settings[name] != nil })
	return out, true
}

func sortTokens(ts []Token) {
	sort.Slice(ts, func(i, j int) bool {
		a, b := ts[i], ts[j]
		if a.Node != b.Node {
			return a.Node < b.Node
		}
		if a.Attr != b.Attr {
			return a.Attr < b.Attr
		}
		return bytes.Compare(a.Hash[:], b.Hash[:]) < 0
	})
}
