package terragrunt

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// maxFile bounds a file that is read.
const maxFile = 4 << 20

func (l *loader) read(projectPath string) ([]byte, error) {
	name := relative(projectPath)
	info, err := fs.Stat(l.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", name)
	}
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", name, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, fmt.Errorf("%s is not a regular file of at most %d MiB", name, maxFile>>20)
	}
	src, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return src, nil
}

// parse reads a file; at is where the file is named, if anywhere.
func (l *loader) parse(projectPath string, at *hcl.Range) (*hclsyntax.Body, hcl.Diagnostics) {
	src, err := l.read(projectPath)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read a Terragrunt file", Detail: err.Error() + ".", Subject: at}}
	}
	f, diags := safehcl.Parse(src, relative(projectPath))
	if diags.HasErrors() {
		return nil, diags
	}
	return f.Body.(*hclsyntax.Body), nil
}

// absolute returns the host path of a project path.
func (l *loader) absolute(projectPath string) string { return path.Join(l.root+"/", projectPath) }

// inProject returns the project path of a host path, if it is in the project.
func (l *loader) inProject(host string) (string, bool) {
	host = path.Clean(host)
	if host == path.Clean(l.root+"/") {
		return "/", true
	}
	rest, ok := strings.CutPrefix(host, l.root+"/")
	return "/" + rest, ok
}

func relative(projectPath string) string {
	if projectPath == "/" {
		return "."
	}
	return strings.TrimPrefix(projectPath, "/")
}

// relativeTo returns the way from one project folder to another path, "./x"
// or "../x".
func relativeTo(from, to string) string {
	up := ""
	for from != "/" && to != from && !strings.HasPrefix(to, from+"/") {
		from, up = path.Dir(from), up+"../"
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(to, from), "/")
	if up == "" {
		up = "./"
	}
	return strings.TrimSuffix(up+rest, "/")
}

func blocks(body *hclsyntax.Body, kind string) []*hclsyntax.Block {
	var out []*hclsyntax.Block
	for _, b := range body.Blocks {
		if b.Type == kind {
			out = append(out, b)
		}
	}
	return out
}

// evaluate goes through all expressions for what their functions read.
func (l *loader) evaluate(body *hclsyntax.Body, ctx *hcl.EvalContext) {
	for _, name := range slices.Sorted(maps.Keys(body.Attributes)) {
		l.value(body.Attributes[name].Expr, ctx)
	}
	for _, b := range body.Blocks {
		l.evaluate(b.Body, ctx)
	}
}

// text evaluates an attribute to a known string.
func text(a *hclsyntax.Attribute, ctx *hcl.EvalContext) (string, bool) {
	if a == nil {
		return "", false
	}
	v, diags := a.Expr.Value(ctx)
	if diags.HasErrors() {
		return "", false
	}
	return textOf(v)
}

// textOf returns a value that is a known string.
func textOf(v cty.Value) (string, bool) {
	if v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return "", false
	}
	return v.AsString(), true
}

// attrOf returns the attribute that a traversal takes of a root variable.
func attrOf(t hcl.Traversal, root string) (string, bool) {
	if t.RootName() != root || len(t) < 2 {
		return "", false
	}
	step, ok := t[1].(hcl.TraverseAttr)
	return step.Name, ok
}

func object(values map[string]cty.Value) cty.Value { return cty.ObjectVal(values) }
