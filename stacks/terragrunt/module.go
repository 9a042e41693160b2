package terragrunt

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// FileName is the file that makes a folder a module.
const FileName = "terragrunt.hcl"

// A Module is a folder that Terragrunt can run, one whose terragrunt.hcl has a
// terraform.source, its own or an included one.
type Module struct {
	// Source is terraform.source, relative to the module when it is a folder of
	// the project; empty when it is unknown.
	Source string
	// SourceRange is where it is written.
	SourceRange hcl.Range
	// Uses are the files and folders that the module includes or reads, as
	// sorted project paths. It changes when they do.
	Uses []string
	// Dependencies are the folders of its dependency blocks, as sorted project
	// paths. They do not make it change.
	Dependencies []string
}

// Load reads the module in the folder dir, a project path such as "/a/b", of a
// project. Root is the absolute path of the project's root folder, which
// functions such as get_terragrunt_dir show. The module is nil when the folder
// holds none that can be run. Errors name what Terragrunt itself would stumble
// over; warnings name what only a run could tell.
func Load(fsys fs.FS, root, dir string) (*Module, hcl.Diagnostics) {
	l := &loader{fsys: fsys, root: strings.TrimSuffix(root, "/"), dir: dir, uses: map[string]bool{}}
	file, diags := l.parse(path.Join(dir, FileName), nil)
	if diags.HasErrors() {
		return nil, diags
	}
	c := l.config(file, view{file: path.Join(dir, FileName), dir: dir}, 0)
	m := &Module{SourceRange: c.sourceRange}
	if !c.hasSource {
		return nil, l.diags
	}
	m.Source = l.source(c)
	m.Uses = slices.Sorted(maps.Keys(l.uses))
	m.Dependencies = slices.Sorted(maps.Values(c.dependencies))
	return m, l.diags
}

// A loader reads one module's files.
type loader struct {
	fsys      fs.FS
	root, dir string
	uses      map[string]bool
	diags     hcl.Diagnostics
}

// A view is what a file sees of where it stands.
type view struct {
	file     string            // its own project path
	dir      string            // what get_terragrunt_dir answers, a project path
	included string            // set while an included file is read: that file
	includes map[string]string // name of an include block → included file
}

// A config is what one file says, with its includes merged in.
type config struct {
	hasSource    bool
	source       cty.Value
	sourceRange  hcl.Range
	dependencies map[string]string // name → project path
	values       cty.Value         // as another file sees it
}

func (l *loader) config(body *hclsyntax.Body, at view, depth int) *config {
	at.includes = map[string]string{}
	c := &config{dependencies: map[string]string{}}
	seen := map[string]cty.Value{}
	ctx := l.context(&at, depth)
	for _, b := range blocks(body, "include") {
		name := strings.Join(b.Labels, "")
		included, ok := l.path(b.Body.Attributes["path"], ctx)
		if !ok || depth > 0 {
			continue
		}
		at.includes[name] = included
		l.uses[included] = true
		rng := b.DefRange()
		parent, diags := l.parse(included, &rng)
		if l.diags = append(l.diags, diags...); diags.HasErrors() {
			continue
		}
		above := l.config(parent, view{file: included, dir: at.dir, included: included}, depth+1)
		seen[name] = above.values
		if strategy, _ := text(b.Body.Attributes["merge_strategy"], ctx); strategy != "no_merge" {
			c.inherit(above)
		}
	}
	ctx.Variables["include"] = object(seen)
	if bare, ok := seen[""]; ok && len(seen) == 1 {
		ctx.Variables["include"] = bare
	}
	locals := l.locals(body, ctx)
	for _, b := range blocks(body, "terraform") {
		l.evaluate(b.Body, ctx)
		if a := b.Body.Attributes["source"]; a != nil {
			c.source, _ = a.Expr.Value(ctx)
			c.hasSource, c.sourceRange = true, a.Expr.Range()
		}
	}
	for _, b := range blocks(body, "dependency") {
		l.evaluate(b.Body, ctx)
		name := strings.Join(b.Labels, "")
		delete(c.dependencies, name)
		if enabled := b.Body.Attributes["enabled"]; enabled != nil {
			if v, _ := enabled.Expr.Value(ctx); v.Type() == cty.Bool && v.IsKnown() && !v.IsNull() && v.False() {
				continue
			}
		}
		if target, ok := l.path(b.Body.Attributes["config_path"], ctx); ok {
			c.dependencies[name] = target
		}
	}
	for _, b := range blocks(body, "dependencies") {
		l.evaluate(b.Body, ctx)
	}
	c.values = object(map[string]cty.Value{"locals": object(locals), "inputs": l.inputs(body, ctx, depth)})
	return c
}

