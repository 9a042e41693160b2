package main

import (
	"bytes"
	"context"
	"encoding/base64"
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
	"migrate --format markdown",
	"check",
	"check --format json",
	"check --format sarif",
	"check --format github",
	"analyze",
	"analyze --out DIR/part.json",
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

type object = map[string]any

// canaryPlan is a plan with a canary wherever a secret can sit.
func canaryPlan(c *canaries) object {
	echo := c.next("echoed") // in a sensitive attribute, and repeated in one that nothing marks
	values := func(where string) (object, object) {
		held := object{
			"password": c.next(where + "-top"), "nested": []any{object{"deep": object{"er": c.next(where + "-deep")}, "plain": 1}},
			"map": object{"k": c.next(where + "-map")}, "list": []any{"a", c.next(where + "-list")}, "whole": object{"a": []any{c.next(where + "-whole")}},
			"key": echo, "echo": "prefix " + echo, "number": 7, "shown": "shown-on-request-" + where, "odd": object{"x": c.next(where + "-odd")},
		}
		marks := object{
			"password": true, "nested": []any{object{"deep": object{"er": true}}}, "map": object{"k": true}, "list": []any{false, true},
			"whole": true, "key": true, "odd": []any{true}, "absent": true,
		}
		return held, marks
	}
	entry := func(address string, actions ...string) object {
		before, beforeMarks := values("before")
		after, afterMarks := values("after")
		change := object{
			"actions": actions, "before": before, "after": after, "before_sensitive": beforeMarks, "after_sensitive": afterMarks,
			"after_unknown": object{"arn": true}, "generated_config": "resource \"x\" \"y\" {\n  password = \"" + c.next("generated") + "\"\n}",
			"before_identity": object{"id": c.next("identity")}, "after_identity": object{"id": c.next("identity")},
			"something_new": c.next("unknown-name"),
		}
		if actions[0] == "create" && len(actions) == 1 {
			change["before"], change["before_sensitive"] = nil, false
		}
		if actions[0] == "delete" && len(actions) == 1 {
			change["after"], change["after_sensitive"] = nil, false
		}
		return object{
			"address": address, "mode": "managed", "type": "aws_db_instance", "name": address[len("aws_db_instance."):],
			"provider_name": "registry.opentofu.org/hashicorp/aws", "change": change, "note": c.next("unknown-name"),
		}
	}
	old := entry("aws_db_instance.old", "update") // before sensitivity was told: nothing may be shown
	for _, name := range []string{"before", "after"} {
		old["change"].(object)[name] = object{"password": c.next("unmarked")}
		delete(old["change"].(object), name+"_sensitive")
	}
	imported := entry("aws_db_instance.imported", "no-op")
	imported["change"].(object)["importing"] = object{"identity": object{"account": c.next("import-identity")}}
	moved := entry("aws_db_instance.moved", "no-op")
	moved["previous_address"] = "aws_db_instance.was"
	replaced := entry("aws_db_instance.replaced", "delete", "create")
	replaced["change"].(object)["replace_paths"] = []any{[]any{"password"}}
	prior, marks := values("prior")
	secret := func(where string) object { return object{"constant_value": c.next(where)} }
	// Secrets that come back where nothing marks them: of other objects, as
	// they are, within a text, and encoded.
	token, input, held, kept, out := c.next("token-of-another"), c.next("input"), c.next("existing"), c.next("existing-output"), c.next("output-echo")
	const pin = "7700112233"
	owner := entry("aws_db_instance.owner", "update")
	owner["change"].(object)["after"].(object)["password"] = token
	owner["change"].(object)["after"].(object)["key"] = json.Number(pin)
	echoes := entry("aws_db_instance.echoes", "update")
	after := echoes["change"].(object)["after"].(object)
	for i, s := range []string{token, input, held, kept, out} {
		name := fmt.Sprintf("echo_%d_", i)
		after[name+"bare"] = s
		after[name+"text"] = "user:" + s + "@host"
		after[name+"json"] = `{"a":"` + s + `"}`
		after[name+"base64"] = "CANARY in base64: " + base64.StdEncoding.EncodeToString([]byte(s))
		after[name+"key"] = object{s: "key"}
	}
	prior["password"] = held
	after["echo_pin"] = json.Number(pin)
	after["echo_pin_text"] = "CANARY " + pin
	return object{
		"format_version": "1.2", "terraform_version": "1.12.6",
		"variables":      object{"password": object{"value": input}, "plain": object{"value": c.next("variable")}},
		"planned_values": object{"outputs": object{"o": object{"sensitive": true, "value": c.next("planned-output")}}, "root_module": object{"resources": []any{object{"address": "aws_db_instance.a", "values": object{"password": c.next("planned")}}}}},
		"resource_changes": []any{
			echoes, entry("aws_db_instance.a", "update"), owner, entry("aws_db_instance.new", "create"), entry("aws_db_instance.gone", "delete"), replaced,
			entry("aws_db_instance.left", "forget"), entry("aws_db_instance.odd", "mystery"), entry("aws_db_instance.same", "no-op"), imported, moved, old,
		},
		"resource_drift":   []any{entry("aws_db_instance.drifted", "update")},
		"deferred_changes": []any{object{"reason": "instance_count_unknown", "resource_change": entry("aws_db_instance.later", "create")}},
		"output_changes": object{
			"secret": object{"actions": []any{"update"}, "before": c.next("output"), "after": out, "before_sensitive": true, "after_sensitive": true, "after_unknown": false},
			"plain":  object{"actions": []any{"create"}, "before": nil, "after": c.next("output-plain"), "before_sensitive": false, "after_sensitive": false, "after_unknown": false},
		},
		"prior_state": object{"format_version": "1.0", "values": object{
			"outputs":     object{"o": object{"sensitive": true, "value": kept}},
			"root_module": object{"resources": []any{object{"address": "aws_db_instance.a", "mode": "managed", "type": "aws_db_instance", "name": "a", "values": prior, "sensitive_values": marks, "depends_on": []any{"var.password"}}}},
		}},
		"configuration": object{
			"provider_config": object{"aws": object{"name": "aws", "full_name": "registry.opentofu.org/hashicorp/aws", "expressions": object{"secret_key": secret("provider"), "assume_role": []any{object{"external_id": secret("provider-deep")}}}}},
			"root_module": object{
				"resources": []any{object{
					"address": "aws_db_instance.a", "mode": "managed", "type": "aws_db_instance", "name": "a", "provider_config_key": "aws",
					"expressions":  object{"password": secret("constant"), "nested": []any{object{"deep": secret("constant-deep")}}, "key": object{"references": []any{"var.password"}}},
					"provisioners": []any{object{"type": "local-exec", "expressions": object{"command": secret("provisioner")}}}, "for_each_expression": secret("for-each"),
				}},
				"variables":    object{"password": object{"default": c.next("default"), "sensitive": true, "description": c.next("description")}},
				"outputs":      object{"o": object{"sensitive": true, "expression": secret("output-constant")}},
				"module_calls": object{"m": object{"source": "./modules/x", "expressions": object{"token": secret("module-argument")}, "module": object{"variables": object{"token": object{"default": c.next("module-default")}}}}},
			},
		},
		"checks":             []any{object{"address": object{"kind": "check", "to_display": "check.c"}, "status": "fail", "instances": []any{object{"problems": []any{object{"message": c.next("check")}}}}}},
		"action_invocations": []any{object{"address": "action.a.b", "type": "a", "name": "b", "config_values": object{"x": c.next("action")}}},
		"errored":            false,
	}
}
