package migration

import (
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// FuzzPlainAddress holds the short way of reading an address against the
// language's own parser.
func FuzzPlainAddress(f *testing.F) {
	for _, s := range []string{
		"a.b", "a.b[0]", `a.b["k"]`, "module.m.a.b", `module.m["x.y"].module.n[12].a-b.c_d["/e f"]`, "data.a.b", "a", "a.",
		"a.b.c", "a.b[00]", "a.b[-1]", `a.b["${c}"]`, `a.b["\\"]`, "a.b[0", `a.b["]`, "module.m", "module.a.b.c.d", "1.b", "a.b[]", "ü.b", "a..b", "a.b[0].c",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := plainAddress(s)
		if !ok {
			return
		}
		for i, p := range a.prefixes() {
			if want := joinParts(a.parts[:i+1]); p != want {
				t.Errorf("%q: prefix %q, want %q", s, p, want)
			}
		}
		parsed, diags := hclsyntax.ParseTraversalAbs([]byte(s), "", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatalf("%q is no address: %v", s, diags)
		}
		var parts []string
		for i := 0; i < len(parsed); i++ {
			name, isName := traversalName(parsed[i])
			if !isName {
				r := parsed[i].SourceRange()
				parts = append(parts, s[r.Start.Byte:r.End.Byte])
				continue
			}
			i++
			second, _ := traversalName(parsed[i])
			parts = append(parts, name+"."+second)
		}
		if !slices.Equal(parts, a.parts) || isKey(a.parts[a.block]) || joinParts(a.parts) != s {
			t.Errorf("%q: %q, block %d, want %q", s, a.parts, a.block, parts)
		}
	})
}

// TestPrefixesOfOddAddresses writes the parts plainly, whatever stands between.
func TestPrefixesOfOddAddresses(t *testing.T) {
	for _, row := range []struct {
		in   string
		want []string
	}{
		{"a.b", []string{"a.b"}},
		{`module.m["x.y"].a.b[0]`, []string{"module.m", `module.m["x.y"]`, `module.m["x.y"].a.b`, `module.m["x.y"].a.b[0]`}},
		{"module . m [0] . a.b", []string{"module.m", "module.m[0]", "module.m[0].a.b"}},
		{`module.m["\u00e9"].a.b`, []string{"module.m", `module.m["\u00e9"]`, `module.m["\u00e9"].a.b`}},
	} {
		a, ok := parseAddress(row.in)
		if got := a.prefixes(); !ok || !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, %t", row.in, got, ok)
		}
	}
}
