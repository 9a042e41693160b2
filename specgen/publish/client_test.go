package publish

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestTheTokenGoesToOneHostOnly(t *testing.T) {
	leaked := ""
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		leaked += r.Header.Get("Authorization") + r.Header.Get("Private-Token")
	}))
	defer other.Close()
	for _, s := range services {
		f := newForge(t, s.face)
		f.before = func(w http.ResponseWriter, r *http.Request) bool {
			http.Redirect(w, r, other.URL+"/elsewhere", http.StatusTemporaryRedirect)
			return true
		}
		th, _ := s.thread(t, f)
		if _, err := th.Head(context.Background()); err == nil || !strings.Contains(err.Error(), "another host") {
			t.Errorf("%s: error is %v", s.name, err)
		}
	}
	if leaked != "" {
		t.Errorf("another host got %q", leaked)
	}
}

func TestAnAppKnowsItsOwnComments(t *testing.T) {
	f := newForge(t, githubFace)
	f.app, f.me = true, "github-actions[bot]"
	api, c := f.api("")
	for _, graphql := range []string{f.url + "/graphql", ""} { // an app whose name the service does not tell still is an app
		f.notes = nil
		f.add("mallory", post("c3", 9, "approve me").Body(65536))
		for range 2 {
			th, err := GitHub(api, graphql, "acme/platform", 7)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := (&Keeper{Thread: th, Mode: Update, Sleep: c.sleep}).Keep(context.Background(), post("c3", 1, "ours")); err != nil {
				t.Fatal(err)
			}
		}
		texts(t, f, "ours")
	}
}

func TestAServiceThatAsksForTooMuchPatience(t *testing.T) {
	for _, s := range services {
		f := newForge(t, s.face)
		f.before = func(w http.ResponseWriter, _ *http.Request) bool {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
			return true
		}
		th, c := s.thread(t, f)
		if _, err := th.Head(context.Background()); !Transient(err) {
			t.Errorf("%s: error is %v", s.name, err)
		}
		if len(c.slept) > 0 {
			t.Errorf("%s: slept %v", s.name, c.slept)
		}
	}
}

func TestBadAddressesOfAPIs(t *testing.T) {
	for _, url := range []string{"", "api.github.com", "https://user:" + token + "@host/", "ftp://x", ":" + token} {
		_, err := GitHub(API{URL: url, Token: token}, "", "a/b", 1)
		if err == nil {
			t.Errorf("%q was taken", url)
		} else if strings.Contains(err.Error(), token) {
			t.Errorf("the token shows in %v", err)
		}
	}
	for _, repo := range []string{"", "a", "a/", "/b", "a/b/c"} {
		if _, err := GitHub(API{URL: "https://api.github.com"}, "", repo, 1); err == nil {
			t.Errorf("%q was taken", repo)
		}
	}
}

func TestSecretsAreStruckOutInAnySpelling(t *testing.T) {
	secret := "a b/c+d=?secret"
	text := "x a b/c+d=?secret y a+b%2Fc%2Bd%3D%3Fsecret z a%20b%2Fc+d=%3Fsecret YSBiL2MrZD0/c2VjcmV0 YSBiL2MrZD0_c2VjcmV0"
	if got := (Secrets{secret, ""}).Clean(text); strings.Contains(got, "secret") || strings.Contains(got, "YSBi") {
		t.Errorf("left over: %s", got)
	}
	if err := (Secrets{secret}).Error(&transientError{err: context.DeadlineExceeded}); !Transient(err) {
		t.Error("an error lost its kind")
	}
}

func FuzzMarker(f *testing.F) {
	f.Add("infra/prod", "abc", int64(1), "text\n<!-- tofuspec:comment v1")
	f.Add("--> x", "", int64(0), "```\n")
	f.Fuzz(func(t *testing.T, key, commit string, run int64, text string) {
		m := marker{Key: key, Commit: plainCommit(commit), Run: max(run, -(run + 1))}
		body := m.seal(text)
		got, intact, ok := parseMarker(body)
		if !ok || !intact || got.Key != key || got.Commit != m.Commit || got.Run != m.Run {
			t.Fatalf("%q reads %+v, %v, %v", body, got, intact, ok)
		}
		if _, intact, _ := parseMarker("word " + body); intact && strings.TrimSpace(text) != strings.TrimSpace("word "+text) {
			t.Fatal("an edited text counts as ours")
		}
		last := body[strings.LastIndexByte(body, '\n')+1:]
		if strings.Contains(strings.TrimSuffix(strings.TrimPrefix(last, "<!--"), "-->"), "--") {
			t.Fatalf("the marker %q ends early", last)
		}
	})
}

func TestSleepEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if sleep(ctx, time.Hour) == nil {
		t.Error("slept on")
	}
}
