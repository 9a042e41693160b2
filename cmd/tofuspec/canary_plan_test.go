package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

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
			"mixed":  object{"actions": []any{"update"}, "before": object{"k": c.next("output-part")}, "after": object{"k": c.next("output-part")}, "before_sensitive": object{"k": true}, "after_sensitive": object{"k": true}, "after_unknown": false},
			"old":    object{"actions": []any{"update"}, "before": c.next("output-unmarked"), "after": c.next("output-unmarked")},
			"echo":   object{"actions": []any{"create"}, "before": nil, "after": "again: " + token, "before_sensitive": false, "after_sensitive": false, "after_unknown": false},
			"plain":  object{"actions": []any{"create"}, "before": nil, "after": "shown-on-request-output", "before_sensitive": false, "after_sensitive": false, "after_unknown": false},
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
