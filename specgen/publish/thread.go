package publish

import (
	"context"
	"errors"
)

// A Comment is one entry of a pull or merge request's thread.
type Comment struct {
	ID   int64
	Body string
	URL  string
	// Own tells that the account behind our token wrote it.
	Own bool
}

// A Thread is the discussion of one pull or merge request. Its methods return
// ErrGone for a comment that no longer exists, ErrTooLong for a body that the
// service will not take, and an error that Transient knows when the service
// failed and the outcome is open.
type Thread interface {
	// Comments returns every comment, in the order of their making.
	Comments(ctx context.Context) ([]Comment, error)
	Comment(ctx context.Context, id int64) (Comment, error)
	Create(ctx context.Context, body string) (Comment, error)
	Update(ctx context.Context, id int64, body string) (Comment, error)
	Delete(ctx context.Context, id int64) error
	// Head returns the commit that the request stands at now.
	Head(ctx context.Context) (string, error)
	// Ancestor tells whether commit old is an ancestor of new.
	Ancestor(ctx context.Context, old, new string) (bool, error)
	// Limit is the most bytes that a body may have.
	Limit() int
}

var (
	// ErrGone tells that the comment does not exist, or no longer.
	ErrGone = errors.New("the comment is gone")
	// ErrTooLong tells that the service refuses a body for its length.
	ErrTooLong = errors.New("the comment is too long for the service")
	// ErrDenied tells that the token may not do this.
	ErrDenied = errors.New("the token may not write here")
)

// A transientError is a failure of the service or of the network, after which
// nobody knows whether a write took place.
type transientError struct {
	err error
	// limited tells that the service limits the rate of requests for longer
	// than we wait: nothing was done, and asking again makes it worse.
	limited bool
}

func (e *transientError) Error() string { return e.err.Error() }
func (e *transientError) Unwrap() error { return e.err }

// limited tells whether only time helps, and more than we have.
func limited(err error) bool {
	e, ok := errors.AsType[*transientError](err)
	return ok && e.limited
}

// Transient tells whether trying again may help.
func Transient(err error) bool {
	_, ok := errors.AsType[*transientError](err)
	return ok
}
