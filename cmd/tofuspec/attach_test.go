package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the program as a CI job would.
func call(t *testing.T, vars map[string]string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, streams{
		In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(k string) string { return vars[k] },
	})
	return code, out.String(), errs.String()
}

// thread is a pull request with no more than what attach needs of GitHub.
func thread(t *testing.T, token string, bodies *[]string) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+token {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		show := func(i int) map[string]any {
			return map[string]any{"id": i + 1, "body": (*bodies)[i], "html_url": fmt.Sprintf("https://github.test/c/%d", i+1), "user": map[string]any{"login": "ci"}}
		}
		var answer any
		switch path := r.URL.Path; {
		case path == "/user":
			answer = map[string]any{"login": "ci"}
		case strings.HasSuffix(path, "/pulls/7"):
			answer = map[string]any{"head": map[string]any{"sha": "abc"}}
		case r.Method == http.MethodGet && strings.HasSuffix(path, "/issues/7/comments"):
			list := []any{}
			for i := range *bodies {
				list = append(list, show(i))
			}
			answer = list
		case r.Method == http.MethodGet:
			answer = show(0)
		default:
			var in struct{ Body string }
			data, _ := io.ReadAll(r.Body)
			if err := json.Unmarshal(data, &in); err != nil {
				t.Error(err)
			}
			if r.Method == http.MethodPost {
				*bodies = append(*bodies, in.Body)
				w.WriteHeader(http.StatusCreated)
			} else {
				(*bodies)[0] = in.Body
			}
			answer = show(0)
		}
		if err := json.NewEncoder(w).Encode(answer); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

func TestAttachKeepsOneComment(t *testing.T) {
	const token = "ghs_canary_of_the_token"
	dir := t.TempDir()
	event := filepath.Join(dir, "event.json")
	if err := os.WriteFile(event, []byte(`{"pull_request":{"number":7,"head":{"sha":"abc","repo":{"full_name":"acme/platform"}}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var bodies []string
	vars := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_EVENT_PATH": event, "GITHUB_TOKEN": token,
		"GITHUB_API_URL": thread(t, token, &bodies).URL, "GITHUB_OUTPUT": filepath.Join(dir, "outputs"),
		"GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary"),
	}
	seen := ""
	for _, row := range []struct {
		want string
		args []string
	}{
		{"Comment created: https://github.test/c/1", nil},
		{"Comment unchanged", nil},
		{"Comment updated", []string{"--spec", "docs/spec.md"}},
	} {
		args := append([]string{"-C", "../../fixtures/platform", "attach", "--debug", "--key", "k"}, row.args...)
		code, stdout, stderr := call(t, vars, args...)
		if code != 0 || !strings.Contains(stderr, row.want) {
			t.Errorf("exit %d, no %q in\n%s", code, row.want, stderr)
		}
		if !strings.Contains(stderr, "debug: GET ") {
			t.Error("nothing was logged")
		}
		seen += stdout + stderr
	}
	if len(bodies) != 1 || !strings.Contains(bodies[0], "| Stack | Action | Resources Affected |") {
		t.Errorf("%d comments", len(bodies))
	}
	vars["GITHUB_TOKEN"] = token + "x" // refused: not even the error holds it
	code, stdout, stderr := call(t, vars, "-C", "../../fixtures/platform", "attach", "--debug")
	if code != exitFailed || !strings.Contains(stderr, "pull-requests: write") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	for _, name := range []string{"outputs", "summary"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		seen += string(data)
	}
	if strings.Contains(seen+stdout+stderr+strings.Join(bodies, ""), token) {
		t.Error("the token shows")
	}
}

// canary is what no output may hold.
const canary = "cAnArY-5ecret"

// plant puts the canary wherever a plan document holds what must not be told:
// variables, constants of the configuration, and what is marked sensitive.
func plant(doc map[string]any) {
	if vars, ok := doc["variables"].(map[string]any); ok {
		for _, v := range vars {
			if m, ok := v.(map[string]any); ok {
				m["value"] = canary
			}
		}
	}
	plantConstants(doc["configuration"])
	for _, key := range []string{"resource_changes", "resource_drift"} {
		list, _ := doc[key].([]any)
		for _, one := range list {
			entry, _ := one.(map[string]any)
			change, _ := entry["change"].(map[string]any)
			for _, side := range []string{"before", "after"} {
				change[side] = plantMarked(change[side], change[side+"_sensitive"])
			}
		}
	}
}

func plantConstants(v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			if k == "constant_value" {
				v[k] = canary
				continue
			}
			plantConstants(inner)
		}
	case []any:
		for _, inner := range v {
			plantConstants(inner)
		}
	}
}

func plantMarked(v, marks any) any {
	switch m := marks.(type) {
	case bool:
		if m && v != nil {
			return canary
		}
	case map[string]any:
		if object, ok := v.(map[string]any); ok {
			for k := range object {
				object[k] = plantMarked(object[k], m[k])
			}
		}
	case []any:
		if list, ok := v.([]any); ok {
			for i := range min(len(list), len(m)) {
				list[i] = plantMarked(list[i], m[i])
			}
		}
	}
	return v
}

func TestNoOutputHoldsASecret(t *testing.T) {
	planted := 0
	for _, root := range []string{"../../fixtures/platform", "../../analyzer/plan/testdata", os.Getenv("TOFUSPEC_CASES")} {
		if root == "" {
			continue
		}
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			var doc map[string]any
			if json.Unmarshal(data, &doc) != nil || doc["resource_changes"] == nil {
				return nil
			}
			plant(doc)
			if data, err = json.Marshal(doc); err != nil {
				return err
			}
			planted += strings.Count(string(data), canary)
			tell(t, path, data)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if planted == 0 {
		t.Error("no plan holds a secret")
	}
}

// tell runs every command that publishes over one plan.
func tell(t *testing.T, name string, plan []byte) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "plan.json")
	if err := os.WriteFile(file, plan, 0o600); err != nil {
		t.Fatal(err)
	}
	vars := map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "a/b", "GITHUB_OUTPUT": dir + "/outputs", "GITHUB_STEP_SUMMARY": dir + "/summary"}
	for _, args := range [][]string{
		{"attach", "--dir", dir + "/report"},
		{"attach", "--dry-run"},
		{"analyze", "--out", dir + "/facts.json"},
		{"check", "--fail-on", "all"},
		{"check", "--fail-on", "all", "--format", "json"},
		{"check", "--fail-on", "all", "--format", "sarif"},
		{"check", "--fail-on", "all", "--format", "github"},
		{"draft", "--out", dir + "/spec.md"},
		{"blast", "--format", "json"},
		{"migrate", "--format", "json"},
		{"changes", "--details", "--format", "json"},
	} {
		_, stdout, stderr := call(t, vars, append([]string{"-C", dir, "--no-color"}, append(args, "--plan", file)...)...)
		if strings.Contains(stdout+stderr, canary) {
			t.Errorf("%s: tofuspec %s shows a secret", name, strings.Join(args, " "))
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(canary)) {
			t.Errorf("%s: %s holds a secret", name, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
