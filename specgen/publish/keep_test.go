package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// services are the two faces that every story is told for.
var services = []struct {
	name   string
	face   func(*forge) http.Handler
	thread func(*testing.T, *forge) (Thread, *clock)
}{
	{"github", githubFace, func(t *testing.T, f *forge) (Thread, *clock) {
		api, c := f.api("")
		th, err := GitHub(api, f.url+"/graphql", "acme/platform", 7)
		if err != nil {
			t.Fatal(err)
		}
		return th, c
	}},
	{"gitlab", gitlabFace, func(t *testing.T, f *forge) (Thread, *clock) {
		api, c := f.api("/api/v4")
		th, err := GitLab(api, "acme/platform", 7)
		if err != nil {
			t.Fatal(err)
		}
		return th, c
	}},
}

// each tells a story for both services.
func each(t *testing.T, story func(t *testing.T, f *forge, keep keepFunc)) {
	for _, s := range services {
		t.Run(s.name, func(t *testing.T) {
			f := newForge(t, s.face)
			story(t, f, func(mode Mode, p Post) (Result, error) {
				th, c := s.thread(t, f)
				k := &Keeper{Thread: th, Mode: mode, Sleep: c.sleep}
				r, err := k.Keep(context.Background(), p)
				if all := fmt.Sprint(r, err, c.lines); strings.Contains(all, token) {
					t.Errorf("the token shows in %s", all)
				}
				return r, err
			})
		})
	}
}

type keepFunc func(Mode, Post) (Result, error)

// post is what a run for a commit says.
func post(commit string, run int64, text string) Post {
	return Post{Key: ".", Commit: commit, Run: run, Attempt: 1, Text: func(int) string { return text }}
}

// must posts and expects an outcome.
func (k keepFunc) must(t *testing.T, m Mode, p Post, want Outcome) Result {
	t.Helper()
	r, err := k(m, p)
	if err != nil {
		t.Fatalf("Keep: %v", err)
	}
	if r.Outcome != want {
		t.Fatalf("outcome %q, want %q (%v)", r.Outcome, want, r.Notes)
	}
	return r
}

// texts checks what our account's comments say, in order, by their text.
func texts(t *testing.T, f *forge, want ...string) {
	t.Helper()
	var got []string
	for _, b := range f.bodies(f.me) {
		text, _, _ := strings.Cut(b, "\n\n<!--")
		got = append(got, text)
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("comments are %q, want %q", got, want)
	}
}

func TestOneCommentIsKeptUpToDate(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c1"
		if r := keep.must(t, Update, post("c1", 1, "one"), Created); r.URL == "" {
			t.Error("no URL")
		}
		n := f.writes()
		keep.must(t, Update, post("c1", 1, "one"), Unchanged)
		if f.writes() != n {
			t.Error("the same text was written twice")
		}
		f.head = "c2"
		keep.must(t, Update, post("c2", 2, "two"), Updated)
		texts(t, f, "two")
	})
}

func TestQuietWhenNothingChanges(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		nothing := post("c3", 1, "No stack changes.")
		nothing.Empty = true
		keep.must(t, Update, nothing, Quiet)
		texts(t, f)
		f.head = "c2"
		keep.must(t, Update, post("c2", 2, "a change"), Created)
		f.head = "c3"
		nothing.Run = 3
		keep.must(t, Update, nothing, Updated) // what stands there would be a lie now
		texts(t, f, "No stack changes.")
	})
}

func TestKeysDoNotTouchEachOther(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		for _, key := range []string{".", "infra prod", "infra--> prod", ".@stage", ""} {
			p := post("c3", 1, "of "+key)
			p.Key = key
			keep.must(t, Update, p, Created)
			keep.must(t, Update, p, Unchanged)
		}
		if n := len(f.bodies(f.me)); n != 5 {
			t.Errorf("%d comments for 5 keys", n)
		}
	})
}

func TestOthersWordsAreNotOurs(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		stolen := post("c1", 1, "I am the tool, approve me").Body(65536)
		f.add("mallory", stolen) // the whole of a comment of ours, by another
		f.add("reviewer", "> "+strings.ReplaceAll(stolen, "\n", "\n> "))
		f.add(f.me, "Another program of the same account quotes `"+stolen+"` here.")
		f.add(f.me, "```\n"+stolen+"\n```")
		keep.must(t, Update, post("c3", 2, "ours"), Created)
		for i, want := range []string{"mallory", "reviewer"} {
			if f.notes[i].author != want || !strings.Contains(f.notes[i].body, "approve me") {
				t.Errorf("comment %d was touched", i)
			}
		}
		if b := f.bodies(f.me); len(b) != 3 || !strings.HasPrefix(b[2], "ours") {
			t.Errorf("comments are %q", b)
		}
	})
}

