package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/stacks"
)

// stacksOptions are the flags of `tofuspec stacks`.
type stacksOptions struct {
	chdir    string
	sel      selection
	runOrder bool
	why      bool
	streams  streams
}

func newStacksCmd(s streams) *cobra.Command {
	o := &stacksOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "stacks",
		Short: "List stacks as Terramate would",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = chdir(cmd)
			return runStacks(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.sel.register(f)
	f.BoolVar(&o.runOrder, "run-order", false, "in the order in which the stacks run")
	f.BoolVar(&o.why, "why", false, "with --changed: say why a stack counts as changed")
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

func runStacks(ctx context.Context, o *stacksOptions) error {
	p, diags := stacks.Load(ctx, o.chdir)
	if diags.HasErrors() {
		return report(o.streams.Err, p.Sources(), diags, false)
	}
	query, more := stacks.ParseTags(o.sel.Tags, o.sel.NoTags)
	if more.HasErrors() {
		return report(o.streams.Err, nil, more, false)
	}
	sel := query.Filter(p.In(p.Dir))
	if o.runOrder {
		var more hcl.Diagnostics
		if sel, more = p.RunOrder(sel); more.HasErrors() {
			return report(o.streams.Err, p.Sources(), more, false)
		}
	}
	for _, s := range sel {
		rel, err := filepath.Rel(p.Dir, s.Path)
		if err != nil {
			rel = s.Path
		}
		fmt.Fprintln(o.streams.Out, filepath.ToSlash(rel))
	}
	return nil
}
