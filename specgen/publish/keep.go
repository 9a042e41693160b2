package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// A Keeper keeps the one comment of a key up to date.
type Keeper struct {
	Thread Thread
	Mode   Mode
	// Exact keeps silent where the request does not stand at the post's commit.
	Exact bool
	// Sleep waits between tries whose outcome is open. Nil means time.
	Sleep func(ctx context.Context, d time.Duration) error
}

// tries bounds how often a write is done over: after an open outcome, a
// deleted comment, or an older run that came between.
const tries = 8

// shrinks bounds how often a refused body is halved: 1,000,000 characters
// become some 4,000.
const shrinks = 8

// mine is a comment of ours with its marker.
type mine struct {
	Comment
	marker marker
}

// Keep posts p.
func (k *Keeper) Keep(ctx context.Context, p Post) (Result, error) {
	o, err := newOrder(ctx, k.Thread)
	if errors.Is(err, ErrGone) {
		return Result{}, errors.New("there is no such request, or the token may not see it")
	}
	if err != nil {
		return Result{}, fmt.Errorf("cannot read the request: %w", err)
	}
	if k.Exact && o.head != p.Commit {
		return Result{Outcome: Superseded, Notes: []string{
			"the request stands at " + short(o.head) + ", and the run was for " + short(p.Commit),
		}}, nil
	}
	s := &session{Keeper: k, order: o, post: p, body: p.Body(k.Thread.Limit())}
	for try := 0; try < tries; try++ {
		done, err := s.attempt(ctx)
		switch {
		case err == nil && done:
			return s.finish(), nil
		case errors.Is(err, ErrTooLong) && s.shrink():
			try--
		case errors.Is(err, ErrGone):
		case err != nil && !Transient(err):
			return s.result, err
		case limited(err):
			return s.result, fmt.Errorf("the service limits the rate of requests for longer than we wait; run this again later: %w", err)
		case err != nil && try == tries-1:
			return s.result, fmt.Errorf("gave up after %d tries: %w", tries, err)
		case err != nil:
			if err := k.sleep(ctx, time.Second<<min(try, 4)); err != nil {
				return s.result, err
			}
		}
	}
	if s.made != 0 || s.result.Outcome == Updated {
		s.result.Outcome = cmp.Or(s.result.Outcome, Created)
		s.result.Notes = append(s.result.Notes, "the comment was written but could not be read back as written")
		return s.finish(), nil
	}
	return s.result, fmt.Errorf("gave up after %d tries: the comment keeps changing", tries)
}

func (k *Keeper) sleep(ctx context.Context, d time.Duration) error {
	if k.Sleep != nil {
		return k.Sleep(ctx, d)
	}
	return sleep(ctx, d)
}

// A session is one run of Keep: what it wants to say and what it has seen.
type session struct {
	*Keeper
	order   *order
	post    Post
	body    string
	refused int            // bytes of the first body that the service refused
	halved  int            // how often the body was shortened for it
	before  map[int64]bool // comments of ours that stood before our first write
	wrote   bool           // a create was sent
	made    int64          // the comment that the service says it made
	result  Result
}

// shrink renders the body into half the room. It reports whether that made a
// difference.
func (s *session) shrink() bool {
	old := len(s.body)
	if s.refused == 0 {
		s.refused = old
	}
	s.body = s.post.Body(old / 2)
	s.halved++
	return len(s.body) < old && s.halved <= shrinks
}

// finish completes the result.
func (s *session) finish() Result {
	if s.refused > 0 {
		s.result.Notes = append(s.result.Notes, fmt.Sprintf("the service refused %d bytes, so the comment was shortened to %d", s.refused, len(s.body)))
	}
	return s.result
}

// attempt looks at the thread as it is now and brings it where it should be.
// It returns true when the thread was seen in the wanted state.
func (s *session) attempt(ctx context.Context) (bool, error) {
	ours, edited, err := s.find(ctx)
	if err != nil {
		return false, err
	}
	if s.before == nil {
		s.before = map[int64]bool{}
		for _, c := range ours {
			s.before[c.ID] = true
		}
	}
	want := s.post.marker()
	if ours, err = s.withMade(ctx, ours); err != nil {
		return false, err
	}
	if c, ok := s.created(ours); ok {
		return true, s.settle(ctx, c, ours)
	}
	current, ok := s.newest(ctx, ours)
	if !ok {
		if s.post.Empty {
			s.result.Outcome = Quiet
			return true, nil
		}
		if edited.URL != "" {
			s.result.Notes = appendOnce(s.result.Notes, "somebody edited "+edited.URL+", which is left as it is")
		}
		return false, s.create(ctx)
	}
	rel, known := s.order.compare(ctx, want, current.marker)
	if rel < 0 || !known {
		s.result.Outcome, s.result.URL = Superseded, current.URL
		if !known {
			s.result.Notes = append(s.result.Notes, "nothing tells whether "+short(want.Commit)+" is newer than "+short(current.marker.Commit)+", so the comment stays")
		}
		return true, nil
	}
	if same(current.Body, s.body) {
		if s.result.Outcome == "" {
			s.result.Outcome = Unchanged
		}
		s.result.URL = current.URL
		return true, nil
	}
	if s.Mode == Update || s.sameText(current) {
		return false, s.update(ctx, current)
	}
	return false, s.create(ctx)
}

