package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/source"
	"github.com/tofuspec/tofuspec/specgen/settings"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// inputs is what the commands work on: the project, which of its stacks were
// asked for, and where their plans are.
type inputs struct {
	Project  *stacks.Project
	Settings *settings.Settings
	Order    []*stacks.Stack // all stacks in run order
	Selected []*stacks.Stack // those asked for, in run order

	chosen   map[*stacks.Stack]bool // the same as a set
	streams  streams
	plans    planOptions
	explicit map[string]string   // --plan by stack path
	behind   map[string][]string // stacks that run right behind a stack, by path
	shared   map[string][]depend.Shared
	base     *gitBase
	analysis *analyzer.Part // what --facts held
	configs  *tfconfig.Loader
	bar      *progress
	color    bool
}

// openProject loads the project around dir and selects stacks. What is wrong
// has been printed when the error is errReported.
func openProject(ctx context.Context, s streams, dir string, sel selection, plans planOptions) (*inputs, error) {
	if plans.Parallel < 0 {
		return nil, fmt.Errorf("--parallel %d: it cannot be negative", plans.Parallel)
	}
	if len(plans.Facts) > 0 && len(plans.Plans) > 0 {
		return nil, errors.New("--facts stands for plans that were read elsewhere; leave --plan away")
	}
	in := &inputs{streams: s, plans: plans, color: colors(s.Err, s.Env)}
	project, diags := stacks.Load(ctx, dir)
	in.Project = project
	if project == nil || diags.HasErrors() {
		return nil, in.report(diags)
	}
	if len(project.Stacks) == 0 && len(plans.Plans) > 0 && !project.Terramate {
		// A plan in a folder without any configuration still is a plan.
		project.Stacks = []*stacks.Stack{{Path: "/", Dir: project.Root, Name: filepath.Base(project.Root)}}
	}
	if len(project.Stacks) == 0 {
		return nil, in.report(append(diags, noStacks(project, dir)))
	}
	set, more := settings.Load(project.FS())
	diags = append(diags, more...)
	in.Settings = set

	var err error
	if in.explicit, err = explicitPlans(project, plans.Plans); err != nil {
		return nil, err
	}
	in.Order, more = project.RunOrder(project.Stacks)
	diags = append(diags, more...)
	query, more := stacks.ParseTags(sel.Tags, sel.NoTags)
	diags = append(diags, more...)
	if err := in.report(diags); err != nil {
		return nil, err
	}
	if len(plans.Facts) == 0 { // facts bring their history along
		if in.base, diags = openBase(ctx, project, sel.GitChangeBase, plans.Script); diags.HasErrors() {
			return nil, in.report(diags)
		}
	}
	chosen := map[*stacks.Stack]bool{}
	for _, st := range query.Filter(project.In(project.Dir)) {
		chosen[st] = true
	}
	if sel.Changed {
		if chosen, err = in.changed(ctx, sel, chosen); err != nil {
			return nil, err
		}
	}
	in.chosen = chosen
	in.Selected = slices.DeleteFunc(slices.Clone(in.Order), func(st *stacks.Stack) bool { return !chosen[st] })
	if len(in.Selected) == 0 && !(sel.Changed && sel.Quiet) {
		return nil, in.noSelection(sel)
	}
	in.behind = project.Successors()
	return in, in.share()
}

// changed keeps the stacks that Terramate lists as changed.
func (in *inputs) changed(ctx context.Context, sel selection, of map[*stacks.Stack]bool) (map[*stacks.Stack]bool, error) {
	changes, diags := in.Project.Changed(ctx, stacks.ChangeOptions{Base: sel.GitChangeBase})
	if diags.HasErrors() {
		return nil, in.report(diags)
	}
	out := map[*stacks.Stack]bool{}
	for _, st := range changes.List() {
		out[st] = of[st]
	}
	return out, nil
}

// noSelection tells that the flags leave no stack. That nothing changed is an
// answer and no failure.
func (in *inputs) noSelection(sel selection) error {
	if sel.Changed {
		fmt.Fprintf(in.streams.Err, "No stack changed since the git base; %d stacks looked at.\n", len(in.Project.Stacks))
		return &exitError{Code: exitDone}
	}
	return fmt.Errorf("none of %d stacks lies below the folder asked for and fits --tags and --no-tags", len(in.Project.Stacks))
}

// share collects what output sharing passes between stacks.
func (in *inputs) share() error {
	edges, diags := in.Project.OutputEdges()
	in.shared = map[string][]depend.Shared{}
	for _, e := range edges {
		in.shared[e.From.Path] = append(in.shared[e.From.Path], depend.Shared{
			Variable: e.Input, StackID: e.To.ID, Outputs: e.Outputs, File: e.Range.Filename, Line: e.Range.Start.Line,
		})
	}
	return in.warn(diags)
}