// inherit takes over what an included file says.
func (c *config) inherit(above *config) {
	if above.hasSource {
		c.hasSource, c.source, c.sourceRange = true, above.source, above.sourceRange
	}
	maps.Copy(c.dependencies, above.dependencies)
}

// inputs evaluates the inputs of a file that another one reads. A module's own
// say nothing about its changes.
func (l *loader) inputs(body *hclsyntax.Body, ctx *hcl.EvalContext, depth int) cty.Value {
	a := body.Attributes["inputs"]
	if a == nil || depth == 0 {
		return cty.EmptyObjectVal
	}
	v, _ := a.Expr.Value(ctx)
	return v
}

// locals evaluates the locals, each after those that it needs.
func (l *loader) locals(body *hclsyntax.Body, ctx *hcl.EvalContext) map[string]cty.Value {
	attrs := hclsyntax.Attributes{}
	for _, b := range blocks(body, "locals") {
		maps.Copy(attrs, b.Body.Attributes)
	}
	done := map[string]cty.Value{}
	var visit func(name string, depth int)
	visit = func(name string, depth int) {
		if _, known := done[name]; known || depth > len(attrs) {
			return
		}
		done[name] = cty.DynamicVal // ends a circle
		for _, t := range attrs[name].Expr.Variables() {
			if step, ok := attrOf(t, "local"); ok && attrs[step] != nil {
				visit(step, depth+1)
			}
		}
		ctx.Variables["local"] = object(done)
		done[name] = l.value(attrs[name].Expr, ctx)
	}
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		visit(name, 0)
	}
	ctx.Variables["local"] = object(done)
	return done
}

// source returns the module's source, relative to the module when it is in
// the project.
func (l *loader) source(c *config) string {
	v := c.source
	if v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		if v.Type() != cty.String || v.IsNull() || !remote(v.Range().StringPrefix()) {
			l.warn(c.sourceRange, "Source known at run time only", "Changes of the module that it names are not seen.")
		}
		return ""
	}
	source := v.AsString()
	if target, ok := l.inProject(source); ok && path.IsAbs(source) {
		if _, err := fs.Stat(l.fsys, relative(target)); err == nil {
			return relativeTo(l.dir, target)
		}
	}
	return source
}

// remote tells whether what starts so can only be a remote source.
func remote(prefix string) bool {
	return prefix != "" && !strings.HasPrefix(prefix, "/") && !strings.HasPrefix(prefix, ".")
}

// path evaluates an attribute that names a file or folder, against the module.
func (l *loader) path(a *hclsyntax.Attribute, ctx *hcl.EvalContext) (string, bool) {
	if a == nil {
		return "", false
	}
	known := len(l.diags)
	v := l.value(a.Expr, ctx)
	if len(l.diags) > known {
		return "", false
	}
	s, ok := textOf(v)
	if !ok {
		l.warn(a.Expr.Range(), "Path known at run time only", fmt.Sprintf("What %q leads to is left out of the change detection.", a.Name))
		return "", false
	}
	if !path.IsAbs(s) {
		s = path.Join(l.absolute(l.dir), s)
	}
	return l.inProject(s)
}

func (l *loader) warn(at hcl.Range, summary, detail string) {
	l.diags = append(l.diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: detail, Subject: &at})
}
