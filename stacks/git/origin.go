package git

import (
	"context"
	"strings"
)

// An Origin is what a work tree tells of where it comes from and who works in
// it. What is not known is empty.
type Origin struct {
	Remote string // address of the remote "origin", as configured
	Branch string // the branch that is checked out; empty when detached
	Author string // user.name, else the author of the last commit
}

// Origin asks git for it.
func (r *Repo) Origin(ctx context.Context) Origin {
	ask := func(args ...string) string {
		out, err := r.git(ctx, args...)
		if err != nil {
			return ""
		}
		return strings.TrimSpace(out)
	}
	o := Origin{
		Remote: ask("config", "--get", "remote.origin.url"),
		Branch: ask("symbolic-ref", "--quiet", "--short", "HEAD"),
		Author: ask("config", "--get", "user.name"),
	}
	if o.Author == "" {
		o.Author = ask("log", "-1", "--format=%an")
	}
	return o
}
