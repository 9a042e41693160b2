package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// program puts this test binary on a PATH of its own under the program's name;
// TestMain makes it act as the program there.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, "tofuspec")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// actionSteps runs the action's steps behind the installation as GitHub's
// runner does, and returns what each said and whether it passed.
func actionSteps(t *testing.T, with, vars map[string]string) (said []string, passed []bool) {
	t.Helper()
	doc := parseYAML(t, "action.yml", content(t, "action.yml")).(map[string]any)
	value := func(expression string) string {
		return regexp.MustCompile(`\$\{\{ *([^}]*?) *\}\}`).ReplaceAllStringFunc(expression, func(e string) string {
			name, ok := strings.CutPrefix(strings.Trim(e, "${} "), "inputs.")
			if !ok {
				t.Fatalf("the expression %s", e)
			}
			if v, ok := with[name]; ok {
				return v
			}
			v, _ := doc["inputs"].(map[string]any)[name].(map[string]any)["default"].(string)
			if v == "${{ github.token }}" {
				return vars["GITHUB_TOKEN"]
			}
			return v
		})
	}
	path := "PATH=" + program(t) + string(os.PathListSeparator) + os.Getenv("PATH")
	for _, s := range doc["runs"].(map[string]any)["steps"].([]any)[1:] {
		s := s.(map[string]any)
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s["run"].(string))
		cmd.Env = []string{path, "HOME=" + t.TempDir()}
		for k, v := range vars {
			cmd.Env = append(cmd.Env, k+"="+v)
		}
		for k, v := range s["env"].(map[string]any) {
			cmd.Env = append(cmd.Env, k+"="+value(v.(string)))
		}
		cmd.Dir = t.TempDir()
		out, err := cmd.CombinedOutput()
		said, passed = append(said, string(out)), append(passed, err == nil)
		if vars["GITHUB_TOKEN"] != "" && strings.Contains(string(out), vars["GITHUB_TOKEN"]) {
			t.Errorf("the step %v tells the token", s["name"])
		}
	}
	return said, passed
}

