package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/source"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/eval"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// explicitPlans sorts the values of --plan by stack path.
//
// A value is `[STACK=]PATH`; "-" is standard input. Without STACK the plan
// belongs to the stack whose folder holds the file, else to the stack of the
// working folder, else to the only stack there is.
func explicitPlans(p *stacks.Project, values []string) (map[string]string, error) {
	plans := map[string]string{}
	stdin := ""
	for _, v := range values {
		st, file, err := splitPlan(p, v)
		if err != nil {
			return nil, err
		}
		if file == "" {
			return nil, fmt.Errorf("--plan %s: no path after the stack", v)
		}
		if old, twice := plans[st.Path]; twice {
			return nil, fmt.Errorf("--plan names two plans for the stack %s: %s and %s", st.Path, old, file)
		}
		if file == "-" {
			if stdin != "" {
				return nil, fmt.Errorf("--plan reads standard input for two stacks, %s and %s; give one of them a file", stdin, st.Path)
			}
			stdin = st.Path
		}
		plans[st.Path] = file
	}
	return plans, nil
}

// splitPlan reads one value of --plan. A path may hold "=" itself: what stands
// before the first one is a stack only when there is such a stack.
func splitPlan(p *stacks.Project, v string) (*stacks.Stack, string, error) {
	name, file, named := strings.Cut(v, "=")
	if named {
		if st := namedStack(p, name); st != nil {
			return st, planPath(p, file), nil
		}
		if st := p.AddFolder(name); st != nil {
			return st, file, nil
		}
		if _, err := os.Stat(v); err != nil {
			return nil, "", fmt.Errorf("--plan %s: there is no stack %q; the stacks are %s", v, name, someStacks(p))
		}
	}
	v = planPath(p, v)
	if len(p.Stacks) == 1 {
		return p.Stacks[0], v, nil
	}
	if v != "-" {
		if st := stackOf(p, filepath.Dir(v)); st != nil {
			return st, v, nil
		}
	}
	if st := p.Stack(p.Dir); st != nil {
		return st, v, nil
	}
	return nil, "", fmt.Errorf("--plan %s: say which stack it is for, as in --plan %s=%s", v, p.Stacks[0].Path, v)
}

// planPath reads a path of --plan: it counts from the working folder, or else
// from the folder that -C names.
func planPath(p *stacks.Project, file string) string {
	if file == "-" || filepath.IsAbs(file) {
		return file
	}
	if _, err := os.Stat(file); err == nil {
		return file
	}
	below := filepath.Join(p.Root, filepath.FromSlash(p.Dir), file)
	if _, err := os.Stat(below); err == nil {
		return below
	}
	return file
}

// namedStack returns the stack with that path, or the only one whose folder or
// name is called so; nil when there is none.
func namedStack(p *stacks.Project, name string) *stacks.Stack {
	if st := p.Stack(name); st != nil {
		return st
	}
	var found *stacks.Stack
	for _, st := range p.Stacks {
		if path.Base(st.Path) == name || st.Name == name {
			if found != nil {
				return nil
			}
			found = st
		}
	}
	return found
}

// stackOf returns the stack whose own folder dir is, or nil.
func stackOf(p *stacks.Project, dir string) *stacks.Stack {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	rel, err := filepath.Rel(p.Root, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return nil
	}
	return p.Stack(filepath.ToSlash(rel))
}

// someStacks lists the first few stacks for an error.
func someStacks(p *stacks.Project) string {
	const most = 5
	var names []string
	for i, s := range p.Stacks {
		if i == most {
			names = append(names, fmt.Sprintf("%d more", len(p.Stacks)-most))
			break
		}
		names = append(names, s.Path)
	}
	return strings.Join(names, ", ")
}

// readPlan finds and reads one stack's plan. A plan that is missing or
// unreadable is a state of the stack, not a failure of the command; the
// diagnostics tell what is wrong with one that is there.
func (in *inputs) readPlan(ctx context.Context, st *stacks.Stack, opts plan.Options) (*plan.Plan, analyzer.PlanRef, hcl.Diagnostics) {
	from, diags := in.promise(st)
	return in.readFrom(ctx, st, &from, diags, opts)
}

// readFrom reads the plan that a stack's preview promises. It notes the file.
func (in *inputs) readFrom(ctx context.Context, st *stacks.Stack, from *promised, diags hcl.Diagnostics, opts plan.Options) (*plan.Plan, analyzer.PlanRef, hcl.Diagnostics) {
	watched := in.bar.begin(st)
	defer watched.end()
	loc, err := in.locate(st, *from)
	if err != nil {
		return nil, absent(err, *from), append(diags, in.locateDiagnostics(st, err)...)
	}
	if loc.Kind == source.Binary {
		from.binary = loc.Path
		watched.runs(filepath.Base(loc.Tool) + " show")
	}
	ref := analyzer.PlanRef{State: analyzer.PlanUnreadable, File: in.relative(loc.Name())}
	r, err := loc.Open(ctx)
	if err != nil {
		ref.Note = firstLine(err.Error())
		return nil, ref, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Cannot open the plan",
			Detail: fmt.Sprintf("%s, the plan of %s: %s", ref.File, st.Path, err),
		}}
	}
	opts.Name = ref.File
	p, diags := plan.Read(ctx, watched.counts(r), opts) // the plan is there, so what its script does not say no longer matters
	if err := r.Close(); err != nil && p != nil {
		p, diags = nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read the plan", Detail: err.Error()}}
	}
	if p == nil {
		ref.Note = note(diags, opts.Name)
		return nil, ref, diags
	}
	ref.State = analyzer.PlanRead
	ref.Tool, ref.Version = p.Tool, p.Version
	ref.Errored = p.Errored
	ref.Partial = p.LeavesOut()
	ref.Invokes = len(p.Actions)
	ref.Counts = p.Counts
	return p, ref, diags
}

