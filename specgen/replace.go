package specgen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace puts content in the place of the file's old content, whole or not
// at all: it writes a file beside it and renames that. The mode is kept. old
// is what the file was read as, nil when there was none; ErrChanged is
// returned when it is something else by now.
func Replace(name string, old, content []byte) error {
	now, err := os.ReadFile(name) // the caller has resolved the name
	switch {
	case errors.Is(err, fs.ErrNotExist) && old == nil:
	case err != nil:
		return err
	case old == nil || !bytes.Equal(now, old):
		return fmt.Errorf("%s: %w", name, ErrChanged)
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a folder of documents
		return err
	}
	sweep(name)
	mode := fs.FileMode(0)
	if st, err := os.Stat(name); err == nil {
		mode = st.Mode().Perm()
	}
	for _, open := range []func(string) (*draftFile, error){besideNameless, besideNamed} {
		var tmp *draftFile
		if tmp, err = open(name); err == nil {
			err = tmp.put(name, content, mode, old == nil)
		}
		if !errors.Is(err, errNameless) {
			break
		}
	}
	return err
}

// errNameless tells that the system cannot make, or cannot name, a file that
// has no name at first.
var errNameless = errors.New("no nameless files here")

// fill writes all of a file, down to the disk.
func fill(f *os.File, content []byte, mode fs.FileMode) error {
	if _, err := f.Write(content); err != nil {
		return err
	}
	if mode != 0 {
		if err := f.Chmod(mode); err != nil {
			return err
		}
	}
	return f.Sync()
}

// A draftFile is a file on its way to its name. It has no name yet where the
// system can do without, so that a run that is killed leaves nothing behind.
type draftFile struct {
	*os.File
	path string // "" while it has none
}

// temporary is the name that a file has for a moment before it becomes
// another; one that is left from a run that was killed is written over.
func temporary(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".tofuspec.tmp")
}

// sweep takes away what a run that was killed left behind.
func sweep(name string) { _ = os.Remove(temporary(name)) }

// besideNameless opens a file in the folder of name that has no name.
func besideNameless(name string) (*draftFile, error) {
	f, err := nameless(filepath.Dir(name))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNameless, err)
	}
	return &draftFile{File: f}, nil
}

// besideNamed opens a new file in the folder of name, with the mode that the
// process gives new files.
func besideNamed(name string) (*draftFile, error) {
	path := temporary(name)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644) //nolint:gosec // a document
	if err != nil {
		return nil, err
	}
	return &draftFile{f, path}, nil
}

// put fills the file and gives it its name; nothing is left when it fails.
func (f *draftFile) put(name string, content []byte, mode fs.FileMode, isNew bool) error {
	err := fill(f.File, content, mode)
	if err == nil && f.path != "" {
		err = f.Close() // a file that is open cannot be renamed everywhere
	}
	if err == nil {
		err = f.become(name, isNew)
	}
	_ = f.Close()
	if f.path != "" {
		_ = os.Remove(f.path)
	}
	return err
}

// become gives the file its name. A file that is new must not be there yet.
func (f *draftFile) become(name string, isNew bool) error {
	if isNew {
		err := f.link(name)
		switch {
		case errors.Is(err, fs.ErrExist):
			return fmt.Errorf("%s: %w", name, ErrChanged)
		case err == nil, f.path == "":
			return err
		}
		// The file system has no links: the lock alone keeps others away.
	}
	if f.path == "" {
		if err := f.link(temporary(name)); err != nil {
			return err
		}
		f.path = temporary(name)
	}
	if err := os.Rename(f.path, name); err != nil {
		return err
	}
	f.path = ""
	return nil
}

// link gives the file one more name.
func (f *draftFile) link(name string) error {
	if f.path != "" {
		return os.Link(f.path, name)
	}
	err := link(f.File, name)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w: %w", errNameless, err)
	}
	return err
}