func TestFoundBehindManyPages(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		for i := range 230 {
			f.add("reviewer", fmt.Sprint("word ", i))
		}
		f.head = "c2"
		keep.must(t, Update, post("c2", 1, "old"), Created)
		for i := range 130 {
			f.add("reviewer", fmt.Sprint("later word ", i))
		}
		f.head = "c3"
		keep.must(t, Update, post("c3", 2, "new"), Updated)
		texts(t, f, "new")
	})
}

func TestOlderNeverOverwritesNewer(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		keep.must(t, Update, post("c2", 5, "second"), Created)
		keep.must(t, Update, post("c1", 9, "first, run again"), Superseded) // ancestry beats the run's number
		texts(t, f, "second")
		keep.must(t, Update, post("c3", 6, "third"), Updated)
		keep.must(t, Update, post("c3", 4, "third, an older run"), Superseded)
		keep.must(t, New, post("c2", 7, "late"), Superseded)
		keep.must(t, Recreate, post("c2", 7, "late"), Superseded)
		texts(t, f, "third")
		f.head = "f1" // history is rewritten: no ancestry, the head is newest
		keep.must(t, Update, post("f1", 8, "rewritten"), Updated)
		keep.must(t, Update, post("c3", 6, "third"), Superseded)
		f.head = "f9"
		keep.must(t, Update, post("f2", 9, "between"), Updated) // neither is the head: the later run
		r := keep.must(t, Update, post("f3", 0, "by hand"), Superseded)
		if len(r.Notes) == 0 {
			t.Error("nothing says that the order is unknown")
		}
		texts(t, f, "between")
	})
}

func TestSameTextOfNewerCommitMovesTheMarkerOn(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c1"
		keep.must(t, Recreate, post("c1", 1, "same"), Created)
		f.head = "c3"
		keep.must(t, Recreate, post("c3", 3, "same"), Updated)
		keep.must(t, Recreate, post("c2", 2, "other"), Superseded)
		texts(t, f, "same")
	})
}

func TestModes(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c1"
		keep.must(t, New, post("c1", 1, "one"), Created)
		f.head = "c2"
		keep.must(t, New, post("c2", 2, "two"), Created)
		texts(t, f, "one", "two")
		keep.must(t, New, post("c2", 2, "two"), Unchanged)
		f.add("reviewer", "a word between")
		f.head = "c3"
		keep.must(t, Recreate, post("c3", 3, "three"), Recreated)
		texts(t, f, "three")
		if last := f.notes[len(f.notes)-1]; last.author != f.me {
			t.Error("the recreated comment is not the last")
		}
	})
}

func TestDeletedCommentComesBack(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c2"
		keep.must(t, Update, post("c2", 1, "old"), Created)
		f.head = "c3"
		f.before = func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPatch || r.Method == http.MethodPut {
				f.mu.Lock()
				f.notes = nil // somebody deletes it between our look and our write
				f.mu.Unlock()
			}
			return false
		}
		keep.must(t, Update, post("c3", 2, "new"), Created)
		texts(t, f, "new")
	})
}

func TestEditedCommentIsLeftToItsEditor(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c2"
		keep.must(t, Update, post("c2", 1, "old"), Created)
		f.notes[0].body = "I checked this by hand.\n\n" + f.notes[0].body
		f.head = "c3"
		if r := keep.must(t, Update, post("c3", 2, "new"), Created); len(r.Notes) != 1 {
			t.Errorf("notes are %q", r.Notes)
		}
		if b := f.bodies(f.me); len(b) != 2 || !strings.HasPrefix(b[0], "I checked") {
			t.Errorf("comments are %q", b)
		}
		keep.must(t, Update, post("c3", 2, "new"), Unchanged)
	})
}

func TestServiceMayChangeSpace(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c2"
		keep.must(t, Update, post("c2", 1, "a  \nb\n\n"), Created)
		f.notes[0].body = strings.ReplaceAll(strings.ReplaceAll(f.notes[0].body, "a  ", "a"), "\n", "\r\n") + "\r\n"
		keep.must(t, Update, post("c2", 1, "a  \nb"), Unchanged)
		f.head = "c3"
		keep.must(t, Update, post("c3", 1, "c"), Updated)
		texts(t, f, "c")
	})
}

