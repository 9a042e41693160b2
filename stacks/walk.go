package stacks

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"
)

// skipFile prunes the folder that holds it.
const skipFile = ".tmskip"

// A walker reads a project's folders in parallel and collects what they say.
type walker struct {
	fsys     fs.FS  // the tree itself, links not followed
	linked   fs.FS  // the same tree, following links that stay inside it
	root     string // absolute path of the root folder; empty for a past revision
	rootName string // base name of the root folder, a root stack's default name
	group    *errgroup.Group
	ctx      context.Context
	settings settings
	imports  sync.Map // path → *parsed, files that import blocks brought in

	mu      sync.Mutex
	folders map[string]*folder
	stacks  []*Stack
	diags   hcl.Diagnostics
	sources map[string]*hcl.File
}

func newWalker(ctx context.Context, fsys, linked fs.FS, rootName string) *walker {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	return &walker{
		fsys: fsys, linked: linked, rootName: rootName, group: group, ctx: ctx,
		folders: map[string]*folder{}, sources: map[string]*hcl.File{},
	}
}

// walk reads the whole tree. The root comes first and alone, since it says
// which experimental blocks the others may use.
func (w *walker) walk() error {
	root, dirs := w.list("/")
	if root != nil {
		w.read(root)
		if !root.skipped {
			w.descend("/", dirs)
		}
	}
	if err := w.group.Wait(); err != nil {
		return fmt.Errorf("read the project's folders: %w", err)
	}
	slices.SortFunc(w.stacks, func(a, b *Stack) int { return strings.Compare(a.Path, b.Path) })
	return nil
}

// descend reads folders below at, handing them to other workers while there
// are free ones.
func (w *walker) descend(at string, dirs []string) {
	for _, name := range dirs {
		below := path.Join(at, name)
		visit := func() error {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			f, dirs := w.list(below)
			if f == nil || f.skipped {
				return nil
			}
			w.read(f)
			w.descend(below, dirs)
			return nil
		}
		if !w.group.TryGo(visit) {
			if visit() != nil {
				return
			}
		}
	}
}

// list registers a folder with its files sorted into kinds, and returns it
// with the names of the folders in it. It returns nil when it cannot be read.
func (w *walker) list(at string) (*folder, []string) {
	entries, err := fs.ReadDir(w.fsys, relative(at))
	if err != nil {
		w.add(unreadable(at, err))
		return nil, nil
	}
	f := &folder{path: at}
	var dirs []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case name == skipFile && !e.IsDir():
			f.skipped = true
		case name[0] == '.':
		case e.IsDir():
			dirs = append(dirs, name)
		case isTerramateFile(name):
			f.files = append(f.files, name)
		case isCodeFile(name):
			f.code = append(f.code, name)
		case isBundleYAML(name):
			f.yaml = append(f.yaml, name)
		case strings.HasSuffix(name, ".tf.json"), strings.HasSuffix(name, ".tofu.json"):
			f.json = append(f.json, name)
		case name == "terragrunt.hcl":
			f.grunt = e.Type().IsRegular()
		}
	}
	if f.skipped && at != "/" {
		f.files, f.code, f.json, f.yaml = nil, nil, nil, nil
	}
	w.mu.Lock()
	w.folders[at] = f
	w.mu.Unlock()
	return f, dirs
}

// isTerramateFile tells whether a file of that name is Terramate's.
func isTerramateFile(name string) bool {
	return len(name) > len(".tm") && (strings.HasSuffix(name, ".tm") || strings.HasSuffix(name, ".tm.hcl"))
}

// isCodeFile tells whether a file of that name holds OpenTofu code.
func isCodeFile(name string) bool {
	return strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tofu")
}

// add collects diagnostics.
func (w *walker) add(diags ...*hcl.Diagnostic) {
	if len(diags) == 0 {
		return
	}
	w.mu.Lock()
	w.diags = append(w.diags, diags...)
	w.mu.Unlock()
}

// unreadable says that a folder or file of the project cannot be read.
func unreadable(projectPath string, err error) *hcl.Diagnostic {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  "Cannot read a part of the project",
		Detail:   fmt.Sprintf("%s: %v.", relative(projectPath), err),
	}
}
