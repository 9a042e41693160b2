package main

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/render"
	"github.com/tofuspec/tofuspec/stacks/git"
)

// header collects what the spec says of itself, from the flags, the
// environment of a CI job, and git, in this order.
func (o *draftOptions) header(ctx context.Context, in *inputs, r *analyzer.Report) (specgen.Header, error) {
	env := o.streams.Env
	now, err := today(env)
	if err != nil {
		return specgen.Header{}, err
	}
	h := specgen.Header{Date: now.Format(time.DateOnly), Title: cmp.Or(o.title, render.Title(r), "No change to the infrastructure")}
	var origin git.Origin
	if repo, err := git.Open(ctx, in.Project.Root); err == nil {
		origin = repo.Origin(ctx)
	}
	repository := specgen.RepositoryURL(origin.Remote)
	if server, name := env("GITHUB_SERVER_URL"), env("GITHUB_REPOSITORY"); server != "" && name != "" {
		repository = specgen.RepositoryURL(server + "/" + name)
	}
	if project := env("CI_PROJECT_URL"); project != "" {
		repository = specgen.RepositoryURL(project)
	}
	h.Author = cmp.Or(o.author, origin.Author, env("GITHUB_ACTOR"), env("GITLAB_USER_NAME"))
	if issue := cmp.Or(o.issue, env("TOFUSPEC_ISSUE")); issue != "" {
		h.Issue, err = specgen.ParseIssue(issue, repository)
		return h, err
	}
	o.branch = cmp.Or(jobBranch(env), origin.Branch)
	h.Issue = specgen.BranchIssue(o.branch, repository)
	return h, nil
}

// jobBranch is the branch that a CI job runs for; empty outside of one. A
// pull request's own number is none of an issue.
func jobBranch(env func(string) string) string {
	heads := func(name string) string {
		branch, ok := strings.CutPrefix(env(name), "refs/heads/")
		if !ok {
			return ""
		}
		return branch
	}
	return cmp.Or(
		env("GITHUB_HEAD_REF"), heads("GITHUB_REF"),
		env("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"), env("CI_COMMIT_BRANCH"), env("CI_COMMIT_REF_NAME"),
		env("BITBUCKET_BRANCH"), heads("SYSTEM_PULLREQUEST_SOURCEBRANCH"), heads("BUILD_SOURCEBRANCH"),
	)
}
