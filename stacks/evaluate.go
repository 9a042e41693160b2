package stacks

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// version is the Terramate version whose behaviour this package has.
const version = "0.17.2"

// checkVersion warns where the project asks for another Terramate version. It
// is no error, since the constraint is on Terramate and not on its readers.
func (p *Project) checkVersion() hcl.Diagnostics {
	want := p.RequiredVersion
	if want.Text == "" {
		return nil
	}
	ok, err := eval.MatchVersion(version, want.Text, want.AllowPrereleases)
	if err != nil {
		return hcl.Diagnostics{problem(want.Range, "Invalid version constraint", fmt.Sprintf("%q is no version constraint.", want.Text))}
	}
	if ok {
		return nil
	}
	d := problem(want.Range, "Project asks for another Terramate", fmt.Sprintf("The project asks for Terramate %s. What it means is read here as Terramate %s reads it.", want.Text, version))
	d.Severity = hcl.DiagWarning
	return hcl.Diagnostics{d}
}

// layers returns what the folders from the root down to a stack's say, each
// with the files that it imports.
func (p *Project) layers(s *Stack) []eval.Layer { return p.layersAt(s.Path) }

func (p *Project) layersAt(dir string) []eval.Layer {
	var layers []eval.Layer
	for at := dir; ; at = parent(at) {
		if f := p.folders[at]; f != nil && len(f.files) > 0 {
			layers = append(layers, eval.Layer{Dir: at, Bodies: p.bodies(f)})
		}
		if at == "/" {
			break
		}
	}
	slices.Reverse(layers)
	return layers
}

// bodies parses a folder's files again, imported ones first. A project keeps
// no syntax trees of the folders that nobody asks about.
func (p *Project) bodies(f *folder) []*hclsyntax.Body {
	p.mu.Lock()
	defer p.mu.Unlock()
	if known, ok := p.parsed[f.path]; ok {
		return known
	}
	w := &walker{fsys: p.fsys, linked: p.linked, sources: p.sources}
	var own []*parsed
	for _, name := range f.files {
		if file := w.parse(path.Join(f.path, name)); file.body != nil {
			own = append(own, file)
		}
	}
	imported, _ := w.imported(f.path, own)
	var bodies []*hclsyntax.Body
	for _, file := range append(imported, own...) {
		bodies = append(bodies, file.body)
	}
	if p.parsed == nil {
		p.parsed = map[string][]*hclsyntax.Body{}
	}
	p.parsed[f.path] = bodies
	return bodies
}

// scope makes the scope in which a stack's expressions are evaluated.
func (p *Project) scope(s *Stack) (*eval.Scope, []eval.Layer, hcl.Diagnostics) {
	layers := p.layers(s)
	scope, diags := eval.NewScope(p.terramate(s), layers)
	return scope, layers, diags
}

// Globals returns the values of the globals that a stack sees. Globals that
// cannot be evaluated are left out and named in the diagnostics.
func (p *Project) Globals(s *Stack) (cty.Value, hcl.Diagnostics) {
	scope, _, diags := p.scope(s)
	p.quote(diags)
	return scope.Globals(), diags
}

// quote remembers the sources of the files that diags point into.
func (p *Project) quote(diags hcl.Diagnostics) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w := &walker{fsys: p.fsys, linked: p.linked, sources: p.sources}
	w.quote(diags)
}

// terramate returns the terramate namespace as a stack sees it.
func (p *Project) terramate(s *Stack) map[string]cty.Value {
	text := cty.StringVal
	stack := map[string]cty.Value{
		"name":        text(s.Name),
		"description": text(s.Description),
		"tags":        stringValues(s.Tags),
		"path": cty.ObjectVal(map[string]cty.Value{
			"absolute": text(s.Path),
			"relative": text(strings.TrimPrefix(s.Path, "/")),
			"basename": text(path.Base(s.Path)),
			"to_root":  text(toRoot(s.Path)),
		}),
	}
	if s.ID != "" {
		stack["id"] = text(s.ID)
	}
	if s.Path != "/" {
		if up := p.nearest(parent(s.Path)); up != nil {
			stack["parent"] = cty.ObjectVal(map[string]cty.Value{"id": text(up.ID), "tags": stringValues(up.Tags)})
		}
	}
	names := p.rootNamespace()
	names["name"], names["path"], names["description"] = text(s.Name), text(s.Path), text(s.Description)
	names["stack"] = cty.ObjectVal(stack)
	return names
}