// sameText tells whether the comment says what we say, of another commit:
// then its marker is moved on and no new comment is made.
func (s *session) sameText(c mine) bool {
	m, _, _ := parseMarker(s.body)
	return c.marker.Sum == m.Sum
}

// find returns our comments with this key, and the last edited one of them.
func (s *session) find(ctx context.Context) (ours []mine, edited mine, err error) {
	all, err := s.Thread.Comments(ctx)
	if err != nil {
		return nil, mine{}, err
	}
	for _, c := range all {
		if !c.Own {
			continue
		}
		m, intact, ok := parseMarker(c.Body)
		switch {
		case !ok || m.Key != s.post.Key:
		case intact:
			ours = append(ours, mine{c, m})
		default:
			edited = mine{c, m}
		}
	}
	return ours, edited, nil
}

// newest returns the comment of the newest commit and run; among equals the
// one made last.
func (s *session) newest(ctx context.Context, ours []mine) (mine, bool) {
	var best mine
	for i, c := range ours {
		if i == 0 {
			best = c
			continue
		}
		if rel, _ := s.order.compare(ctx, c.marker, best.marker); rel > 0 || rel == 0 && c.ID > best.ID {
			best = c
		}
	}
	return best, len(ours) > 0
}

func (s *session) create(ctx context.Context) error {
	c, err := s.Thread.Create(ctx, s.body)
	if errors.Is(err, ErrGone) { // how services turn down who may not even look
		return fmt.Errorf("%w: %s", ErrDenied, err.Error()) // ErrGone must not show through
	}
	s.wrote = s.wrote || err == nil || Transient(err)
	s.made = c.ID
	return err // the next attempt finds it, also when the answer was lost
}

// withMade adds the comment that we made to a list that does not show it yet.
func (s *session) withMade(ctx context.Context, ours []mine) ([]mine, error) {
	if s.made == 0 || slices.ContainsFunc(ours, func(c mine) bool { return c.ID == s.made }) {
		return ours, nil
	}
	c, err := s.Thread.Comment(ctx, s.made)
	if errors.Is(err, ErrGone) {
		s.made = 0 // another run found a newer one
		return ours, nil
	}
	if m, intact, _ := parseMarker(c.Body); err == nil && intact {
		ours = append(ours, mine{c, m})
	}
	return ours, err
}

// update writes over c, after a last look that it still is as it was.
func (s *session) update(ctx context.Context, c mine) error {
	now, err := s.Thread.Comment(ctx, c.ID)
	if err != nil {
		return err
	}
	if now.Body != c.Body {
		return nil // somebody was faster: look at everything again
	}
	s.result.Outcome = Updated
	_, err = s.Thread.Update(ctx, c.ID, s.body)
	return err
}

// created returns the comment that this session made, once it is seen.
func (s *session) created(ours []mine) (mine, bool) {
	if !s.wrote {
		return mine{}, false
	}
	for _, c := range ours {
		if !s.before[c.ID] && same(c.Body, s.body) {
			return c, true
		}
	}
	return mine{}, false
}

// settle ends a session that made comment c: two runs that started from a
// thread without a comment have made two, and the older goes. In Recreate the
// comments from before go as well.
func (s *session) settle(ctx context.Context, c mine, ours []mine) error {
	s.result.Outcome, s.result.URL = Created, c.URL
	if s.Mode == New {
		return nil
	}
	keep, _ := s.newest(ctx, ours)
	if s.before[keep.ID] {
		keep = c
	}
	if keep.ID != c.ID {
		s.result.Outcome, s.result.URL = Superseded, keep.URL
	}
	for _, o := range ours {
		if o.ID == keep.ID || s.before[o.ID] && s.Mode != Recreate {
			continue
		}
		if err := s.Thread.Delete(ctx, o.ID); err != nil && !errors.Is(err, ErrGone) {
			return err
		}
		if s.before[o.ID] && keep.ID == c.ID {
			s.result.Outcome = Recreated
		}
	}
	return nil
}

// same tells whether two bodies hold the same marker and text.
func same(a, b string) bool {
	m, ia, ok1 := parseMarker(a)
	n, ib, ok2 := parseMarker(b)
	return ok1 && ok2 && ia && ib && m == n
}

// short returns the first characters of a commit name.
func short(commit string) string {
	if len(commit) > 10 {
		return commit[:10]
	}
	if commit == "" {
		return "this run"
	}
	return commit
}

func appendOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
