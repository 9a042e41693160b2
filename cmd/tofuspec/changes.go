package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/specgen/render"
	"github.com/tofuspec/tofuspec/stacks"
)

// changesOptions are the flags of `tofuspec changes`.
type changesOptions struct {
	streams streams
	chdir   string
	sel     selection
	plans   planOptions
	format  string
	details bool
	values  bool
	noOps   bool
}

func newChangesCmd(s streams) *cobra.Command {
	o := &changesOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "changes",
		Short: "List what the plans would do, per stack and resource",
		Long: `Lists what the plan of each stack would do: every resource with what happens to
it and why, moves and imports, drift, outputs, and the counts. A stack without
a plan, and a plan that failed or leaves resources out, is named.

Values are never printed unless --values asks for them, and then only those
that the plan does not mark sensitive. Plans older than Terraform 0.15 mark
none, so of them no value is printed.

--format json writes one document, described by docs/changes.schema.json.`,
		Example: `  tofuspec changes                                   # every stack below this folder
  tofuspec changes --tags prod --details             # with the attribute paths that change
  tofu show -json out.tfplan | tofuspec changes --plan - --format json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = chdir(cmd)
			return runChanges(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.sel.register(f)
	o.plans.register(f)
	chooseVar(f, &o.format, "format", "text", "formats", "`FORMAT` of the output", "text", "markdown", "json")
	f.BoolVar(&o.details, "details", false, "list the attribute paths that change")
	f.BoolVar(&o.values, "values", false, "print values that are not sensitive")
	f.BoolVar(&o.noOps, "no-ops", false, "list also what does not change")
	return cmd
}

func runChanges(ctx context.Context, o *changesOptions) error {
	opts := render.ChangesOptions{Details: o.details, Values: o.values, Color: o.format == "text" && colors(o.streams.Out, o.streams.Env)}
	format, bare := opts.Format(o.format), opts
	bare.Values = false
	in := singlePlan(o.streams, o.chdir, o.sel, o.plans)
	if in == nil {
		var err error
		if in, err = openProject(ctx, o.streams, o.chdir, o.sel, o.plans); err != nil {
			return err
		}
	}
	in.bar = startProgress(o.streams, len(in.Selected))
	defer in.bar.stop()
	c := &changesRun{options: o, in: in, format: format, bare: bare.Format(o.format), out: bufio.NewWriterSize(in.bar.before(o.streams.Out), 64<<10)}
	if err := c.run(ctx); err != nil {
		return err
	}
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("write the changes: %w", err)
	}
	in.bar.stop()                      // before warnings
	if c.failed() && !o.plans.Strict { // what is wrong with the plans is why
		return cmp.Or(in.report(c.diags), error(errReported))
	}
	if err := in.warn(c.diags); err != nil {
		return err
	}
	if c.total.Read < c.total.Stacks && o.plans.Strict {
		return &exitError{Code: exitPartial, Err: fmt.Errorf("%d of %d plans are missing or unreadable", c.total.Stacks-c.total.Read, c.total.Stacks)}
	}
	return nil
}

// changesRun is one run of the command.
type changesRun struct {
	options *changesOptions
	in      *inputs
	format  render.ChangesFormat
	bare    render.ChangesFormat // without values
	out     *bufio.Writer
	diags   hcl.Diagnostics
	total   render.ChangesTotal
}

// stackChanges is one stack's output, ready or not.
type stackChanges struct {
	stack render.ChangesStack
	spool spool
	any   bool
	diags hcl.Diagnostics
	err   error
	done  chan struct{}
}

// run reads the plans, several at once, and writes each as soon as those before
// it are written.
func (c *changesRun) run(ctx context.Context) error {
	c.put(c.format.Begin(nil))
	if len(c.in.Selected) == 1 { // the common case in CI, and the one where a goroutine more is felt
		s := &stackChanges{}
		c.read(ctx, c.in.Selected[0], s)
		if err := errors.Join(c.write(s), s.spool.close()); err != nil {
			return err
		}
	} else if err := c.runAll(ctx); err != nil {
		return err
	}
	c.put(c.format.End(nil, c.total))
	return nil
}

func (c *changesRun) runAll(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	ahead := make(chan *stackChanges, c.in.parallel())
	group.Go(func() error {
		defer close(ahead)
		workers := make(chan struct{}, c.in.parallel())
		for _, st := range c.in.Selected {
			s := &stackChanges{done: make(chan struct{})}
			select {
			case workers <- struct{}{}:
			case <-ctx.Done():
				return ctx.Err()
			}
			group.Go(func() error {
				defer func() { <-workers }()
				defer close(s.done)
				c.read(ctx, st, s)
				return nil
			})
			select {
			case ahead <- s:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var failed error
	for s := range ahead {
		<-s.done
		if failed == nil {
			failed = c.write(s)
		}
		failed = errors.Join(failed, s.spool.close())
	}
	return errors.Join(group.Wait(), failed)
}

func (c *changesRun) put(b []byte) { _, _ = c.out.Write(b) } // Flush tells of errors

// read reads one stack's plan into its spool.
func (c *changesRun) read(ctx context.Context, st *stacks.Stack, s *stackChanges) {
	format := c.format
	row := func(ch *plan.Change) error {
		var at int
		s.spool.buf, at = format.Change(s.spool.buf, ch, !s.any)
		if at >= 0 {
			s.spool.hole(at, ch.Pointer)
		}
		s.any = true
		return s.spool.flush()
	}
	opts := plan.Options{NoOps: c.options.noOps}
	if c.options.values {
		// What is sensitive in one change may show in another before it, so
		// none is written until all are read.
		opts.Keep, opts.OutputValues, opts.Echoes = func(*plan.Change) bool { return true }, true, true
	} else {
		opts.Each = row
	}
	p, ref, diags := c.in.readPlan(ctx, st, opts)
	s.stack = render.ChangesStack{Path: st.Path, Name: st.Name, Ref: ref, Plan: p}
	s.diags = diags
	if p == nil {
		s.err = s.spool.close()
		s.any = false
		return
	}
	all := slices.Concat(p.Drift, p.Changes, p.Deferred)
	unmarked := func(ch *plan.Change) bool { return ch.Unmarked }
	if c.options.values && c.options.format != "json" && slices.ContainsFunc(all, unmarked) && len(slices.DeleteFunc(slices.Clone(all), unmarked)) == 0 {
		s.stack.Withheld, format = true, c.bare // said once is enough
	}
	for _, ch := range all {
		if len(ch.ReplaceReferences) > 0 {
			if p.ReplaceReferences == nil {
				p.ReplaceReferences = map[string][]string{}
			}
			p.ReplaceReferences[ch.Pointer] = ch.ReplaceReferences
		}
		if s.err = row(ch); s.err != nil {
			return
		}
	}
}

// write writes one stack.
func (c *changesRun) write(s *stackChanges) error {
	if s.err != nil {
		return s.err
	}
	c.put(c.format.Stack(nil, s.stack, c.total.Stacks == 0))
	err := s.spool.writeTo(c.out, func(pointer string) []byte {
		return c.format.References(nil, s.stack.Plan.ReplaceReferences[pointer])
	})
	if err != nil {
		return fmt.Errorf("write the changes: %w", err)
	}
	c.put(c.format.EndStack(nil, s.stack, s.any))
	c.total.Add(s.stack)
	c.diags = slices.Concat(c.diags, s.diags)
	return nil
}

// failed tells that not one plan was read although some were there: then there
// is nothing to go by.
func (c *changesRun) failed() bool {
	return c.total.Unreadable > 0 && c.total.Read == 0 && c.total.Missing == 0 || len(c.options.plans.Plans) > 0 && c.total.Unreadable > 0
}
