package specgen

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// MaxSpec is how large a template or spec may be, in bytes.
const MaxSpec = 4 << 20

// ErrChanged tells that a file was changed by someone else while it was being
// refreshed.
var ErrChanged = errors.New("changed by someone else in the meantime")

// Read reads a template or spec of at most MaxSpec bytes.
func Read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	if st, err := f.Stat(); err == nil && !st.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	src, err := io.ReadAll(io.LimitReader(f, MaxSpec+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(src) > MaxSpec {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, MaxSpec)
	}
	return src, nil
}

// Lock takes the lock that runs on the same folder share, and waits for it.
// Call the returned function to give it back. The lock's file lies outside of
// the repository.
func Lock(dir string) (func(), error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	home, err := os.UserCacheDir()
	if err != nil {
		home = os.TempDir()
	}
	home = filepath.Join(home, "tofuspec")
	if err := os.MkdirAll(home, 0o700); err != nil {
		home = os.TempDir()
	}
	sum := sha256.Sum256([]byte(abs))
	unlock, err := lockedfile.MutexAt(filepath.Join(home, hex.EncodeToString(sum[:8])+".lock")).Lock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	return unlock, nil
}

// Resolve follows a path's symbolic links, also where the file itself does
// not exist yet. A path inside root that links to a place outside of it is an
// error.
func Resolve(root, name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		if _, lerr := os.Lstat(abs); lerr == nil {
			return "", fmt.Errorf("%s is a link to a file that does not exist", name)
		}
		if real, err = resolveDir(filepath.Dir(abs)); err == nil {
			real = filepath.Join(real, filepath.Base(abs))
		}
	}
	if err != nil {
		return "", err
	}
	realRoot, err := filepath.EvalSymlinks(root)
	if err != nil {
		return "", err
	}
	absRoot, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	if (inside(realRoot, abs) || inside(absRoot, abs)) && !inside(realRoot, real) {
		return "", fmt.Errorf("%s is a link to %s, outside of %s", name, real, root)
	}
	return real, nil
}

// resolveDir follows the links of the part of a folder's path that exists.
func resolveDir(dir string) (string, error) {
	real, err := filepath.EvalSymlinks(dir)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	up := filepath.Dir(dir)
	if up == dir {
		return "", err
	}
	if real, err = resolveDir(up); err != nil {
		return "", err
	}
	return filepath.Join(real, filepath.Base(dir)), nil
}

func inside(root, name string) bool {
	rel, err := filepath.Rel(root, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// Replace puts content in the place of the file's old content, whole or not
// at all: it writes a file beside it and renames that. The mode is kept. old
// is what the file was read as, nil when there was none; ErrChanged is
// returned when it is something else by now.
func Replace(name string, old, content []byte) (err error) {
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
	mode := fs.FileMode(0)
	if st, err := os.Stat(name); err == nil {
		mode = st.Mode().Perm()
	}
	tmp, err := createBeside(dir, filepath.Base(name))
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(content); err != nil {
		_ = tmp.Close()
		return err
	}
	if mode != 0 {
		if err = tmp.Chmod(mode); err != nil {
			_ = tmp.Close()
			return err
		}
	}
	if err = tmp.Sync(); err != nil {
		_ = tmp.Close()
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// createBeside makes a new file with the mode that the process gives new
// files.
func createBeside(dir, base string) (*os.File, error) {
	for i := range 1000 {
		f, err := os.OpenFile(filepath.Join(dir, fmt.Sprintf(".%s.%d.%d.tmp", base, os.Getpid(), i)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644) //nolint:gosec // a document
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, fmt.Errorf("no name left for a temporary file in %s", dir)
}
