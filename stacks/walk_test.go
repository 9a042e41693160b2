package stacks_test

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tofuspec/tofuspec/stacks"
)

// closedFS refuses to read one path, as a file system does to a user without
// the permission, whoever runs the test.
type closedFS struct {
	fstest.MapFS
	closed string
}

func (f closedFS) Open(name string) (fs.File, error) {
	if name == f.closed {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f closedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == f.closed {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadDir(name)
}

func (f closedFS) ReadFile(name string) ([]byte, error) {
	if name == f.closed {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadFile(name)
}

func TestWithoutPermission(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"root.tm":    {Data: []byte("terramate {\n  required_version = \"> 0.1\"\n}\n")},
		"a/stack.tm": {Data: []byte("stack {}\n")},
		"b/stack.tm": {Data: []byte("stack {}\n")},
	}
	for _, closed := range []string{"b", "b/stack.tm"} {
		p, diags := stacks.LoadFS(context.Background(), closedFS{files, closed}, "root")
		if !diags.HasErrors() || !strings.Contains(diags.Error(), closed+": permission denied") {
			t.Errorf("%s: the diagnostics do not name it: %v", closed, diags)
		}
		same(t, "what can be read beside "+closed, pathsOf(p.Stacks), []string{"/a"})
	}
}
