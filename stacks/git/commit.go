package git

import "context"

// Commit returns the name of the commit that is checked out, in full.
func (r *Repo) Commit(ctx context.Context) (string, error) {
	head, _, err := r.head(ctx)
	return head, err
}
