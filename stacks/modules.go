package stacks

import (
	"io/fs"
	"path"

	"github.com/hashicorp/hcl/v2"
)

// join resolves a path that a stack names: absolute from the project's root,
// or relative to the stack.
func join(stack, entry string) string {
	if path.IsAbs(entry) {
		return path.Clean(entry)
	}
	return path.Join(stack, entry)
}

func statPath(fsys fs.FS, projectPath string) (fs.FileInfo, error) {
	return fs.Stat(fsys, relative(projectPath))
}

// maxCode bounds an OpenTofu file that is scanned for module calls.
const maxCode = 16 << 20

// readCode reads an OpenTofu file by its project path.
func readCode(fsys fs.FS, projectPath string) ([]byte, *hcl.Diagnostic) {
	name := relative(projectPath)
	info, err := fs.Lstat(fsys, name)
	if err != nil {
		return nil, unreadable(projectPath, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxCode {
		return nil, nil
	}
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, unreadable(projectPath, err)
	}
	return src, nil
}