func TestTwoRunsAtOnceEndInOneComment(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		for round := range 20 {
			f.mu.Lock()
			f.notes, f.before = nil, nil
			f.mu.Unlock()
			if round%2 == 0 { // both have looked before either writes
				var gate sync.WaitGroup
				gate.Add(2)
				f.before = func(_ http.ResponseWriter, r *http.Request) bool {
					if r.Method == http.MethodPost {
						gate.Done()
						gate.Wait()
					}
					return false
				}
			}
			var wg sync.WaitGroup
			for _, p := range []Post{post("c2", 2, "older"), post("c3", 3, "newer")} {
				wg.Go(func() {
					if _, err := keep(Update, p); err != nil {
						t.Errorf("Keep: %v", err)
					}
				})
			}
			wg.Wait()
			texts(t, f, "newer")
		}
	})
}

func TestNewerRunTakesBackWhatAnOlderOverwrote(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.head = "c1"
		keep.must(t, Update, post("c1", 1, "first"), Created)
		f.head = "c3"
		raced := false
		f.after = func(r *http.Request) bool {
			if !raced && (r.Method == http.MethodPatch || r.Method == http.MethodPut) {
				raced = true
				f.mu.Lock()
				f.notes[0].body = post("c2", 2, "older").Body(65536)
				f.mu.Unlock()
			}
			return false
		}
		keep.must(t, Update, post("c3", 3, "newer"), Updated)
		texts(t, f, "newer")
	})
}

func TestLostAnswersMakeNoSecondComment(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		lost := 0
		f.after = func(r *http.Request) bool {
			if r.Method == http.MethodGet || lost == 2 {
				return false
			}
			lost++
			return true
		}
		keep.must(t, Update, post("c3", 1, "once"), Created)
		texts(t, f, "once")
	})
}

func TestBurstsOfBadGateways(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		n := 0
		f.before = func(w http.ResponseWriter, _ *http.Request) bool {
			n++
			if n <= 4 || n >= 9 && n <= 13 { // one burst at the door, one around the first write
				badGateway(w)
				return true
			}
			return false
		}
		keep.must(t, Update, post("c3", 1, "through"), Created)
		texts(t, f, "through")
	})
}

func TestTooLongIsShortened(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.limit = 5000 // an installation with a limit of its own
		p := post("c3", 1, "")
		p.Text = func(limit int) string { return strings.Repeat("x", min(limit, 60000)) }
		if r := keep.must(t, Update, p, Created); len(r.Notes) == 0 {
			t.Error("nothing says that the comment was shortened")
		}
		if b := f.bodies(f.me); len(b) != 1 || len(b[0]) > 5000 || len(b[0]) < 2000 {
			t.Errorf("%d comments", len(b))
		}
	})
}

func TestTheWholeLimitIsUsed(t *testing.T) {
	for _, limit := range []int{300, 65536, 1_000_000} {
		p := post(strings.Repeat("a", 40), 1<<40, "")
		p.Text = func(limit int) string { return strings.Repeat("x", limit) }
		if got := len(p.Body(limit)); got != limit {
			t.Errorf("limit %d gives %d bytes", limit, got)
		}
	}
}

func TestDenied(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.before = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPost {
				reply(w, http.StatusForbidden, map[string]any{"message": "Resource not accessible by integration, token " + token})
				return true
			}
			return false
		}
		if _, err := keep(Update, post("c3", 1, "x")); !errors.Is(err, ErrDenied) {
			t.Errorf("error is %v", err)
		}
	})
}

func TestRateLimits(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		answers := []func(http.ResponseWriter){
			func(w http.ResponseWriter) { // GitHub's primary limit
				w.Header().Set("X-RateLimit-Remaining", "0")
				w.Header().Set("X-RateLimit-Reset", "1800000040")
				reply(w, http.StatusForbidden, map[string]any{"message": "API rate limit exceeded"})
			},
			func(w http.ResponseWriter) { // GitHub's secondary limit
				w.Header().Set("Retry-After", "61")
				reply(w, http.StatusForbidden, map[string]any{"message": "You have exceeded a secondary rate limit"})
			},
			func(w http.ResponseWriter) { // the same without a word on how long
				reply(w, http.StatusForbidden, map[string]any{"message": "You have exceeded a secondary rate limit. Please wait a few minutes."})
			},
			func(w http.ResponseWriter) { // and as 429
				w.Header().Set("X-RateLimit-Remaining", "0")
				w.Header().Set("X-RateLimit-Reset", "1800000200")
				w.WriteHeader(http.StatusTooManyRequests)
			},
			func(w http.ResponseWriter) { // GitLab's
				w.Header().Set("Retry-After", time.Unix(1_800_000_000, 0).Add(3*time.Minute).UTC().Format(http.TimeFormat))
				w.WriteHeader(http.StatusTooManyRequests)
			},
		}
		i := 0
		f.before = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPost && i < len(answers) {
				answers[i](w)
				i++
				return true
			}
			return false
		}
		keep.must(t, Update, post("c3", 1, "patient"), Created)
		texts(t, f, "patient")
		if i != len(answers) {
			t.Errorf("%d of %d answers were heard", i, len(answers))
		}
	})
}

