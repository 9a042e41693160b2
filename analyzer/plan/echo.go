package plan

import (
	"encoding/base64"
	"encoding/json"
	"net/url"
	"strings"
)

// echoes knows every sensitive string of a plan, to find them in values that
// nothing marks: of another object, in a text around it, or encoded.
type echoes struct {
	known map[string]struct{}
	heads map[string][]string // by their first bytes
}

func newEchoes() *echoes {
	return &echoes{known: map[string]struct{}{}, heads: map[string][]string{}}
}

// add takes in sensitive strings of at least shortestSecret bytes.
func (e *echoes) add(secrets []string) {
	for _, s := range secrets {
		if _, ok := e.known[s]; !ok {
			e.known[s] = struct{}{}
			e.heads[s[:shortestSecret]] = append(e.heads[s[:shortestSecret]], s)
		}
	}
}

// in tells whether one of the strings is in text.
func (e *echoes) in(text string) bool {
	for i := 0; i+shortestSecret <= len(text); i++ {
		for _, s := range e.heads[text[i:i+shortestSecret]] {
			if strings.HasPrefix(text[i:], s) {
				return true
			}
		}
	}
	return false
}

// hide scrubs all that was kept of a plan.
func (e *echoes) hide(p *Plan) {
	for _, all := range [][]*Change{p.Changes, p.Drift, p.Deferred} {
		for _, c := range all {
			c.Before, c.After = scrub(c.Before, e.in), scrub(c.After, e.in)
		}
	}
	for _, o := range p.Outputs {
		o.Before, o.After = scrub(o.Before, e.in), scrub(o.After, e.in)
	}
	for _, r := range p.Prior {
		for name, v := range r.Values {
			r.Values[name] = scrub(v, e.in)
		}
	}
}

// scrub replaces what tells a secret: providers echo sensitive input into
// attributes that they do not mark.
func scrub(v Value, secret func(string) bool) Value {
	switch x := v.(type) {
	case string:
		if secret(x) {
			return Sensitive
		}
	case json.Number:
		if secret(string(x)) {
			return Sensitive
		}
	case []Value:
		for i := range x {
			x[i] = scrub(x[i], secret)
		}
	case map[string]Value:
		for k := range x {
			if secret(k) {
				return Sensitive
			}
			x[k] = scrub(x[k], secret)
		}
	}
	return v
}

// variants are a sensitive string and the forms in which it is found inside
// other texts: JSON, base64 and a URL.
func variants(s string) []string {
	out := []string{s, base64.StdEncoding.EncodeToString([]byte(s))}
	if quoted, err := json.Marshal(s); err == nil && string(quoted[1:len(quoted)-1]) != s {
		out = append(out, string(quoted[1:len(quoted)-1]))
	}
	if escaped := url.QueryEscape(s); escaped != s {
		out = append(out, escaped)
	}
	return out
}
