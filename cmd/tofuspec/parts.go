package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/publish"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/git"
)

// readParts reads the files that patterns name. A pattern that matches
// nothing is an error: a job that handed nothing in must not go unnoticed.
func readParts(patterns []string) ([]analyzer.NamedPart, hcl.Diagnostics) {
	var diags hcl.Diagnostics
	fail := func(name string, err error) {
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Part not readable", Detail: fmt.Sprintf("%s: %s.", name, err),
		})
	}
	var parts []analyzer.NamedPart
	seen := map[string]bool{}
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			files = []string{pattern}
		}
		for _, name := range files {
			if seen[name] {
				continue
			}
			seen[name] = true
			p, err := readPart(name)
			if err != nil {
				fail(name, err)
				continue
			}
			parts = append(parts, analyzer.NamedPart{File: filepath.ToSlash(name), Part: p})
		}
	}
	return parts, diags
}

func readPart(name string) (*analyzer.Part, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	return analyzer.ReadPart(f)
}

// mergeParts reads and merges files, and prints what does not fit.
func mergeParts(s streams, patterns []string, commit string) (*analyzer.Part, error) {
	parts, diags := readParts(patterns)
	color := colors(s.Err, s.Env)
	if err := report(s.Err, nil, diags, color); err != nil {
		return nil, err
	}
	whole, diags := analyzer.Merge(parts, commit)
	if err := report(s.Err, nil, diags, color); err != nil {
		return nil, err
	}
	return whole, nil
}

// fromParts is the report on what other jobs have analysed. The selection is
// ours: what was not asked for counts as outside.
func (in *inputs) fromParts(ctx context.Context) (*analyzer.Report, error) {
	whole, err := mergeParts(in.streams, in.plans.Facts, "")
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, p := range whole.Order {
		known[p] = true
	}
	for _, st := range in.Order {
		if !known[st.Path] {
			return nil, fmt.Errorf("the stack %s is not in the analysis, which is of another commit or project; run tofuspec analyze again", st.Path)
		}
	}
	if err := in.sameCommit(ctx, whole); err != nil {
		return nil, err
	}
	for _, f := range whole.Facts {
		if st := in.Project.Stack(f.Stack.Path); st != nil {
			f.Stack.Outside = !in.chosen[st]
		}
	}
	in.analysis = whole
	return analyzer.Join(whole.Facts, analyzer.Joined{Order: whole.Order, History: whole.History}), nil
}

// sameCommit tells when the analysis is of other files than those at hand: a
// gate does not judge by it, everything else says so and goes on.
func (in *inputs) sameCommit(ctx context.Context, whole *analyzer.Part) error {
	here := in.commit(ctx)
	if here == "" || whole.Commit == "" || here == whole.Commit {
		return nil
	}
	d := &hcl.Diagnostic{
		Severity: hcl.DiagWarning, Summary: "Analysis of another commit",
		Detail: fmt.Sprintf("%s tells of commit %s, and the files here are of %s. Run tofuspec analyze again, or check out the commit.",
			strings.Join(in.plans.Facts, ", "), whole.Commit, here),
	}
	if in.plans.SameCommit {
		d.Severity = hcl.DiagError
	}
	return in.report(hcl.Diagnostics{d})
}

// part analyses a share of the stacks. Those that were asked for are shared
// out first, in run order, so that the shares are those that `tofuspec stacks`
// lists for the same flags; then the others, so that all shares together
// cover the project.
func (in *inputs) part(ctx context.Context, share *analyzer.Share) (*analyzer.Part, error) {
	asked, diags := in.Project.RunOrder(in.Selected)
	if err := in.report(diags); err != nil {
		return nil, err
	}
	mine := map[*stacks.Stack]bool{}
	for i, st := range asked {
		mine[st] = share.Has(i)
	}
	others := 0
	for _, st := range in.Order {
		if !in.chosen[st] {
			mine[st] = share.Has(others)
			others++
		}
	}
	order := in.Order
	in.Order = slices.DeleteFunc(slices.Clone(order), func(st *stacks.Stack) bool { return !mine[st] })
	found, err := in.facts(ctx)
	in.Order = order
	if err != nil {
		return nil, err
	}
	defer in.base.close()
	for _, f := range found {
		f.Stack.Outside = false // who reads the file selects
	}
	across := in.across()
	p := &analyzer.Part{
		Version: versionText(), Commit: in.commit(ctx), Share: share, Order: across.Order, History: across.History, Facts: found,
	}
	if env, err := environ(in.streams, "auto"); err == nil && env.Service == publish.ToGitHub && env.Commit != p.Commit {
		p.Head = env.Commit
	}
	return p, nil
}

// commit is what the project stands at: what the CI system says, or git.
func (in *inputs) commit(ctx context.Context) string {
	env := in.streams.Env
	if c := cmp.Or(env("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"), env("CI_COMMIT_SHA"), env("GITHUB_SHA")); c != "" {
		return c
	}
	repo, err := git.Open(ctx, in.Project.Root)
	if err != nil {
		return ""
	}
	head, err := repo.Commit(ctx)
	if err != nil {
		return ""
	}
	return head
}

// environ reads the CI system's variables.
func environ(s streams, to string) (publish.Environment, error) {
	service, err := publish.ParseService(to, s.Env)
	if err != nil {
		return publish.Environment{}, err
	}
	return publish.Environ(service, s.Env, os.ReadFile)
}
