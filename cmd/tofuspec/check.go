package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/gate"
	"github.com/tofuspec/tofuspec/stacks/git"
)

// checkOptions are the flags of `tofuspec check`.
type checkOptions struct {
	streams   streams
	chdir     string
	selection selection
	plans     planOptions
	failOn    []string
	format    string
	draft     string
}

func newCheckCmd(s streams) *cobra.Command {
	o := &checkOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Fail when a change crosses the team's thresholds",
		Long: `Check holds the plans against thresholds and ends with exit code 2 and one line
a reason when one is crossed. The thresholds are

  migration            state has to be migrated before the apply
  undecided-migration  plan and files do not settle whether it has to
  irreversible         the change cannot be rolled back
  full-outage          something is down while the change is applied
  stateful-destroy     a resource that holds data is destroyed or replaced
  exposure             something is opened up: network, access, encryption
  errored-plan         a plan ended with an error, or could not be read
  missing-plan         a stack has no plan that could be read
  stale-draft          the spec given by --draft is not up to date

Without a word from anybody it fails on all but the last two. A repository
says its own in .tofuspec.hcl, also by stack, and accepts exceptions there with
a reason and a last day:

  check {
    fail_on = ["migration", "full-outage", "errored-plan"]
    rule "tag:prod" {
      fail_on = ["all"]
    }
    exception "stateful-destroy" {
      stack   = "/opentofu/cache"
      address = "aws_elasticache_cluster.*"
      reason  = "The cache can be rebuilt"
      expires = "2027-01-31"
    }
  }

The format github writes workflow commands, which become annotations on the
line that declares the resource.`,
		Example: `  tofuspec check --fail-on migration,full-outage
  tofuspec check --tags prod --fail-on all --draft docs/specs/active/0007-nat.md
  tofuspec check --format sarif > tofuspec.sarif`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runCheck(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.selection.register(f)
	o.plans.register(f)
	o.plans.registerFacts(f)
	f.StringSliceVar(&o.failOn, "fail-on", nil, "`THRESHOLDS` to fail on, instead of what .tofuspec.hcl says; all, none, or names")
	chooseVar(f, &o.format, "format", "text", "formats", "`FORMAT` of the output", "text", "json", "sarif", "github")
	f.StringVar(&o.draft, "draft", "", "`FILE` of the spec, which must be up to date")
	return cmd
}

func runCheck(ctx context.Context, o *checkOptions) error {
	formats := map[string]func(gate.Writer, io.Writer, *gate.Result) error{
		"text": gate.Writer.Text, "json": gate.Writer.JSON, "sarif": gate.Writer.SARIF, "github": gate.Writer.GitHub,
	}
	write := formats[o.format]
	var failOn []gate.Threshold
	if o.failOn != nil {
		var err error
		if failOn, err = gate.Parse(o.failOn); err != nil {
			return fmt.Errorf("--fail-on: %w", err)
		}
	}
	o.selection.Quiet, o.plans.SameCommit = true, true
	in, err := openProject(ctx, o.streams, o.chdir, o.selection, o.plans)
	if err != nil {
		return err
	}
	r, err := in.joined(ctx)
	if err != nil {
		return err
	}
	now, err := today(o.streams.Env)
	if err != nil {
		return err
	}
	opts := gate.Options{FailOn: failOn, Selected: in.selects(), Today: now}
	if o.draft != "" {
		if opts.StaleDraft, err = o.stale(ctx, in, r); err != nil {
			return err
		}
		opts.Draft = in.inProject(o.draft)
	}
	result, diags := gate.Hold(r, in.Settings.Check, opts)
	if err := in.report(diags); err != nil {
		return err
	}
	if err := write(gate.Writer{Prefix: in.prefix(ctx), Version: versionText()}, o.streams.Out, result); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	for _, note := range result.Notes {
		fmt.Fprintf(o.streams.Err, "Note: %s.\n", escape.Terminal(note))
	}
	if result.Closed() {
		return &exitError{Code: exitThreshold}
	}
	return in.partial(r)
}

// selects returns which stacks were asked for.
func (in *inputs) selects() func(string) bool {
	asked := map[string]bool{}
	for _, st := range in.Selected {
		asked[st.Path] = true
	}
	return func(path string) bool { return asked[path] }
}

// stale says in what way the draft differs from what `tofuspec draft` would
// write now, "" when it does not.
func (o *checkOptions) stale(ctx context.Context, in *inputs, r *analyzer.Report) (string, error) {
	d := &draftOptions{streams: o.streams, chdir: o.chdir, selection: o.selection, plans: o.plans, out: o.draft}
	tmpl, err := d.readTemplate(in)
	if err != nil {
		return "", err
	}
	s, err := d.open(ctx, in, r, tmpl)
	switch {
	case err != nil:
		return "", err
	case s.old == nil:
		return "the draft does not exist", nil
	}
	fragments := specgen.Fragments(r, s.header)
	specgen.Keep(fragments, s.doc, specgen.Header{Issue: s.header.Issue})
	fresh, _ := s.doc.Fill(fragments, s.options...)
	if bytes.Equal(s.old, fresh) {
		return "", nil
	}
	return fmt.Sprintf("the draft differs from the plans from line %d on", firstDifference(string(s.old), string(fresh))), nil
}

// firstDifference returns the line, from 1, in which two texts part.
func firstDifference(a, b string) int {
	n := 1
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return n
		}
		if a[i] == '\n' {
			n++
		}
	}
	return n
}

// inProject writes a path as seen from the project's root.
func (in *inputs) inProject(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(in.Project.Root, abs)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

// prefix is the project's root as seen from the repository's, which is what
// annotations count from.
func (in *inputs) prefix(ctx context.Context) string {
	repo, err := git.Open(ctx, in.Project.Root)
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(repo.Top(), in.Project.Root)
	if err != nil || strings.HasPrefix(rel, "..") {
		return ""
	}
	return filepath.ToSlash(rel)
}
