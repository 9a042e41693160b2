package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestCanaryCommandsAreAll finds every command, and every word of its flag
// --format, among the lines that are run with canaries.
func TestCanaryCommandsAreAll(t *testing.T) {
	// Commands that touch no project.
	apart := []string{"version", "help", "completion", "man"}
	root := newRootCmd(streams{Env: os.Getenv})
	for _, cmd := range root.Commands() {
		if slices.Contains(apart, cmd.Name()) {
			continue
		}
		has := func(words ...string) bool {
			return slices.ContainsFunc(canaryCommands, func(line string) bool {
				given := strings.Fields(line)
				if given[0] != cmd.Name() {
					return false
				}
				for _, w := range words {
					if !slices.Contains(given, w) {
						return false
					}
				}
				return true
			})
		}
		if !has() {
			t.Errorf("no line runs %s", cmd.Name())
		}
		cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			c, ok := f.Value.(*choice)
			if !ok || f.Name != "format" {
				return
			}
			for _, word := range c.words {
				if word != f.DefValue && !has("--format", word) {
					t.Errorf("no line runs %s --format %s", cmd.Name(), word)
				}
			}
		})
	}
}

// TestNoWayInTellsSecrets brings the plan with canaries in every other way than
// as a JSON file: what reads and unpacks it must not tell of it either.
func TestNoWayInTellsSecrets(t *testing.T) {
	whole, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	cut := whole[:len(whole)/2]
	const tool = "#!/bin/sh\ncat \"$0.out\"\necho 'Error: no such provider' >&2\nexit "
	for _, row := range []struct {
		why   string
		files map[string][]byte
		stdin []byte
		args  string
	}{
		{"gzip", map[string][]byte{"plan.json": zipped(t, whole)}, nil, ""},
		{"a gzip that is cut", map[string][]byte{"plan.json": zipped(t, whole)[:2000]}, nil, ""},
		{"UTF-16", map[string][]byte{"plan.json": wide(whole)}, nil, ""},
		{"half of UTF-16", map[string][]byte{"plan.json": wide(cut)}, nil, ""},
		{"standard input", nil, whole, "--plan -"},
		{"half of standard input", nil, cut, "--plan -"},
		{"a tool", map[string][]byte{"out.tfplan": []byte("PK\x03\x04"), "tool": []byte(tool + "0\n"), "tool.out": whole}, nil, "--plan-file out.tfplan --tofu-bin DIR/net/tool"},
		{"a tool that fails in the end", map[string][]byte{"out.tfplan": []byte("PK\x03\x04"), "tool": []byte(tool + "1\n"), "tool.out": whole}, nil, "--plan-file out.tfplan --tofu-bin DIR/net/tool"},
		{"a tool that fails halfway", map[string][]byte{"out.tfplan": []byte("PK\x03\x04"), "tool": []byte(tool + "1\n"), "tool.out": cut}, nil, "--plan-file out.tfplan --tofu-bin DIR/net/tool"},
		{"a tool that stops halfway", map[string][]byte{"out.tfplan": []byte("PK\x03\x04"), "tool": []byte(tool + "0\n"), "tool.out": cut}, nil, "--plan-file out.tfplan --tofu-bin DIR/net/tool"},
	} {
		t.Run(row.why, func(t *testing.T) {
			for _, line := range []string{"changes --values --details --no-ops", "changes --format json --values", "draft --out -", "check", "analyze"} {
				dir := canaryProject(t, whole)
				t.Setenv("TMPDIR", filepath.Join(dir, "specs")) // what is left behind there is looked into
				if err := os.Remove(filepath.Join(dir, "net/plan.json")); err != nil {
					t.Fatal(err)
				}
				for name, text := range row.files {
					if err := os.WriteFile(filepath.Join(dir, "net", name), text, 0o700); err != nil { // #nosec G306 -- one is a program
						t.Fatal(err)
					}
				}
				args := strings.Fields(strings.ReplaceAll(line+" "+row.args, "DIR", dir))
				var out, errs bytes.Buffer
				run(t.Context(), append(args, "-C", dir), streams{In: bytes.NewReader(row.stdin), Out: &out, Err: &errs, Env: func(string) string { return "" }})
				if out.Len()+errs.Len() == 0 {
					t.Errorf("%s says nothing, which proves nothing", line)
				}
				silent(t, line, append(out.Bytes(), errs.Bytes()...))
				for name := range row.files {
					if err := os.Remove(filepath.Join(dir, "net", name)); err != nil {
						t.Fatal(err)
					}
				}
				written(t, dir)
			}
		})
	}
}

func zipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return z.Bytes()
}

func wide(b []byte) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(string(b))) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// TestFactsTellNoSecrets runs the commands on what analyze and merge wrote.
func TestFactsTellNoSecrets(t *testing.T) {
	whole, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	dir := canaryProject(t, whole)
	part, facts := filepath.Join(dir, "part.json"), filepath.Join(dir, "facts.json")
	if code, _, errs := call(t, nil, "analyze", "-C", dir, "--out", part); code != exitDone {
		t.Fatal(errs)
	}
	if code, _, errs := call(t, nil, "merge", part, "--out", facts); code != exitDone {
		t.Fatal(errs)
	}
	for _, line := range canaryCommands {
		args := strings.Fields(strings.ReplaceAll(line, "DIR", dir))
		cmd, _, err := newRootCmd(streams{Env: os.Getenv}).Find(args[:1])
		if err != nil || cmd.Flags().Lookup("facts") == nil {
			continue
		}
		code, out, errs := call(t, nil, append(args, "-C", dir, "--facts", facts)...)
		if code == exitFailed && !strings.Contains(line, "nothing") {
			t.Errorf("%s: %s", line, errs)
		}
		silent(t, line, []byte(out+errs))
	}
	written(t, dir)
}

// TestPostsTellNoSecrets looks into the comment, the job's summary and its
// outputs, and into the log.
func TestPostsTellNoSecrets(t *testing.T) {
	whole, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	dir := canaryProject(t, whole)
	var bodies []string
	vars := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_TOKEN": "t", "GITHUB_API_URL": thread(t, "t", &bodies).URL,
		"GITHUB_SHA": "abc", "GITHUB_OUTPUT": filepath.Join(dir, "outputs"), "GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary"),
	}
	code, out, errs := call(t, vars, "attach", "-C", dir, "--number", "7", "--debug", "--key", "k")
	if code != exitDone || len(bodies) != 1 || !strings.Contains(bodies[0], "aws_db_instance") {
		t.Fatalf("exit code %d, %d comments: %s", code, len(bodies), errs)
	}
	for _, name := range []string{"outputs", "summary"} {
		if st, err := os.Stat(filepath.Join(dir, name)); err != nil || st.Size() == 0 {
			t.Errorf("nothing in %s: %v", name, err)
		}
	}
	silent(t, "the post", []byte(bodies[0]+out+errs))
	written(t, dir)
}

// TestCompletionTellsNoSecrets completes the value of every flag.
func TestCompletionTellsNoSecrets(t *testing.T) {
	whole, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	dir := canaryProject(t, whole)
	for _, cmd := range newRootCmd(streams{Env: os.Getenv}).Commands() {
		cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			code, out, errs := call(t, nil, cobra.ShellCompRequestCmd, cmd.Name(), "-C", dir, "--"+f.Name, "")
			if code != exitDone {
				t.Errorf("%s --%s: %s", cmd.Name(), f.Name, errs)
			}
			silent(t, cmd.Name()+" --"+f.Name, []byte(out+errs))
		})
	}
}
