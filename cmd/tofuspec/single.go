package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/tofuspec/tofuspec/stacks"
)

// singlePlan returns inputs for one plan that is named without a stack, away
// from any stack's folder: such a plan is listed by itself, and no project is
// looked for. It returns nil where a project is needed.
func singlePlan(s streams, dir string, sel selection, plans planOptions) *inputs {
	if len(plans.Plans) != 1 || strings.Contains(plans.Plans[0], "=") ||
		len(sel.Tags) > 0 || len(sel.NoTags) > 0 || sel.Changed || sel.GitChangeBase != "" {
		return nil
	}
	wd, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	file := planPath(&stacks.Project{Root: wd, Dir: "/"}, plans.Plans[0])
	if hasTerramate(wd) || file != "-" && hasTerramate(filepath.Dir(file)) {
		return nil
	}
	st := &stacks.Stack{Path: "/", Dir: wd, Name: filepath.Base(wd)}
	if file != "-" {
		if abs, err := filepath.Abs(file); err == nil {
			st.Dir = filepath.Dir(abs) // where a binary plan's tool must run
		}
	}
	return &inputs{
		Project:  &stacks.Project{Root: wd, Dir: "/", Stacks: []*stacks.Stack{st}},
		Order:    []*stacks.Stack{st},
		Selected: []*stacks.Stack{st},
		streams:  s,
		plans:    plans,
		explicit: map[string]string{st.Path: file},
		color:    colors(s.Err, s.Env),
	}
}

// hasTerramate tells whether a Terramate file is in dir: dir can be a stack.
func hasTerramate(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return true // the project's loader tells what is wrong
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return true
	}
	for _, n := range names {
		if strings.HasSuffix(n, ".tm") || strings.HasSuffix(n, ".tm.hcl") {
			return true
		}
	}
	return false
}
