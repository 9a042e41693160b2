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
// another. Those with a "?" may be left out, which means what stands behind it.
var placeSettings = map[string][]string{
	"s3":         {"bucket", "key"},
	"gcs":        {"bucket", "prefix?"},
	"azurerm":    {"storage_account_name", "container_name", "key"},
	"http":       {"address"},
	"consul":     {"path", "address?", "datacenter?"},
	"kubernetes": {"secret_suffix", "namespace?default"},
	"oss":        {"bucket", "prefix?", "key?"},
	"cos":        {"bucket", "prefix?", "key?"},
	"remote":     {"organization", "hostname?app.terraform.io", "workspaces.name"},
	"etcdv3":     {"prefix"},
	"manta":      {"path"},
	"swift":      {"container"},
	// pg is not here: its place is a secret.
}

// A look finds the settings of a backend.
type look struct {
	get func(name string) (string, bool)
	has func(name string) bool // it is set, if only to something unknown
}

// stateKey is a fingerprint of the place of a state; "" when that is not known.
// Settings may come from files of values, so they are not kept themselves.
func stateKey(place string) string {
	if place == "" {
		return ""
	}
	f := fingerprint(place)
	return hex.EncodeToString(f[:])
}

// statePlace writes the place of the default workspace's state in one
// canonical way. dir is the stack's folder, which a local path starts from.
func statePlace(typ, dir string, l look) string {
	if typ == "local" {
		p, ok := l.get("path")
		if !ok {
			if l.has("path") {
				return ""
			}
			p = "terraform.tfstate"
		}
		p = localPath(dir, p)
		if path.Base(p) == "terraform.tfstate" && path.Base(path.Dir(path.Dir(p))) == "terraform.tfstate.d" {
			return workspaces(path.Dir(path.Dir(p)))
		}
		return "local " + p
	}
	if typ == "cloud" {
		typ = "remote"
	}
	wanted, known := placeSettings[typ]
	if !known {
		return ""
	}
	parts := []string{typ}
	for _, name := range wanted {
		name, standard, optional := strings.Cut(name, "?")
		v, ok := l.get(name)
		if !ok && (!optional || l.has(rootName(name))) {
			return ""
		}
		if v = strings.Trim(v, "/"); ok && v != "" && (!optional || v != standard) {
			parts = append(parts, name+"="+v)
		}
	}
	return strings.Join(parts, " ")
}

// namedPlace writes the place of the states of a backend's named workspaces,
// whatever their names; "" when there is none or it is not known.
func namedPlace(typ, dir string, l look) string {
	switch typ {
	case "local":
		p, ok := l.get("workspace_dir")
		if !ok {
			if l.has("workspace_dir") {
				return ""
			}
			p = "terraform.tfstate.d"
		}
		return workspaces(localPath(dir, p))
	case "remote", "cloud":
		prefix, ok := l.get("workspaces.prefix")
		if !ok {
			return ""
		}
		return statePlace("remote", dir, look{has: l.has, get: func(name string) (string, bool) {
			if name == "workspaces.name" {
				return "prefix " + prefix, true
			}
			return l.get(name)
		}})
	}
	place := statePlace(typ, dir, l)
	if place == "" {
		return ""
	}
	under, ok := l.get("workspace_key_prefix")
	if !ok && l.has("workspace_key_prefix") {
		return ""
	}
	return "workspaces " + place + " " + under
}

func localPath(dir, p string) string {
	if path.IsAbs(p) {
		return path.Clean(p)
	}
	return path.Join("/", dir, p)
}

func workspaces(dir string) string { return "local workspaces " + dir }

func rootName(s string) string { root, _, _ := strings.Cut(s, "."); return root }

// ownState reads the stack's backend.
func ownState(m *tfconfig.Module, dir string) *State {
	switch {
	case m.Cloud != nil:
		return stateOf(m, "cloud", m.Cloud.Attrs, m.Cloud.Blocks, dir)
	case m.Backend == nil:
		return stateOf(m, "local", nil, nil, dir)
	}
	attrs := hcl.Attributes{}
	for name, s := range m.Backend.Attrs {
		attrs[name] = &hcl.Attribute{Name: name, Expr: s.Expr, Range: s.Range}
	}
	return stateOf(m, m.Backend.Type, attrs, m.Backend.Blocks, dir)
}

func stateOf(m *tfconfig.Module, typ string, attrs hcl.Attributes, blocks map[string][]*tfconfig.Object, dir string) *State {
	st := &State{Type: typ}
	get := func(name string) (string, bool) {
		outer, inner, nested := strings.Cut(name, ".")
		a := attrs[outer]
		if nested && len(blocks[outer]) > 0 {
			a, nested = blocks[outer][0].Attrs[inner], false
		}
		if a == nil {
			return "", false
		}
		v, assumed := m.EvalAssuming(a.Expr)
		if nested {
			v = attribute(v, inner)
		}
		s, ok := text(v)
		st.Assumed = st.Assumed || ok && assumed
		return s, ok
	}
	l := look{get, func(name string) bool { return attrs[name] != nil }}
	st.Key, st.Named = stateKey(statePlace(typ, dir, l)), stateKey(namedPlace(typ, dir, l))
	return st
}

// attribute returns an attribute of an object, or of the one object in a list,
// which is how JSON syntax writes a nested block.
func attribute(v cty.Value, name string) cty.Value {
	if v == cty.NilVal || v.IsNull() || !v.IsKnown() {
		return cty.NilVal
	}
	if t := v.Type(); (t.IsTupleType() || t.IsListType()) && v.LengthInt() == 1 {
		v = v.Index(cty.NumberIntVal(0))
	}
	switch t := v.Type(); {
	case t.IsObjectType() && t.HasAttribute(name):
		return v.GetAttr(name)
	case t.IsMapType() && v.HasIndex(cty.StringVal(name)).True():
		return v.Index(cty.StringVal(name))
	}
	return cty.NilVal
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