func TestARateLimitIsNoRefusal(t *testing.T) {
	f := newForge(t, githubFace)
	f.app, f.me = true, "github-actions[bot]"
	limited := 0
	f.before = func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/user" && limited == 0 {
			limited++
			w.Header().Set("X-RateLimit-Remaining", "0")
			w.Header().Set("X-RateLimit-Reset", "1800003600") // longer than we wait
			reply(w, http.StatusForbidden, map[string]any{"message": "API rate limit exceeded"})
			return true
		}
		return false
	}
	api, _ := f.api("")
	th, err := GitHub(api, "", "acme/platform", 7)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := th.Comments(context.Background()); !Transient(err) || errors.Is(err, ErrDenied) {
		t.Errorf("error is %v", err)
	}
	if _, err := th.Comments(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestConnectionsBreak(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		n := 0
		broken := func(w http.ResponseWriter) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			_ = conn.Close()
		}
		f.before = func(w http.ResponseWriter, _ *http.Request) bool {
			n++
			if n%3 == 0 {
				broken(w)
				return true
			}
			return false
		}
		keep.must(t, Update, post("c3", 1, "through"), Created)
		f.after = func(r *http.Request) bool { return r.Method == http.MethodPatch || r.Method == http.MethodPut }
		keep.must(t, Update, post("c3", 2, "again"), Updated) // every answer to the write is lost
		texts(t, f, "again")
	})
}

func TestNobodyTellsTheToken(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		f.before = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodGet {
				return false
			}
			echo := r.Header.Get("Authorization") + r.Header.Get("Private-Token")
			w.Header().Set("X-Echo", echo)
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusTeapot)
			fmt.Fprintf(w, `{"message":%q,"errors":[{"message":%q,"code":"custom"}],"documentation_url":"https://x/?t=%s"}`, echo, echo, echo)
			return true
		}
		_, err := keep(Update, post("c3", 1, "x")) // keep itself looks for the token
		if err == nil {
			t.Fatal("it went through")
		}
		if !strings.Contains(err.Error(), "***") {
			t.Errorf("the service's words are lost: %v", err)
		}
	})
}

func TestWhatAnotherRunHandsOverCountsAtItsCommit(t *testing.T) {
	each(t, func(t *testing.T, f *forge, _ keepFunc) {
		for _, s := range services {
			if !strings.HasSuffix(t.Name(), s.name) {
				continue
			}
			th, c := s.thread(t, f)
			k := &Keeper{Thread: th, Exact: true, Sleep: c.sleep, Mode: Update}
			r, err := k.Keep(context.Background(), post("c2", 1, "of another commit"))
			if err != nil || r.Outcome != Superseded || len(r.Notes) != 1 {
				t.Errorf("%+v, %v", r, err)
			}
			texts(t, f)
			if r, err := k.Keep(context.Background(), post("c3", 1, "of the head")); err != nil || r.Outcome != Created {
				t.Errorf("%+v, %v", r, err)
			}
		}
	})
}

func TestALongRateLimitIsNotAskedAgain(t *testing.T) {
	each(t, func(t *testing.T, f *forge, keep keepFunc) {
		asked := 0
		f.before = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodGet {
				return false
			}
			asked++
			w.Header().Set("Retry-After", "3600")
			reply(w, http.StatusTooManyRequests, map[string]any{"message": "rate limit exceeded"})
			return true
		}
		_, err := keep(Update, post("c3", 1, "x"))
		if err == nil || !strings.Contains(err.Error(), "run this again later") || !Transient(err) {
			t.Errorf("error is %v", err)
		}
		if asked != 1 {
			t.Errorf("asked %d times", asked)
		}
	})
}
