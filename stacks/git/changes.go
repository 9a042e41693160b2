package git

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Change is one file that differs between two revisions.
type Change struct {
	// Status is git's letter: A added, D deleted, M modified, R renamed,
	// C copied, T type changed.
	Status byte
	// Path is the file's path from the top of the work tree; the new one for
	// a rename.
	Path string
	// From is the old path of a rename or copy.
	From string
	// Similarity is how alike the two files of a rename are, in percent.
	Similarity int
}

// Below returns the change as seen from a folder (given with a trailing slash;
// "" is the top), and whether it touches that folder. A rename across its
// border becomes an addition or a deletion.
func (c Change) Below(prefix string) (Change, bool) {
	if prefix == "" {
		return c, true
	}
	to, in := strings.CutPrefix(c.Path, prefix)
	from, out := strings.CutPrefix(c.From, prefix)
	switch {
	case in && (c.From == "" || out):
		return Change{Status: c.Status, Path: to, From: from, Similarity: c.Similarity}, true
	case in:
		return Change{Status: 'A', Path: to}, true
	case c.From != "" && out && c.Status == 'R':
		return Change{Status: 'D', Path: from}, true
	}
	return Change{}, false
}

// Changes lists the files that differ between the range's base and head, in
// the order of their paths. Where git lacks what it needs to find renames they
// are additions and deletions.
func (r *Repo) Changes(ctx context.Context, in Range) ([]Change, error) {
	if in.Base == in.Head {
		return nil, nil
	}
	diff := func(renames string) (string, error) {
		return r.git(ctx, "diff-tree", "-r", "-z", "--name-status", renames, in.Base, in.Head, "--")
	}
	out, err := diff("--find-renames")
	if err != nil {
		// Renames are found by reading files, and a partial clone may lack
		// some. The names alone are in the trees.
		out, err = diff("--no-renames")
	}
	if err != nil {
		return nil, err
	}
	var changes []Change
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	for i := 0; i+1 < len(fields); {
		status := fields[i]
		if status == "" {
			return nil, fmt.Errorf("git diff-tree: no status before %q", fields[i+1])
		}
		c := Change{Status: status[0], Path: fields[i+1]}
		i += 2
		if (c.Status == 'R' || c.Status == 'C') && i < len(fields) {
			c.From, c.Path = c.Path, fields[i]
			c.Similarity, _ = strconv.Atoi(status[1:])
			i++
		}
		changes = append(changes, c)
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, nil
}

// Dirty lists the files that are not in HEAD as they are on disk: those that
// git does not track and does not ignore, and those with changes that are not
// staged. Paths count from the top of the work tree.
func (r *Repo) Dirty(ctx context.Context) (untracked, uncommitted []string, err error) {
	out, err := r.git(ctx, "status", "--porcelain", "-z")
	if err != nil {
		return nil, nil, err
	}
	var inFolders []string
	fields := strings.Split(out, "\x00")
	for i := 0; i < len(fields); i++ {
		entry := fields[i]
		if len(entry) < 4 {
			continue
		}
		status, name := entry[:2], entry[3:]
		switch {
		case status == " M":
			uncommitted = append(uncommitted, name)
		case status == "??" && strings.HasSuffix(name, "/"):
			inFolders = append(inFolders, r.filesBelow(strings.TrimSuffix(name, "/"))...)
		case status == "??":
			untracked = append(untracked, name)
		case status[0] == 'R' || status[0] == 'C' || status[1] == 'R' || status[1] == 'C':
			i++ // the old name follows
		}
	}
	return append(untracked, inFolders...), uncommitted, nil
}

// filesBelow lists all files in an untracked folder, which git reports as one.
func (r *Repo) filesBelow(dir string) []string {
	var files []string
	fsys := os.DirFS(r.top)
	// A folder that cannot be read holds nothing that could be listed.
	_ = fs.WalkDir(fsys, filepath.ToSlash(dir), func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, name)
		}
		return nil
	})
	return files
}
