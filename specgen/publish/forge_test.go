package publish

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// token is what the clients authenticate with; no output may hold it.
const token = "ghs_CANARYtoken0123456789"

// A note is a comment as the forge stores it.
type note struct {
	id     int64
	author string
	bot    bool
	system bool
	body   string
}

// A forge is a service with one request (number 7 of "acme/platform"), that
// answers as GitHub or as GitLab does.
type forge struct {
	t      *testing.T
	mu     sync.Mutex
	notes  []note
	nextID int64
	me     string // account behind the token
	head   string
	// line is the branch's history, oldest first; commits that are not on it
	// have no common ancestor with those that are.
	line  []string
	limit int // characters that a body may have
	app   bool
	// before runs ahead of every request, outside the lock. It may answer in
	// the service's place, by returning true.
	before func(w http.ResponseWriter, r *http.Request) bool
	// after runs once a write took place; true means that the answer is lost.
	after func(r *http.Request) bool
	log   []string
	url   string
}

func newForge(t *testing.T, face func(*forge) http.Handler) *forge {
	f := &forge{t: t, nextID: 100, me: "tofuspec-ci", head: "c3", line: []string{"c1", "c2", "c3"}, limit: 65536}
	h := face(f)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		f.log = append(f.log, r.Method+" "+r.URL.Path)
		before := f.before
		f.mu.Unlock()
		if before != nil && before(w, r) {
			return
		}
		if r.Header.Get("Authorization") != "Bearer "+token && r.Header.Get("Private-Token") != token {
			http.Error(w, `{"message":"Bad credentials"}`, http.StatusUnauthorized)
			return
		}
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	f.url = s.URL
	return f
}

// writes counts the requests that change something.
func (f *forge) writes() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := 0
	for _, l := range f.log {
		if !strings.HasPrefix(l, "GET ") && !strings.HasSuffix(l, "/graphql") {
			n++
		}
	}
	return n
}

// add puts a comment into the thread.
func (f *forge) add(author, body string) int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextID++
	f.notes = append(f.notes, note{id: f.nextID, author: author, body: body, bot: strings.HasSuffix(author, "[bot]")})
	return f.nextID
}

// bodies returns what a reader of the thread sees of one author.
func (f *forge) bodies(author string) []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var list []string
	for _, n := range f.notes {
		if n.author == author {
			list = append(list, n.body)
		}
	}
	return list
}

func (f *forge) find(id int64) int {
	return slices.IndexFunc(f.notes, func(n note) bool { return n.id == id })
}

// page cuts one page out of the notes, as both services count pages.
func (f *forge) page(r *http.Request) (list []note, next int) {
	q := r.URL.Query()
	per, page := 30, 1
	if v, err := strconv.Atoi(q.Get("per_page")); err == nil {
		per = min(v, 100)
	}
	if v, err := strconv.Atoi(q.Get("page")); err == nil {
		page = v
	}
	from := min((page-1)*per, len(f.notes))
	to := min(from+per, len(f.notes))
	if to < len(f.notes) {
		next = page + 1
	}
	return f.notes[from:to], next
}

// write reads a request's body text, and turns down what is too long.
func (f *forge) write(w http.ResponseWriter, r *http.Request, tooLong string) (string, bool) {
	var in struct{ Body string }
	data, _ := io.ReadAll(r.Body)
	if err := json.Unmarshal(data, &in); err != nil {
		http.Error(w, `{"message":"Problems parsing JSON"}`, http.StatusBadRequest)
		return "", false
	}
	if utf8.RuneCountInString(in.Body) > f.limit {
		w.WriteHeader(http.StatusUnprocessableEntity)
		fmt.Fprint(w, tooLong)
		return "", false
	}
	return in.Body, true
}

func (f *forge) store(r *http.Request, change func()) (lost bool) {
	f.mu.Lock()
	change()
	f.mu.Unlock()
	return f.after != nil && f.after(r)
}

