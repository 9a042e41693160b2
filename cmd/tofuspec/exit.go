package main

import "errors"

// The exit codes.
const (
	exitDone      = 0 // the command did what it was asked
	exitFailed    = 1 // it could not
	exitThreshold = 2 // a threshold was crossed, or a draft is stale
	exitPartial   = 3 // done, but some plans were missing or unreadable (only with --strict)
)

// An exitError ends the program with a code of its own. Err may be nil when
// everything has been said already.
type exitError struct {
	Code int
	Err  error
}

func (e *exitError) Error() string {
	if e.Err == nil {
		return ""
	}
	return e.Err.Error()
}

func (e *exitError) Unwrap() error { return e.Err }

// exitCode maps an error to the program's exit code.
func exitCode(err error) int {
	if err == nil {
		return exitDone
	}
	if e, ok := errors.AsType[*exitError](err); ok {
		return e.Code
	}
	return exitFailed
}
