package publish

import (
	"fmt"
	"strings"
)

// Mode is what becomes of the comment that an earlier run left.
type Mode string

// The modes.
const (
	// Update edits the newest comment of ours in place.
	Update Mode = "update"
	// New adds a comment and leaves the earlier ones.
	New Mode = "new"
	// Recreate adds a comment and then deletes the earlier one, so that the
	// report is the last word of the thread.
	Recreate Mode = "recreate"
)

// ParseMode reads a mode as a user writes it.
func ParseMode(s string) (Mode, error) {
	switch m := Mode(s); m {
	case Update, New, Recreate:
		return m, nil
	}
	return "", fmt.Errorf("unknown mode %q: use update, new or recreate", s)
}

// A Post is what one run has to say.
type Post struct {
	// Key tells apart the comments of several projects or environments in
	// one thread.
	Key string
	// Commit is the revision that the report is about, in full.
	Commit string
	// Run is the number of the CI run, which grows from run to run; 0 when
	// there is none.
	Run int64
	// Attempt counts the tries of one run, from 1; 0 when unknown.
	Attempt int64
	// Empty tells that nothing changes. A thread without a comment of ours
	// then stays without one; a comment that is there is brought up to date.
	Empty bool
	// Text renders the report into at most limit bytes of Markdown.
	Text func(limit int) string
}

// marker returns the bookkeeping line for this post.
func (p Post) marker() marker {
	return marker{Key: p.Key, Commit: p.Commit, Run: p.Run, Attempt: p.Attempt}
}

// Body renders the whole comment, marker included, into at most limit bytes.
func (p Post) Body(limit int) string {
	m := p.marker()
	room := max(limit-m.size()-2, 0)
	text := strings.TrimRight(p.Text(room), "\n")
	return m.seal(text)
}

// Outcome is what became of a post.
type Outcome string

// The outcomes.
const (
	Created    Outcome = "created"
	Updated    Outcome = "updated"
	Recreated  Outcome = "recreated"
	Unchanged  Outcome = "unchanged"  // the same text stands there already
	Quiet      Outcome = "quiet"      // nothing changes and nothing was said before
	Superseded Outcome = "superseded" // a newer commit or run has spoken
)

// A Result is what Keep did.
type Result struct {
	Outcome Outcome
	URL     string   // of the comment, empty when there is none
	Notes   []string // what a person should know, a sentence each without full stop
}
