package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"github.com/tofuspec/tofuspec/specgen/settings"
)

// repository is the root of this repository.
const repository = "../.."

func content(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func parseYAML(t *testing.T, name, text string) any {
	t.Helper()
	var doc any
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, text)
	}
	return doc
}

// scripts returns the texts that a YAML document has a shell run.
func scripts(v any) []string {
	var out []string
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if key == "run" || key == "script" || key == "before_script" || key == "entry" {
				out = append(out, strs(inner)...)
				continue
			}
			out = append(out, scripts(inner)...)
		}
	case []any:
		for _, inner := range v {
			out = append(out, scripts(inner)...)
		}
	}
	return out
}

func strs(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, one := range v {
			out = append(out, strs(one)...)
		}
		return out
	}
	return scripts(v)
}

// fence matches a fenced block of Markdown.
var fence = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$")

// optional matches the shell's "if set, then these words", and call a call of
// ours where a command can stand.
var (
	optional = regexp.MustCompile(`\$\{[A-Z_]+:\+([^}]*)\}`)
	ours     = regexp.MustCompile(`(?m)(?:^|[|;&(]|\bdo\b)\s*tofuspec((?:[ \t]+[^\n|;&>)]*)?)`)
	word     = regexp.MustCompile(`"[^"]*"|'[^']*'|[^\s]+`)
	variable = regexp.MustCompile(`\$\{?[A-Za-z_]+\}?`)
	listed   = regexp.MustCompile(`\["tofuspec"((?:,\s*"[^"]*")*)`)
)

// calls returns the arguments of each call of tofuspec in a shell text.
func calls(shell string) [][]string {
	shell = strings.ReplaceAll(shell, "\\\n", " ")
	shell = optional.ReplaceAllString(shell, "$1")
	var out [][]string
	for _, m := range ours.FindAllStringSubmatch(shell, -1) {
		args := []string{}
		for _, w := range word.FindAllString(m[1], -1) {
			if strings.HasPrefix(w, "#") {
				break
			}
			if strings.HasPrefix(w, "$") {
				continue // flags that a user may add
			}
			args = append(args, variable.ReplaceAllStringFunc(strings.Trim(w, `"'`), func(name string) string {
				if strings.Contains(name, "MODE") {
					return "update"
				}
				return "1"
			}))
		}
		out = append(out, args)
	}
	return out
}

// understood tells that the program has the command and the flags of a call.
func understood(t *testing.T, where string, args []string) {
	t.Helper()
	root := newRootCmd(streams{Env: func(string) string { return "" }, Out: os.Stdout, Err: os.Stderr})
	cmd, rest, err := root.Find(args)
	if err != nil || cmd == root && len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		t.Errorf("%s: tofuspec %s: no such command", where, strings.Join(args, " "))
		return
	}
	if err := cmd.ParseFlags(rest); err != nil {
		t.Errorf("%s: tofuspec %s: %v", where, strings.Join(args, " "), err)
	}
	if err := cmd.ValidateArgs(cmd.Flags().Args()); err != nil {
		t.Errorf("%s: tofuspec %s: %v", where, strings.Join(args, " "), err)
	}
}

func TestCallsInConfigurationAreUnderstood(t *testing.T) {
	for _, name := range []string{"action.yml", "docs/tofuspec.gitlab-ci.yml", ".pre-commit-hooks.yaml"} {
		n := 0
		for _, s := range scripts(parseYAML(t, name, content(t, name))) {
			for _, args := range calls(s) {
				understood(t, name, args)
				n++
			}
		}
		if n < 2 {
			t.Errorf("%s: %d calls found", name, n)
		}
	}
	for _, name := range []string{".github/workflows/ci.yml", ".github/workflows/release.yml"} {
		doc, ok := parseYAML(t, name, content(t, name)).(map[string]any)
		if !ok || doc["jobs"] == nil || doc["permissions"] == nil {
			t.Errorf("%s: no jobs, or no permissions of its own", name)
		}
	}
}

func TestCallsInTheDocumentationAreUnderstood(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(repository, "docs/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, page := range append(pages, filepath.Join(repository, "README.md")) {
		name, _ := filepath.Rel(repository, page)
		for _, m := range fence.FindAllStringSubmatch(content(t, name), -1) {
			lang, text := m[1], m[2]
			var found [][]string
			switch lang {
			case "yaml":
				doc := parseYAML(t, name, text)
				if w, ok := doc.(map[string]any); ok && w["jobs"] != nil && (w["on"] == nil || w["permissions"] == nil) {
					t.Errorf("%s: a workflow without on or without permissions:\n%s", name, text)
				}
				for _, s := range scripts(doc) {
					found = append(found, calls(s)...)
				}
			case "sh", "bash", "console":
				found = calls(strings.ReplaceAll(text, "\n$ ", "\n"))
			case "hcl":
				if strings.Contains(text, "[\"tofu") {
					_, diags := hclparse.NewParser().ParseHCL([]byte(text), name)
					if diags.HasErrors() {
						t.Errorf("%s: %v", name, diags)
					}
				}
				for _, l := range listed.FindAllStringSubmatch(text, -1) {
					args := []string{}
					for _, w := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(l[1], -1) {
						args = append(args, w[1])
					}
					found = append(found, args)
				}
			}
			for _, args := range found {
				understood(t, name, args)
				n++
			}
		}
	}
	if n < 12 {
		t.Errorf("only %d calls found", n)
	}
}

