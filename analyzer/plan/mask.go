package plan

import (
	"encoding/json"
	"slices"
	"strings"
)

// shortestSecret is how long a sensitive string must be to be looked for in
// values that nothing marks: shorter ones are found everywhere by chance.
const shortestSecret = 6

// mask decodes a raw value with markers in place of what is sensitive or
// unknown. Where the marks do not fit the value's shape, all of it is taken to
// be sensitive.
func mask(b []byte, sens, unk *marks) Value {
	if sens.all() {
		return Sensitive
	}
	if unk.all() {
		return Unknown
	}
	if isNull(b) {
		switch {
		case sens != nil:
			return Sensitive
		case unk != nil:
			return Unknown
		}
		return nil
	}
	switch b[0] {
	case '{':
		if sens != nil && sens.keys == nil {
			return Sensitive
		}
		out := map[string]Value{}
		for name, value := range members(b) {
			out[string(name)] = mask(value, sens.member(name), unk.member(name))
		}
		for _, name := range unk.names() {
			if _, ok := out[name]; !ok {
				out[name] = mask(nil, sens.member([]byte(name)), unk.keys[name])
			}
		}
		return out
	case '[':
		if sens != nil && sens.items == nil {
			return Sensitive
		}
		out := []Value{}
		for i, value := range elements(b) {
			out = append(out, mask(value, sens.item(i), unk.item(i)))
		}
		return out
	}
	if sens != nil {
		return Sensitive
	}
	switch b[0] {
	case '"':
		return string(unquote(nil, b))
	case 't':
		return true
	case 'f':
		return false
	}
	return json.Number(b)
}

// secrets appends the strings and numbers in the parts of b that sens marks, in
// all their variants.
func secrets(to []string, b []byte, sens *marks) []string {
	if sens == nil || isNull(b) {
		return to
	}
	if sens.whole {
		return allStrings(to, b)
	}
	switch b[0] {
	case '{':
		for name, value := range members(b) {
			to = secrets(to, value, sens.member(name))
		}
	case '[':
		for i, value := range elements(b) {
			to = secrets(to, value, sens.item(i))
		}
	}
	return to
}

func allStrings(to []string, b []byte) []string {
	switch b[0] {
	case '"':
		if s := string(unquote(nil, b)); len(s) >= shortestSecret {
			to = append(to, variants(s)...)
		}
	case '{':
		for _, value := range members(b) {
			to = allStrings(to, value)
		}
	case '[':
		for _, value := range elements(b) {
			to = allStrings(to, value)
		}
	case 't', 'f', 'n':
	default:
		if len(b) >= shortestSecret {
			to = append(to, string(b)) // a number
		}
	}
	return to
}

// among tells of a text whether it holds one of the secrets.
func among(secrets []string) func(string) bool {
	return func(text string) bool {
		return slices.ContainsFunc(secrets, func(s string) bool { return strings.Contains(text, s) })
	}
}