// promised is what a stack's preview would leave behind.
type promised struct {
	file, tool string
	script     hcl.Range // where the script stands
	values     tfconfig.Values
	binary     string // the plan file itself, once it is found to be binary
}

// promise evaluates the preview script of a stack.
func (in *inputs) promise(st *stacks.Stack) (promised, hcl.Diagnostics) {
	if in.plans.PlanFile != "" || !in.Project.Terramate {
		return promised{file: in.plans.PlanFile}, nil
	}
	preview, diags := in.Project.Preview(st, in.plans.Script)
	return promised{file: preview.File, tool: preview.Tool, script: preview.Script, values: values(preview.Commands)}, diags
}

// values collects what the commands that plan set variables to.
func values(commands []eval.Command) tfconfig.Values {
	v := tfconfig.Values{Vars: map[string]string{}}
	for _, c := range commands {
		if !slices.Contains(c.Args, "plan") {
			continue
		}
		for i, arg := range c.Args {
			flag, value, together := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
			if !strings.HasPrefix(arg, "-") || flag != "var" && flag != "var-file" {
				continue
			}
			if !together && i+1 < len(c.Args) {
				value = c.Args[i+1]
			}
			if flag == "var-file" {
				v.Files = append(v.Files, value)
			} else if name, text, ok := strings.Cut(value, "="); ok {
				v.Vars[name] = text
			}
		}
	}
	return v
}

// locate finds the file that one stack's plan is in.
func (in *inputs) locate(st *stacks.Stack, p promised) (*source.Location, error) {
	tool := in.plans.TofuBin
	if tool == "" {
		tool = p.tool
	}
	return source.Locate(source.Request{
		Dir:      st.Dir,
		PlanFile: p.file,
		Explicit: in.explicit[st.Path],
		Stdin:    in.streams.In,
		Tool:     tool,
	})
}

// absent tells why there is no plan.
func absent(err error, from promised) analyzer.PlanRef {
	if _, ok := errors.AsType[*source.MissingError](err); !ok {
		return analyzer.PlanRef{State: analyzer.PlanUnreadable, Note: firstLine(err.Error())}
	}
	ref := analyzer.PlanRef{State: analyzer.PlanMissing}
	switch {
	case from.file != "":
		ref.Note = "the preview did not write " + from.file
	case from.script.Filename != "":
		ref.Note = fmt.Sprintf("the preview script (%s:%d) names no plan file, and none lies in the stack's folder",
			from.script.Filename, from.script.Start.Line)
	default:
		ref.Note = "no plan file lies in the stack's folder"
	}
	return ref
}

// locateDiagnostics is silent about a plan that nobody promised, and loud
// about one that the user named.
func (in *inputs) locateDiagnostics(st *stacks.Stack, err error) hcl.Diagnostics {
	if _, ok := errors.AsType[*source.MissingError](err); ok {
		return nil
	}
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "Cannot find the plan",
		Detail: fmt.Sprintf("The plan of %s: %s", st.Path, err),
	}}
}

// plansRead counts the stacks whose plan could be read.
func plansRead(r *analyzer.Report) int {
	n := 0
	for _, f := range r.Stacks {
		if f.PlanRef.State == analyzer.PlanRead {
			n++
		}
	}
	return n
}

// anyPlan refuses to judge from nothing.
func (in *inputs) anyPlan(r *analyzer.Report) error {
	if plansRead(r) > 0 {
		return nil
	}
	folders := "the folder of " + r.Stacks[0].Stack.Path
	if n := len(r.Stacks); n > 1 {
		folders = fmt.Sprintf("the folders of %d stacks, such as %s", n, r.Stacks[0].Stack.Path)
	}
	return in.report(hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "No plan of any stack could be read",
		Detail: fmt.Sprintf("Looked below %s in %s: %s. Run `terramate script run preview` first, or name plans with "+
			"--plan [STACK=]PATH.", in.Project.Root, folders, r.Stacks[0].PlanRef.Note),
	}})
}

// relative shortens a path below the project's root for people.
func (in *inputs) relative(name string) string {
	if rel, err := filepath.Rel(in.Project.Root, name); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return name
}

// note is the first error in one line, without the file's name, which stands
// beside it.
func note(diags hcl.Diagnostics, file string) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d.Summary + ": " + firstLine(strings.TrimLeft(strings.TrimPrefix(d.Detail, file), ": "))
		}
	}
	return "it could not be read"
}

// firstLine cuts a message to one line without its full stop.
func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimSuffix(s, ".")
}
