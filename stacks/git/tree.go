package git

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Tree is the content of one revision as a read-only file system. It keeps
// one git process for reading, which Close ends. It may be used by several
// goroutines.
type Tree struct {
	repo    *Repo
	ctx     context.Context
	entries map[string]*treeEntry // by path; "." is the root

	mu  sync.Mutex
	cat *catFile
}

var (
	_ fs.ReadDirFS  = (*Tree)(nil)
	_ fs.ReadFileFS = (*Tree)(nil)
	_ fs.StatFS     = (*Tree)(nil)
	_ fs.ReadLinkFS = (*Tree)(nil)
)

// Tree lists a revision's files. Their contents are read when they are asked
// for.
func (r *Repo) Tree(ctx context.Context, rev string) (*Tree, error) {
	object, err := r.resolve(ctx, rev)
	if err != nil {
		return nil, fmt.Errorf("find the revision %q: %w", rev, err)
	}
	out, err := r.git(ctx, "ls-tree", "-r", "-l", "-z", "--full-tree", object)
	if err != nil {
		return nil, err
	}
	t := &Tree{repo: r, ctx: ctx, entries: map[string]*treeEntry{}}
	t.folder(".")
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		if line == "" {
			continue
		}
		meta, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 4 || !fs.ValidPath(name) {
			return nil, fmt.Errorf("git ls-tree: cannot read %q", line)
		}
		e := &treeEntry{name: path.Base(name), object: fields[2]}
		switch fields[0] {
		case "120000":
			e.mode = fs.ModeSymlink | 0o777
		case "160000":
			e.mode = fs.ModeDir | 0o555
		default:
			e.mode = 0o444
		}
		e.size, _ = strconv.ParseInt(fields[3], 10, 64)
		t.entries[name] = e
		dir := t.folder(path.Dir(name))
		dir.children = append(dir.children, e)
	}
	for _, e := range t.entries {
		slices.SortFunc(e.children, func(a, b *treeEntry) int { return strings.Compare(a.name, b.name) })
	}
	return t, nil
}

// folder returns the entry of a folder, made with all above it.
func (t *Tree) folder(name string) *treeEntry {
	if e := t.entries[name]; e != nil {
		return e
	}
	e := &treeEntry{name: path.Base(name), mode: fs.ModeDir | 0o555}
	t.entries[name] = e
	if name != "." {
		up := t.folder(path.Dir(name))
		up.children = append(up.children, e)
	}
	return e
}

// Close ends the process that reads contents.
func (t *Tree) Close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.cat == nil {
		return nil
	}
	err := t.cat.close()
	t.cat = nil
	return err
}

func (t *Tree) find(op, name string) (*treeEntry, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if e := t.entries[name]; e != nil {
		return e, nil
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// Stat describes a file; a link is not followed.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	e, err := t.find("stat", name)
	if err != nil {
		return nil, err
	}
	return e, nil
}

// Lstat is Stat, which follows no link either.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) { return t.Stat(name) }

// ReadLink returns where a link leads.
func (t *Tree) ReadLink(name string) (string, error) {
	e, err := t.find("readlink", name)
	if err != nil {
		return "", err
	}
	if e.mode&fs.ModeSymlink == 0 {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	target, err := t.content(e)
	return string(target), err
}

// ReadDir lists a folder.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	e, err := t.find("readdir", name)
	if err != nil {
		return nil, err
	}
	if !e.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fmt.Errorf("not a folder")}
	}
	out := make([]fs.DirEntry, len(e.children))
	for i, c := range e.children {
		out[i] = c
	}
	return out, nil
}

// ReadFile returns a file's content.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	e, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if !e.mode.IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("not a regular file")}
	}
	return t.content(e)
}

// Open opens a file or folder for reading.
func (t *Tree) Open(name string) (fs.File, error) {
	e, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if e.IsDir() {
		list, _ := t.ReadDir(name)
		return &openFile{entry: e, list: list}, nil
	}
	data, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &openFile{entry: e, Reader: *bytes.NewReader(data)}, nil
}

// content reads an object through the one process that is kept for it.
func (t *Tree) content(e *treeEntry) ([]byte, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.cat == nil {
		cat, err := t.repo.startCatFile(t.ctx)
		if err != nil {
			return nil, err
		}
		t.cat = cat
	}
	return t.cat.read(e.object)
}

// catFile is a running `git cat-file --batch`.
type catFile struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func (r *Repo) startCatFile(ctx context.Context) (*catFile, error) {
	c := &catFile{cmd: r.command(ctx, "cat-file", "--batch")}
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	c.out = bufio.NewReaderSize(out, 64<<10)
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return c, nil
}

func (c *catFile) read(object string) ([]byte, error) {
	if _, err := io.WriteString(c.in, object+"\n"); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	header, err := c.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	fields := strings.Fields(header)
	if len(fields) != 3 {
		return nil, fmt.Errorf("git cat-file: %s", strings.TrimSpace(header))
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	data := make([]byte, size+1) // a newline follows
	if _, err := io.ReadFull(c.out, data); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return data[:size], nil
}

func (c *catFile) close() error {
	if err := c.in.Close(); err != nil {
		return fmt.Errorf("git cat-file: %w", err)
	}
	if err := c.cmd.Wait(); err != nil {
		return fmt.Errorf("git cat-file: %w", err)
	}
	return nil
}

// A treeEntry is a file or folder of a revision; it is its own FileInfo and
// DirEntry.
type treeEntry struct {
	name     string
	mode     fs.FileMode
	size     int64
	object   string
	children []*treeEntry
}

func (e *treeEntry) Name() string               { return e.name }
func (e *treeEntry) Size() int64                { return e.size }
func (e *treeEntry) Mode() fs.FileMode          { return e.mode }
func (e *treeEntry) Type() fs.FileMode          { return e.mode.Type() }
func (e *treeEntry) ModTime() time.Time         { return time.Time{} }
func (e *treeEntry) IsDir() bool                { return e.mode.IsDir() }
func (e *treeEntry) Sys() any                   { return nil }
func (e *treeEntry) Info() (fs.FileInfo, error) { return e, nil }

type openFile struct {
	bytes.Reader
	entry *treeEntry
	list  []fs.DirEntry
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *openFile) Close() error               { return nil }

// ReadDir lists the next n entries, or all that are left.
func (f *openFile) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.list) {
		if n > 0 && len(f.list) == 0 {
			return nil, io.EOF
		}
		n = len(f.list)
	}
	out := f.list[:n]
	f.list = f.list[n:]
	return out, nil
}
