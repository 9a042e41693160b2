package stacks

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks/disk"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// loadPlain makes a project of plain OpenTofu folders: of dir alone when it
// holds code, else of every folder below it that does and that no other folder
// calls as a module.
func loadPlain(ctx context.Context, dir string) (*Project, hcl.Diagnostics) {
	linked, err := os.OpenRoot(dir)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read the project", Detail: err.Error()}}
	}
	return plainProject(newWalker(ctx, disk.New(dir), linked.FS(), filepath.Base(dir)), dir)
}

// plainProject is loadPlain of any file system, such as a past revision.
func plainProject(w *walker, dir string) (*Project, hcl.Diagnostics) {
	p := &Project{Root: dir, fsys: w.fsys, linked: w.linked, folders: w.folders, sources: w.sources}
	var err error
	root, _ := w.list("/")
	switch {
	case root == nil:
	case root.holdsCode():
		p.addPlain(root, w.rootName)
	default:
		err = w.plainFolders()
		p.addUncalled(w.folders)
	}
	if err != nil {
		w.add(unreadable("/", err))
	}
	return p, w.diags
}

// plainFolders lists all folders below the root that may hold code.
func (w *walker) plainFolders() error {
	return fs.WalkDir(w.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || w.ctx.Err() != nil:
			return fs.SkipDir
		case !d.IsDir() || name == ".":
			return nil
		case strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		if f, _ := w.list("/" + name); f != nil && f.skipped {
			return fs.SkipDir
		}
		return nil
	})
}

// addUncalled makes a stack of every folder with code that no other calls.
func (p *Project) addUncalled(folders map[string]*folder) {
	called := map[string]bool{}
	for at, f := range folders {
		for _, name := range f.code {
			src, err := readCode(p, path.Join(at, name))
			if err != nil {
				continue
			}
			for _, call := range moduleCalls(src, name) {
				if target := path.Join(at, call.source); target != at {
					called[target] = true
				}
			}
		}
		if len(f.json) > 0 {
			module, _ := tfconfig.Load(p.fsys, relative(at))
			for _, call := range module.Calls {
				if target := path.Clean("/" + call.Local); call.Local != "" && target != at {
					called[target] = true
				}
			}
		}
	}
	for at, f := range folders {
		if f.holdsCode() && !called[at] {
			p.addPlain(f, path.Base(at))
		}
	}
	slices.SortFunc(p.Stacks, func(a, b *Stack) int { return strings.Compare(a.Path, b.Path) })
	for i, s := range p.Stacks {
		s.index = i
	}
}

// AddFolder makes a folder of a project without Terramate a stack, which it
// was not found to be: one that only shares its code with the root, say. It
// returns nil for a folder that holds no code, and in a Terramate project.
func (p *Project) AddFolder(name string) *Stack {
	at := path.Clean("/" + filepath.ToSlash(name))
	if p.Terramate || p.fsys == nil {
		return nil
	}
	if s := p.Stack(at); s != nil {
		return s
	}
	module, _ := tfconfig.Load(p.fsys, relative(at))
	if len(module.Files) == 0 {
		return nil
	}
	s := &Stack{Path: at, Dir: hostPath(p.Root, at), Name: path.Base(at)}
	if p.folders[at] == nil { // it lies below a folder of code, which was taken for a module's place
		p.folders[at] = &folder{path: at}
	}
	p.folders[at].stack = s
	p.Stacks = append(p.Stacks, s)
	slices.SortFunc(p.Stacks, func(a, b *Stack) int { return strings.Compare(a.Path, b.Path) })
	for i, s := range p.Stacks {
		s.index = i
	}
	return s
}

func (p *Project) addPlain(f *folder, name string) {
	f.stack = &Stack{Path: f.path, Dir: hostPath(p.Root, f.path), Name: name}
	p.Stacks = append(p.Stacks, f.stack)
}

// holdsCode tells whether a folder holds OpenTofu code in either syntax.
func (f *folder) holdsCode() bool { return len(f.code) > 0 || len(f.json) > 0 }