func (f *forge) isAncestor(old, new string) bool {
	i, j := slices.Index(f.line, old), slices.Index(f.line, new)
	return i >= 0 && j >= 0 && i <= j
}

func badGateway(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(http.StatusBadGateway)
	fmt.Fprint(w, "<html><body><h1>502 Bad Gateway</h1></body></html>")
}

func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// githubFace answers as GitHub's REST interface does.
func githubFace(f *forge) http.Handler {
	const tooLong = `{"message":"Validation Failed","errors":[{"resource":"IssueComment","code":"unprocessable","field":"data","message":"Body is too long (maximum is 65536 characters)"}]}`
	show := func(n note) map[string]any {
		typ := "User"
		if n.bot {
			typ = "Bot"
		}
		return map[string]any{
			"id": n.id, "body": n.body, "html_url": fmt.Sprintf("https://github.test/acme/platform/pull/7#issuecomment-%d", n.id),
			"user": map[string]any{"login": n.author, "type": typ},
		}
	}
	m := http.NewServeMux()
	m.HandleFunc("GET /user", func(w http.ResponseWriter, _ *http.Request) {
		if f.app {
			reply(w, http.StatusForbidden, map[string]any{"message": "Resource not accessible by integration"})
			return
		}
		reply(w, 200, map[string]any{"login": f.me, "type": "User"})
	})
	m.HandleFunc("POST /graphql", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, 200, map[string]any{"data": map[string]any{"viewer": map[string]any{"login": f.me}}})
	})
	m.HandleFunc("GET /repos/acme/platform/pulls/7", func(w http.ResponseWriter, _ *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		reply(w, 200, map[string]any{"number": 7, "head": map[string]any{"sha": f.head}})
	})
	m.HandleFunc("GET /repos/acme/platform/compare/{range}", func(w http.ResponseWriter, r *http.Request) {
		old, new, _ := strings.Cut(r.PathValue("range"), "...")
		status := "diverged"
		switch {
		case f.isAncestor(old, new):
			status = "ahead"
		case f.isAncestor(new, old):
			status = "behind"
		}
		reply(w, 200, map[string]any{"status": status})
	})
	m.HandleFunc("GET /repos/acme/platform/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		list, next := f.page(r)
		if next > 0 {
			w.Header().Set("Link", fmt.Sprintf(`<%s%s?page=%d&per_page=100>; rel="next"`, f.url, r.URL.Path, next))
		}
		out := []any{}
		for _, n := range list {
			out = append(out, show(n))
		}
		reply(w, 200, out)
	})
	m.HandleFunc("POST /repos/acme/platform/issues/7/comments", func(w http.ResponseWriter, r *http.Request) {
		body, ok := f.write(w, r, tooLong)
		if !ok {
			return
		}
		var n note
		lost := f.store(r, func() {
			f.nextID++
			n = note{id: f.nextID, author: f.me, body: body, bot: f.app}
			f.notes = append(f.notes, n)
		})
		if lost {
			badGateway(w)
			return
		}
		reply(w, 201, show(n))
	})
	one := func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
		var body string
		if r.Method == http.MethodPatch {
			var ok bool
			if body, ok = f.write(w, r, tooLong); !ok {
				return
			}
		}
		status, n := http.StatusOK, note{}
		lost := f.store(r, func() {
			i := f.find(id)
			if i < 0 {
				status = http.StatusNotFound
				return
			}
			switch r.Method {
			case http.MethodPatch:
				f.notes[i].body = body
			case http.MethodDelete:
				f.notes = slices.Delete(f.notes, i, i+1)
				status = http.StatusNoContent
				return
			}
			n = f.notes[i]
		})
		switch {
		case lost && r.Method != http.MethodGet:
			badGateway(w)
		case status == http.StatusNotFound:
			reply(w, status, map[string]any{"message": "Not Found"})
		case status == http.StatusNoContent:
			w.WriteHeader(status)
		default:
			reply(w, status, show(n))
		}
	}
	m.HandleFunc("GET /repos/acme/platform/issues/comments/{id}", one)
	m.HandleFunc("PATCH /repos/acme/platform/issues/comments/{id}", one)
	m.HandleFunc("DELETE /repos/acme/platform/issues/comments/{id}", one)
	return m
}