// rootNamespace is the part of the terramate namespace that is the same in all
// folders.
func (p *Project) rootNamespace() map[string]cty.Value {
	return map[string]cty.Value{
		"version": cty.StringVal(version),
		"stacks":  cty.ObjectVal(map[string]cty.Value{"list": p.stackList()}),
		"root": cty.ObjectVal(map[string]cty.Value{"path": cty.ObjectVal(map[string]cty.Value{
			"fs": cty.ObjectVal(map[string]cty.Value{
				"absolute": cty.StringVal(p.Root),
				"basename": cty.StringVal(filepath.Base(p.Root)),
			}),
		})}),
	}
}

// stackList is the list of all stacks, made once.
func (p *Project) stackList() cty.Value {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.list == cty.NilVal {
		paths := make([]string, len(p.Stacks))
		for i, s := range p.Stacks {
			paths[i] = s.Path
		}
		p.list = stringValues(paths)
	}
	return p.list
}

// toRoot is the relative path from a stack to the root.
func toRoot(stack string) string {
	if stack == "/" {
		return "."
	}
	return strings.TrimSuffix(strings.Repeat("../", strings.Count(stack, "/")), "/")
}

func stringValues(list []string) cty.Value {
	if len(list) == 0 {
		return cty.ListValEmpty(cty.String)
	}
	values := make([]cty.Value, len(list))
	for i, s := range list {
		values[i] = cty.StringVal(s)
	}
	return cty.ListVal(values)
}

// A Preview is what a stack's preview script says about its plan.
type Preview struct {
	// Script is where the script stands; it is empty when the stack has none.
	Script hcl.Range
	// Commands are the script's commands that could be evaluated.
	Commands []eval.Command
	// File is the plan file, relative to the stack's folder, and Tool what
	// reads it: tofu or terraform ("" when it is not known). Both are empty
	// when no file is known.
	File, Tool string
	// Found are plan files that lie in the stack's folder, by name. They are
	// looked for only when the script names none.
	Found []string
}

// SeenFrom is the Extra of a diagnostic on an expression that was evaluated for
// one stack: that stack's path. Other stacks may see the same expression.
type SeenFrom string

// Preview finds the plan file that a stack's script writes, by the script's
// labels ("preview", or several words). The plan file is what a command's
// options name (tofu_plan_file, terraform_plan_file), or else what a command
// gives to -out. What cannot be evaluated is named in the diagnostics, as
// warnings.
func (p *Project) Preview(s *Stack, script string) (Preview, hcl.Diagnostics) {
	var out Preview
	scope, layers, diags := p.scope(s)
	if block := eval.FindScript(layers, strings.Fields(script)); block != nil {
		out.Script = block.DefRange()
		var more hcl.Diagnostics
		out.Commands, more = scope.Script(block)
		if !more.HasErrors() {
			diags = nil // The globals that fail are not needed here.
		}
		diags = append(diags, more...)
		for _, c := range out.Commands {
			if c.PlanFile != "" {
				out.File, out.Tool = c.PlanFile, c.Tool
			}
		}
		if out.File == "" {
			out.File, out.Tool = eval.OutFile(out.Commands)
		}
	} else {
		diags = nil
	}
	if out.File == "" {
		out.Found = p.planFiles(s)
	}
	for _, d := range diags {
		d.Severity = hcl.DiagWarning
		d.Extra = SeenFrom(s.Path)
	}
	p.quote(diags)
	return out, diags
}

// PreviewPlan returns the plan file of Preview, and the tool that reads it.
// Where the script names none, the only plan file that lies in the stack's
// folder takes its place.
func (p *Project) PreviewPlan(s *Stack, script string) (file, tool string, diags hcl.Diagnostics) {
	preview, diags := p.Preview(s, script)
	if preview.File == "" && len(preview.Found) == 1 {
		return preview.Found[0], "", diags
	}
	if preview.File == "" && len(preview.Found) > 1 {
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagWarning, Summary: "Several plan files",
			Detail: fmt.Sprintf("Stack %s holds %s, and no script says which is the plan.", s.Path, strings.Join(preview.Found, ", ")),
		})
	}
	return preview.File, preview.Tool, diags
}

// planFiles lists files in a stack's folder whose name is that of a plan.
func (p *Project) planFiles(s *Stack) []string {
	entries, err := fs.ReadDir(p.fsys, relative(s.Path))
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && (strings.HasSuffix(name, ".tfplan") || strings.HasSuffix(name, ".tfplan.json") || name == "tfplan" || name == "plan.json" || name == "tfplan.json") {
			names = append(names, name)
		}
	}
	return names
}
