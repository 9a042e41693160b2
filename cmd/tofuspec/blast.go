package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// blastOptions are the flags of `tofuspec blast`.
type blastOptions struct {
	chdir   string
	sel     selection
	plans   planOptions
	of      string
	asked   bool // --of is given
	format  string
	depth   int
	streams streams
}

func newBlastCmd(s streams) *cobra.Command {
	o := &blastOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "blast",
		Short: "Show what can break: what depends on what changes",
		Long: `blast shows what depends on what the plans change, directly and transitively,
inside a stack and across stacks, with the evidence for each step.

In a stack's folder it looks at that stack's changes, elsewhere at those of all
stacks below. Dependents are found in the whole project either way.`,
		Example: `  tofuspec blast
  tofuspec blast -C opentofu/network --format mermaid
  tofuspec blast --of aws_kms_key.eks
  tofuspec blast --of opentofu/network:output.vpc_id --format json`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			o.asked = cmd.Flags().Changed("of")
			return runBlast(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.sel.register(f)
	o.plans.register(f)
	o.plans.registerFacts(f)
	f.StringVar(&o.of, "of", "", "ask what depends on `[STACK:]ADDRESS`, whatever the plans change")
	chooseVar(f, &o.format, "format", "text", "formats", "`FORMAT` of the output", "text", "json", "mermaid", "markdown", "html")
	f.IntVar(&o.depth, "depth", 0, "follow dependents `N` steps far (default: to the end)")
	return cmd
}

func runBlast(ctx context.Context, o *blastOptions) error {
	if o.asked && o.of == "" {
		return errors.New("--of: name an address, such as aws_kms_key.eks or output.vpc_id")
	}
	if o.asked && o.format == "html" {
		return errors.New("--of has no HTML form; take text, json, mermaid or markdown")
	}
	if o.depth < 0 {
		return fmt.Errorf("--depth %d: it cannot be negative", o.depth)
	}
	in, err := openProject(ctx, o.streams, o.chdir, o.sel, o.plans)
	if err != nil {
		return err
	}
	report, err := in.joined(ctx)
	if err != nil {
		return err
	}
	if o.asked {
		err = o.answer(in, report)
	} else {
		err = o.radius(in, report)
	}
	if err != nil {
		return err
	}
	return in.partial(report)
}

// radius tells what depends on what the selected stacks change.
func (o *blastOptions) radius(in *inputs, r *analyzer.Report) error {
	if err := in.anyPlan(r); err != nil {
		return err
	}
	opts := render.BlastOptions{Depth: o.depth, Color: colors(o.streams.Out, o.streams.Env)}
	if len(in.Selected) < len(in.Order) {
		opts.Only = map[string]bool{}
		for _, st := range in.Selected {
			opts.Only[st.Path] = true
		}
	}
	return o.write(func() ([]byte, error) {
		switch o.format {
		case "json":
			return render.BlastJSON(r, opts)
		case "mermaid":
			return []byte(render.Diagram(r)), nil
		case "markdown":
			return render.BlastMarkdown(r, opts), nil
		case "html":
			return render.BlastHTML(r, opts)
		}
		return render.BlastText(r, opts), nil
	})
}

// answer tells what depends on the address that was asked for.
func (o *blastOptions) answer(in *inputs, r *analyzer.Report) error {
	starts, err := o.starts(in, r.Graph)
	if err != nil {
		return err
	}
	q := &render.Question{Of: o.of, Graph: r.Graph, Starts: starts}
	var from []depend.Start
	asked := map[int]bool{}
	for _, n := range starts {
		from = append(from, depend.Start{Node: n})
		asked[n] = true
	}
	// What was asked about is no dependent of itself, as the outputs of a
	// module are none of the module.
	q.Reached = slices.DeleteFunc(r.Graph.Reach(from, o.depth), func(x depend.Reached) bool { return asked[x.Node] })
	return o.write(func() ([]byte, error) {
		switch o.format {
		case "json":
			return render.DependentsJSON(q)
		case "mermaid":
			return render.DependentsMermaid(q), nil
		case "markdown":
			return render.DependentsMarkdown(q), nil
		}
		return render.DependentsText(q), nil
	})
}

func (o *blastOptions) write(text func() ([]byte, error)) error {
	b, err := text()
	if err != nil {
		return err
	}
	_, err = o.streams.Out.Write(b)
	return err
}

// starts finds what --of means: an address in one stack, or in every selected
// stack that has it.
func (o *blastOptions) starts(in *inputs, g *depend.Graph) ([]int, error) {
	addr := o.of
	var where []string
	if name, rest, ok := strings.Cut(o.of, ":"); ok && !strings.ContainsAny(name, `["`) {
		st := namedStack(in.Project, name)
		if st == nil {
			return nil, fmt.Errorf("--of %s: no stack, or more than one, is called %q; the stacks are %s", o.of, name, someStacks(in.Project))
		}
		where, addr = []string{st.Path}, rest
	} else {
		for _, st := range in.Selected {
			where = append(where, st.Path)
		}
	}
	var out []int
	for _, stack := range where {
		out = append(out, g.Find(stack, addr)...)
	}
	if len(out) > 0 {
		return out, nil
	}
	var near []string
	for _, stack := range where {
		near = append(near, g.Near(stack, addr)...)
	}
	switch {
	case len(near) > 0:
		return nil, fmt.Errorf("--of %s: no stack here has that address; there is %s", o.of, strings.Join(near[:min(5, len(near))], ", "))
	default:
		return nil, fmt.Errorf("--of %s: no stack here has that address", o.of)
	}
}
