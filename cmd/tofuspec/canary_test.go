package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// canaryCommands are the command lines that must never tell a secret. Every
// command that reads a plan belongs here.
var canaryCommands = []string{
	"changes",
	"changes --details",
	"changes --values --details --no-ops",
	"changes --format json",
	"changes --format json --values --details --no-ops",
	"changes --format markdown --values --details --no-ops",
	"blast",
	"blast --format json",
	"migrate",
	"migrate --format json",
	"migrate --write",
	"draft --diff",
	"draft --slots",
	"draft",
	"draft --out -",
	"blast --format markdown",
	"blast --format mermaid",
	"blast --format html",
	"blast --of aws_db_instance.a",
	"blast --of aws_db_instance.a --format json",
	"blast --of nothing.at_all",
	"migrate --format markdown",
	"check",
	"check --format json",
	"check --format sarif",
	"check --format github",
	"analyze",
	"analyze --out DIR/part.json",
	"merge DIR/net/plan.json",
	"stacks",
	"stacks --format table",
	"stacks --format json",
	"attach --dry-run",
	"attach --to files --dir DIR/out",
}

// canaries hands out values that are found nowhere by chance.
type canaries struct{ n int }

func (c *canaries) next(where string) string {
	c.n++
	return fmt.Sprintf("CANARY%03d-%s-in-the-coal-mine", c.n, where)
}

// TestNoCommandTellsSecrets plants a canary in every place of a plan where a
// secret can sit, runs every command on it, and looks for them in what is
// printed and in every file that is written, also when the plan is broken.
func TestNoCommandTellsSecrets(t *testing.T) {
	c := &canaries{}
	doc := canaryPlan(c)
	whole, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	broken := append(bytes.Clone(bytes.TrimSuffix(whole, []byte("}"))), `,"resource_drift":[{"address":"a.b","change":{"actions":"`+c.next("actions")+`"}}],"terraform_version":["`+c.next("version")+`"]}`...)
	plans := map[string][]byte{
		"whole":     whole,
		"cut":       whole[:len(whole)*2/3],
		"broken":    broken,
		"preface":   append([]byte("Warning: "+c.next("preface")+"\n"), whole...),
		"followed":  append(bytes.Clone(whole), "\n"+c.next("after")...),
		"state":     []byte(`{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"a","values":{"x":"` + c.next("state") + `"}}]}}}`),
		"bad token": bytes.Replace(whole, []byte(`"variables"`), []byte(`"variables":`+c.next("token")+`,"v"`), 1),
	}
	for name, plan := range plans {
		for _, line := range canaryCommands {
			args := strings.Fields(line)
			if !hasCommand(args[0]) {
				continue
			}
			t.Run(name+"/"+line, func(t *testing.T) {
				dir := canaryProject(t, plan)
				args := strings.Fields(strings.ReplaceAll(line, "DIR", dir))
				var out, errs bytes.Buffer
				run(context.Background(), append(args, "-C", dir), streams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" }})
				if strings.Contains(errs.String(), "unknown ") && strings.Contains(errs.String(), "flag") {
					t.Fatalf("this line tests nothing: %s", errs.String())
				}
				silent(t, "standard output", out.Bytes())
				silent(t, "standard error", errs.Bytes())
				if !strings.Contains(line, "--values") && strings.Contains(out.String()+errs.String(), "shown-on-request") {
					t.Error("tells values that nobody asked for")
				}
				written(t, dir)
			})
		}
	}
	t.Run("the canaries are there", func(t *testing.T) {
		if n := bytes.Count(whole, []byte("CANARY")); n < 40 {
			t.Errorf("only %d canaries in the plan", n)
		}
		dir := canaryProject(t, whole)
		var out bytes.Buffer
		run(context.Background(), []string{"changes", "-C", dir, "--values", "--format", "json"}, streams{In: strings.NewReader(""), Out: &out, Err: &out, Env: func(string) string { return "" }})
		if !strings.Contains(out.String(), "shown-on-request") {
			t.Errorf("--values shows nothing, so the test proves nothing: %s", out.String())
		}
	})
}

func hasCommand(name string) bool {
	root := newRootCmd(streams{Env: os.Getenv})
	cmd, _, err := root.Find([]string{name})
	return err == nil && cmd != root
}

func silent(t *testing.T, where string, b []byte) {
	t.Helper()
	if i := bytes.Index(b, []byte("CANARY")); i >= 0 {
		t.Errorf("%s tells a secret: %s", where, b[max(0, i-60):min(len(b), i+60)])
	}
}

// written looks into every file of the project but the plan itself.
func written(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "plan.json" {
			return err
		}
		b, err := os.ReadFile(p)
		if err == nil {
			silent(t, p, b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func canaryProject(t *testing.T, plan []byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string][]byte{
		"terramate.tm.hcl":     []byte("terramate {\n  required_version = \">= 0.9.0\"\n}\n"),
		"net/stack.tm.hcl":     []byte("stack {\n  name = \"net\"\n}\n"),
		"net/main.tf":          []byte("resource \"aws_db_instance\" \"a\" {\n  password = var.password\n}\nvariable \"password\" {\n  sensitive = true\n}\n"),
		"net/plan.json":        plan,
		"net/modules/x/x.tf":   []byte("# nothing\n"),
		"specs/.gitkeep":       nil,
		"net/.terraform/hello": nil,
	} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
