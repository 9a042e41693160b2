package migration

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"

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
	// Unsure are attributes that may have changed: one side leaves them to
	// -backend-config, or they are equal by a variable's default only.
	Unsure []string `json:"unsure,omitempty"`
	// Host is the service's host name when a cloud block comes.
	Host string `json:"host,omitempty"`
	At   Place  `json:"at"`
}

// moves tells that the state itself has to be copied.
func (b *BackendChange) moves() bool {
	return b.From != b.To || len(b.Place)+len(b.Key)+len(b.Workspace) > 0
}

// moved lists the attributes that say where the state is and changed.
func (b *BackendChange) moved() []string { return slices.Concat(b.Key, b.Place, b.Workspace) }

// kind names a change within one type of backend by what changed most.
func (b *BackendChange) kind() string {
	switch {
	case b.To == "cloud":
		return KindCloud
	case len(b.Key) > 0:
		return KindBackendKey
	case len(b.Place) > 0:
		return KindBackendPlace
	case len(b.Workspace) > 0:
		return KindWorkspace
	case len(b.Lock) > 0:
		return KindBackendLock
	}
	return KindBackendConfig
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

// required are the attributes without which a backend block is partial: the
// rest comes from -backend-config.
var required = map[string][]string{
	"s3": {"bucket", "key", "region"}, "gcs": {"bucket"}, "http": {"address"}, "consul": {"path"},
	"azurerm": {"storage_account_name", "container_name", "key"}, "kubernetes": {"secret_suffix"},
	"remote": {"organization", "workspaces"}, "cos": {"bucket"}, "oss": {"bucket"}, "cloud": {"organization"},
}

// backendChange compares where two configurations keep their state, nil when
// it is the same.
func backendChange(base, head *tfconfig.Module) *BackendChange {
	from, old, _, assumedOld := settingsOf(base)
	to, new, at, assumedNew := settingsOf(head)
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
			if assumedOld[n] != assumedNew[n] {
				c.Unsure = append(c.Unsure, n)
			}
			continue
		}
		if (old[n] == "" || new[n] == "") && slices.Contains(required[to], n) {
			c.Unsure = append(c.Unsure, n)
			continue
		}
		switch {
		case lockAttrs[n]:
			c.Lock = append(c.Lock, n)
		case workspaceAttrs[n]:
			c.Workspace = append(c.Workspace, n)
		case keyAttrs[n]:
			c.Key = append(c.Key, n)
		case placeAttrs[n] && !sameBarSecrets(old[n], new[n]):
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
	if len(c.Lock)+len(c.Other)+len(c.Unsure) == 0 && !c.moves() {
		return nil
	}
	c.LockFrom, c.LockTo = lockOf(old), lockOf(new)
	return c
}

// settingsOf writes a module's backend as type and attributes, for
// comparison. Defaults are filled in where they decide. assumed are the
// attributes that hang on a variable's default.
func settingsOf(m *tfconfig.Module) (typ string, out map[string]string, at Place, assumed map[string]bool) {
	out, assumed = map[string]string{}, map[string]bool{}
	set := func(n string, e hcl.Expression) {
		text, byDefault := settingText(m, e)
		if text == "null" {
			return // as if it were not written
		}
		out[n] = text
		if byDefault {
			assumed[n] = true
		}
	}
	switch {
	case m.Cloud != nil:
		for n, a := range m.Cloud.Attrs {
			set(n, a.Expr)
		}
		for _, w := range m.Cloud.Blocks["workspaces"] {
			for n, a := range w.Attrs {
				set("workspaces."+n, a.Expr)
			}
		}
		return "cloud", out, placeOf(m.Cloud.Range), assumed
	case m.Backend != nil:
		for n, s := range m.Backend.Attrs {
			set(n, s.Expr)
		}
		for _, w := range m.Backend.Blocks["workspaces"] {
			for n, a := range w.Attrs {
				set("workspaces."+n, a.Expr)
			}
		}
		if m.Backend.Type == "local" && out["path"] == "" {
			out["path"] = `"terraform.tfstate"`
		}
		if out["use_lockfile"] == "false" {
			delete(out, "use_lockfile")
		}
		return m.Backend.Type, out, placeOf(m.Backend.Range), assumed
	}
	return "local", map[string]string{"path": `"terraform.tfstate"`}, Place{}, assumed
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

// sameBarSecrets tells that two addresses differ only in the user and the
// tokens that stand in them.
func sameBarSecrets(a, b string) bool {
	a, b = tfconfig.WithoutSecrets(constant(a)), tfconfig.WithoutSecrets(constant(b))
	return a != "" && a == b
}

// statePlace returns the constants that say where a state is.
func statePlace(m *tfconfig.Module) *StatePlace {
	if m.Backend == nil && m.Cloud == nil {
		return nil
	}
	typ, settings, _, _ := settingsOf(m)
	p := &StatePlace{Type: typ, At: map[string]string{}}
	for n, v := range settings {
		if (keyAttrs[n] || placeAttrs[n] || workspaceAttrs[n]) && n != "conn_str" && constant(v) != "" {
			p.At[n] = tfconfig.WithoutSecrets(constant(v))
		}
	}
	return p
}
