package publish

import (
	"cmp"
	"context"
)

// An order compares markers by what they tell of: -1 when a is older than b,
// 0 when both tell of the same run, 1 when a is newer. Known is false when
// nothing settles it.
type order struct {
	thread Thread
	head   string
}

// newOrder asks the thread for its head. Without one, ancestry decides.
func newOrder(ctx context.Context, t Thread) (*order, error) {
	head, err := t.Head(ctx)
	if err != nil {
		return nil, err
	}
	return &order{thread: t, head: head}, nil
}

// compare tells which of two markers is for the newer state of the branch.
// The request's head is newest by definition; then ancestry speaks; and where
// history was rewritten, the number of the run.
func (o *order) compare(ctx context.Context, a, b marker) (rel int, known bool) {
	if a.Commit == b.Commit {
		return compareRuns(a, b), true
	}
	switch o.head {
	case "":
	case a.Commit:
		return 1, true
	case b.Commit:
		return -1, true
	}
	if a.Commit != "" && b.Commit != "" {
		if yes, err := o.thread.Ancestor(ctx, a.Commit, b.Commit); err == nil && yes {
			return -1, true
		}
		if yes, err := o.thread.Ancestor(ctx, b.Commit, a.Commit); err == nil && yes {
			return 1, true
		}
	}
	rel = compareRuns(a, b)
	return rel, rel != 0
}

// compareRuns compares two runs for the same commit. A run without a number,
// such as one by hand, counts as the same.
func compareRuns(a, b marker) int {
	if a.Run == 0 || b.Run == 0 {
		return 0
	}
	return cmp.Or(cmp.Compare(a.Run, b.Run), cmp.Compare(a.Attempt, b.Attempt))
}
