package render

import (
	"strconv"
	"unicode/utf8"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// The JSON of changes is appended piece by piece: a plan can have a million of
// them, and encoding/json would cost more than reading the plan does.

func appendCounts(to []byte, c plan.Counts) []byte {
	for i, n := range []struct {
		name string
		n    int
	}{
		{`"add":`, c.Add},
		{`"change":`, c.Change},
		{`"destroy":`, c.Destroy},
		{`"replace":`, c.Replace},
		{`"import":`, c.Import},
		{`"move":`, c.Move},
		{`"forget":`, c.Forget},
		{`"read":`, c.Read},
		{`"no_op":`, c.NoOp},
		{`"unknown":`, c.Unknown},
		{`"drift":`, c.Drift},
		{`"deferred":`, c.Deferred},
		{`"output":`, c.Output},
		{`"open":`, c.Open},
	} {
		to = append(to, "{,"[min(i, 1)])
		to = strconv.AppendInt(append(to, n.name...), int64(n.n), 10)
	}
	return append(to, '}')
}

// appendList appends a list of objects; each appends all of one but its closing
// brace.
func appendList[T any](to []byte, all []T, each func([]byte, T) []byte) []byte {
	to = append(to, '[')
	for i, one := range all {
		if i > 0 {
			to = append(to, ',')
		}
		to = append(each(to, one), '}')
	}
	return append(to, ']')
}

func appendText(to []byte, name, s string) []byte { return appendJSON(append(to, name...), s) }

func appendOptional(to []byte, name, s string) []byte {
	if s == "" {
		return to
	}
	return appendText(to, name, s)
}

func appendBool(to []byte, name string, b bool) []byte {
	return strconv.AppendBool(append(to, name...), b)
}

func appendTristate(to []byte, name string, b *bool) []byte {
	if b == nil {
		return append(append(to, name...), "null"...)
	}
	return appendBool(to, name, *b)
}

func appendImporting(to []byte, im *plan.Importing) []byte {
	if im == nil {
		return append(to, "null"...)
	}
	to = appendNullable(append(to, '{'), `"id":`, im.ID)
	to = append(to, `,"identity":`...)
	to = strconv.AppendBool(to, im.Identity)
	to = append(to, `,"unknown":`...)
	to = strconv.AppendBool(to, im.Unknown)
	return append(to, '}')
}

func appendNullable(to []byte, name, s string) []byte {
	to = append(to, name...)
	if s == "" {
		return append(to, "null"...)
	}
	return appendJSON(to, s)
}

func appendStrings[S ~string](to []byte, all []S) []byte {
	to = append(to, '[')
	for i, s := range all {
		if i > 0 {
			to = append(to, ',')
		}
		to = appendJSON(to, string(s))
	}
	return append(to, ']')
}

// appendJSON appends a string as JSON. What is not UTF-8 becomes U+FFFD, and
// what a browser or a terminal could act on is escaped.
func appendJSON(to []byte, s string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	from := 0
	for i := 0; i < len(s); {
		b := s[i]
		if b >= 0x20 && b < 0x7f && b != '"' && b != '\\' && b != '<' && b != '>' && b != '&' {
			i++
			continue
		}
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			hidden := r == utf8.RuneError && n == 1 || r >= 0x80 && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
			if hidden {
				to = append(to, s[from:i]...)
				if r == utf8.RuneError {
					to = append(to, `\ufffd`...)
				} else {
					to = append(to, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
				}
				from = i + n
			}
			i += n
			continue
		}
		to = append(to, s[from:i]...)
		switch b {
		case '"', '\\':
			to = append(to, '\\', b)
		case '\n':
			to = append(to, '\\', 'n')
		default:
			to = append(to, '\\', 'u', '0', '0', hex[b>>4], hex[b&15])
		}
		i++
		from = i
	}
	to = append(to, s[from:]...)
	return append(to, '"')
}
