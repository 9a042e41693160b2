package stacks

import (
	"errors"
	"fmt"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
	"github.com/tofuspec/tofuspec/stacks/skim"
)

// maxFile bounds a Terramate file. The largest in public repositories are
// below a hundredth of it.
const maxFile = 8 << 20

// parsed is one Terramate file's content.
type parsed struct {
	path string // project path
	dir  string // project path of its folder
	body *hclsyntax.Body
	// globals are the blocks of a file that holds nothing but plain globals and
	// was not parsed; body is nil then.
	globals []skim.Block
	// diags are the problems of the file itself.
	diags hcl.Diagnostics
}

// parse reads one file by its project path. The parsed body is nil when the
// file cannot be used.
func (w *walker) parse(projectPath string) *parsed {
	name := relative(projectPath)
	p := &parsed{path: projectPath, dir: parent(projectPath)}
	src, diag := w.readFile(projectPath)
	if diag != nil {
		p.diags = hcl.Diagnostics{diag}
		return p
	}
	w.parseSource(p, name, src)
	return p
}

func (w *walker) parseSource(p *parsed, name string, src []byte) {
	if body, ok := skim.ParseLiteral(src, name); ok {
		p.body = body
		return
	}
	file, diags := safehcl.Parse(src, name)
	if len(diags) > 0 {
		w.keep(name, file)
		p.diags = diags
	}
	if !diags.HasErrors() {
		p.body = file.Body.(*hclsyntax.Body)
	}
}

// skim is parse, but for files that hold nothing but plain globals it builds no
// syntax tree: half the Terramate files of a large project say nothing else,
// and nobody evaluates them while stacks are listed.
func (w *walker) skim(projectPath string) *parsed {
	p := &parsed{path: projectPath, dir: parent(projectPath)}
	src, diag := w.readFile(projectPath)
	if diag != nil {
		p.diags = hcl.Diagnostics{diag}
		return p
	}
	if file, ok := skim.Read(src); ok && len(file.Blocks) > 0 && len(file.Attrs) == 0 && !slices.ContainsFunc(file.Blocks, holdsMore) {
		p.globals = file.Blocks
		return p
	}
	w.parseSource(p, relative(projectPath), src)
	return p
}

func holdsMore(b skim.Block) bool { return b.Type != "globals" || b.Nested }

// keep remembers a file whose source a diagnostic will quote.
func (w *walker) keep(name string, file *hcl.File) {
	w.mu.Lock()
	w.sources[name] = file
	w.mu.Unlock()
}

// quote remembers the sources of the files that diags point into.
func (w *walker) quote(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Subject == nil {
			continue
		}
		name := d.Subject.Filename
		w.mu.Lock()
		_, known := w.sources[name]
		w.mu.Unlock()
		if known {
			continue
		}
		if src, diag := w.readFile("/" + name); diag == nil {
			w.keep(name, &hcl.File{Bytes: src})
		}
	}
}

// readFile reads a Terramate file by its project path.
func (w *walker) readFile(projectPath string) ([]byte, *hcl.Diagnostic) {
	name := relative(projectPath)
	src, err := readRegular(w.fsys, w.linked, name, maxFile)
	if large, ok := errors.AsType[*tooLargeError](err); ok {
		return nil, tooLarge(name, large.size)
	}
	if err != nil {
		return nil, unreadable(projectPath, err)
	}
	return src, nil
}

func tooLarge(name string, size int64) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  "File too large",
		Detail: fmt.Sprintf("%s has %d MiB, and a Terramate file is read up to %d MiB. Rename it if it is not one, or put a %s beside it.",
			name, size>>20, maxFile>>20, skipFile),
		Subject: &hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos},
	}
}

// read parses a folder's Terramate files, checks them, and takes out what the
// project needs. The syntax trees are dropped again.
func (w *walker) read(f *folder) {
	if len(f.files)+len(f.yaml) == 0 {
		return
	}
	var own []*parsed
	var diags hcl.Diagnostics
	for _, name := range f.files {
		p := w.skim(path.Join(f.path, name))
		diags = append(diags, p.diags...)
		if p.body != nil || p.globals != nil {
			own = append(own, p)
		}
	}
	imported, more := w.imported(f.path, own)
	diags = append(diags, more...)
	diags = append(diags, w.check(f, append(imported, own...))...)
	for _, name := range f.yaml {
		inst, more := w.bundleYAML(path.Join(f.path, name))
		if diags = append(diags, more...); !more.HasErrors() {
			diags = append(diags, f.addBundle(inst)...)
		}
	}
	if len(diags) > 0 {
		w.quote(diags)
		w.add(diags...)
	}
}
