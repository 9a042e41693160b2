package migration

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// An EncryptionChange is how state encryption changed since the git base.
// Addresses of key providers and methods are kept, none of their settings.
type EncryptionChange struct {
	// Kind is "added", "dropped", "rotated" (a key provider was edited in
	// place) or "changed" (another method).
	Kind string `json:"kind"`
	// Readable tells that the new configuration can read the old state: it
	// has a fallback to the old method.
	Readable bool `json:"readable,omitempty"`
	// OldMethod and NewMethod are what the state is encrypted with, such as
	// "method.aes_gcm.m", "" when it is not.
	OldMethod string `json:"old_method,omitempty"`
	NewMethod string `json:"new_method,omitempty"`
	// Block is the `encryption` block that can read the old state, with
	// variables in place of every setting. Empty when it is readable.
	Block string `json:"block,omitempty"`
	// Variables are the variables that Block needs.
	Variables []string `json:"variables,omitempty"`
	At        Place    `json:"at"`
}

// encryptionChange compares two encryption blocks, nil when the state reads
// and is written as before.
func encryptionChange(baseModule, headModule *tfconfig.Module) *EncryptionChange {
	base, head := baseModule.Encryption, headModule.Encryption
	was := func(addr string) string { return methodText(baseModule, addr) }
	is := func(addr string) string { return methodText(headModule, addr) }
	old, new := stateMethod(base), stateMethod(head)
	if old == "" && new == "" {
		return nil
	}
	c := &EncryptionChange{OldMethod: old, NewMethod: new}
	if head != nil {
		c.At = placeOf(head.Range)
	}
	plainOld, plainNew := isPlain(base, old), isPlain(head, new)
	switch {
	case plainOld && plainNew:
		return nil
	case plainOld:
		c.Kind = "added"
		c.Readable = hasFallback(head, func(m string) bool { return isPlain(head, m) })
	case plainNew:
		c.Kind = "dropped"
		c.Readable = hasFallback(head, func(m string) bool { return is(m) == was(old) })
	case was(old) == is(new):
		return nil
	case old == new:
		c.Kind = "rotated"
		c.Readable = hasFallback(head, func(m string) bool { return is(m) == was(old) })
	default:
		c.Kind = "changed"
		c.Readable = hasFallback(head, func(m string) bool { return is(m) == was(old) })
	}
	if !c.Readable {
		c.Block, c.Variables = bridge(base, head, c)
	}
	return c
}

func stateMethod(e *tfconfig.Encryption) string {
	if e == nil || e.State == nil {
		return ""
	}
	return e.State.Method
}

// method finds a method by its address.
func method(e *tfconfig.Encryption, addr string) *tfconfig.Keyed {
	if e == nil {
		return nil
	}
	for i := range e.Methods {
		if m := &e.Methods[i]; "method."+m.Type+"."+m.Name == addr {
			return m
		}
	}
	return nil
}

// isPlain tells that a method leaves the state readable to all.
func isPlain(e *tfconfig.Encryption, addr string) bool {
	m := method(e, addr)
	return addr == "" || m != nil && m.Type == "unencrypted"
}

func hasFallback(e *tfconfig.Encryption, fits func(string) bool) bool {
	if e == nil || e.State == nil {
		return false
	}
	for t := e.State.Fallback; t != nil; t = t.Fallback {
		if fits(t.Method) {
			return true
		}
	}
	return false
}

// methodText writes a method and the key providers that it uses, for
// comparison.
func methodText(module *tfconfig.Module, addr string) string {
	e := module.Encryption
	m := method(e, addr)
	if m == nil {
		return "?" + addr
	}
	var b strings.Builder
	b.WriteString(m.Type + "{" + blockText(module, &m.Object, 0) + "}")
	for _, k := range keysOf(e, m) {
		fmt.Fprintf(&b, "%s.%s{%s}", k.Type, k.Name, blockText(module, &k.Object, 0))
	}
	return b.String()
}

// keysOf returns the key providers that a method uses, chained ones included.
func keysOf(e *tfconfig.Encryption, m *tfconfig.Keyed) []*tfconfig.Keyed {
	var out []*tfconfig.Keyed
	todo := blockText(nil, &m.Object, 0)
	for range e.KeyProviders {
		for i := range e.KeyProviders {
			k := &e.KeyProviders[i]
			if strings.Contains(todo, "key_provider."+k.Type+"."+k.Name) && !slices.Contains(out, k) {
				out = append(out, k)
				todo += blockText(nil, &k.Object, 0)
			}
		}
	}
	return out
}

// bridge writes an encryption block that reads the state as it is and writes
// it as it should be. Settings become variables: none of them is printed.
func bridge(base, head *tfconfig.Encryption, c *EncryptionChange) (string, []string) {
	var b strings.Builder
	vars := map[string]bool{}
	seen := map[string]bool{}
	put := func(kind string, k *tfconfig.Keyed, name, suffix string, rename map[string]string) {
		addr := kind + k.Type + name
		if seen[addr] {
			return
		}
		seen[addr] = true
		fmt.Fprintf(&b, "    %s %q %q {\n", kind, k.Type, name)
		for _, a := range slices.Sorted(maps.Keys(k.Attrs)) {
			text := exprText(k.Attrs[a].Expr)
			if !strings.HasPrefix(text, "key_provider.") && !strings.HasPrefix(text, "var.") {
				v := strings.ReplaceAll(k.Name+"_"+a, "-", "_") + suffix
				vars[v] = true
				text = "var." + v
			}
			if to, ok := rename[text]; ok {
				text = to
			}
			fmt.Fprintf(&b, "      %s = %s\n", a, text)
		}
		b.WriteString("    }\n")
	}
	oldMethod, newMethod := c.OldMethod, c.NewMethod
	if m := method(base, c.OldMethod); m != nil {
		for _, k := range keysOf(base, m) {
			put("key_provider", k, k.Name, oldSuffix(c), nil)
		}
		put("method", m, m.Name, oldSuffix(c), nil)
	} else {
		b.WriteString("    method \"unencrypted\" \"migration\" {}\n")
		oldMethod = "method.unencrypted.migration"
	}
	if m := method(head, c.NewMethod); m != nil {
		name, rename := func(n string) string { return n }, map[string]string{}
		if c.Kind == "rotated" { // what is edited in place needs a new name
			name = func(n string) string { return n + "_new" }
			for _, k := range keysOf(head, m) {
				rename["key_provider."+k.Type+"."+k.Name] = "key_provider." + k.Type + "." + name(k.Name)
			}
			newMethod = "method." + m.Type + "." + name(m.Name)
		}
		for _, k := range keysOf(head, m) {
			put("key_provider", k, name(k.Name), "", rename)
		}
		put("method", m, name(m.Name), "", rename)
	} else {
		b.WriteString("    method \"unencrypted\" \"migration\" {}\n")
		newMethod = "method.unencrypted.migration"
	}
	text := "terraform {\n  encryption {\n" + b.String() +
		"    state {\n      method = " + newMethod + "\n      fallback {\n        method = " + oldMethod + "\n      }\n    }\n  }\n}\n"
	return text, slices.Sorted(maps.Keys(vars))
}

func oldSuffix(c *EncryptionChange) string {
	if c.Kind == "rotated" || c.Kind == "changed" {
		return "_old"
	}
	return ""
}
