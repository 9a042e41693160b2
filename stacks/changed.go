package stacks

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks/git"
)

// ChangeOptions say what counts as a change.
type ChangeOptions struct {
	// Base is the git revision to compare HEAD with; empty: Terramate's
	// default, see git.Repo.Resolve.
	Base string
	// Untracked and Uncommitted tell whether files count that git does not
	// track, or whose changes are not staged. nil: as the project's
	// configuration says, which is yes unless it says no.
	Untracked, Uncommitted *bool
}

// Changes are what change detection found.
type Changes struct {
	// Range is the base and the head that were compared.
	Range git.Range
	// Files are the committed changes, in path order. Paths count from the
	// project's root.
	Files []git.Change
	// Dirty are the changed files that are not committed and count, as project
	// paths.
	Dirty []string
	// Stacks are the changed stacks, sorted by path.
	Stacks []ChangedStack
}

// A ChangedStack is a stack that Terramate lists as changed.
type ChangedStack struct {
	Stack *Stack
	// Why is Terramate's own sentence for the reason.
	Why string
	// Own tells that the stack's own files changed or a trigger names it.
	Own bool
}

// List returns the changed stacks.
func (c *Changes) List() []*Stack {
	out := make([]*Stack, len(c.Stacks))
	for i, s := range c.Stacks {
		out[i] = s.Stack
	}
	return out
}

// Why returns why a stack counts as changed, or "" when it does not.
func (c *Changes) Why(s *Stack) string {
	i, found := slices.BinarySearchFunc(c.Stacks, s.Path, func(c ChangedStack, path string) int { return strings.Compare(c.Stack.Path, path) })
	if !found {
		return ""
	}
	return c.Stacks[i].Why
}

// Changed finds the stacks that changed since a base, by Terramate's rules:
// a file of the stack itself or of a folder that no deeper stack owns, a
// watched file, a local module that the stack calls through any number of
// others, what a Terragrunt module reads, or a trigger. It needs a git work tree.
func (p *Project) Changed(ctx context.Context, o ChangeOptions) (*Changes, hcl.Diagnostics) {
	repo, prefix, err := p.repo(ctx)
	if err != nil {
		return nil, failed("Cannot detect changes", err)
	}
	found, err := p.changedFiles(ctx, repo, prefix, o)
	if err != nil {
		return nil, failed("Cannot detect changes", err)
	}
	paths := found.paths()
	if len(paths) == 0 {
		return found, nil
	}
	d := &detector{p: p, paths: paths, sorted: slices.Sorted(slices.Values(paths)), why: map[*Stack]string{}, own: map[*Stack]bool{}}
	d.files()
	for s := range d.why {
		d.own[s] = true
	}
	d.watched()
	if !d.diags.HasErrors() {
		settled := maps.Clone(d.why)
		d.modules(ctx)
		d.grunts(settled)
	}
	for _, s := range p.Stacks {
		if why := d.why[s]; why != "" && !d.ignored[s.Path] {
			found.Stacks = append(found.Stacks, ChangedStack{Stack: s, Why: why, Own: d.own[s]})
		}
	}
	p.quote(d.diags)
	sortDiagnostics(d.diags)
	return found, d.diags
}

// repo returns the project's git work tree, and what to put before a path from
// the project's root to make one from the tree's top: "" or "some/folder/".
func (p *Project) repo(ctx context.Context) (*git.Repo, string, error) {
	if p.Root == "" {
		return nil, "", git.ErrNotRepository
	}
	repo := p.tree
	if repo == nil {
		var err error
		if repo, err = git.Open(ctx, p.Root); err != nil { // it says why not
			return nil, "", err
		}
	}
	top, err := filepath.EvalSymlinks(repo.Top())
	if err != nil {
		return nil, "", fmt.Errorf("find the work tree's top: %w", err)
	}
	rel, err := filepath.Rel(top, p.Root)
	if err != nil || rel == "." {
		return repo, "", err
	}
	return repo, filepath.ToSlash(rel) + "/", nil
}

func (p *Project) changedFiles(ctx context.Context, repo *git.Repo, prefix string, o ChangeOptions) (*Changes, error) {
	within, err := repo.Resolve(ctx, git.BaseQuery{
		Ref: o.Base, DefaultBranch: p.settings.defaultBranch, DefaultRemote: p.settings.defaultRemote,
	})
	if err != nil {
		return nil, err
	}
	found := &Changes{Range: within}
	untracked, uncommitted, err := repo.Dirty(ctx)
	if err != nil {
		return nil, err
	}
	var dirty []string
	if counts(o.Uncommitted, p.settings.uncommitted) {
		dirty = uncommitted
	}
	if counts(o.Untracked, p.settings.untracked) {
		dirty = append(dirty, untracked...)
	}
	for _, name := range dirty {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			found.Dirty = append(found.Dirty, "/"+rest)
		}
	}
	files, err := repo.Changes(ctx, within)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if f, ok := f.Below(prefix); ok {
			found.Files = append(found.Files, f)
		}
	}
	return found, nil
}

// counts resolves a switch: the flag, else the configuration, else on.
func counts(flag, configured *bool) bool {
	switch {
	case flag != nil:
		return *flag
	case configured != nil:
		return *configured
	}
	return true
}

// paths returns the changed files as project paths in the order in which git
// and Terramate go through them. A rename counts at both ends.
func (c *Changes) paths() []string {
	var out []string
	for _, f := range c.Files {
		out = append(out, "/"+f.Path)
		if f.Status == 'R' {
			out = append(out, "/"+f.From)
		}
	}
	slices.Sort(out)
	return append(out, c.Dirty...)
}

// A detector goes through changed files.
type detector struct {
	p       *Project
	paths   []string // changed files, committed ones first
	sorted  []string
	why     map[*Stack]string
	own     map[*Stack]bool
	ignored map[string]bool // stacks that a trigger takes out
	diags   hcl.Diagnostics
}

// files counts each changed file to the stack that owns it, and reads
// triggers.
func (d *detector) files() {
	for _, file := range d.paths {
		if strings.HasPrefix(file, triggerFolder+"/") {
			d.trigger(file)
			continue
		}
		if f := d.p.folders[parent(file)]; f != nil && f.stack != nil && d.why[f.stack] != "" {
			continue
		}
		if s := d.p.nearest(parent(file)); s != nil {
			d.why[s] = "stack has unmerged changes"
		}
	}
}

// watched marks the stacks that watch a changed file.
func (d *detector) watched() {
	for _, s := range d.p.Stacks {
		if len(s.Watch) == 0 || d.why[s] != "" {
			continue
		}
		for _, file := range s.Watch {
			if _, changed := slices.BinarySearch(d.sorted, file); changed {
				d.why[s] = fmt.Sprintf("stack changed because watched file %q changed", file)
				break
			}
		}
	}
}

// touched tells whether a changed file is dir or lies below it.
func (d *detector) touched(dir string) bool {
	if dir == "/" {
		return len(d.sorted) > 0
	}
	if _, found := slices.BinarySearch(d.sorted, dir); found {
		return true
	}
	i, _ := slices.BinarySearch(d.sorted, dir+"/")
	return i < len(d.sorted) && within(d.sorted[i], dir)
}

func failed(summary string, err error) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: summary, Detail: strings.TrimSuffix(err.Error(), ".") + "."}}
}
