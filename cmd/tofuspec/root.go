package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// streams is what a command may touch of the outside: its standard streams
// and its environment.
type streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string
}

// run runs the program with args (without the program's name) and returns its
// exit code.
func run(ctx context.Context, args []string, s streams) int {
	root := newRootCmd(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && err.Error() != "" {
		fmt.Fprintln(s.Err, "Error:", err)
	}
	return exitCode(err)
}

// newRootCmd builds the command tree. Commands hold no state between runs.
func newRootCmd(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "tofuspec",
		Short: "Draft infrastructure change specs from Terramate stacks and OpenTofu plans",
		Long: `tofuspec reads a Terramate monorepo and the plans that a preview left behind,
and writes the first draft of the infrastructure change spec: what changes in
which stack, whether state must be migrated, what can break, and how to get back.`,
		Version:       versionText(),
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	noColor := root.PersistentFlags().Bool("no-color", false, "print without colours, as with NO_COLOR set")
	env := s.Env
	s.Env = func(name string) string {
		if name == "NO_COLOR" && *noColor {
			return "1"
		}
		return env(name)
	}
	root.PersistentFlags().StringP("chdir", "C", ".", "look for the project in `DIR`; the paths of other flags still count from here")
	root.AddCommand(
		newDraftCmd(s),
		newChangesCmd(s),
		newMigrateCmd(s),
		newStacksCmd(s),
		newBlastCmd(s),
		newCheckCmd(s),
		newAttachCmd(s),
		newAnalyzeCmd(s),
		newMergeCmd(s),
		newVersionCmd(s),
	)
	if man := newManCmd(s); man != nil {
		root.AddCommand(man)
	}
	root.SetFlagErrorFunc(flagError)
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Args = func(_ *cobra.Command, args []string) error {
			if cmd, _, err := root.Find(args); err != nil || cmd == root {
				return knownCommand(root, args)
			}
			return nil
		}
	}
	complete(root)
	return root
}
