package migration

// plainAddress reads the addresses that nearly all are: ASCII names, and keys
// without escapes or templates. It refuses everything else, which the parser
// of the language then reads.
func plainAddress(s string) (a address, ok bool) {
	a.text, a.block = s, -1
	a.parts = make([]string, 0, 4)
	for at := 0; ; {
		if a.block >= 0 {
			return address{}, false // nothing follows a resource
		}
		first := plainName(s, at)
		if first == at || first >= len(s) || s[first] != '.' {
			return address{}, false
		}
		end := plainName(s, first+1)
		if end == first+1 || s[at:first] == "data" {
			return address{}, false
		}
		if s[at:first] != "module" {
			a.block = len(a.parts)
		}
		a.parts = append(a.parts, s[at:end])
		if end < len(s) && s[end] == '[' {
			to := plainKey(s, end)
			if to < 0 {
				return address{}, false
			}
			a.parts = append(a.parts, s[end:to])
			end = to
		}
		if end == len(s) {
			return a, a.block >= 0
		}
		if s[end] != '.' {
			return address{}, false
		}
		at = end + 1
	}
}

// plainName returns the end of the ASCII identifier at i; i when there is none.
func plainName(s string, i int) int {
	start := i
	for i < len(s) {
		c := s[i]
		letter := c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == start || c != '-' && (c < '0' || c > '9')) {
			break
		}
		i++
	}
	return i
}

// plainKey returns the end of the key at i, or -1 when it is not plain.
func plainKey(s string, i int) int {
	from := i + 1
	quoted := from < len(s) && s[from] == '"'
	if quoted {
		from++
	}
	for j := from; j < len(s); j++ {
		switch c := s[j]; {
		case quoted && c == '"':
			if j+1 < len(s) && s[j+1] == ']' {
				return j + 2
			}
			return -1
		case quoted && (c < ' ' || c > '~' || c == '\\' || c == '$' || c == '%'):
			return -1
		case !quoted && c == ']':
			if j == from || s[from] == '0' && j > from+1 {
				return -1
			}
			return j + 1
		case !quoted && (c < '0' || c > '9'):
			return -1
		}
	}
	return -1
}
