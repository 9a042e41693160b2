package specgen

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Lock takes the lock that runs on the same folder share, and waits for it
// until ctx is done. Call the returned function to give it back; the system
// does when the process ends, however it ends. The lock's file lies outside of
// the repository.
func Lock(ctx context.Context, dir string) (func(), error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	name, err := lockFile(abs)
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	type taken struct {
		unlock func()
		err    error
	}
	done := make(chan taken, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(name).Lock()
		done <- taken{unlock, err}
	}()
	select {
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for another run on %s: %w", dir, ctx.Err())
	case t := <-done:
		if t.err != nil {
			return nil, fmt.Errorf("lock %s: %w", dir, t.err)
		}
		return t.unlock, nil
	}
}

// lockFile returns the file that stands for a folder: in the user's cache,
// else, where that cannot be written, in the system's folder for temporary
// files.
func lockFile(dir string) (string, error) {
	sum := sha256.Sum256([]byte(dir))
	base := hex.EncodeToString(sum[:8]) + ".lock"
	var homes []string
	if cache, err := os.UserCacheDir(); err == nil {
		homes = append(homes, filepath.Join(cache, "tofuspec"))
	}
	homes = append(homes, filepath.Join(os.TempDir(), fmt.Sprintf("tofuspec-%d", os.Getuid())))
	var first error
	for _, home := range homes {
		err := os.MkdirAll(home, 0o700)
		if err == nil {
			name := filepath.Join(home, base)
			var f *os.File
			if f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600); err == nil {
				return name, f.Close()
			}
		}
		if first == nil {
			first = err
		}
	}
	return "", first
}