// report prints diagnostics; see the function of that name.
func (in *inputs) report(diags hcl.Diagnostics) error {
	return report(in.streams.Err, in.sources(), diags, in.color)
}

// sources are the files that diagnostics point into.
func (in *inputs) sources() map[string]*hcl.File {
	files := map[string]*hcl.File{}
	maps.Copy(files, in.Project.Sources())
	if in.Settings != nil && in.Settings.Source != nil {
		files[settings.FileName] = &hcl.File{Bytes: in.Settings.Source}
	}
	return files
}

// noStacks tells that there is nothing to work on, and what would help.
func noStacks(p *stacks.Project, dir string) *hcl.Diagnostic {
	detail := fmt.Sprintf("%s is no Terramate project (no .tm or .tm.hcl file from there up), and no folder in it holds "+
		".tf or .tofu files. Start in the repository of your stacks, or name it with -C.", dir)
	if p.Terramate {
		detail = fmt.Sprintf("No folder of the Terramate project %s holds a stack block. "+
			"`terramate create PATH` makes a stack.", p.Root)
	}
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "No stacks", Detail: detail}
}

// facts reads the files and the plan of every stack, several at once, and
// looks at each alone. The order is the run order.
func (in *inputs) facts(ctx context.Context) ([]*analyzer.Facts, error) {
	in.configs = tfconfig.NewLoader(in.Project.FS())
	all := make([]*analyzer.Facts, len(in.Order))
	found := make([]hcl.Diagnostics, len(in.Order))
	in.bar = startProgress(in.streams, len(in.Order))
	defer in.bar.stop()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(in.parallel())
	for i, st := range in.Order {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			all[i], found[i] = in.inspect(ctx, st)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	in.bar.stop() // before warnings
	return all, in.warn(slices.Concat(found...))
}

func (in *inputs) parallel() int {
	if in.plans.Parallel > 0 {
		return in.plans.Parallel
	}
	return runtime.GOMAXPROCS(0)
}

// inspect reads one stack's files and plan.
func (in *inputs) inspect(ctx context.Context, st *stacks.Stack) (*analyzer.Facts, hcl.Diagnostics) {
	from, found := in.promise(st)
	p, ref, more := in.readFrom(ctx, st, &from, found, analyzer.PlanOptions(in.Settings.Catalog))
	tree, diags := in.tree(st, from)
	return analyzer.Inspect(analyzer.Input{
		Stack:     st,
		Outside:   !in.chosen[st],
		Before:    in.behind[st.Path],
		Shared:    in.shared[st.Path],
		Plan:      p,
		PlanRef:   ref,
		Files:     tree,
		Catalog:   in.Settings.Catalog,
		BaseFiles: in.base.tree(st, tree),
		Renamed:   in.base.renames(),
	}), append(diags, more...)
}

// tree reads a stack's files, and of its plan the modules that are not at hand.
func (in *inputs) tree(st *stacks.Stack, from promised) (*tfconfig.Tree, hcl.Diagnostics) {
	tree, diags := in.configs.TreeWith(st.Rel(), tfconfig.Extra{Values: from.values})
	if from.binary == "" || !tree.Lacks() {
		return tree, diags
	}
	packed := source.OpenSnapshot(from.binary)
	if packed == nil {
		return tree, diags
	}
	defer packed.Close()
	return in.configs.TreeWith(st.Rel(), tfconfig.Extra{Values: from.values, Snapshot: packed})
}

// warn prints what could not be read in single stacks. The others still count,
// so none of it ends the command.
func (in *inputs) warn(diags hcl.Diagnostics) error {
	for _, d := range diags {
		d.Severity = hcl.DiagWarning
	}
	return in.report(diags)
}

// joined analyses the whole project, or takes what other jobs have analysed.
func (in *inputs) joined(ctx context.Context) (*analyzer.Report, error) {
	if len(in.plans.Facts) > 0 {
		return in.fromParts(ctx)
	}
	facts, err := in.facts(ctx)
	if err != nil {
		return nil, err
	}
	defer in.base.close()
	return analyzer.Join(facts, in.across()), nil
}

// across is what Join needs beside the facts of single stacks. It is known
// once the facts are.
func (in *inputs) across() analyzer.Joined {
	var order []string
	for _, st := range in.Order {
		order = append(order, st.Path)
	}
	return analyzer.Joined{Order: order, History: in.base.facts()}
}

// partial tells with the right error that --strict finds a plan lacking.
func (in *inputs) partial(r *analyzer.Report) error {
	if !in.plans.Strict {
		return nil
	}
	for _, f := range r.Stacks {
		if f.PlanRef.State != analyzer.PlanRead {
			return &exitError{Code: exitPartial, Err: fmt.Errorf("%s has no plan that could be read: %s", f.Stack.Path, f.PlanRef.Note)}
		}
	}
	return nil
}
