package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// An API is how to reach a service.
type API struct {
	// URL is the root of the REST interface: "https://api.github.com",
	// "https://ghe.example.com/api/v3", "https://gitlab.com/api/v4".
	URL   string
	Token string
	// Longest is the most that one request waits for a rate limit or for a
	// failing service. 0 means five minutes.
	Longest time.Duration
	// Transport is what requests go over. Nil means http.DefaultTransport,
	// which knows HTTPS_PROXY and its kin.
	Transport http.RoundTripper
	Sleep     func(ctx context.Context, d time.Duration) error
	Now       func() time.Time
	Log       func(line string)
}

// userAgent is how we introduce ourselves.
const userAgent = "tofuspec"

// client returns an HTTP client that puts header on requests to the API's own
// host and follows no redirect to another.
func (a API) client(header, value string) (*http.Client, *url.URL, error) {
	base, err := url.Parse(a.URL)
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		return nil, nil, fmt.Errorf("%q is not the URL of an API", Secrets{a.Token}.Clean(a.URL))
	}
	if base.User != nil {
		return nil, nil, errors.New("the URL of the API holds a user or a password; give the token by its variable")
	}
	next := a.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	r := &Retry{Next: bearer{next, base, header, value}, Longest: a.Longest, Sleep: a.Sleep, Now: a.Now}
	if r.Longest == 0 {
		r.Longest = 5 * time.Minute
	}
	if r.Sleep == nil {
		r.Sleep = sleep
	}
	if r.Now == nil {
		r.Now = time.Now
	}
	if a.Log != nil {
		r.Log = func(line string) { a.Log(Secrets{a.Token}.Clean(line)) }
	}
	return &http.Client{
		Transport: r,
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if req.URL.Host != base.Host || req.URL.Scheme != base.Scheme {
				return fmt.Errorf("%s redirects to another host; check the URL of the API", base.Host)
			}
			if len(via) > 5 {
				return errors.New("too many redirects")
			}
			return nil
		},
	}, base, nil
}

// A bearer adds the token to requests to one host, and to no other.
type bearer struct {
	next          http.RoundTripper
	base          *url.URL
	header, value string
}

func (b bearer) RoundTrip(req *http.Request) (*http.Response, error) {
	if b.value == "" || req.URL.Host != b.base.Host || req.URL.Scheme != b.base.Scheme {
		return b.next.RoundTrip(req)
	}
	req = req.Clone(req.Context())
	req.Header.Set(b.header, b.value)
	return b.next.RoundTrip(req)
}

// classify turns a service's answer into the errors that Thread promises.
func classify(err error, status int, message string) error {
	switch {
	case err == nil:
		return nil
	case status == http.StatusNotFound, status == http.StatusGone:
		return fmt.Errorf("%w: %w", ErrGone, err)
	case (status == http.StatusUnprocessableEntity || status == http.StatusBadRequest) && tooLong(message),
		status == http.StatusRequestEntityTooLarge:
		return fmt.Errorf("%w: %w", ErrTooLong, err)
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return fmt.Errorf("%w: %w", ErrDenied, err)
	case status == http.StatusTooManyRequests:
		return &transientError{err: err, limited: true}
	case status == 0 && !errors.Is(err, context.Canceled), status >= 500:
		return &transientError{err: err}
	}
	return err
}
