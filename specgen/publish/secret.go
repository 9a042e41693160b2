package publish

import (
	"encoding/base64"
	"errors"
	"net/url"
	"strings"
)

// Secrets are texts that no output may hold.
type Secrets []string

// Clean strikes the secrets out of s, also where a service or a proxy echoes
// them in another spelling.
func (s Secrets) Clean(text string) string {
	for _, secret := range s {
		if len(secret) < 4 {
			continue // striking out single letters would only garble
		}
		for _, form := range []string{
			secret,
			url.QueryEscape(secret), url.PathEscape(secret),
			base64.StdEncoding.EncodeToString([]byte(secret)),
			base64.RawURLEncoding.EncodeToString([]byte(secret)),
		} {
			text = strings.ReplaceAll(text, form, "***")
		}
	}
	return text
}

// Error returns err with the secrets struck out of its text. What it wraps
// can still be told apart by errors.Is, but its text is gone.
func (s Secrets) Error(err error) error {
	if err == nil {
		return nil
	}
	clean := s.Clean(err.Error())
	if clean == err.Error() {
		return err
	}
	return &cleanError{text: clean, kinds: kindsOf(err)}
}

// A cleanError stands for an error whose own text must not be shown.
type cleanError struct {
	text  string
	kinds []error
}

func (e *cleanError) Error() string   { return e.text }
func (e *cleanError) Unwrap() []error { return e.kinds }

func kindsOf(err error) []error {
	var kinds []error
	for _, kind := range []error{ErrGone, ErrTooLong, ErrDenied} {
		if errors.Is(err, kind) {
			kinds = append(kinds, kind)
		}
	}
	if Transient(err) {
		kinds = append(kinds, &transientError{errors.New("the service failed"), limited(err)})
	}
	return kinds
}
