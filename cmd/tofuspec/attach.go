package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/publish"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// attachOptions are the flags of `tofuspec attach`.
type attachOptions struct {
	streams     streams
	chdir       string
	selection   selection
	plans       planOptions
	to          string
	key         string
	environment string
	mode        string
	dir         string
	spec        string
	wholeURL    string
	number      int
	noComment   bool
	dryRun      bool
	debug       bool
}

func newAttachCmd(s streams) *cobra.Command {
	o := &attachOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "attach",
		Short: "Put the report where reviewers are: a comment, a job summary, files",
		Long: `Attach writes the report on the plans as a comment on the pull or merge request,
as the job's summary and outputs (GitHub), and as files for artifacts. Where to
is read from the CI system's variables, or given by --to.

There is one comment a key, updated in place; nothing is posted when nothing
changes and nothing was said before. A run for an older commit never overwrites
a newer one's. A comment that somebody has edited is left alone.

On GitHub the token is GITHUB_TOKEN and needs pull-requests: write; on GitLab
it is TOFUSPEC_GITLAB_TOKEN or GITLAB_TOKEN with the scope api. Requests from
forks have no such token: then only the summary and the files are written.`,
		Example: `  tofuspec attach --environment prod
  tofuspec attach --dry-run                  # print what would be posted
  tofuspec attach --to files --dir report    # for any other system
  tofuspec attach --facts facts.json         # after tofuspec merge`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runAttach(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.selection.register(f)
	o.plans.register(f)
	o.plans.registerFacts(f)
	chooseVar(f, &o.to, "to", "auto", "places", "`PLACE` to write to", "github", "gitlab", "files", "auto")
	f.StringVar(&o.key, "key", "", "`KEY` of the comment, one comment each (default: the project's folder and the environment)")
	f.StringVar(&o.environment, "environment", "", "`NAME` of the environment, shown in the heading")
	chooseVar(f, &o.mode, "mode", "update", "modes", "`MODE`: update the comment, add a new one, or recreate it at the end of the thread", "update", "new", "recreate")
	f.StringVar(&o.dir, "dir", "", "`DIR` to write the report's files to, for artifacts")
	f.StringVar(&o.spec, "spec", "", "`FILE` of the draft, to be linked")
	f.StringVar(&o.wholeURL, "report-url", "", "`URL` of the whole report, named where the comment had to be shortened")
	f.IntVar(&o.number, "number", 0, "`NUMBER` of the pull or merge request (default: from the environment)")
	f.BoolVar(&o.noComment, "no-comment", false, "write summary and files only")
	f.BoolVar(&o.dryRun, "dry-run", false, "print what would be posted, and post and write nothing")
	f.BoolVar(&o.debug, "debug", false, "log requests to standard error, without tokens and texts")
	return cmd
}

func runAttach(ctx context.Context, o *attachOptions) error {
	mode, err := publish.ParseMode(o.mode)
	if err != nil {
		return fmt.Errorf("--mode: %w", err)
	}
	env, err := environ(o.streams, o.to)
	if err != nil {
		return err
	}
	if o.number > 0 {
		env.Number = o.number
	}
	if env.Service == publish.ToFiles && o.dir == "" && !o.dryRun {
		return errors.New("no CI system is known here: say --to github or gitlab, or name a folder for files with --dir")
	}
	o.selection.Quiet = true
	in, err := openProject(ctx, o.streams, o.chdir, o.selection, o.plans)
	if err != nil {
		return err
	}
	r, err := in.joined(ctx)
	if err != nil {
		return err
	}
	a := &attachment{options: o, in: in, report: r, env: env, mode: mode}
	if a.env.Commit == "" {
		a.env.Commit = in.commit(ctx)
	}
	if part := in.analysis; part != nil { // the report is of what was analysed
		of := cmp.Or(part.Head, part.Commit, a.env.Commit)
		if env.Exact && of != env.Commit {
			return fmt.Errorf("the facts are of commit %s, and the run that this one follows was for %s", of, env.Commit)
		}
		a.env.Commit = of
	}
	a.say = render.CommentOptions{
		Title: o.environment, Commit: a.env.Commit, Whole: o.wholeURL, RunURL: env.RunURL, Spec: o.spec,
	}
	if o.spec != "" {
		a.say.SpecURL = a.env.FileURL(in.inRepository(ctx, o.spec), 0)
		if a.say.Stayed, err = a.stayed(); err != nil {
			return err
		}
	}
	if prefix := in.prefix(ctx); a.env.FileURL("", 0) != "" {
		a.say.FileURL = func(file string, line int) string { return a.env.FileURL(path.Join(prefix, file), line) }
	}
	if err := a.run(ctx); err != nil {
		return publish.Secrets{env.API.Token}.Error(err)
	}
	return in.partial(r)
}

// inRepository writes a path as seen from the repository's root.
func (in *inputs) inRepository(ctx context.Context, file string) string {
	return strings.TrimPrefix(filepath.ToSlash(filepath.Join(in.prefix(ctx), in.inProject(file))), "/")
}

// An attachment is one run of the command.
type attachment struct {
	options *attachOptions
	in      *inputs
	report  *analyzer.Report
	env     publish.Environment
	mode    publish.Mode
	say     render.CommentOptions
}

func (a *attachment) text(limit int) string { return render.Comment(a.report, limit, a.say) }

// post is the comment.
func (a *attachment) post(ctx context.Context) publish.Post {
	key := a.options.key
	if key == "" {
		key = a.in.prefix(ctx)
		if key == "" {
			key = "."
		}
		if a.options.environment != "" {
			key += "@" + a.options.environment
		}
	}
	return publish.Post{
		Key: key, Commit: a.env.Commit, Run: a.env.Run, Attempt: a.env.Attempt, Empty: render.Empty(a.report), Text: a.text,
	}
}

func (a *attachment) run(ctx context.Context) error {
	o := a.options
	if o.dryRun {
		limit := 65536
		if a.env.Service != publish.ToGitHub {
			limit = 1_000_000
		}
		_, err := fmt.Fprintln(o.streams.Out, a.post(ctx).Body(limit))
		return err
	}
	if o.dir != "" {
		if err := a.files(); err != nil {
			return err
		}
	}
	if a.env.Summary != "" {
		if err := publish.AppendSummary(a.env.Summary, a.text); err != nil {
			return fmt.Errorf("write the job's summary: %w", err)
		}
	}
	result, failed := a.comment(ctx)
	if a.env.Outputs != "" { // later steps count on them, also where the comment failed
		outputs := append(facts(a.report), publish.Pair{Name: "comment", Value: string(result.Outcome)},
			publish.Pair{Name: "comment-url", Value: result.URL})
		if err := publish.AppendOutputs(a.env.Outputs, outputs); err != nil {
			return errors.Join(failed, fmt.Errorf("write the outputs: %w", err))
		}
	}
	return failed
}

// comment keeps the comment, where there is a request and a token for it.
func (a *attachment) comment(ctx context.Context) (publish.Result, error) {
	s := a.options.streams
	switch {
	case a.options.noComment, a.env.Service == publish.ToFiles:
		return publish.Result{}, nil
	case a.env.Number == 0:
		fmt.Fprintln(s.Err, "No comment: the run belongs to no pull or merge request.")
		return publish.Result{}, nil
	case a.env.API.Token == "" && a.env.Fork:
		fmt.Fprintln(s.Err, "No comment: the request comes from a fork, whose runs get no token that may write.")
		return publish.Result{}, nil
	case a.env.API.Token == "":
		return publish.Result{}, errors.New("no token: set GITHUB_TOKEN (GitHub) or GITLAB_TOKEN (GitLab), or say --no-comment")
	}
	if a.options.debug {
		a.env.API.Log = func(line string) { fmt.Fprintln(s.Err, "debug:", escape.Terminal(line)) }
	}
	thread, err := a.env.Thread()
	if err != nil {
		return publish.Result{}, err
	}
	keeper := &publish.Keeper{Thread: thread, Mode: a.mode, Exact: a.env.Exact}
	result, err := keeper.Keep(ctx, a.post(ctx))
	switch {
	case errors.Is(err, publish.ErrDenied) && a.env.Fork:
		fmt.Fprintln(s.Err, "No comment: the request comes from a fork, whose token may not write.")
		return publish.Result{}, nil
	case errors.Is(err, publish.ErrDenied):
		return result, fmt.Errorf("post the comment: %w (on GitHub the job needs `permissions: pull-requests: write`, "+
			"on GitLab the token needs the scope api)", err)
	case err != nil:
		return result, fmt.Errorf("post the comment: %w", err)
	}
	line := "Comment " + string(result.Outcome)
	if result.URL != "" {
		line += ": " + escape.Terminal(result.URL)
	}
	fmt.Fprintln(s.Err, line)
	for _, note := range result.Notes {
		fmt.Fprintf(s.Err, "Note: %s.\n", escape.Terminal(note))
	}
	return result, nil
}

// files writes the report's files. terraform.json is the report that GitLab
// shows beside a merge request.
func (a *attachment) files() error {
	dir := a.options.dir
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // artifacts are read by others
		return fmt.Errorf("write the report: %w", err)
	}
	n := tally(a.report)
	for name, text := range map[string]string{
		"comment.md":     a.text(1_000_000),
		"terraform.json": fmt.Sprintf("{\"create\":%d,\"update\":%d,\"delete\":%d}\n", n.Add, n.Change, n.Destroy),
		"outputs.env":    dotenv(facts(a.report)),
	} {
		if err := publish.WriteFile(filepath.Join(dir, name), []byte(text)); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	}
	return nil
}

