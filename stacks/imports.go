package stacks

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// imported follows the import blocks of a folder's files, transitively, and
// returns the files they bring in, deepest first. An import of a file that the
// importing one has imported already is an error, as it is in Terramate, and so
// is a stack block in an imported file. A file that several others import comes
// several times, at most twice: what it declares is then declared twice.
func (w *walker) imported(dir string, own []*parsed) ([]*parsed, hcl.Diagnostics) {
	im := importer{w: w, visits: map[string]int{}}
	if len(own) == 0 {
		return nil, nil
	}
	var names []string
	for _, p := range own {
		names = append(names, p.path)
	}
	level := newImports(nil, names...)
	for _, p := range own {
		if p.body == nil {
			continue
		}
		level.file = p.path
		for _, b := range p.body.Blocks {
			if b.Type == "import" {
				im.follow(dir, b, level)
			}
		}
	}
	return im.files, im.diags
}

type importer struct {
	w      *walker
	visits map[string]int
	files  []*parsed
	diags  hcl.Diagnostics
}

// imports are the files that take part where an import block stands: those that
// are read together with the block's file, those that import them, and what
// has been imported so far.
type imports struct {
	above *imports
	file  string // that holds the block
	own   []string
	taken map[string]bool
}

func newImports(above *imports, own ...string) *imports {
	l := &imports{above: above, file: own[0], own: own, taken: map[string]bool{}}
	for _, name := range own {
		l.taken[name] = true
	}
	if above != nil {
		for _, name := range above.own {
			l.taken[name] = true
		}
	}
	return l
}

// circular tells whether a file imports itself through others.
func (l *imports) circular(file string) bool {
	for at := l; at != nil; at = at.above {
		if at.file == file {
			return true
		}
	}
	return false
}

// follow brings in what one import block of a file in dir names.
func (im *importer) follow(dir string, block *hclsyntax.Block, level *imports) {
	source, rng, ok := im.source(block)
	if !ok {
		return
	}
	pattern := path.Join(dir, source)
	if path.IsAbs(source) {
		pattern = path.Join("/", source)
	} else if climbsOut(dir, source) {
		im.fail(rng, "Import outside the project", fmt.Sprintf("%q leads out of the project's root folder.", source))
		return
	}
	if from := parent(pattern); from == dir {
		im.fail(rng, "Import of the same folder", "A file in the same folder takes part already and cannot be imported.")
		return
	} else if strings.HasPrefix(dir, from) {
		im.fail(rng, "Import of the same tree", fmt.Sprintf("The files in %s apply here already, because %s lies below it.", from, dir))
		return
	}
	matches, err := fs.Glob(im.w.linked, relative(pattern))
	if err != nil || len(matches) == 0 {
		im.fail(rng, "Nothing to import", fmt.Sprintf("No file matches %q.", source))
		return
	}
	for _, name := range matches {
		im.take("/"+name, rng, level)
	}
}

// take brings in one file and what it imports itself.
func (im *importer) take(file string, rng hcl.Range, level *imports) {
	switch {
	case level.circular(file):
		im.fail(rng, "Import of itself", fmt.Sprintf("%s imports itself, here or through the files that it imports.", relative(file)))
		return
	case level.taken[file]:
		im.fail(rng, "File imported twice", fmt.Sprintf("%s takes part already. Import it once.", relative(file)))
		return
	}
	level.taken[file] = true
	if im.visits[file]++; im.visits[file] > 2 {
		return
	}
	p, known := im.w.imports.Load(file)
	if !known {
		p, _ = im.w.imports.LoadOrStore(file, im.w.parse(file))
	}
	content := p.(*parsed)
	im.diags = append(im.diags, content.diags...)
	if content.body == nil {
		return
	}
	inner := newImports(level, file)
	for _, b := range content.body.Blocks {
		switch b.Type {
		case "import":
			im.follow(content.dir, b, inner)
		case "stack":
			im.fail(rng, "Import of a stack block", fmt.Sprintf("%s holds a stack block, and a stack cannot be imported.", relative(file)))
		}
	}
	im.files = append(im.files, content)
}

// source returns the source attribute of an import block.
func (im *importer) source(block *hclsyntax.Block) (string, hcl.Range, bool) {
	attr := block.Body.Attributes["source"]
	switch {
	case len(block.Labels) > 0:
		im.fail(block.LabelRanges[0], "Unexpected label", "An import block has no labels.")
	case attr == nil || len(block.Body.Attributes) > 1 || len(block.Body.Blocks) > 0:
		im.fail(block.DefRange(), "Malformed import block", "An import block holds exactly one attribute, source.")
	default:
		v, diags := attr.Expr.Value(nil)
		if diags.HasErrors() {
			im.diags = append(im.diags, diags...)
			return "", hcl.Range{}, false
		}
		if s, ok := asString(v); ok {
			return s, attr.Expr.Range(), true
		}
		im.fail(attr.Expr.Range(), "Wrong type", "import.source must be a string.")
	}
	return "", hcl.Range{}, false
}

func (im *importer) fail(rng hcl.Range, summary, detail string) {
	im.diags = append(im.diags, problem(rng, summary, detail))
}

// climbsOut tells whether a path relative to dir leads above the root.
func climbsOut(dir, rel string) bool {
	at := path.Join(relative(dir), rel)
	return at == ".." || strings.HasPrefix(at, "../")
}

// asString returns a known, non-null string value.
func asString(v cty.Value) (string, bool) {
	v, _ = v.UnmarkDeep()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// problem makes an error that points at a place.
func problem(rng hcl.Range, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &rng}
}
