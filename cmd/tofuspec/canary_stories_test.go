package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// canaryStories are commands one after the other, with files beside the plan,
// those that must fail ("! "), and what a shell asks to complete a line.
var canaryStories = []string{
	"blast --depth 1 --strict",
	"! changes --strict --tags nothing",
	"changes --plan net=DIR/net/plan.json --values --details",
	"changes --plan - --values --details --no-ops",
	"draft --out - --cost DIR/costs.json --findings DIR/scan.json",
	"analyze --out DIR/part.json && merge DIR/part.json --out DIR/facts.json && draft --facts DIR/facts.json && blast --facts DIR/facts.json",
	"! merge DIR/net/plan.json",
	"! draft --facts DIR/net/plan.json",
	"__complete changes --plan net=",
	"__complete blast --of net:",
	"__complete migrate --tags ",
}

func TestNoStoryTellsSecrets(t *testing.T) {
	plan, err := json.Marshal(canaryPlan(&canaries{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, lines := range canaryStories {
		t.Run(lines, func(t *testing.T) {
			dir := canaryProject(t, plan)
			for name, text := range map[string]string{
				"costs.json": `{"version":"0.2","currency":"USD","projects":[{"name":"net","metadata":{"path":"net"},"breakdown":{"resources":[{"name":"aws_db_instance.a","monthlyCost":"12"}],"totalMonthlyCost":"12"},"diff":{"resources":[{"name":"aws_db_instance.a","monthlyCost":"12"}],"totalMonthlyCost":"12"}}]}`,
				"scan.json":  `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","rules":[]}},"results":[{"ruleId":"R1","level":"error","message":{"text":"open"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"net/main.tf"},"region":{"startLine":1}}}]}]}]}`,
			} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for line := range strings.SplitSeq(strings.ReplaceAll(lines, "DIR", dir), " && ") {
				line, fails := strings.CutPrefix(line, "! ")
				args := append([]string{"-C", dir}, strings.Split(line, " ")...)
				if args[2] == "__complete" {
					args = append([]string{"__complete", "-C", dir}, args[3:]...)
				}
				var out, errs bytes.Buffer
				code := run(context.Background(), args, streams{In: bytes.NewReader(plan), Out: &out, Err: &errs, Env: func(string) string { return "" }})
				if (code == exitFailed) != fails || strings.Contains(errs.String(), "unknown flag") {
					t.Errorf("%s: exit code %d: %s", line, code, errs.String())
				}
				silent(t, "standard output", out.Bytes())
				silent(t, "standard error", errs.Bytes())
			}
			written(t, dir)
		})
	}
}
