package depend

import "strings"

// telling tells whether a text is so particular that two objects which both
// have it have to do with each other: an ARN, a UUID, an id with a long
// number in it, a resource path, a URL. It runs over every text of a state,
// which is why it is no regular expression; the test holds it to one.
func telling(s string) bool {
	if len(s) < 8 || len(s) > 512 || strings.Contains(s, "\n") {
		return false
	}
	if rest, ok := strings.CutPrefix(s, "arn:"); ok {
		_, rest, ok = cutRun(rest, func(c byte) bool { return isLower(c) || c == '-' }, 1, len(rest))
		return ok && len(rest) > 2 && rest[0] == ':' && strings.Contains(rest[2:len(rest)-1], ":")
	}
	if rest, ok := strings.CutPrefix(s, "/subscriptions/"); ok {
		return rest != ""
	}
	if rest, ok := strings.CutPrefix(s, "projects/"); ok && splits(rest) {
		return true
	}
	if scheme, rest, ok := strings.Cut(s, "://"); ok && (scheme == "http" || scheme == "https") {
		before, _, _ := strings.Cut(rest, " ")
		return splits(rest) && strings.Contains(before[min(1, len(before)):], "/")
	}
	return isUUID(s) || isPrefixed(s) || isHash(s) || isZone(s)
}

// splits tells whether a slash stands inside of a text.
func splits(s string) bool { return len(s) > 2 && strings.Contains(s[1:len(s)-1], "/") }

// isUUID knows a UUID in letters of either case.
func isUUID(s string) bool {
	const form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
	if len(s) != len(form) {
		return false
	}
	for i := range len(form) {
		if c := s[i]; form[i] == '-' && c != '-' || form[i] == 'x' && !isHex(c) && (c < 'A' || c > 'F') {
			return false
		}
	}
	return true
}

// isPrefixed knows the ids of cloud objects, such as sg-0123456789abcdef0.
func isPrefixed(s string) bool {
	word, rest, ok := cutRun(s, isLower, 1, 20)
	if !ok || word == "" || rest == "" || rest[0] != '-' {
		return false
	}
	_, rest, ok = cutRun(rest[1:], isHex, 8, 32)
	return ok && rest == ""
}

// isHash knows a long hexadecimal number.
func isHash(s string) bool {
	_, rest, ok := cutRun(s, isHex, 20, 64)
	return ok && rest == ""
}

// isZone knows the id of a DNS zone.
func isZone(s string) bool {
	if s[0] != 'Z' {
		return false
	}
	_, rest, ok := cutRun(s[1:], func(c byte) bool { return isDigit(c) || c >= 'A' && c <= 'Z' }, 10, 31)
	return ok && rest == ""
}

// cutRun cuts leading bytes of a kind off, and tells whether they are at least
// least and at most most.
func cutRun(s string, kind func(byte) bool, least, most int) (run, rest string, ok bool) {
	n := 0
	for n < len(s) && kind(s[n]) {
		n++
	}
	return s[:n], s[n:], n >= least && n <= most
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isHex(c byte) bool   { return isDigit(c) || c >= 'a' && c <= 'f' }
