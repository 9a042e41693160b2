package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
)

// mergeOptions are the flags of `tofuspec merge`.
type mergeOptions struct {
	streams streams
	out     string
	commit  string
	strict  bool
}

func newMergeCmd(s streams) *cobra.Command {
	o := &mergeOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "merge FILES...",
		Short: "Join what the jobs of a matrix have analysed",
		Long: `Merge joins files that tofuspec analyze wrote, in any order, into one. A file of
another commit, of another tofuspec, or that contradicts another is named and
nothing is written. A share or a stack that no file covers is named, and the
stack counts as one without a plan. The result goes to --facts of draft,
blast, migrate, check and attach.`,
		Example: `  tofuspec merge parts/*.json --out facts.json
  tofuspec attach --facts facts.json`,
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return errors.New("name the files to merge, as in tofuspec merge parts/*.json --out facts.json")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runMerge(o, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "-", "`FILE` to write, or - for standard output")
	f.StringVar(&o.commit, "commit", "", "`COMMIT` that all files must be of (default: that of most)")
	f.BoolVar(&o.strict, "strict", false, "exit with 3 when a stack is in no file or its plan is missing")
	return cmd
}

func runMerge(o *mergeOptions, files []string) error {
	whole, err := mergeParts(o.streams, files, o.commit)
	if err != nil {
		return err
	}
	if err := writePart(o.streams, o.out, whole); err != nil {
		return err
	}
	if !o.strict {
		return nil
	}
	for _, f := range whole.Facts {
		if f.PlanRef.State != analyzer.PlanRead {
			return &exitError{Code: exitPartial, Err: fmt.Errorf("%s has no plan that could be read: %s", f.Stack.Path, f.PlanRef.Note)}
		}
	}
	return nil
}
