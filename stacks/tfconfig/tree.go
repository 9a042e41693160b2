package tfconfig

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// The bounds on a tree of modules.
const (
	maxDepth   = 32
	maxModules = 20_000
)

// A Tree is a module and the modules that it calls, as far as their files are
// at hand.
type Tree struct {
	Module   *Module
	Children map[string]*Tree // by the call's name
	// Missing names the calls whose files are not at hand, with the reason.
	Missing map[string]string
}

// LoadTree reads one folder's tree; see Loader.Tree.
func LoadTree(fsys fs.FS, dir string) (*Tree, hcl.Diagnostics) { return NewLoader(fsys).Tree(dir) }

type treeLoader struct {
	loader    *Loader
	root      string
	values    Values // of the root folder's variables
	seen      map[string]*Module
	installed map[string]string // "a.b" to folder
	snapshot  *snapshot
	modules   int
	diags     hcl.Diagnostics
}

func (l *treeLoader) load(dir, key string, above []string) *Tree {
	m := l.seen[dir]
	if m == nil {
		var diags hcl.Diagnostics
		m, diags = l.loader.module(dir, l.root)
		l.diags = append(l.diags, diags...)
		l.seen[dir] = m
		if key == "" {
			m.assign(l.loader.fsys, l.values)
		}
	}
	return l.tree(m, key, append(slices.Clip(above), dir))
}

// tree reads the modules that m calls. above are the folders that lead to it,
// its own included.
func (l *treeLoader) tree(m *Module, key string, above []string) *Tree {
	l.modules++
	t := &Tree{Module: m, Children: map[string]*Tree{}, Missing: map[string]string{}}
	for _, name := range slices.Sorted(maps.Keys(m.Calls)) {
		c := m.Calls[name]
		sub := name
		if key != "" {
			sub = key + "." + name
		}
		at := c.Local
		if at == "" {
			at = l.installed[sub]
		}
		if at == "" && key == "" { // nobody calls the root, so its defaults hold
			at = m.assumedSource(c)
		}
		switch {
		case at != "" && slices.Contains(above, at):
			t.Missing[name] = "it calls itself"
		case len(above) >= maxDepth || l.modules >= maxModules:
			t.Missing[name] = "modules nest too deep"
		case at != "" && l.isFolder(at):
			t.Children[name] = l.load(at, sub, above)
		default:
			if packed := l.snapshot.module(sub); packed != nil {
				t.Children[name] = l.tree(packed, sub, append(slices.Clip(above), packed.Dir))
				continue
			}
			switch {
			case at != "":
				t.Missing[name] = "its folder is missing"
			case strings.HasPrefix(c.Source, "."):
				t.Missing[name] = "its source leads out of the project"
			default:
				t.Missing[name] = "it is not installed"
			}
		}
	}
	return t
}

func (l *treeLoader) isFolder(at string) bool {
	st, err := fs.Stat(l.loader.fsys, at)
	return err == nil && st.IsDir()
}

// Lacks tells whether the files of any module are missing.
func (t *Tree) Lacks() bool {
	if len(t.Missing) > 0 {
		return true
	}
	for _, c := range t.Children {
		if c.Lacks() {
			return true
		}
	}
	return false
}

// installedModules reads where `tofu init` put the modules.
func installedModules(fsys fs.FS, dir string) map[string]string {
	out := map[string]string{}
	src, err := readBounded(fsys, path.Join(dir, ".terraform/modules/modules.json"))
	if err != nil {
		return out
	}
	var index struct{ Modules []struct{ Key, Dir string } }
	if json.Unmarshal(src, &index) != nil {
		return out
	}
	for _, m := range index.Modules {
		at := path.Join(dir, strings.ReplaceAll(m.Dir, `\`, "/"))
		if m.Key != "" && !path.IsAbs(m.Dir) && fs.ValidPath(at) {
			out[m.Key] = at
		}
	}
	return out
}
