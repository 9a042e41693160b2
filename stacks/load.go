package stacks

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/disk"
	"github.com/tofuspec/tofuspec/stacks/git"
)

// Load reads the project that the folder dir belongs to. The root is the git
// work tree's, and outside git the nearest folder upwards whose Terramate
// files hold terramate.required_version.
//
// Where there is no Terramate project, plain OpenTofu folders take its place:
// dir itself when it holds .tf or .tofu files, and otherwise every folder
// below it that does and that no other folder calls as a module.
//
// The project is usable as far as it could be read, also when the diagnostics
// hold errors; Terramate would refuse it then. It is nil only when dir cannot
// be read at all.
func Load(ctx context.Context, dir string) (*Project, hcl.Diagnostics) {
	wd, err := filepath.Abs(dir)
	if err == nil {
		wd, err = filepath.EvalSymlinks(wd)
	}
	if err == nil {
		var info fs.FileInfo
		if info, err = os.Stat(wd); err == nil && !info.IsDir() {
			err = fmt.Errorf("%s is not a folder", dir)
		}
	}
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read the project", Detail: fmt.Sprintf("changing working dir to %s: %v", dir, err)}}
	}
	root, repo := findRoot(ctx, wd)
	if root != "" {
		p, diags := loadDisk(ctx, root)
		if p == nil || p.Terramate {
			return finishLoad(p, wd, repo), diags
		}
	}
	p, diags := loadPlain(ctx, wd)
	return finishLoad(p, wd, repo), diags
}

// finishLoad adds what depends on the folder asked for.
func finishLoad(p *Project, wd string, repo *git.Repo) *Project {
	if p == nil {
		return nil
	}
	p.Git, p.tree = repo != nil, repo
	p.Dir = "/"
	if rel, err := filepath.Rel(p.Root, wd); err == nil && rel != "." {
		p.Dir = "/" + filepath.ToSlash(rel)
	}
	return p
}

// LoadFS reads the project whose root folder is the root of fsys, such as a
// past revision. Name is the root folder's name, which is the default name of
// a stack in it.
func LoadFS(ctx context.Context, fsys fs.FS, name string) (*Project, hcl.Diagnostics) {
	return load(newWalker(ctx, fsys, fsys, name))
}

func loadDisk(ctx context.Context, root string) (*Project, hcl.Diagnostics) {
	linked, err := os.OpenRoot(root)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read the project", Detail: err.Error()}}
	}
	w := newWalker(ctx, disk.New(root), linked.FS(), filepath.Base(root))
	w.root = root
	p, diags := load(w)
	if p != nil {
		for _, s := range p.Stacks {
			s.Dir = hostPath(root, s.Path)
		}
	}
	return p, diags
}

func load(w *walker) (*Project, hcl.Diagnostics) {
	if err := w.walk(); err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Cannot read the project", Detail: err.Error()}}
	}
	p := &Project{
		Root: w.root, Stacks: w.stacks, RequiredVersion: w.settings.required,
		fsys: w.fsys, linked: w.linked, folders: w.folders, settings: w.settings, sources: w.sources,
	}
	for i, s := range p.Stacks {
		s.index = i
	}
	var bundles bool
	for _, f := range w.folders {
		p.Terramate = p.Terramate || len(f.files)+len(f.yaml) > 0
		bundles = bundles || len(f.bundles)+len(f.environments) > 0
	}
	diags := append(checkIDs(p.Stacks), p.checkVersion()...)
	if bundles {
		diags = append(diags, p.applyBundles(w)...)
	}
	w.quote(diags)
	diags = append(w.diags, diags...)
	sortDiagnostics(diags)
	return p, diags
}

// innerRoot returns the folder from dir up to top that holds root settings,
// when top itself holds none, and top otherwise. Terramate refuses root
// settings below the work tree's root; here they mark an example or vendored
// project inside another repository, and what is asked for is that project.
func innerRoot(dir, top string) string {
	if holdsRootSettings(top) {
		return top
	}
	for at := dir; at != top && at != filepath.Dir(at); at = filepath.Dir(at) {
		if holdsRootSettings(at) {
			return at
		}
	}
	return top
}

// findRoot returns the project's root folder, or "" when there is none, and
// the git work tree that it lies in, or nil.
func findRoot(ctx context.Context, wd string) (root string, repo *git.Repo) {
	if repo, err := git.Open(ctx, wd); err == nil {
		if top, err := filepath.EvalSymlinks(repo.Top()); err == nil {
			return innerRoot(wd, top), repo
		}
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		if holdsRootSettings(dir) {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", nil
		}
	}
}

// holdsRootSettings tells whether a folder's Terramate files state
// terramate.required_version.
func holdsRootSettings(dir string) bool {
	w := newWalker(context.Background(), os.DirFS(dir), os.DirFS(dir), "")
	f, _ := w.list("/")
	if f == nil {
		return false
	}
	for _, name := range f.files {
		p := w.parse("/" + name)
		if p.body == nil {
			continue
		}
		for _, b := range p.body.Blocks {
			if b.Type == "terramate" && hasAttribute(b.Body, "required_version") {
				return true
			}
		}
	}
	return false
}

func hasAttribute(body *hclsyntax.Body, name string) bool {
	_, ok := body.Attributes[name]
	return ok
}

// sortDiagnostics puts errors in the order of files and lines.
func sortDiagnostics(diags hcl.Diagnostics) {
	at := func(d *hcl.Diagnostic) (string, int) {
		if d.Subject == nil {
			return "", 0
		}
		return d.Subject.Filename, d.Subject.Start.Byte
	}
	slices.SortStableFunc(diags, func(a, b *hcl.Diagnostic) int {
		fileA, byteA := at(a)
		fileB, byteB := at(b)
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(fileA, fileB), cmp.Compare(byteA, byteB), cmp.Compare(a.Detail, b.Detail))
	})
}
