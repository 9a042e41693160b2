package stacks

import (
	"io/fs"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/git"
)

// A Project is a folder tree that holds stacks: a Terramate project, or plain
// OpenTofu folders, each of which counts as a stack.
type Project struct {
	// Root is the absolute path of the project's root folder, links resolved.
	// It is empty for a project read from a past revision.
	Root string
	// Dir is the project path of the folder the project was asked for, "/"
	// for the root itself.
	Dir string
	// Terramate tells whether Root is a Terramate project. It is false for
	// plain OpenTofu folders.
	Terramate bool
	// Git tells whether Root lies in a git work tree.
	Git bool
	// Stacks holds every stack, sorted by Path.
	Stacks []*Stack
	// RequiredVersion is the constraint on Terramate's own version, with its
	// place, as the root's configuration states it. It may be empty.
	RequiredVersion Constraint

	tree     *git.Repo          // the work tree that Root lies in, nil outside git
	fsys     fs.FS              // links not followed
	linked   fs.FS              // links followed as long as they stay inside
	folders  map[string]*folder // by project path; skipped folders included
	settings settings

	gruntsOnce   sync.Once
	gruntModules map[string]*gruntModule // by folder, made when asked for

	mu      sync.Mutex // guards what follows
	sources map[string]*hcl.File
	parsed  map[string][]*hclsyntax.Body // by folder, made when asked for
	list    cty.Value                    // terramate.stacks.list
}

// A Constraint is a version constraint and where it stands.
type Constraint struct {
	Text             string
	AllowPrereleases bool
	Range            hcl.Range
}

// FS returns the project's files, with the project's root at ".".
func (p *Project) FS() fs.FS { return p.fsys }

// Sources returns the files that the project's diagnostics point into, for
// printing source excerpts. Names are paths from the project's root.
func (p *Project) Sources() map[string]*hcl.File {
	if p == nil {
		return nil
	}
	return p.sources
}

// HasExperiment tells whether the root's configuration enables the named
// Terramate experiment.
func (p *Project) HasExperiment(name string) bool { return p.settings.experiments[name] }

// A folder is what the project knows of one folder of its tree.
type folder struct {
	path    string
	skipped bool     // holds a .tmskip: nothing in it is read
	files   []string // Terramate files, sorted base names
	code    []string // .tf and .tofu files, sorted base names
	json    []string // .tf.json and .tofu.json files
	stack   *Stack
	globals bool // holds globals, its own or imported
	scripts bool
	inputs  bool
	grunt   bool // holds a terragrunt.hcl

	yaml         []string // files that hold bundle instances, sorted base names
	bundles      []*bundleInstance
	define       []*hclsyntax.Block // define blocks, merged
	environments []*hclsyntax.Block // of the root folder
}

// nearest returns the closest stack at or above a project path, or nil.
func (p *Project) nearest(projectPath string) *Stack {
	for at := projectPath; ; at = parent(at) {
		if f := p.folders[at]; f != nil && f.stack != nil {
			return f.stack
		}
		if at == "/" {
			return nil
		}
	}
}

// parent returns the project path above a project path; the root's is itself.
func parent(projectPath string) string {
	for i := len(projectPath) - 1; i > 0; i-- {
		if projectPath[i] == '/' {
			return projectPath[:i]
		}
	}
	return "/"
}
