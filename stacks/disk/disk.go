package disk

import (
	"io/fs"
	"os"
)

// An FS is the tree below a folder.
type FS struct {
	tree
	plain
}

// A tree is what [os.DirFS] gives.
type tree interface {
	fs.StatFS
	fs.ReadDirFS
	fs.ReadFileFS
	fs.ReadLinkFS
}

// New returns the tree below dir, an absolute path. The folder need not exist;
// then reading from it fails.
func New(dir string) *FS {
	return &FS{tree: os.DirFS(dir).(tree), plain: openPlain(dir)}
}

// ReadPlain returns the content of a regular file of at most most bytes whose
// path holds no symbolic link, in a file system that came from [New]. It
// reports false for any other file and file system, also when reading fails,
// and the caller has to look for itself.
func ReadPlain(fsys fs.FS, name string, most int64) ([]byte, bool) {
	d, ok := fsys.(*FS)
	if !ok || !fs.ValidPath(name) {
		return nil, false
	}
	return d.read(name, most)
}
