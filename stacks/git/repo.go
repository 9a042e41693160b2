package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// ErrNotRepository tells that a folder is in no git work tree, or that git is
// not installed.
var ErrNotRepository = errors.New("not in a git work tree")

// A Repo is a git work tree. It runs git in the tree's top folder.
type Repo struct {
	top string
}

// Open finds the work tree that dir lies in.
func Open(ctx context.Context, dir string) (*Repo, error) {
	r := &Repo{top: dir}
	out, err := r.git(ctx, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotRepository, err)
	}
	r.top = strings.TrimRight(out, "\n")
	return r, nil
}

// Top returns the absolute path of the work tree's top folder.
func (r *Repo) Top() string { return r.top }

// git runs one git command and returns what it printed.
func (r *Repo) git(ctx context.Context, args ...string) (string, error) {
	var stdout, stderr bytes.Buffer
	cmd := r.command(ctx, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if said := strings.TrimSpace(stderr.String()); said != "" {
			return "", fmt.Errorf("git %s: %s", args[0], said)
		}
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return stdout.String(), nil
}

// command prepares a git command that neither takes locks nor runs a file
// system monitor that the repository's configuration names.
func (r *Repo) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false"}, args...)...) // #nosec G204 -- no shell, and the arguments are our own
	cmd.Dir = r.top
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	return cmd
}

// resolve returns the object name of a revision.
func (r *Repo) resolve(ctx context.Context, rev string) (string, error) {
	if strings.HasPrefix(rev, "-") {
		return "", fmt.Errorf("%q is not a git revision", rev)
	}
	out, err := r.git(ctx, "rev-parse", "--verify", rev)
	return strings.TrimSpace(out), err
}

// IsShallow tells whether the repository's history is cut off.
func (r *Repo) IsShallow(ctx context.Context) bool {
	out, err := r.git(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && strings.TrimSpace(out) == "true"
}
