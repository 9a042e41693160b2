package source_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tofuspec/tofuspec/analyzer/source"
)

const (
	binary    = "PK\x03\x04rest"
	encrypted = `{"meta":{"key_provider.pbkdf2.k":"eyJzYWx0IjoiaDdDIn0="},"encrypted_data":"YlIS","encryption_version":"v0"}`
)

func TestLocate(t *testing.T) {
	for _, tt := range []struct {
		why      string
		files    map[string]string
		planFile string
		want     string // "" for no plan
		kind     source.Kind
	}{
		{"the preview's file, shown beside it", map[string]string{"out.tfplan.json": "{}"}, "out.tfplan", "out.tfplan.json", source.JSON},
		{"the extension may be swapped", map[string]string{"out.json": "{}"}, "out.tfplan", "out.json", source.JSON},
		{"a gzip counts as JSON", map[string]string{"out.tfplan.json.gz": "\x1f\x8b"}, "out.tfplan", "out.tfplan.json.gz", source.JSON},
		{"only the binary plan is there", map[string]string{"out.tfplan": binary}, "out.tfplan", "out.tfplan", source.Binary},
		{"the preview's file may itself be JSON", map[string]string{"plan.json": "{}"}, "plan.json", "plan.json", source.JSON},
		{"what the preview names wins over common names", map[string]string{"x.tfplan.json": "{}", "plan.json": "{}"}, "x.tfplan", "x.tfplan.json", source.JSON},
		{"a file in a folder of plans", map[string]string{"plans/a.tfplan": binary}, "plans/a.tfplan", "plans/a.tfplan", source.Binary},
		{"no preview, a common name", map[string]string{"plan.json": "{}"}, "", "plan.json", source.JSON},
		{"no preview, one file of the usual ending", map[string]string{"network.tfplan.json": "{}"}, "", "network.tfplan.json", source.JSON},
		{"an encrypted plan is for the tool to show", map[string]string{"out.tfplan": encrypted}, "out.tfplan", "out.tfplan", source.Binary},
		{"and so is one beside what it was shown as", map[string]string{"plan.json": encrypted}, "", "plan.json", source.Binary},
		{"a binary plan may have any name", map[string]string{"plan.json": binary}, "", "plan.json", source.Binary},
		{"any at all", map[string]string{"network.plan.json": binary}, "", "network.plan.json", source.Binary},
		{"nothing", nil, "out.tfplan", "", ""},
		{"a path out of the stack is not followed", map[string]string{"a.txt": ""}, "../../etc/passwd", "", ""},
	} {
		t.Run(tt.why, func(t *testing.T) {
			dir := write(t, tt.files)
			l, err := source.Locate(source.Request{Dir: dir, PlanFile: tt.planFile})
			if tt.want == "" {
				if _, ok := errors.AsType[*source.MissingError](err); !ok {
					t.Fatalf("got %v, %v, want a MissingError", l, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if rel, _ := filepath.Rel(dir, l.Path); rel != tt.want || l.Kind != tt.kind {
				t.Errorf("got %s (%s), want %s (%s)", rel, l.Kind, tt.want, tt.kind)
			}
		})
	}
}

func TestLocateTakesTheNewerPlan(t *testing.T) {
	for _, plan := range []string{binary, encrypted} {
		dir := write(t, map[string]string{"out.tfplan": plan, "out.tfplan.json": "{}"})
		old := time.Now().Add(-time.Hour)
		if err := os.Chtimes(filepath.Join(dir, "out.tfplan.json"), old, old); err != nil {
			t.Fatal(err)
		}
		l, err := source.Locate(source.Request{Dir: dir, PlanFile: "out.tfplan"})
		if err != nil || l.Kind != source.Binary {
			t.Errorf("got %v, %v: JSON older than the binary plan shows an earlier plan", l, err)
		}
	}
}

func TestLocateDoesNotGuess(t *testing.T) {
	dir := write(t, map[string]string{"a.tfplan.json": "{}", "b.tfplan.json": "{}"})
	if l, err := source.Locate(source.Request{Dir: dir}); err == nil {
		t.Errorf("took %s out of two", l.Path)
	}
}

func TestOpen(t *testing.T) {
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	_, _ = w.Write([]byte(`{"a":1}`))
	w.Close()
	dir := write(t, map[string]string{"plain.json": `{"a":1}`, "packed.json": z.String(), "cut.json": z.String()[:z.Len()-6]})
	for name, want := range map[string]string{"plain.json": `{"a":1}`, "packed.json": `{"a":1}`} {
		if got, err := readAll(t, source.Request{Dir: dir, Explicit: filepath.Join(dir, name)}); err != nil || got != want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if _, err := readAll(t, source.Request{Dir: dir, Explicit: filepath.Join(dir, "cut.json")}); err == nil || !strings.Contains(err.Error(), "gzip: the file ends too early") {
		t.Errorf("a cut gzip read as whole: %v", err)
	}
	if got, err := readAll(t, source.Request{Explicit: "-", Stdin: &z}); err != nil || got != `{"a":1}` {
		t.Errorf("standard input: got %q, %v", got, err)
	}
}

func TestOpenShowsBinaryPlans(t *testing.T) {
	dir := write(t, map[string]string{
		"out.tfplan": binary,
		"good":       "#!/bin/sh\necho \"$PWD $*\"\n",
		"bad":        "#!/bin/sh\nprintf '{\"format'\necho 'Error: Inconsistent dependency lock file' >&2\nexit 1\n",
		"warns":      "#!/bin/sh\nprintf '\\nWarning: Unable to open CLI configuration file\\n\\n  {x}\\n{\"a\":1,\\n{'\n",
		"framed":     "#!/bin/sh\nprintf '\\nWarning: w\\n'\nprintf '╷\\n│ Warning: w\\n│ \\n╵\\n╷\\n│ Error: Failed to read plan\\n│ \\n│ by 1.12\\n╵\\n' >&2\nexit 1\n",
		"silent":     "#!/bin/sh\nexit 3\n",
	})
	req := source.Request{Dir: dir, PlanFile: "out.tfplan", Tool: filepath.Join(dir, "good")}
	got, err := readAll(t, req)
	if want := dir + " show -json -no-color " + filepath.Join(dir, "out.tfplan") + "\n"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	req.Tool = filepath.Join(dir, "bad")
	_, err = readAll(t, req)
	if err == nil || !strings.Contains(err.Error(), "Inconsistent dependency lock file") {
		t.Errorf("the tool's own error is lost: %v", err)
	}
	req.Tool = filepath.Join(dir, "warns")
	if got, err := readAll(t, req); err != nil || got != "{\"a\":1,\n{" {
		t.Errorf("got %q, %v, want the JSON without the warnings before it", got, err)
	}
	req.Tool = filepath.Join(dir, "framed")
	if _, err = readAll(t, req); err == nil || err.Error() != "framed show -json out.tfplan: Error: Failed to read plan\n\nby 1.12" {
		t.Errorf("got %q, want the error alone, out of its frame", err)
	}
	req.Tool = filepath.Join(dir, "silent")
	if _, err = readAll(t, req); err == nil || err.Error() != "silent show -json out.tfplan: exit status 3" {
		t.Errorf("got %q, want the exit status of a tool that says nothing", err)
	}
	req.Tool = "no-such-tool-anywhere"
	if _, err = readAll(t, req); err == nil || !strings.Contains(err.Error(), "--tofu-bin") {
		t.Errorf("no way on is named: %v", err)
	}
}

func readAll(t *testing.T, req source.Request) (string, error) {
	t.Helper()
	l, err := source.Locate(req)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Open(context.Background())
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
