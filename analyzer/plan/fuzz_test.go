package plan

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// FuzzRead reads anything. It must not panic or hang, must give a plan or
// errors but not both, must take no broken JSON for a plan, and must see the
// same changes as the simple reader wherever both read the document.
func FuzzRead(f *testing.F) {
	for _, dir := range []string{"testdata/plans", "testdata/refuse"} {
		files, _ := filepath.Glob(dir + "/*")
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	f.Add([]byte(tiny))
	f.Add([]byte(tiny + "\x00"))
	f.Add([]byte(`{"format_version":"0.1","resource_changes":[{"address":"a","deposed":true,"index":1e3,"change":{"actions":["update"],"before":{"a":[1,{"b":"\ud83d\ude00"}],"n":1.0},"after":{"a":[1,{"b":"x"}],"n":1},"after_unknown":{"a":[false,{"c":true}]},"before_sensitive":{"n":true},"after_sensitive":{"n":true},"replace_paths":[["a",1,"b"]],"importing":{"id":"x"}}}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, diags := Read(context.Background(), bytes.NewReader(b), everything)
		if (p == nil) != diags.HasErrors() {
			t.Fatalf("a plan and errors, or neither: %v", diags)
		}
		if p == nil {
			return
		}
		plain := len(b) > 0 && (b[0] == '{' || b[0] <= ' ') && bytes.IndexByte(b[:min(len(b), 4)], 0) < 0
		if plain && !json.Valid(b) {
			t.Fatal("took broken JSON for a plan")
		}
		if !plain || len(diags) > 0 {
			return
		}
		want := simple(b)
		if want == nil {
			return
		}
		for _, pair := range [][2][]*Change{{p.Changes, want.Changes}, {p.Drift, want.Drift}} {
			for _, c := range append(pair[0], pair[1]...) {
				c.ReplaceReferences = nil
			}
			if d := firstDifference(reflect.ValueOf(pair[0]), reflect.ValueOf(pair[1]), "Changes"); d != "" {
				t.Fatal(d)
			}
		}
	})
}

// simple reads with the simple reader, which panics where types are wrong.
func simple(b []byte) (p *Plan) {
	defer func() {
		if recover() != nil {
			p = nil
		}
	}()
	p, err := slowRead(context.Background(), bytes.NewReader(b), everything)
	if err != nil {
		return nil
	}
	return p
}
