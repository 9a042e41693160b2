package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/render"
	"github.com/tofuspec/tofuspec/specgen/template"
)

// draftOptions are the flags of `tofuspec draft`.
type draftOptions struct {
	streams   streams
	chdir     string
	selection selection
	plans     planOptions
	template  string
	out       string
	title     string
	issue     string
}

func newDraftCmd(s streams) *cobra.Command {
	o := &draftOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "draft",
		Short: "Fill a new spec from a template, or refresh an existing one",
		Long: `Draft finds the stacks and their plans, analyses them, and fills the slots of a
spec template with what a machine can know. A spec that exists already is
refreshed: what a person wrote in it stays.`,
		Example: `  # after terramate script run preview: the next spec in the repository's spec folder
  tofuspec draft --title "Second NAT gateway" --issue 412

  # print it
  tofuspec draft --out -

  # refresh a spec that somebody has edited
  tofuspec draft --out "docs/specs/active/0007-#412-second-nat-gateway.md"`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runDraft(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.selection.register(f)
	o.plans.register(f)
	f.StringVar(&o.template, "template", "", "`FILE` to fill (default: the repository's, else a built-in one)")
	f.StringVar(&o.out, "out", "", "`FILE` to write, or - to print (default: the next number in the spec folder)")
	f.StringVar(&o.title, "title", "", "`TITLE` of the change (default: made from the change itself)")
	f.StringVar(&o.issue, "issue", "", "`NUMBER` of the issue")
	return cmd
}

func runDraft(ctx context.Context, o *draftOptions) error {
	in, err := openProject(ctx, o.streams, o.chdir, o.selection, o.plans)
	if err != nil {
		return err
	}
	r, err := in.joined(ctx)
	if err != nil {
		return err
	}
	if err := in.anyPlan(r); err != nil {
		return err
	}
	src, name, err := o.source(in)
	if err != nil {
		return err
	}
	tmpl := document.Parse(src, in.Settings.Spec.Aliases)
	if len(tmpl.Slots()) == 0 {
		return in.report(hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Template without slots",
			Detail: fmt.Sprintf("%s has no heading, table or label that could be filled, such as a heading %q or a table "+
				"with the columns Stack and Action. Name its headings under spec.aliases in .tofuspec.hcl.", name, "Summary"),
		}})
	}
	header, err := o.header(ctx, in, r)
	if err != nil {
		return err
	}
	path := o.path(in, header)
	target, opts := tmpl, []document.Option{document.AsTemplate()}
	if path != "-" {
		switch existing, err := os.ReadFile(path); {
		case err == nil:
			target, opts = document.Parse(existing, in.Settings.Spec.Aliases), []document.Option{document.Against(tmpl)}
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("read the spec: %w", err)
		}
	}
	text, results := target.Fill(specgen.Fragments(r, header), opts...)
	if path == "-" {
		if _, err := o.streams.Out.Write(text); err != nil {
			return fmt.Errorf("print the spec: %w", err)
		}
		return in.partial(r)
	}
	if err := specgen.WriteWhole(path, text); err != nil {
		return fmt.Errorf("write the spec: %w", err)
	}
	fmt.Fprintf(o.streams.Err, "Wrote %s: %d slots filled, %d kept as a person wrote them.\n",
		path, len(results.In(document.Written)), len(results.In(document.Stayed)))
	return in.partial(r)
}

// anyPlan refuses to draft from nothing.
func (in *inputs) anyPlan(r *analyzer.Report) error {
	for _, f := range r.Stacks {
		if f.PlanRef.State == analyzer.PlanRead {
			return nil
		}
	}
	return in.report(hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "No plan of any stack could be read",
		Detail: fmt.Sprintf("Looked in %d stack folders below %s; %s: %s. Run `terramate script run preview` first, or name "+
			"plans with --plan [STACK=]PATH.", len(r.Stacks), in.Project.Root, r.Stacks[0].Stack.Path, r.Stacks[0].PlanRef.Note),
	}})
}

// repositoryTemplate is where repositories keep their own template.
const repositoryTemplate = "docs/specs/templates/" + template.Name

// source returns the template's text and what to call it.
func (o *draftOptions) source(in *inputs) ([]byte, string, error) {
	if o.template != "" {
		src, err := os.ReadFile(o.template)
		if err != nil {
			return nil, "", fmt.Errorf("read the template: %w", err)
		}
		return src, o.template, nil
	}
	name := in.Settings.Spec.Template
	if name == "" {
		name = repositoryTemplate
	}
	src, err := fs.ReadFile(in.Project.FS(), name)
	switch {
	case err == nil:
		return src, name, nil
	case errors.Is(err, fs.ErrNotExist) && in.Settings.Spec.Template == "":
		return template.Spec, "the built-in template", nil
	}
	return nil, "", fmt.Errorf("read the repository's template: %w", err)
}

// header collects what the spec says of itself.
func (o *draftOptions) header(ctx context.Context, in *inputs, r *analyzer.Report) (specgen.Header, error) {
	now, err := today(o.streams.Env)
	if err != nil {
		return specgen.Header{}, err
	}
	h := specgen.Header{Title: o.title, Issue: o.issue, Now: now}
	if h.Title == "" {
		h.Title = render.Title(r)
	}
	h.Number, err = specgen.NextNumber(in.Project.FS(), in.Settings.Spec.Folders)
	return h, err
}

// path is where the spec goes.
func (o *draftOptions) path(in *inputs, h specgen.Header) string {
	if o.out != "" {
		return o.out
	}
	return filepath.Join(in.Project.Root, specgen.Folder(in.Settings.Spec.Folders), h.FileName())
}
