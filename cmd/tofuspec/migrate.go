package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// migrateOptions are the flags of `tofuspec migrate`.
type migrateOptions struct {
	streams streams
	chdir   string
	sel     selection
	plans   planOptions
	format  string
	write   bool
}

func newMigrateCmd(s streams) *cobra.Command {
	o := &migrateOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "migrate",
		Short: "Say whether state has to move, and print the blocks that do it",
		Long: `Migrate decides whether state has to be migrated before the change is applied,
gives the reasons, and prints moved, removed and import blocks or the commands
that make the plan harmless.

What the plans show is compared with what the files say and said at the git
base. A stack without a plan is judged by its files, and called undecided when
they do not settle it. Objects that belong together in more ways than one are
listed and never paired.`,
		Example: `  tofuspec migrate                                    # every stack
  tofuspec migrate --write                            # put the blocks into each stack
  tofuspec migrate -B main --plan network=plan.json --format json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runMigrate(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.sel.register(f)
	o.plans.register(f)
	o.plans.registerFacts(f)
	chooseVar(f, &o.format, "format", "text", "formats", "`FORMAT` of the output", "text", "markdown", "json")
	f.BoolVar(&o.write, "write", false, "write the blocks into "+render.MigrationsFile+" of each stack")
	return cmd
}

func runMigrate(ctx context.Context, o *migrateOptions) error {
	writers := map[string]func(io.Writer, *analyzer.Report) error{
		"text": func(w io.Writer, r *analyzer.Report) error {
			_, err := io.WriteString(w, render.MigrationText(r))
			return err
		},
		"markdown": func(w io.Writer, r *analyzer.Report) error {
			_, err := io.WriteString(w, render.Migration(r))
			return err
		},
		"json": func(w io.Writer, r *analyzer.Report) error { return render.WriteMigrationJSON(w, r.Migration) },
	}
	write := writers[o.format]
	in, err := openProject(ctx, o.streams, o.chdir, o.sel, o.plans)
	if err != nil {
		return err
	}
	r, err := in.joined(ctx)
	if err != nil {
		return err
	}
	if err := write(o.streams.Out, r); err != nil {
		return fmt.Errorf("print the verdict: %w", err)
	}
	if plansRead(r) == 0 {
		fmt.Fprintln(o.streams.Err, "No plan was read: the answer comes from the files and the git base alone.")
	}
	if o.write {
		if err := o.writeBlocks(in, r.Migration); err != nil {
			return err
		}
	}
	return in.partial(r)
}

// writeBlocks writes each stack's blocks, all or none: a file that exists with
// other content is somebody's work.
func (o *migrateOptions) writeBlocks(in *inputs, v *migration.Verdict) error {
	files := map[string][]byte{}
	for _, stack := range slices.Sorted(maps.Keys(v.Blocks)) {
		st := in.Project.Stack(stack)
		if st == nil {
			return fmt.Errorf("write the blocks of %s: there is no such stack any more", stack)
		}
		if render.Replaces(v.Blocks[stack]) {
			fmt.Fprintf(o.streams.Err, "Not written for %s: the encryption block replaces the one that is there.\n", stack)
			continue
		}
		path := filepath.Join(st.Dir, render.MigrationsFile)
		want := []byte(v.Blocks[stack])
		have, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			files[path] = want
		case err != nil:
			return fmt.Errorf("write the blocks of %s: %w", stack, err)
		case !bytes.Equal(have, want):
			return fmt.Errorf("write the blocks of %s: %s exists with other content; move or delete it first", stack, path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := specgen.Replace(path, nil, files[path]); err != nil {
			return fmt.Errorf("write the blocks: %w", err)
		}
		fmt.Fprintf(o.streams.Err, "Wrote %s\n", in.relative(path))
	}
	if len(files) == 0 {
		fmt.Fprintln(o.streams.Err, "Nothing to write.")
	}
	return nil
}
