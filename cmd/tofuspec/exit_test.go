package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExitCodes holds every command against the table of exit codes, which is
// the README's.
func TestExitCodes(t *testing.T) {
	readme := content(t, "README.md")
	for code := exitDone; code <= exitPartial; code++ {
		if !strings.Contains(readme, fmt.Sprintf("\n| %d | ", code)) {
			t.Errorf("the README does not tell of exit code %d", code)
		}
	}
	root := bare(t, filepath.Join(repository, "fixtures/platform"), func(string) bool { return true })
	dir := t.TempDir()
	spec, facts, short := filepath.Join(dir, "spec.md"), filepath.Join(dir, "facts.json"), filepath.Join(dir, "short.json")
	if err := os.WriteFile(filepath.Join(dir, "broken.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		line string
		code int
		says string // on standard error
	}{
		{"--help", exitDone, ""},
		{"version", exitDone, ""},
		{"stacks", exitDone, ""},
		{"changes", exitDone, ""},
		{"blast", exitDone, ""},
		{"migrate", exitDone, ""},
		{"draft --out " + spec, exitDone, "Wrote"},
		{"analyze --out " + facts, exitDone, ""},
		{"analyze --share 1/2 --out " + short, exitDone, ""},
		{"merge " + facts, exitDone, ""},
		{"attach --to files --dir " + dir, exitDone, ""},
		{"check --fail-on none", exitDone, ""},

		{"nonsense", exitFailed, "unknown command"},
		{"help nonsense", exitFailed, "unknown command"},
		{"blast --nonsense", exitFailed, "unknown flag"},
		{"changes --format xml", exitFailed, "the formats are"},
		{"stacks extra", exitFailed, "takes flags only"},
		{"check --fail-on nonsense", exitFailed, "unknown threshold"},
		{"attach --to files", exitFailed, "--dir"},
		{"merge " + filepath.Join(dir, "broken.json"), exitFailed, "it is no whole JSON document"},
		{"merge", exitFailed, "name the files"},
		{"draft --template nope.md", exitFailed, "nope.md"},
		{"migrate --tags nothing", exitFailed, "--tags"},
		{"blast --parallel -1", exitFailed, "--parallel"},

		{"check", exitThreshold, ""},
		{"check --fail-on migration --facts " + facts, exitThreshold, ""},
		{"draft --check --no-tags eks --out " + spec, exitThreshold, "is stale"},

		{"changes --strict", exitPartial, "missing or unreadable"},
		{"blast --strict", exitPartial, "opentofu/llm-platform"},
		{"migrate --strict", exitPartial, "opentofu/llm-platform"},
		{"draft --strict --out " + spec, exitPartial, "opentofu/llm-platform"},
		{"analyze --strict --out " + facts, exitPartial, "opentofu/llm-platform"},
		{"merge --strict " + facts, exitPartial, "opentofu/llm-platform"},
		{"attach --strict --to files --dir " + dir, exitPartial, "opentofu/llm-platform"},
		{"check --strict --fail-on none", exitPartial, "opentofu/llm-platform"},
		{"check --strict", exitThreshold, ""}, // what is crossed weighs more than what is missing
	} {
		code, _, errs := call(t, nil, append([]string{"-C", root}, strings.Fields(row.line)...)...)
		if code != row.code || !strings.Contains(errs, row.says) {
			t.Errorf("tofuspec %s: exit code %d, want %d and %q: %s", row.line, code, row.code, row.says, errs)
		}
		if code == exitFailed && (errs == "" || strings.Contains(errs, "<nil>") || strings.Contains(errs, "strconv")) {
			t.Errorf("tofuspec %s says nothing of use: %s", row.line, errs)
		}
	}
}

func TestColours(t *testing.T) {
	root := filepath.Join(repository, "fixtures/platform")
	for _, row := range []struct {
		why  string
		vars map[string]string
		args []string
		want bool
	}{
		{"a pipe takes none", nil, nil, false},
		{"somebody wants them all the same", map[string]string{"CLICOLOR_FORCE": "1"}, nil, true},
		{"0 forces nothing", map[string]string{"CLICOLOR_FORCE": "0"}, nil, false},
		{"NO_COLOR has the last word", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, nil, false},
		{"and so has --no-color", map[string]string{"CLICOLOR_FORCE": "1"}, []string{"--no-color"}, false},
	} {
		for _, command := range []string{"blast", "changes"} {
			_, out, errs := call(t, row.vars, append([]string{"-C", root, command}, row.args...)...)
			if got := strings.Contains(out, "\x1b["); got != row.want {
				t.Errorf("%s: %s in colours is %v", row.why, command, got)
			}
			if strings.Contains(errs, "\r") {
				t.Errorf("%s: progress goes to a pipe", command)
			}
		}
	}
}
