//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPlansAreShownAtOnce has a tool that shows nothing until another one runs
// beside it.
func TestPlansAreShownAtOnce(t *testing.T) {
	for _, command := range []string{"changes", "check"} {
		t.Run(command, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{
				"terramate.tm.hcl": "terramate {\n  required_version = \">= 0.9.0\"\n}\n",
				"a/stack.tm.hcl":   "stack {\n}\n", "a/out.tfplan": "PK\x03\x04",
				"b/stack.tm.hcl": "stack {\n}\n", "b/out.tfplan": "PK\x03\x04",
				"tofu": `#!/bin/sh
touch ` + dir + `/started.$$
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
	set -- ` + dir + `/started.*
	if [ $# -eq 2 ]; then
		echo '{"format_version":"1.2","terraform_version":"1.12.6","resource_changes":[]}'
		exit 0
	fi
	sleep 1
done
echo "Error: alone" >&2
exit 1
`,
			} {
				p := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(p, []byte(text), 0o700); err != nil { // #nosec G306 -- one is a program
					t.Fatal(err)
				}
			}
			code, out, errs := call(t, nil, command, "-C", dir, "--tofu-bin", filepath.Join(dir, "tofu"), "--parallel", "2", "--strict")
			if code != exitDone {
				t.Errorf("exit code %d: %s%s", code, out, errs)
			}
		})
	}
}
