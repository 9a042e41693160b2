package plan

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/tofuspec/tofuspec/fixtures/plans"
)

// samples returns the plan documents to test with: the committed ones, and all
// of the folder that TOFUSPEC_CASES names.
func samples(t testing.TB) []string {
	t.Helper()
	var out []string
	roots := []string{"testdata/plans"}
	if dir := os.Getenv("TOFUSPEC_CASES"); dir != "" {
		roots = append(roots, dir)
	}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && d.Name() == "refuse" {
				return filepath.SkipDir
			}
			if strings.HasSuffix(p, ".json") && (filepath.Base(filepath.Dir(p)) == "plans" || strings.Contains(p, "/plans/") || strings.HasPrefix(d.Name(), "plan.")) {
				out = append(out, p)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	recorded, err := plans.All()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, r := range recorded {
		name := filepath.Join(dir, r.Name)
		if err := os.WriteFile(name+".json", r.Plan, 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, name+".json")
		if r.Human == nil {
			continue
		}
		if err := os.WriteFile(name+".human.txt", r.Human, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 35 {
		t.Fatalf("only %d samples", len(out))
	}
	return out
}

// everything keeps all that can be kept.
var everything = Options{
	NoOps: true, Keep: func(*Change) bool { return true }, OutputValues: true,
	Prior: true, KeepPrior: func(string, string) []string { return []string{"id", "arn", "name", "tags", "input", "password"} },
	Config: true,
}

// TestReadAgreesWithDecoding compares every field with what the simple reader
// of oracle_test.go makes of the same bytes.
func TestReadAgreesWithDecoding(t *testing.T) {
	for _, f := range samples(t) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, opts := range []Options{{}, everything} {
			agree(t, f, b, opts)
		}
		// Other order of names, other white space: the same plan.
		var v any
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		if err := d.Decode(&v); err != nil {
			t.Fatal(f, err)
		}
		sorted, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		agree(t, f+" (sorted)", sorted, everything)
	}
}

func agree(t *testing.T, name string, b []byte, opts Options) {
	t.Helper()
	want, err := slowRead(context.Background(), bytes.NewReader(b), opts)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got, diags := Read(context.Background(), bytes.NewReader(b), opts)
	if diags.HasErrors() {
		t.Errorf("%s: %v", name, diags)
		return
	}
	got.Tool = want.Tool
	if diff := firstDifference(reflect.ValueOf(got), reflect.ValueOf(want), "Plan"); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

// firstDifference names the first field in which two values differ. Nil and
// empty count as equal.
func firstDifference(a, b reflect.Value, at string) string {
	if a.IsValid() != b.IsValid() {
		return at + ": one is absent"
	}
	if !a.IsValid() {
		return ""
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			if a.IsNil() != b.IsNil() {
				return at + ": one is nil"
			}
			return ""
		}
		return firstDifference(a.Elem(), b.Elem(), at)
	case reflect.Struct:
		for i := range a.NumField() {
			if d := firstDifference(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); d != "" {
				return d
			}
		}
		return ""
	case reflect.Slice:
		if a.Len() != b.Len() {
			return at + ": lengths differ: " + show(a) + " and " + show(b)
		}
		for i := range a.Len() {
			if d := firstDifference(a.Index(i), b.Index(i), at+"[]"); d != "" {
				return d
			}
		}
		return ""
	case reflect.Map:
		if a.Len() != b.Len() {
			return at + ": sizes differ: " + show(a) + " and " + show(b)
		}
		for _, k := range a.MapKeys() {
			if d := firstDifference(a.MapIndex(k), b.MapIndex(k), at+"["+k.String()+"]"); d != "" {
				return d
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return at + ": " + show(a) + " and " + show(b)
	}
	return ""
}

func show(v reflect.Value) string {
	b, err := json.Marshal(v.Interface())
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// TestReadDoesNotDependOnChunks reads with a byte at a time.
func TestReadDoesNotDependOnChunks(t *testing.T) {
	files, _ := filepath.Glob("testdata/plans/*.json")
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := Read(context.Background(), bytes.NewReader(b), everything)
		got, diags := Read(context.Background(), iotest.OneByteReader(bytes.NewReader(b)), everything)
		if diags.HasErrors() || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: differs when read by bytes: %v", f, diags)
		}
	}
}

// TestReadComposesAddresses reads drift as Terraform 1.0 wrote it, without
// addresses.
func TestReadComposesAddresses(t *testing.T) {
	const entry = `{%s"mode":"%s","type":"aws_s3_bucket","name":"b",%s"change":{"actions":["delete"],"before":{},"after":null}}`
	var entries, want []string
	for _, e := range [][4]string{
		{"", "managed", "", "aws_s3_bucket.b"},
		{"", "managed", `"index":3,`, "aws_s3_bucket.b[3]"},
		{"", "data", `"index":"a.\"b\"",`, `data.aws_s3_bucket.b["a.\"b\""]`},
		{`"module_address":"module.m[0].module.n",`, "managed", `"index":"ident",`, `module.m[0].module.n.aws_s3_bucket.b["ident"]`},
	} {
		entries = append(entries, fmt.Sprintf(entry, e[0], e[1], e[2]))
		want = append(want, e[3])
	}
	p, said := readText(t, `{"format_version":"0.2","terraform_version":"1.0.0","resource_drift":[`+strings.Join(entries, ",")+`],"resource_changes":[]}`)
	if p == nil {
		t.Fatal(said)
	}
	for i, c := range p.Drift {
		if c.Address != want[i] {
			t.Errorf("composed %s, want %s", c.Address, want[i])
		}
	}
	if len(p.Drift) != len(want) {
		t.Errorf("%d entries, want %d", len(p.Drift), len(want))
	}
}