func TestExamplesInHelpAreUnderstood(t *testing.T) {
	root := newRootCmd(streams{Env: func(string) string { return "" }, Out: os.Stdout, Err: os.Stderr})
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		for _, args := range calls(c.Example) {
			understood(t, "help of "+c.Name(), args)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

func TestSettingsInTheDocumentationAreValid(t *testing.T) {
	for _, m := range fence.FindAllStringSubmatch(content(t, "docs/ci.md"), -1) {
		if m[1] != "hcl" || !strings.HasPrefix(m[2], "check {") {
			continue
		}
		s, diags := settings.Parse([]byte(m[2]), "ci.md")
		if diags.HasErrors() || len(s.Check.Exceptions) != 1 || len(s.Check.Rules) != 1 {
			t.Errorf("%v: %+v", hcl.Diagnostics(diags), s.Check)
		}
	}
}

func TestTheActionHandsItsInputsOnSafely(t *testing.T) {
	doc := parseYAML(t, "action.yml", content(t, "action.yml")).(map[string]any)
	inputs, outputs := doc["inputs"].(map[string]any), doc["outputs"].(map[string]any)
	runs := doc["runs"].(map[string]any)
	if runs["using"] != "composite" {
		t.Fatal("the action is not composite")
	}
	used := map[string]bool{}
	for _, step := range runs["steps"].([]any) {
		s := step.(map[string]any)
		if s["shell"] != "bash" {
			t.Errorf("step %v has no shell", s["name"])
		}
		if strings.Contains(s["run"].(string), "${{") {
			t.Errorf("step %v puts an expression into its script", s["name"])
		}
		env, _ := s["env"].(map[string]any)
		for _, v := range append(strs(s["if"]), mapValues(env)...) {
			for _, m := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(v, -1) {
				used[m[1]] = true
			}
		}
	}
	for name := range inputs {
		if !used[name] {
			t.Errorf("the input %s goes nowhere", name)
		}
	}
	for name := range used {
		if inputs[name] == nil {
			t.Errorf("there is no input %s", name)
		}
	}
	_, _, _ = call(t, nil, "--version")
	dir := t.TempDir()
	vars := map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "a/b", "GITHUB_OUTPUT": dir + "/out"}
	if code, _, errs := call(t, vars, "-C", repository+"/fixtures/platform", "attach"); code != 0 {
		t.Fatal(errs)
	}
	written, err := os.ReadFile(dir + "/out")
	if err != nil {
		t.Fatal(err)
	}
	for name := range outputs {
		if name != "migration" && !strings.Contains("\n"+string(written), "\n"+name+"=") {
			t.Errorf("attach writes no output %s", name)
		}
	}
}

func mapValues(m map[string]any) []string {
	var out []string
	for _, v := range m {
		out = append(out, strs(v)...)
	}
	return out
}

func TestReleasesHoldTheManual(t *testing.T) {
	config := content(t, ".goreleaser.yaml")
	const hook = "go run -tags manual ./cmd/tofuspec man dist-man"
	if !strings.Contains(config, hook) || !strings.Contains(config, "dist-man/*.1") {
		t.Fatal("no manual is made")
	}
	dir := filepath.Join(t.TempDir(), "man")
	cmd := exec.Command("go", "run", "-tags", "manual", ".", "man", dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, page := range []string{"tofuspec.1", "tofuspec-draft.1", "tofuspec-check.1", "tofuspec-attach.1", "tofuspec-merge.1"} {
		data, err := os.ReadFile(filepath.Join(dir, page))
		if err != nil || !strings.Contains(string(data), ".SH SYNOPSIS") {
			t.Errorf("%s: %v", page, err)
		}
	}
}

func TestReleasesAreForAllPlatforms(t *testing.T) {
	doc := parseYAML(t, ".goreleaser.yaml", content(t, ".goreleaser.yaml")).(map[string]any)
	build := doc["builds"].([]any)[0].(map[string]any)
	if got := strs(build["goos"]); !slices.Equal(got, []string{"linux", "darwin", "windows"}) {
		t.Errorf("systems are %q", got)
	}
	if got := strs(build["goarch"]); !slices.Equal(got, []string{"amd64", "arm64"}) {
		t.Errorf("processors are %q", got)
	}
	if doc["checksum"] == nil || doc["sboms"] == nil {
		t.Error("no checksums or no SBOM")
	}
	if _, err := os.Stat(filepath.Join(repository, build["main"].(string))); err != nil {
		t.Error(err)
	}
	for _, flags := range []string{strings.Join(strs(build["ldflags"]), " "), content(t, "Containerfile")} {
		if !strings.Contains(flags, "-X main.version=") {
			t.Errorf("the version is not set in %q", flags)
		}
	}
	// The action takes an archive by the name that a release gives it.
	archive := doc["archives"].([]any)[0].(map[string]any)
	if archive["name_template"] != "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}" ||
		!strings.Contains(content(t, "action.yml"), `tofuspec_${VERSION#v}_${os}_${arch}.$kind`) {
		t.Error("the action looks for other archives than a release has")
	}
}

func TestHooksInTheDocumentationExist(t *testing.T) {
	ids := map[string]bool{}
	for _, h := range parseYAML(t, ".pre-commit-hooks.yaml", content(t, ".pre-commit-hooks.yaml")).([]any) {
		ids[h.(map[string]any)["id"].(string)] = true
	}
	named := 0
	for _, m := range regexp.MustCompile(`- id: (tofuspec-[a-z-]+)`).FindAllStringSubmatch(content(t, "docs/ci.md"), -1) {
		named++
		if !ids[m[1]] {
			t.Errorf("there is no hook %s", m[1])
		}
	}
	if named != len(ids) {
		t.Errorf("%d hooks are named, and %d are there", named, len(ids))
	}
}
