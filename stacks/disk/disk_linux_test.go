package disk_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"golang.org/x/sys/unix"

	"github.com/tofuspec/tofuspec/stacks/disk"
)

func TestFS(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a", "b.txt"), "hello")
	if err := fstest.TestFS(disk.New(dir), "a/b.txt"); err != nil {
		t.Error(err)
	}
}

func TestReadPlain(t *testing.T) {
	t.Parallel()
	if fd, err := unix.Openat2(unix.AT_FDCWD, ".", &unix.OpenHow{Flags: unix.O_RDONLY | unix.O_CLOEXEC}); err != nil {
		t.Skipf("this kernel has no short way: %v", err)
	} else if err := unix.Close(fd); err != nil {
		t.Fatal(err)
	}
	top := t.TempDir()
	dir := filepath.Join(top, "project")
	write(t, filepath.Join(top, "secret"), "secret")
	write(t, filepath.Join(dir, "a", "b.txt"), "hello")
	write(t, filepath.Join(dir, "empty"), "")
	link(t, "b.txt", filepath.Join(dir, "a", "link"))
	link(t, "a", filepath.Join(dir, "folder"))
	link(t, top, filepath.Join(dir, "out"))
	if err := unix.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	fsys := disk.New(dir)
	for name, want := range map[string]string{"a/b.txt": "hello", "empty": ""} {
		if got, ok := disk.ReadPlain(fsys, name, 5); !ok || string(got) != want {
			t.Errorf("%s: got %q, %v", name, got, ok)
		}
	}
	for _, name := range []string{
		"a", "none", "pipe", // no file
		"a/link", "folder/b.txt", "out/secret", // behind a link
		"../secret", "/etc/hostname", "a/../empty", "a/b.txt\x00", "", // no path in the tree
	} {
		if got, ok := disk.ReadPlain(fsys, name, 5); ok {
			t.Errorf("%q: got %q", name, got)
		}
	}
	if got, ok := disk.ReadPlain(fsys, "a/b.txt", 4); ok {
		t.Errorf("above the bound: got %q", got)
	}
	if got, ok := disk.ReadPlain(disk.New(filepath.Join(dir, "none")), "a/b.txt", 5); ok {
		t.Errorf("a missing folder: got %q", got)
	}
	if got, ok := disk.ReadPlain(os.DirFS(dir), "a/b.txt", 5); ok {
		t.Errorf("another file system: got %q", got)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}
