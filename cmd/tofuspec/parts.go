package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/publish"
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

// fromParts is the report on what other jobs have analysed.
func (in *inputs) fromParts() (*analyzer.Report, error) {
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
			return nil, fmt.Errorf("the stack %s is not in the analysis, which is of another commit or selection", st.Path)
		}
	}
	return analyzer.Join(whole.Facts, analyzer.Joined{Order: whole.Order, History: whole.History}), nil
}

// part analyses a share of the stacks.
func (in *inputs) part(ctx context.Context, share *analyzer.Share) (*analyzer.Part, error) {
	order := in.Order
	in.Order = nil
	for i, st := range order {
		if share.Has(i) {
			in.Order = append(in.Order, st)
		}
	}
	found, err := in.facts(ctx)
	in.Order = order
	if err != nil {
		return nil, err
	}
	defer in.base.close()
	across := in.across()
	return &analyzer.Part{
		Version: versionText(), Commit: in.commit(ctx), Share: share, Order: across.Order, History: across.History, Facts: found,
	}, nil
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
