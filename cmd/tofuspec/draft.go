package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/document"
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
	author    string
	slots     bool
	diff      bool
	check     bool
	fresh     bool
	cost      []string
	findings  []string

	before map[string]bool // the spec folder's files at the git base; nil when nobody knows
	branch string          // that the run is for
}

func newDraftCmd(s streams) *cobra.Command {
	o := &draftOptions{streams: s}
	cmd := &cobra.Command{
		Use:   "draft",
		Short: "Fill a new spec from a template, or refresh an existing one",
		Long: `Draft finds the stacks and their plans, analyses them, and fills the slots of a
spec template with what a machine can know.

The same command on a spec that exists refreshes it: the one that --out names,
else the one in the spec folder that is for the same issue or of the same title,
else the only one that the branch has begun. What a person wrote in it stays,
and is told; --diff shows what the tool would have said there.`,
		Example: `  # after terramate script run preview: the next spec in the repository's spec folder
  tofuspec draft --title "Second NAT gateway" --issue 412

  # print it
  tofuspec draft --out -

  # refresh a spec that somebody has edited
  tofuspec draft --out "docs/specs/active/0007-#412-second-nat-gateway.md"

  # which places of the template would be filled, and with what
  tofuspec draft --slots --template docs/specs/templates/spec-infrastructure.md`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.chdir = cmd.Flag("chdir").Value.String()
			return runDraft(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	o.selection.register(f)
	o.plans.register(f)
	o.plans.registerFacts(f)
	f.StringVar(&o.template, "template", "", "`FILE` to fill (default: the repository's, else a built-in one)")
	f.StringVarP(&o.out, "out", "o", "", "`FILE` to write or refresh, or - to print (default: in the spec folder)")
	f.StringVar(&o.title, "title", "", "`TITLE` of the change (default: made from the change itself)")
	f.StringVar(&o.issue, "issue", "", "`NUMBER` or address of the issue (default: from the branch's name)")
	f.StringVar(&o.author, "author", "", "`NAME` of the author (default: git's user.name)")
	f.Var((*repeated)(&o.cost), "cost", "Infracost JSON `FILE`, or BEFORE..AFTER for two scans; repeatable, one a stack or one for all")
	f.Var((*repeated)(&o.findings), "findings", "scanner's `FILE`: SARIF, or the JSON of Trivy or Checkov; repeatable")
	f.BoolVar(&o.slots, "slots", false, "list the slots that were found, where, and what would fill them; write nothing")
	f.BoolVar(&o.diff, "diff", false, "show what would change, and the fresh text of slots that stay; write nothing")
	f.BoolVar(&o.check, "check", false, "exit with 2 when the draft is stale; write nothing")
	f.BoolVar(&o.fresh, "new", false, "make a new spec, also where there is one for the issue or title")
	cmd.MarkFlagsMutuallyExclusive("slots", "diff", "check")
	cmd.MarkFlagsMutuallyExclusive("out", "new")
	return cmd
}

// A spec is what a run of draft works on.
type spec struct {
	path    string // "-" to print
	old     []byte // nil when it is new
	doc     *document.Document
	options []document.Option
	header  specgen.Header
}

func runDraft(ctx context.Context, o *draftOptions) error {
	in, err := openProject(ctx, o.streams, o.chdir, o.selection, o.plans)
	if err != nil {
		return err
	}
	o.before = past(in)
	r, err := in.joined(ctx)
	if err != nil {
		return err
	}
	if err := in.anyPlan(r); err != nil {
		return err
	}
	tmpl, err := o.readTemplate(in)
	if err != nil {
		return err
	}
	if o.out != "-" && !o.slots && !o.diff && !o.check {
		unlock, err := specgen.Lock(ctx, in.Project.Root)
		if err != nil {
			return err
		}
		defer unlock()
	}
	for tries := 0; ; tries++ {
		err := o.draft(ctx, in, r, tmpl)
		if errors.Is(err, specgen.ErrChanged) && ctx.Err() == nil && tries < maxTries {
			continue // its author saved it just now: read it again
		}
		if err != nil {
			return err
		}
		return in.partial(r)
	}
}

// maxTries is how often a run starts again when somebody saves the spec
// meanwhile.
const maxTries = 20

// draft fills one spec.
func (o *draftOptions) draft(ctx context.Context, in *inputs, r *analyzer.Report, tmpl *document.Document) error {
	s, err := o.open(ctx, in, r, tmpl)
	if err != nil {
		return err
	}
	s.header.Priced = s.old != nil && specgen.Priced(s.doc)
	fragments := specgen.Fragments(r, s.header)
	if s.old != nil {
		specgen.Keep(fragments, s.doc, specgen.Header{Title: o.title, Issue: s.header.Issue})
	}
	text, results := s.doc.Fill(fragments, s.options...)
	switch {
	case o.slots:
		return o.printSlots(results)
	case o.diff:
		return o.printDiff(s, text, results)
	case o.check:
		return o.checkStale(s, text, results)
	case s.path == "-":
		if _, err := o.streams.Out.Write(text); err != nil {
			return fmt.Errorf("print the spec: %w", err)
		}
		return nil
	case s.old != nil && bytes.Equal(s.old, text):
		fmt.Fprintf(o.streams.Err, "%s is up to date.\n", o.shown(s.path))
		o.tellStayed(results)
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := specgen.Replace(s.path, s.old, text); err != nil {
		return fmt.Errorf("write the spec: %w", err)
	}
	o.tellWritten(s, results)
	return nil
}

// open finds the spec to refresh, or takes the template for a new one.
func (o *draftOptions) open(ctx context.Context, in *inputs, r *analyzer.Report, tmpl *document.Document) (*spec, error) {
	h, err := o.header(ctx, in, r)
	if err != nil {
		return nil, err
	}
	s := &spec{path: o.out, doc: tmpl, options: []document.Option{document.AsTemplate()}}
	if err := o.place(in, s, &h); err != nil {
		return nil, err
	}
	if h.Cost, err = o.readCost(); err != nil {
		return nil, err
	}
	if h.Findings, err = o.readFindings(in.Project.Root); err != nil {
		return nil, err
	}
	s.header = h
	if s.path == "-" {
		return s, nil
	}
	switch old, err := specgen.Read(s.path); {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, fmt.Errorf("read the spec: %w", err)
	default:
		s.old = old
	}
	s.doc, s.options = document.Parse(s.old, in.Settings.Spec.Aliases), []document.Option{document.Against(tmpl)}
	if len(s.doc.Slots()) == 0 {
		return nil, in.report(noSlots("Spec without slots", o.shown(s.path)))
	}
	return s, nil
}

// place decides which file is written, and with which number.
func (o *draftOptions) place(in *inputs, s *spec, h *specgen.Header) error {
	var folders []string
	for _, f := range specgen.SpecFolders(in.Settings.Spec.Folders) {
		dir, err := specgen.Resolve(in.Project.Root, filepath.Join(in.Project.Root, filepath.FromSlash(f)))
		if err != nil {
			return fmt.Errorf("the spec folder: %w", err)
		}
		folders = append(folders, dir)
	}
	next, err := specgen.NextNumber(folders)
	if err != nil {
		return err
	}
	h.Number = next
	switch s.path {
	case "-":
		h.Dir = in.relative(folders[0])
		return nil
	case "":
		s.path = filepath.Join(folders[0], h.FileName())
		old, ok, err := specgen.Find(folders[0], h.Issue.Number, h.Title)
		if err != nil {
			return err
		}
		if !ok && h.Issue.Number == 0 && o.title == "" {
			old, ok = o.begun(folders[0])
		}
		if ok && !o.fresh {
			s.path, h.Number = old.Path, old.Number
		}
	default:
		if n, ok := specgen.NumberOf(s.path); ok {
			h.Number = n
		}
	}
	if s.path, err = specgen.Resolve(in.Project.Root, s.path); err != nil {
		return fmt.Errorf("write the spec: %w", err)
	}
	if h.Dir = in.relative(filepath.Dir(s.path)); !filepath.IsLocal(h.Dir) {
		h.Dir = "" // outside of the repository: links as from its root
	}
	return nil
}

// repositoryTemplate is where repositories keep their own template.
const repositoryTemplate = "docs/specs/templates/" + template.Name

// readTemplate finds the template and its slots.
func (o *draftOptions) readTemplate(in *inputs) (*document.Document, error) {
	src, name, err := o.templateSource(in)
	if err != nil {
		return nil, err
	}
	tmpl := document.Parse(src, in.Settings.Spec.Aliases)
	if len(tmpl.Slots()) == 0 {
		return nil, in.report(noSlots("Template without slots", name))
	}
	return tmpl, nil
}

func noSlots(summary, name string) hcl.Diagnostics {
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: summary,
		Detail: fmt.Sprintf("%s has no heading, table or label that could be filled, such as a heading %q or a table "+
			"with the columns Stack and Action. Name its headings under spec.aliases in .tofuspec.hcl.", name, "Summary"),
	}}
}

// templateSource returns the template's text and what to call it.
func (o *draftOptions) templateSource(in *inputs) ([]byte, string, error) {
	if o.template != "" {
		src, err := specgen.Read(o.template)
		if err != nil {
			return nil, "", fmt.Errorf("read the template: %w", err)
		}
		return src, o.template, nil
	}
	name := in.Settings.Spec.Template
	if name == "" {
		name = repositoryTemplate
	}
	at, err := specgen.Resolve(in.Project.Root, filepath.Join(in.Project.Root, filepath.FromSlash(name)))
	if err == nil {
		var src []byte
		if src, err = specgen.Read(at); err == nil {
			return src, name, nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) && in.Settings.Spec.Template == "" {
		return template.Spec, "the built-in template", nil
	}
	return nil, "", fmt.Errorf("read the repository's template: %w", err)
}
