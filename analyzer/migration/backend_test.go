package migration

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// TestSecretsInAddresses changes an address: who asks does not say where the
// state is.
func TestSecretsInAddresses(t *testing.T) {
	for _, row := range []struct {
		why, typ, from, to string
		place, other       []string
	}{
		{"another password", "http", `address = "https://u:old@h/net"`, `address = "https://u:new@h/net"`, nil, []string{"address"}},
		{"another token", "http", `address = "https://h/net?token=old"`, `address = "https://h/net?token=new"`, nil, []string{"address"}},
		{"another path", "http", `address = "https://u:old@h/net"`, `address = "https://u:old@h/db"`, []string{"address"}, nil},
		{"a password goes, and another path", "http", `address = "https://u:old@h/net"`, `address = "https://h/db"`, []string{"address"}, nil},
		{"a database's password", "pg", `conn_str = "postgres://u:old@h/a"`, `conn_str = "postgres://u:new@h/a"`, nil, []string{"conn_str"}},
		{"another database", "pg", `conn_str = "postgres://u:old@h/a"`, `conn_str = "postgres://u:old@h/b"`, []string{"conn_str"}, nil},
		{"what is not known may be any place", "http", `address = local.a`, `address = local.b`, []string{"address"}, nil},
	} {
		at := func(attr string) *tfconfig.Module {
			m, diags := tfconfig.Load(fstest.MapFS{"s/main.tf": {Data: []byte("terraform {\n backend \"" + row.typ + "\" {\n " + attr + "\n }\n}\n")}}, "s")
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			return m
		}
		c := backendChange(at(row.from), at(row.to))
		if c == nil || !slices.Equal(c.Place, row.place) || !slices.Equal(c.Other, row.other) {
			t.Errorf("%s: %+v", row.why, c)
		}
	}
}
