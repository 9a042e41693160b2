package specgen

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