// counts are the numbers of the tools' own "Plan:" line, over all stacks.
type counts struct{ Add, Change, Destroy, Replace, Stacks, Missing int }

func tally(r *analyzer.Report) counts {
	var n counts
	for _, f := range r.Stacks {
		c := f.PlanRef.Counts
		n.Add += c.Add
		n.Change += c.Change
		n.Destroy += c.Destroy
		n.Replace += c.Replace
		if c.Add+c.Change+c.Destroy+c.Import+c.Move+c.Forget+c.Output > 0 {
			n.Stacks++
		}
		if f.PlanRef.State != analyzer.PlanRead {
			n.Missing++
		}
	}
	return n
}

// facts are the outputs of the step.
func facts(r *analyzer.Report) []publish.Pair {
	n := tally(r)
	out := []publish.Pair{
		{Name: "changes", Value: strconv.FormatBool(!render.Empty(r))},
		{Name: "stacks", Value: strconv.Itoa(n.Stacks)},
		{Name: "add", Value: strconv.Itoa(n.Add)},
		{Name: "change", Value: strconv.Itoa(n.Change)},
		{Name: "destroy", Value: strconv.Itoa(n.Destroy)},
		{Name: "replace", Value: strconv.Itoa(n.Replace)},
		{Name: "missing-plans", Value: strconv.Itoa(n.Missing)},
	}
	if m := r.Migration; m != nil {
		word := "no"
		switch {
		case m.Required:
			word = "yes"
		case m.Undecided:
			word = "undecided"
		}
		out = append(out, publish.Pair{Name: "migration", Value: word})
	}
	if a := r.Risk; a != nil {
		out = append(out, publish.Pair{Name: "rollback", Value: string(a.Rollback)}, publish.Pair{Name: "downtime", Value: string(a.Downtime)})
	}
	return out
}

// dotenv writes outputs as GitLab reads them from a dotenv report.
func dotenv(pairs []publish.Pair) string {
	var b strings.Builder
	for _, p := range pairs {
		fmt.Fprintf(&b, "TOFUSPEC_%s=%s\n", strings.ToUpper(strings.ReplaceAll(p.Name, "-", "_")), p.Value)
	}
	return b.String()
}
