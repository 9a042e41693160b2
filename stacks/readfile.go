package stacks

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/tofuspec/tofuspec/stacks/disk"
)

// A tooLargeError says that a file is larger than one of its kind may be.
type tooLargeError struct{ size, most int64 }

func (e *tooLargeError) Error() string {
	return fmt.Sprintf("it has %d MiB, and is read up to %d MiB", e.size>>20, e.most>>20)
}

// readRegular reads a regular file of at most most bytes. A link is followed
// in linked, as long as it stays inside the project.
func readRegular(fsys, linked fs.FS, name string, most int64) ([]byte, error) {
	if src, ok := disk.ReadPlain(fsys, name, most); ok {
		return src, nil
	}
	info, err := fs.Lstat(fsys, name)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		fsys = linked
		info, err = fs.Stat(fsys, name)
	}
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("it is a folder, not a file")
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("it is not a regular file (%s)", info.Mode().Type())
	case info.Size() > most:
		return nil, &tooLargeError{info.Size(), most}
	}
	return fs.ReadFile(fsys, name)
}
