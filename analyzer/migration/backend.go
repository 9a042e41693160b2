package migration

import (
	"maps"
	"slices"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A BackendChange is how the place or the lock of a state changed since the
// git base.
type BackendChange struct {
	From string `json:"from"` // backend type, "local" when none was written
	To   string `json:"to"`
	// Place, Key, Workspace, Lock and Other are the attributes that changed:
	// which store holds the state, the state's name in it, how workspaces are
	// named, how it is locked, and all the rest. Sorted.
	Place     []string `json:"place,omitempty"`
	Key       []string `json:"key,omitempty"`
	Workspace []string `json:"workspace,omitempty"`
	Lock      []string `json:"lock,omitempty"`
	Other     []string `json:"other,omitempty"`
	// LockFrom and LockTo name the lock mechanism in the backend's terms.
	LockFrom string `json:"lock_from,omitempty"`
	LockTo   string `json:"lock_to,omitempty"`
	// Host is the service's host name when a cloud block comes.
	Host string `json:"host,omitempty"`
	At   Place  `json:"at"`
}

// moves tells that the state itself has to be copied.
func (b *BackendChange) moves() bool {
	return b.From != b.To || len(b.Place)+len(b.Key)+len(b.Workspace) > 0
}

// The roles of backend attributes. What is not named here only needs
// re-initialisation.
// Source: opentofu.org/docs/language/settings/backends.
var (
	keyAttrs = map[string]bool{
		"key": true, "path": true, "prefix": true, "secret_suffix": true, "schema_name": true,
		"table_name": true, "index_name": true, "state_id": true, "object": true,
	}
	placeAttrs = map[string]bool{
		"bucket": true, "storage_account_name": true, "container_name": true, "resource_group_name": true,
		"subscription_id": true, "address": true, "conn_str": true, "namespace": true, "hostname": true,
		"organization": true, "endpoint": true, "endpoints": true, "container": true, "host": true, "region_id": true,
	}
	workspaceAttrs = map[string]bool{
		"workspace_key_prefix": true, "workspace_dir": true, "workspaces": true, "workspaces.name": true,
		"workspaces.prefix": true, "workspaces.tags": true, "workspaces.project": true,
	}
	lockAttrs = map[string]bool{
		"dynamodb_table": true, "use_lockfile": true, "dynamodb_endpoint": true, "lock_address": true,
		"unlock_address": true, "lock_method": true, "unlock_method": true, "lock": true, "tablestore_table": true,
		"tablestore_endpoint": true, "skip_table_creation": true,
	}
)

// backendChange compares where two configurations keep their state, nil when
// it is the same.
func backendChange(base, head *tfconfig.Module) *BackendChange {
	from, old, _ := settingsOf(base)
	to, new, at := settingsOf(head)
	c := &BackendChange{From: from, To: to, At: at}
	if from != to {
		if to == "cloud" {
			c.Host = constant(new["hostname"])
		}
		return c
	}
	names := map[string]bool{}
	for n := range old {
		names[n] = true
	}
	for n := range new {
		names[n] = true
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		if old[n] == new[n] {
			continue
		}
		switch {
		case lockAttrs[n]:
			c.Lock = append(c.Lock, n)
		case workspaceAttrs[n]:
			c.Workspace = append(c.Workspace, n)
		case keyAttrs[n]:
			c.Key = append(c.Key, n)
		case placeAttrs[n]:
			c.Place = append(c.Place, n)
		default:
			c.Other = append(c.Other, n)
		}
	}
	if base.Backend != nil && head.Backend == nil || base.Backend == nil && head.Backend != nil {
		if from == "local" && to == "local" && !c.moves() && len(c.Other) == 0 {
			c.Other = []string{"backend"} // the block itself came or went
		}
	}
	if len(c.Lock)+len(c.Other) == 0 && !c.moves() {
		return nil
	}
	c.LockFrom, c.LockTo = lockOf(old), lockOf(new)
	return c
}

// settingsOf writes a module's backend as type and attributes, for
// comparison. Defaults are filled in where they decide.
func settingsOf(m *tfconfig.Module) (string, map[string]string, Place) {
	out := map[string]string{}
	switch {
	case m.Cloud != nil:
		for n, a := range m.Cloud.Attrs {
			out[n] = exprText(a.Expr)
		}
		for _, w := range m.Cloud.Blocks["workspaces"] {
			for n, a := range w.Attrs {
				out["workspaces."+n] = exprText(a.Expr)
			}
		}
		return "cloud", out, placeOf(m.Cloud.Range)
	case m.Backend != nil:
		for n, s := range m.Backend.Attrs {
			out[n] = exprText(s.Expr)
		}
		if m.Backend.Type == "local" && out["path"] == "" {
			out["path"] = `"terraform.tfstate"`
		}
		if out["use_lockfile"] == "false" {
			delete(out, "use_lockfile")
		}
		return m.Backend.Type, out, placeOf(m.Backend.Range)
	}
	return "local", map[string]string{"path": `"terraform.tfstate"`}, Place{}
}

// lockOf names the lock mechanism that a backend's settings ask for.
func lockOf(s map[string]string) string {
	switch {
	case s["use_lockfile"] != "" && s["dynamodb_table"] != "":
		return "dynamodb_table and use_lockfile"
	case s["use_lockfile"] != "":
		return "use_lockfile"
	case s["dynamodb_table"] != "":
		return "dynamodb_table"
	case s["lock_address"] != "":
		return "lock_address"
	}
	return ""
}

// constant reads a JSON string that exprText wrote.
func constant(s string) string {
	if len(s) >= 2 && s[0] == '"' {
		return s[1 : len(s)-1]
	}
	return ""
}

// statePlace returns the constants that say where a state is.
func statePlace(m *tfconfig.Module) *StatePlace {
	if m.Backend == nil && m.Cloud == nil {
		return nil
	}
	typ, settings, _ := settingsOf(m)
	p := &StatePlace{Type: typ, At: map[string]string{}}
	for n, v := range settings {
		if (keyAttrs[n] || placeAttrs[n] || workspaceAttrs[n]) && n != "conn_str" && constant(v) != "" {
			p.At[n] = constant(v)
		}
	}
	return p
}
