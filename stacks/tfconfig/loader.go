package tfconfig

import (
	"io/fs"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// A Loader reads the trees of many folders of one file system. A module that
// lies outside the folders that call it is read once and shared by all of
// them. It may be used by several goroutines.
type Loader struct {
	fsys   fs.FS
	shared sync.Map // folder to *sharedModule
}

type sharedModule struct {
	once   sync.Once
	module *Module
	diags  hcl.Diagnostics
}

// NewLoader returns a loader that reads from fsys.
func NewLoader(fsys fs.FS) *Loader { return &Loader{fsys: fsys} }

// Tree reads a folder and, through its module calls, the modules that it
// uses: local ones by their source, others where `tofu init` has put them
// (.terraform/modules/modules.json). It never leaves the file system. A module
// called twice is read once and shared.
func (l *Loader) Tree(dir string) (*Tree, hcl.Diagnostics) { return l.TreeWith(dir, Extra{}) }

// An Extra is what tells more of a folder than its own files do.
type Extra struct {
	// Snapshot is the folder tfconfig of a binary plan, for the modules whose
	// files are not at hand; nil when there is none.
	Snapshot fs.FS
	// Values are what input variables are set to.
	Values Values
}

// TreeWith is Tree with what else is known.
func (l *Loader) TreeWith(dir string, more Extra) (*Tree, hcl.Diagnostics) {
	t := &treeLoader{
		loader: l, root: dir, values: more.Values, seen: map[string]*Module{},
		installed: installedModules(l.fsys, dir), snapshot: readSnapshot(more.Snapshot, dir),
	}
	return t.load(dir, "", nil), t.diags
}

// module reads a module that is called from the root folder.
func (l *Loader) module(dir, root string) (*Module, hcl.Diagnostics) {
	if root == "." || dir == root || strings.HasPrefix(dir, root+"/") {
		return Load(l.fsys, dir) // nobody else's
	}
	v, _ := l.shared.LoadOrStore(dir, &sharedModule{})
	s := v.(*sharedModule)
	s.once.Do(func() { s.module, s.diags = Load(l.fsys, dir) })
	return s.module, s.diags
}