// gitlabFace answers as GitLab's REST interface does.
func gitlabFace(f *forge) http.Handler {
	const tooLong = `{"message":"400 Bad request - Note {:note=>[\"is too long (maximum is 1000000 characters)\"]}"}`
	const root = "/api/v4/projects/acme%2Fplatform/merge_requests/7"
	show := func(n note) map[string]any {
		return map[string]any{"id": n.id, "body": n.body, "system": n.system, "author": map[string]any{"username": n.author}}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.EscapedPath()
		switch {
		case path == "/api/v4/user":
			reply(w, 200, map[string]any{"id": 1, "username": f.me})
			return
		case path == root:
			f.mu.Lock()
			defer f.mu.Unlock()
			reply(w, 200, map[string]any{"iid": 7, "sha": f.head, "web_url": "https://gitlab.test/acme/platform/-/merge_requests/7"})
			return
		case strings.HasSuffix(path, "/repository/merge_base"):
			refs := r.URL.Query()["refs[]"]
			switch {
			case len(refs) == 2 && f.isAncestor(refs[0], refs[1]):
				reply(w, 200, map[string]any{"id": refs[0]})
			case len(refs) == 2 && f.isAncestor(refs[1], refs[0]):
				reply(w, 200, map[string]any{"id": refs[1]})
			default:
				reply(w, 404, map[string]any{"message": "404 Merge base Not Found"})
			}
			return
		case path == root+"/notes" && r.Method == http.MethodGet:
			f.mu.Lock()
			defer f.mu.Unlock()
			list, next := f.page(r)
			if next > 0 {
				w.Header().Set("X-Next-Page", strconv.Itoa(next))
			}
			out := []any{}
			for _, n := range list {
				out = append(out, show(n))
			}
			reply(w, 200, out)
			return
		case path == root+"/notes" && r.Method == http.MethodPost:
			body, ok := f.write(w, r, tooLong)
			if !ok {
				return
			}
			var n note
			lost := f.store(r, func() {
				f.nextID++
				n = note{id: f.nextID, author: f.me, body: body}
				f.notes = append(f.notes, n)
			})
			if lost {
				badGateway(w)
				return
			}
			reply(w, 201, show(n))
			return
		}
		id, err := strconv.ParseInt(strings.TrimPrefix(path, root+"/notes/"), 10, 64)
		if err != nil {
			reply(w, 404, map[string]any{"error": "404 Not Found"})
			return
		}
		var body string
		if r.Method == http.MethodPut {
			var ok bool
			if body, ok = f.write(w, r, tooLong); !ok {
				return
			}
		}
		found, n := true, note{}
		lost := f.store(r, func() {
			i := f.find(id)
			if found = i >= 0; !found {
				return
			}
			switch r.Method {
			case http.MethodPut:
				f.notes[i].body = body
			case http.MethodDelete:
				f.notes = slices.Delete(f.notes, i, i+1)
				return
			}
			n = f.notes[i]
		})
		switch {
		case lost && r.Method != http.MethodGet:
			badGateway(w)
		case !found:
			reply(w, 404, map[string]any{"message": "404 Note Not Found"})
		case r.Method == http.MethodDelete:
			w.WriteHeader(http.StatusNoContent)
		default:
			reply(w, 200, show(n))
		}
	})
}

// api returns how to reach the forge; its clock jumps instead of waiting.
func (f *forge) api(path string) (API, *clock) {
	c := &clock{now: time.Unix(1_800_000_000, 0)}
	return API{URL: f.url + path, Token: token, Sleep: c.sleep, Now: c.Now, Log: c.log}, c
}