func TestTheActionFromEndToEnd(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash here, as on GitHub's runners")
	}
	const token = "ghs_canary_of_the_action"
	root, err := filepath.Abs(filepath.Join(repository, "fixtures/platform"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	event := filepath.Join(dir, "event.json")
	if err := os.WriteFile(event, []byte(`{"pull_request":{"number":7,"head":{"sha":"abc","repo":{"full_name":"acme/platform"}}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var bodies []string
	vars := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_EVENT_PATH": event, "GITHUB_TOKEN": token,
		"GITHUB_API_URL": thread(t, token, &bodies).URL, "GITHUB_OUTPUT": filepath.Join(dir, "outputs"),
		"GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary"), "GITHUB_SHA": "0ther",
	}
	with := map[string]string{"working-directory": root, "environment": "prod $(exit 3)", "tags": "", "dir": filepath.Join(dir, "report")}
	said, passed := actionSteps(t, with, vars)
	if !passed[0] || !strings.Contains(said[0], "Comment created: https://github.test/c/1") || len(bodies) != 1 {
		t.Errorf("attach: %s", said[0])
	}
	if passed[1] || !strings.Contains(said[1], "::error file=") {
		t.Errorf("check: %s", said[1])
	}
	if len(bodies) == 1 && (!strings.Contains(bodies[0], "Infrastructure changes: prod") || !strings.Contains(bodies[0], "/blob/abc/fixtures/platform/opentofu/network/nat.tf#L9")) {
		t.Errorf("the comment is\n%s", bodies[0])
	}
	if _, err := os.Stat(filepath.Join(dir, "report", "terraform.json")); err != nil {
		t.Error(err)
	}
	with["fail-on"], with["tags"] = "none", "nothing-has-this-tag"
	if said, passed := actionSteps(t, with, vars); passed[0] || !strings.Contains(said[0], "--tags") {
		t.Errorf("tags that select nothing: %s", said[0])
	}
	with["tags"] = ""
	if said, passed := actionSteps(t, with, vars); !passed[0] || !passed[1] || !strings.Contains(said[0], "Comment unchanged") {
		t.Errorf("again: %s", strings.Join(said, ""))
	}
}

// TestTheActionInstallsWhatTheChecksumsName runs the installation with a gh
// that hands out a release of its own making.
func TestTheActionInstallsWhatTheChecksumsName(t *testing.T) {
	for _, tool := range []string{"bash", "tar", "uname", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " here, as on GitHub's runners")
		}
	}
	const gh = `#!/bin/sh
[ "$1 $2 $3 $4 $5" = "release download v1.2.3 --repo tofuspec/tofuspec" ] || exit 9
echo "the program" > tofuspec
tar -czf "$7" tofuspec
sha256sum "$7" > checksums.txt
rm tofuspec
[ -z "$TAMPERED" ] || echo more >> "$7"
`
	bin, temp := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "gh"), []byte(gh), 0o700); err != nil {
		t.Fatal(err)
	}
	doc := parseYAML(t, "action.yml", content(t, "action.yml")).(map[string]any)
	install := doc["runs"].(map[string]any)["steps"].([]any)[0].(map[string]any)
	for tampered, works := range map[string]bool{"": true, "yes": false} {
		cmd := exec.Command("bash", "-eo", "pipefail", "-c", install["run"].(string))
		cmd.Env = []string{
			"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), "RUNNER_TEMP=" + filepath.Join(temp, "t"+tampered),
			"GITHUB_PATH=" + filepath.Join(temp, "path"+tampered), "VERSION=v1.2.3", "TAMPERED=" + tampered,
		}
		out, err := cmd.CombinedOutput()
		if (err == nil) != works {
			t.Errorf("tampered with: %q, and the step says %v: %s", tampered, err, out)
		}
		added, _ := os.ReadFile(filepath.Join(temp, "path"+tampered))
		if _, err := os.Stat(filepath.Join(strings.TrimSpace(string(added)), "tofuspec")); works && (err != nil || len(added) == 0) {
			t.Errorf("the program is not on PATH: %q", added)
		} else if !works && len(added) > 0 {
			t.Errorf("a program that nobody made is on PATH: %q", added)
		}
	}
}

// TestTheSpecStackInTheDocumentation makes the stack that docs/ci.md shows,
// and reads the project as Terramate would.
func TestTheSpecStackInTheDocumentation(t *testing.T) {
	block := ""
	for _, m := range fence.FindAllStringSubmatch(content(t, "docs/ci.md"), -1) {
		if strings.HasPrefix(m[2], "# spec/stack.tm.hcl\n") {
			block = m[2]
		}
	}
	if block == "" {
		t.Fatal("no such block")
	}
	root := bare(t, filepath.Join(repository, "fixtures/platform"), func(string) bool { return true })
	if err := os.MkdirAll(filepath.Join(root, "spec"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "spec", "stack.tm.hcl"), []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := call(t, nil, "-C", root, "stacks", "--run-order")
	if lines := strings.Fields(out); code != 0 || len(lines) != 7 || lines[6] != "spec" {
		t.Errorf("exit %d, the order is %q: %s", code, lines, errs)
	}
	words := listed.FindStringSubmatch(block)
	if words == nil {
		t.Fatal("the block calls nothing of ours")
	}
	var args []string
	for _, w := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(words[1], -1) {
		args = append(args, strings.ReplaceAll(w[1], "${terramate.root.path.fs.absolute}", root))
	}
	for _, want := range []string{"Wrote ", " is up to date."} {
		if code, _, errs := call(t, map[string]string{"SOURCE_DATE_EPOCH": "1795392000"}, args...); code != 0 || !strings.Contains(errs, want) {
			t.Errorf("exit %d, not %q: %s", code, want, errs)
		}
	}
	specs, err := filepath.Glob(filepath.Join(root, "docs/specs/active/*.md"))
	if err != nil || len(specs) != 1 {
		t.Fatalf("specs are %q", specs)
	}
	text, err := os.ReadFile(specs[0])
	if err != nil || strings.Contains(string(text), "| `spec/`") {
		t.Errorf("the spec lists the stack that drafts it (%v)", err)
	}
}
