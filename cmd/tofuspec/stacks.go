package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/stacks"
)

// stacksOptions are the flags of `tofuspec stacks`.
type stacksOptions struct {
	chdir    string
	sel      selection
	runOrder bool
	why      bool
	json     bool
	format   string
	share    string
	script   string
	spread   stacks.Spread
	enable   []string
	disable  []string
	streams  streams
}

func newStacksCmd(s streams) *cobra.Command {
	o := &stacksOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "stacks",
		Short: "List stacks as Terramate would",
		Long: `Lists the stacks below the working folder as "terramate list" does: one path a
line, relative to that folder. The selection flags mean what they mean there.`,
		Example: `  tofuspec stacks --run-order
  tofuspec stacks --changed --why -B origin/main
  tofuspec stacks --tags prod:eu --format table
  tofuspec stacks --json | jq -r '.stacks[] | select(.changed) | .plan_file'`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = chdir(cmd)
			return runStacks(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	o.sel.register(f)
	f.BoolVar(&o.runOrder, "run-order", false, "in the order in which the stacks run")
	f.BoolVar(&o.why, "why", false, "with --changed: say why each stack counts as changed")
	f.StringSliceVar(&o.enable, "enable-change-detection", nil, "count these as changes too: `git-untracked`, git-uncommitted")
	f.StringSliceVar(&o.disable, "disable-change-detection", nil, "do not count these as changes: `git-untracked`, git-uncommitted")
	f.StringVar(&o.share, "share", "", "only share `N/M` of these, as given out in run order to the jobs of a matrix")
	registerSpread(f, &o.spread)
	chooseVar(f, &o.format, "format", "lines", "formats", "`FORMAT` of the output", "lines", "table", "json")
	f.BoolVar(&o.json, "json", false, "same as --format json")
	f.StringVar(&o.script, "script", "preview", "`NAME` of the Terramate script that writes the plans, for json and table")
	return cmd
}

// chdir returns the folder that the command works in.
func chdir(cmd *cobra.Command) string {
	dir, err := cmd.Flags().GetString("chdir")
	if err != nil {
		return "."
	}
	return dir
}

// stackList is what `tofuspec stacks` found, before it is printed.
type stackList struct {
	project  *stacks.Project
	selected []*stacks.Stack
	groups   [][]*stacks.Stack // of the run order, when asked for
	changes  *stacks.Changes   // nil when they are not known
	unknown  string            // why they are not
	history  *stacks.History   // only for JSON
	diags    hcl.Diagnostics
}

func runStacks(ctx context.Context, o *stacksOptions) error {
	list := o.find(ctx)
	defer list.history.Close() //nolint:errcheck // it only read
	var err error
	var out bytes.Buffer
	if !list.diags.HasErrors() {
		err = o.write(&out, &list)
	}
	if said := report(o.streams.Err, list.project.Sources(), list.diags, colors(o.streams.Err, o.streams.Env)); said != nil {
		return said
	}
	if err != nil {
		return err
	}
	if _, err := out.WriteTo(o.streams.Out); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	return nil
}

// write writes the list in the format asked for.
func (o *stacksOptions) write(w io.Writer, list *stackList) error {
	switch o.format {
	case "json":
		return list.writeJSON(w, o.script)
	case "table":
		return list.writeTable(w, o.script)
	}
	if !list.project.Terramate {
		// Terramate would list nothing here, and so do the plain lines.
		return list.plainHint(o.streams.Err, isTerminal(o.streams.Err))
	}
	for _, s := range list.selected {
		rel, err := filepath.Rel(list.project.Dir, s.Path)
		if err != nil {
			return fmt.Errorf("shorten the path of stack %s: %w", s.Path, err)
		}
		rel = filepath.ToSlash(rel)
		if o.why {
			rel += " - " + list.changes.Why(s)
		}
		fmt.Fprintln(w, rel)
	}
	return nil
}

// plainHint says what there is in a folder without Terramate. Outside git it
// is an error, as it is for Terramate, which finds no project there. In a
// repository without any code Terramate says nothing, and nothing is said
// unless a person looks on.
func (l *stackList) plainHint(w io.Writer, terminal bool) error {
	hint := "there is no Terramate project here, and no folder with OpenTofu code"
	if n := len(l.project.Stacks); n > 0 {
		hint = fmt.Sprintf("there is no Terramate project here; plain OpenTofu folders: %d (--format json or table lists them)", n)
	}
	if !l.project.Git {
		return errors.New(hint)
	}
	if len(l.project.Stacks) > 0 || terminal {
		fmt.Fprintln(w, "Note:", hint)
	}
	return nil
}

// find loads the project and selects stacks in the order of Terramate: what
// changed, below the working folder, by tags, then along dependencies.
func (o *stacksOptions) find(ctx context.Context) stackList {
	var list stackList
	if o.json {
		o.format = "json"
	}
	change, wrong := o.changeOptions()
	if wrong != "" {
		list.diags = hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Flags do not fit together", Detail: wrong}}
		return list
	}
	var share *analyzer.Share
	if o.share != "" {
		var err error
		if share, err = analyzer.ParseShare(o.share); err != nil {
			list.diags = hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Not a share", Detail: "--share: " + err.Error() + "."}}
			return list
		}
	}
	list.project, list.diags = stacks.Load(ctx, o.chdir)
	p := list.project
	if o.nothingChanged(ctx, p, list.diags, change) {
		for _, d := range list.diags {
			d.Severity = hcl.DiagWarning
		}
		list.changes = &stacks.Changes{}
		return list
	}
	if p == nil || list.diags.HasErrors() {
		return list
	}
	query, more := stacks.ParseTags(o.sel.Tags, o.sel.NoTags)
	if list.add(more) {
		return list
	}
	list.selected = p.Stacks
	if !p.Git {
		list.unknown = "the project is in no git repository."
	}
	if o.sel.Changed || o.format == "json" && p.Git {
		list.changes, more = p.Changed(ctx, change)
		switch {
		case o.sel.Changed || o.sel.GitChangeBase != "":
			if list.add(more) {
				return list
			}
			if o.sel.Changed {
				list.selected = list.changes.List()
			}
		case more.HasErrors():
			list.changes, list.unknown = nil, firstProblem(more)
		}
		if list.changes != nil && o.format == "json" {
			list.history, more = p.History(ctx, list.changes, o.script)
			list.add(more)
		}
	}
	list.selected = query.Filter(stacks.Below(list.selected, p.Dir))
	list.selected, more = p.Spread(list.selected, o.spread)
	if list.add(more) {
		return list
	}
	if !o.runOrder && o.share == "" {
		return list
	}
	ordered, more := o.ordered(p, &list)
	if list.add(more) {
		return list
	}
	mine := map[*stacks.Stack]bool{}
	for i, st := range ordered {
		mine[st] = share.Has(i)
	}
	if o.runOrder {
		list.selected = ordered
		if o.format == "table" {
			list.groups, more = p.RunGroups(ordered)
			list.add(more)
		}
	}
	list.selected = slices.DeleteFunc(slices.Clone(list.selected), func(st *stacks.Stack) bool { return !mine[st] })
	return list
}

// nothingChanged tells whether an empty list of changed stacks is right in spite
// of errors in stacks: Terramate does not look at them when no file changed.
func (o *stacksOptions) nothingChanged(ctx context.Context, p *stacks.Project, diags hcl.Diagnostics, change stacks.ChangeOptions) bool {
	if p == nil || !o.sel.Changed || !o.spread.IsZero() || o.format == "json" || !stacks.OnlyLate(diags) {
		return false
	}
	if _, wrong := stacks.ParseTags(o.sel.Tags, o.sel.NoTags); wrong.HasErrors() {
		return false
	}
	changes, wrong := p.Changed(ctx, change)
	return !wrong.HasErrors() && len(changes.Files)+len(changes.Dirty) == 0
}

// ordered puts the selected stacks in run order, for a list of changed stacks
// as Terramate lists them.
func (o *stacksOptions) ordered(p *stacks.Project, list *stackList) ([]*stacks.Stack, hcl.Diagnostics) {
	if o.sel.Changed && o.spread.KeepsSelection() {
		return p.ListOrder(list.selected, list.changes)
	}
	return p.RunOrder(list.selected)
}

// add collects diagnostics and tells whether they hold an error.
func (l *stackList) add(diags hcl.Diagnostics) bool {
	l.diags = append(l.diags, diags...)
	return diags.HasErrors()
}

// changeOptions reads the change detection flags, or says what is wrong.
func (o *stacksOptions) changeOptions() (stacks.ChangeOptions, string) {
	change := stacks.ChangeOptions{Base: o.sel.GitChangeBase}
	if o.why && !o.sel.Changed {
		return change, "--why says why stacks count as changed, so it needs --changed."
	}
	set := func(names []string, value bool) string {
		for _, name := range names {
			at := &change.Untracked
			switch name {
			case "git-untracked":
			case "git-uncommitted":
				at = &change.Uncommitted
			default:
				return fmt.Sprintf("%q is neither git-untracked nor git-uncommitted.", name)
			}
			if *at != nil && **at != value {
				return name + " cannot be both enabled and disabled."
			}
			*at = &value
		}
		return ""
	}
	if wrong := set(o.enable, true); wrong != "" {
		return change, wrong
	}
	return change, set(o.disable, false)
}

// firstProblem is the detail of the first error.
func firstProblem(diags hcl.Diagnostics) string {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d.Detail
		}
	}
	return ""
}
