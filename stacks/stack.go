package stacks

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A Project is a folder tree that holds stacks: a Terramate project, or a
// plain OpenTofu folder that counts as a project with one stack.
type Project struct {
	// Root is the absolute path of the project's root folder, links resolved.
	Root string
	// Terramate tells whether Root is a Terramate project. It is false for a
	// plain OpenTofu folder.
	Terramate bool
	// Stacks holds every stack, sorted by Path.
	Stacks []*Stack
}

// A Stack is one folder with a state of its own.
type Stack struct {
	// Path is the stack's folder as Terramate writes it: absolute from the
	// project's root, with forward slashes. The root folder itself is "/".
	Path string
	// Dir is the same folder as an absolute path on this machine.
	Dir string

	ID          string
	Name        string // defaults to the folder's base name
	Description string

	Tags     []string // sorted
	After    []string // as written: "/abs", "relative" or "tag:QUERY"
	Before   []string // as After
	Wants    []string
	WantedBy []string
	Watch    []string // project paths of files, absolute from the root

	// Range is where the stack block stands. It is empty for a plain folder.
	Range hcl.Range
}

// Rel returns the stack's path without the leading slash, as a spec writes it
// (`opentofu/network`), and "." for the root folder.
func (s *Stack) Rel() string {
	if s.Path == "/" {
		return "."
	}
	return strings.TrimPrefix(s.Path, "/")
}

// Stack returns the stack with that path, or nil. It takes the path as
// Terramate writes it (`/opentofu/network`) and the forms people type
// (`opentofu/network`, `opentofu/network/`).
func (p *Project) Stack(name string) *Stack {
	want := path.Clean("/" + filepath.ToSlash(name))
	for _, s := range p.Stacks {
		if s.Path == want {
			return s
		}
	}
	return nil
}
