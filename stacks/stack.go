package stacks

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A Stack is one folder with a state of its own.
type Stack struct {
	// Path is the stack's folder as Terramate writes it: absolute from the
	// project's root, with forward slashes. The root folder itself is "/".
	Path string
	// Dir is the same folder as an absolute path on this machine. It is empty
	// for a stack of a past revision.
	Dir string

	ID          string
	Name        string // defaults to the folder's base name
	Description string

	Tags     []string // in the order written
	After    []string // as written: "/abs", "relative" or "tag:QUERY"
	Before   []string // as After
	Wants    []string
	WantedBy []string
	Watch    []string // project paths of files, absolute from the root

	// Range is where the stack block stands. It is empty for a plain folder.
	Range hcl.Range

	// index is the stack's place in Project.Stacks.
	index int
	// named tells that the stack block gives a name.
	named bool
}

// Rel returns the stack's path without the leading slash, as a spec writes it
// (`opentofu/network`), and "." for the root folder.
func (s *Stack) Rel() string { return relative(s.Path) }

// Stack returns the stack with that path, or nil. It takes the path as
// Terramate writes it (`/opentofu/network`) and the forms people type
// (`opentofu/network`, `opentofu/network/`).
func (p *Project) Stack(name string) *Stack {
	if f := p.folders[path.Clean("/"+filepath.ToSlash(name))]; f != nil {
		return f.stack
	}
	return nil
}

// StackByID returns the stack with exactly that id, or nil.
func (p *Project) StackByID(id string) *Stack {
	if id == "" {
		return nil
	}
	for _, s := range p.Stacks {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// relative turns a project path ("/a/b") into a path inside the project's
// file system ("a/b"; "." for the root).
func relative(projectPath string) string {
	if projectPath == "/" {
		return "."
	}
	return strings.TrimPrefix(projectPath, "/")
}

// within tells whether a project path is dir or lies below it.
func within(projectPath, dir string) bool {
	if dir == "/" || projectPath == dir {
		return true
	}
	return len(projectPath) > len(dir) && projectPath[len(dir)] == '/' && projectPath[:len(dir)] == dir
}

// Below returns those of the stacks that lie at or below a project path.
func Below(all []*Stack, dir string) []*Stack {
	if dir == "/" {
		return all
	}
	var out []*Stack
	for _, s := range all {
		if within(s.Path, dir) {
			out = append(out, s)
		}
	}
	return out
}

// In returns the project's stacks at or below a project path.
func (p *Project) In(dir string) []*Stack { return Below(p.Stacks, dir) }
