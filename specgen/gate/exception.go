package gate

import (
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/specgen/settings"
)

// An exception is a crossing that a person accepts until a day.
type exception struct {
	settings.Exception
	threshold Threshold
	over      bool // the day is past
	used      bool
}

// day is how a date is written.
const day = "2006-01-02"

func newException(e settings.Exception, today time.Time) (*exception, *hcl.Diagnostic) {
	ts, err := Parse([]string{e.Threshold})
	if err != nil || len(ts) != 1 {
		return nil, settingsError("Unknown threshold", fmt.Sprintf("An exception is for one of %s, and not for %q.", strings.Join(Names(), ", "), e.Threshold), &e.Range)
	}
	if strings.TrimSpace(e.Reason) == "" {
		return nil, settingsError("Exception without a reason", "Say in reason why this is acceptable.", &e.Range)
	}
	last, err := time.Parse(day, e.Expires)
	if err != nil {
		return nil, settingsError("Exception without an end", fmt.Sprintf("expires is %q; write the last day as YYYY-MM-DD.", e.Expires), &e.Range)
	}
	y, m, d := today.Date()
	return &exception{Exception: e, threshold: ts[0], over: last.Before(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))}, nil
}

// covers tells whether the exception is for a crossing. An empty stack or
// address is for all; "*" in an address stands for any text.
func (e *exception) covers(c Crossing) bool {
	return e.threshold == c.Threshold &&
		(e.Stack == "" || below(c.Stack, "/"+strings.Trim(e.Stack, "/"))) &&
		(e.Address == "" || like(e.Address, c.Address))
}

// accepts returns the reason of the exception that covers c, "" when none
// does.
func (p *policy) accepts(c Crossing) string {
	for _, e := range p.exceptions {
		if e.covers(c) {
			e.used = true
			if !e.over {
				return fmt.Sprintf("%s (until %s)", e.Reason, e.Expires)
			}
		}
	}
	return ""
}

// notes tells of exceptions that are over or for nothing.
func (p *policy) notes() []string {
	var out []string
	for _, e := range p.exceptions {
		what := fmt.Sprintf("the exception for %s in line %d", e.threshold, e.Range.Start.Line)
		switch {
		case e.over && e.used:
			out = append(out, fmt.Sprintf("%s ended on %s and no longer holds: %s", what, e.Expires, e.Reason))
		case e.over:
			out = append(out, fmt.Sprintf("%s ended on %s and can go", what, e.Expires))
		case !e.used:
			out = append(out, what+" covers nothing")
		}
	}
	return out
}

// like matches text against a pattern in which "*" stands for any text.
func like(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	if !strings.HasPrefix(text, parts[0]) {
		return false
	}
	text = text[len(parts[0]):]
	last := parts[len(parts)-1]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(text, p)
		if i < 0 {
			return false
		}
		text = text[i+len(p):]
	}
	return strings.HasSuffix(text, last)
}
