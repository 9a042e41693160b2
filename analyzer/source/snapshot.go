package source

import (
	"archive/zip"
	"io"
	"io/fs"
)

// maxPacked bounds how many files a binary plan may hold before its snapshot
// of the configuration is left alone.
const maxPacked = 50_000

// A Snapshot is the configuration inside a binary plan: what the tool read when
// it planned, the modules that it had installed included. Close it after use.
type Snapshot struct {
	fs.FS // of the folder tfconfig
	io.Closer
}

// OpenSnapshot opens the configuration inside a binary plan. It is nil when the
// file is none, holds none or cannot be read, as with an encrypted plan: a plan
// does not depend on it. Sizes that the file states are not trusted: reading
// beyond them is an error.
func OpenSnapshot(file string) *Snapshot {
	if !isBinary(file) {
		return nil
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil
	}
	sub, err := fs.Sub(z, "tfconfig")
	if err == nil && len(z.File) <= maxPacked {
		if _, err = fs.Stat(sub, "modules.json"); err == nil {
			return &Snapshot{FS: sub, Closer: z}
		}
	}
	_ = z.Close() // it was only read
	return nil
}
