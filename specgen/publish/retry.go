package publish

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// A Retry sends requests again that a service turned down for now: on rate
// limits always, since nothing was done; on failures of the service only what
// does the same when done twice. It waits as long as the service asks.
type Retry struct {
	Next http.RoundTripper
	// Longest is the most that one request waits in total. A service that
	// asks for more gets no second request.
	Longest time.Duration
	Sleep   func(ctx context.Context, d time.Duration) error
	Now     func() time.Time
	// Log gets a line for each request: method, path, status, wait. No
	// header and no body is in it.
	Log func(line string)
}

// retries bounds how often one request is sent again.
const retries = 6

// RoundTrip implements http.RoundTripper.
func (r *Retry) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := bodyOf(req)
	if err != nil {
		return nil, err
	}
	var waited time.Duration
	for try := 0; ; try++ {
		again := req.Clone(req.Context())
		if body != nil {
			again.Body = io.NopCloser(bytes.NewReader(body))
			again.ContentLength = int64(len(body))
		}
		resp, err := r.Next.RoundTrip(again)
		wait, retry := r.verdict(req, resp, err, try)
		r.logf("%s %s%s: %s", req.Method, req.URL.Host, req.URL.EscapedPath(), statusText(resp, err))
		if !retry || try == retries || waited+wait > r.Longest {
			return resp, err
		}
		if resp != nil {
			_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<16))
			_ = resp.Body.Close()
		}
		r.logf("waiting %s", wait.Round(time.Millisecond))
		if err := r.Sleep(req.Context(), wait); err != nil {
			return nil, err
		}
		waited += wait
	}
}

func (r *Retry) logf(format string, args ...any) {
	if r.Log != nil {
		r.Log(fmt.Sprintf(format, args...))
	}
}

// verdict tells whether to send a request again, and after how long.
func (r *Retry) verdict(req *http.Request, resp *http.Response, err error, try int) (time.Duration, bool) {
	backoff := time.Second << try
	backoff += rand.N(backoff / 4) // #nosec G404 -- so that the jobs of a matrix do not come back together
	if err != nil {
		return backoff, repeatable(req) && req.Context().Err() == nil
	}
	asked, limited := r.asked(resp)
	switch {
	case limited, resp.StatusCode == http.StatusTooManyRequests:
		return max(asked, backoff), true
	case resp.StatusCode == http.StatusForbidden && limitsRate(resp):
		return max(secondary, backoff), true
	case resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented:
		return max(asked, backoff), repeatable(req)
	}
	return 0, false
}

// asked reads how long the service wants us to wait, and whether its answer
// is about a rate limit at all: GitHub says so with 403 as well as with 429.
func (r *Retry) asked(resp *http.Response) (wait time.Duration, limited bool) {
	h := resp.Header
	refused := resp.StatusCode == http.StatusForbidden || resp.StatusCode == http.StatusTooManyRequests
	if v := h.Get("Retry-After"); v != "" {
		if s, err := strconv.ParseInt(v, 10, 32); err == nil {
			return time.Duration(max(s, 0)) * time.Second, refused
		}
		if t, err := http.ParseTime(v); err == nil {
			return max(t.Sub(r.Now()), 0), refused
		}
	}
	for _, p := range []string{"X-Ratelimit-", "Ratelimit-"} {
		if h.Get(p+"Remaining") != "0" {
			continue
		}
		if s, err := strconv.ParseInt(h.Get(p+"Reset"), 10, 64); err == nil {
			return max(time.Unix(s, 0).Sub(r.Now())+time.Second, 0), refused
		}
	}
	return 0, false
}

// secondary is how long to wait for a rate limit that does not say.
// Source: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api.
const secondary = time.Minute

// limitsRate tells whether a refusal's text is about a rate limit: GitHub's
// secondary limit can come without any header. The text can be read again.
func limitsRate(resp *http.Response) bool {
	const most = 1 << 16
	text, err := io.ReadAll(io.LimitReader(resp.Body, most))
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(text), resp.Body), resp.Body}
	return err == nil && bytes.Contains(bytes.ToLower(text), []byte("rate limit"))
}

type repeatableKey struct{}

// asRead marks a POST that only reads, such as a GraphQL query.
func asRead(ctx context.Context) context.Context {
	return context.WithValue(ctx, repeatableKey{}, true)
}

// repeatable tells whether doing the request twice does the same as once. Our
// edits give the whole body, so PATCH is among them; a POST makes a comment.
func repeatable(req *http.Request) bool {
	return req.Method != http.MethodPost || req.Context().Value(repeatableKey{}) != nil
}

func bodyOf(req *http.Request) ([]byte, error) {
	if req.Body == nil || req.Body == http.NoBody {
		return nil, nil
	}
	defer req.Body.Close()
	return io.ReadAll(req.Body)
}

func statusText(resp *http.Response, err error) string {
	if err != nil {
		return "failed"
	}
	return strconv.Itoa(resp.StatusCode)
}

// sleep waits for d or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
