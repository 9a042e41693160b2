package analyzer

import (
	"slices"
	"testing"
)

func TestCalls(t *testing.T) {
	for _, c := range []struct {
		why, address string
		want         []string
	}{
		{"the root module has no calls", "", nil},
		{"indexes are of instances, not of calls", `module.a[0].module.b["k"]`, []string{"a", "b"}},
		{"a key can hold dots, brackets and quotes", `module.a["x].module.y\"]"].module.b`, []string{"a", "b"}},
		{"an address that was cut ends it", `module.a["x`, []string{"a"}},
	} {
		var got []string
		for name := range calls(c.address) {
			got = append(got, name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: calls(%q) = %q, want %q", c.why, c.address, got, c.want)
		}
	}
}
