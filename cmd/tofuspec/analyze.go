package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/publish"
)

// analyzeOptions are the flags of `tofuspec analyze`.
type analyzeOptions struct {
	streams   streams
	chdir     string
	selection selection
	plans     planOptions
	out       string
	share     string
}

func newAnalyzeCmd(s streams) *cobra.Command {
	o := &analyzeOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "analyze",
		Short: "Write what the plans tell to a file, to be merged in another job",
		Long: `Analyze reads the stacks and their plans and writes what it finds to one file of
versioned JSON, without secrets. Jobs of a matrix each analyze a share of the
stacks, and the last job merges the files. The merged file is the same, byte
for byte, as that of one run over everything.

Shares are counted from 1, and neighbours in run order go to different shares.
Stacks selected by --changed, --tags and --no-tags are shared out evenly, as
"tofuspec stacks" shares them out for the same flags; the others follow, since
the report tells who among them depends on what changes. Jobs that share out
stacks in a way of their own leave --share away: a plan that one of them has
counts for all.`,
		Example: `  tofuspec analyze --out facts.json               # everything
  tofuspec analyze --share 3/50 --out part-3.json # one job of fifty

  # one job of fifty that previews what changed
  tofuspec stacks --changed --run-order --share 3/50
  tofuspec analyze --changed --share 3/50 --out part-3.json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runAnalyze(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.selection.register(f)
	o.plans.register(f)
	f.StringVarP(&o.out, "out", "o", "-", "`FILE` to write, or - for standard output")
	f.StringVar(&o.share, "share", "", "only the stacks of share `N/M`, as given out in run order")
	return cmd
}

func runAnalyze(ctx context.Context, o *analyzeOptions) error {
	var share *analyzer.Share
	if o.share != "" {
		var err error
		if share, err = analyzer.ParseShare(o.share); err != nil {
			return err
		}
	}
	o.selection.Quiet = true
	in, err := openProject(ctx, o.streams, o.chdir, o.selection, o.plans)
	if err != nil {
		return err
	}
	p, err := in.part(ctx, share)
	if err != nil {
		return err
	}
	if err := writePart(o.streams, o.out, p); err != nil {
		return err
	}
	return in.partial(&analyzer.Report{Stacks: p.Facts})
}

// writePart writes a part whole or not at all.
func writePart(s streams, out string, p *analyzer.Part) error {
	var b bytes.Buffer
	if err := analyzer.WritePart(&b, p); err != nil {
		return fmt.Errorf("write the analysis: %w", err)
	}
	if out == "-" {
		_, err := s.Out.Write(b.Bytes())
		return err
	}
	if err := publish.WriteFile(out, b.Bytes()); err != nil {
		return fmt.Errorf("write the analysis: %w", err)
	}
	return nil
}
