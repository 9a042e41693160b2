package main

import (
	"os"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// edit is what an author does in a story: `edit FILE REGEXP NEW` puts NEW in
// the place of what the expression matches, which must be there. "^" and "$"
// match at lines, "${1}" stands for the first group, and "\n" and "\r" in NEW
// mean what they mean in Go.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE REGEXP NEW")
	}
	was, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	now, err := strconv.Unquote(`"` + strings.ReplaceAll(args[2], `"`, `\"`) + `"`)
	ts.Check(err)
	src := ts.ReadFile(args[0])
	if !was.MatchString(src) {
		ts.Fatalf("%s holds nothing like %s", args[0], was)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(was.ReplaceAllString(src, now)), 0o644))
}
