package git

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// ErrTooFewCommits tells that HEAD has no parent here, so that nothing can
// have changed.
var ErrTooFewCommits = errors.New("flag --changed requires a repository with at least two commits")

// A BaseQuery says what changes are measured against.
type BaseQuery struct {
	Ref           string // as the user asked; empty: the default
	DefaultBranch string // as configured; empty: main
	DefaultRemote string // as configured; empty: origin
}

// A Range is a base and the head that is compared with it, as object names.
type Range struct {
	Base, Head string
	// Name is the base as the user or the default rule names it.
	Name string
}

// Resolve finds the base by Terramate's rules: the asked reference; else, on
// the default branch with everything pushed, the commit before HEAD; else the
// merge base with the remote's default branch, or with the local one when that
// remote is not configured and does not exist.
func (r *Repo) Resolve(ctx context.Context, q BaseQuery) (Range, error) {
	head, hasParent, err := r.head(ctx)
	if err != nil || !hasParent {
		if err == nil && r.IsShallow(ctx) {
			return Range{}, fmt.Errorf("%w; this clone is shallow, so fetch more history (git fetch --unshallow)", ErrTooFewCommits)
		}
		return Range{}, ErrTooFewCommits
	}
	branch, remote := or(q.DefaultBranch, "main"), or(q.DefaultRemote, "origin")
	remoteBranch, err := r.remoteBranch(ctx, remote, branch)
	if err != nil && q.DefaultRemote != "" {
		return Range{}, fmt.Errorf("check the default remote: %w", err)
	}
	base := q.Ref
	switch {
	case base != "":
	case remoteBranch == "":
		base, err = r.localBase(ctx, branch, remote, head)
	default:
		base, err = r.remoteBase(ctx, branch, remote, remoteBranch, head)
	}
	if q.Ref == "" && err != nil {
		return Range{}, fmt.Errorf("find the base of the changes: %w", err)
	}
	object, err := r.resolve(ctx, base)
	if err != nil {
		return Range{}, fmt.Errorf("find the base %q: %w", base, r.missing(ctx, err))
	}
	return Range{Base: object, Head: head, Name: base}, nil
}

// missing says what to do about a revision that is not here.
func (r *Repo) missing(ctx context.Context, err error) error {
	switch {
	case r.IsShallow(ctx):
		return errors.New("this clone is shallow and lacks it; fetch more history (git fetch --unshallow)")
	case strings.Contains(err.Error(), "Needed a single revision"):
		return errors.New("there is no such branch, tag or commit here; fetch it, or name another one (--git-change-base)")
	}
	return err
}

// head returns HEAD's object name and whether it has a parent here.
func (r *Repo) head(ctx context.Context) (string, bool, error) {
	out, err := r.git(ctx, "rev-list", "--parents", "--max-count=1", "HEAD")
	if err != nil {
		return "", false, err
	}
	names := strings.Fields(out)
	if len(names) == 0 {
		return "", false, fmt.Errorf("git rev-list printed nothing")
	}
	return names[0], len(names) > 1, nil
}

// remoteBranch returns what the remote-tracking branch points at. As in
// Terramate, a remote is there when it has branches here, and a remote
// reference without a remote's name (git-svn's trunk) spoils them all.
func (r *Repo) remoteBranch(ctx context.Context, remote, branch string) (string, error) {
	out, err := r.git(ctx, "for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/remotes/")
	if err != nil {
		return "", err
	}
	object, known := "", false
	for line := range strings.Lines(out) {
		name, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		of, _, ok := strings.Cut(name, "/")
		if !ok {
			return "", fmt.Errorf("unexpected remote reference %q", name)
		}
		known = known || of == remote
		if name == remote+"/"+branch {
			object = id
		}
	}
	switch {
	case !known:
		return "", fmt.Errorf("repository must have a configured %q remote", remote)
	case object == "":
		return "", fmt.Errorf("remote %q has no default branch %q here", remote, branch)
	}
	return object, nil
}

// onDefaultBranch tells whether HEAD is on the default branch; a detached
// HEAD is when it is where the remote's default branch is.
func (r *Repo) onDefaultBranch(ctx context.Context, branch, remote, head string) (bool, error) {
	if current, err := r.git(ctx, "symbolic-ref", "--short", "HEAD"); err == nil {
		return strings.TrimSpace(current) == branch, nil
	}
	object, err := r.resolve(ctx, remote+"/"+branch)
	return object == head, err
}

func (r *Repo) remoteBase(ctx context.Context, branch, remote, remoteBranch, head string) (string, error) {
	on, err := r.onDefaultBranch(ctx, branch, remote, head)
	if err != nil {
		return "", err
	}
	if on && remoteBranch == head {
		return "HEAD^", nil
	}
	return r.mergeBase(ctx, remote+"/"+branch)
}

func (r *Repo) localBase(ctx context.Context, branch, remote, head string) (string, error) {
	on, err := r.onDefaultBranch(ctx, branch, remote, head)
	if err != nil {
		return "", err
	}
	if on {
		return "HEAD^", nil
	}
	return r.mergeBase(ctx, branch)
}

func (r *Repo) mergeBase(ctx context.Context, with string) (string, error) {
	if strings.HasPrefix(with, "-") {
		return "", fmt.Errorf("%q is not a git revision", with)
	}
	out, err := r.git(ctx, "merge-base", "HEAD", with)
	return strings.TrimSpace(out), err
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
