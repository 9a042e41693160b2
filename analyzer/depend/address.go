package depend

import "strings"

// An address taken apart: the module instance, the object within it, and its
// instance key.
type address struct {
	module string // `module.a["x"].module.b`, "" for the root
	object string // "aws_lb.a", "data.t.n"
	key    string // `["k"]`, `[0]`, ""
}

// parseAddress takes a resource instance address apart. It is forgiving: what
// it cannot make sense of stays in object.
func parseAddress(s string) address {
	var a address
	rest := s
	for strings.HasPrefix(rest, "module.") {
		end := stepEnd(rest, len("module."))
		if end >= len(rest) || rest[end] != '.' {
			break
		}
		if a.module != "" {
			a.module += "."
		}
		a.module += rest[:end]
		rest = rest[end+1:]
	}
	a.object = rest
	if i := strings.IndexByte(rest, '['); i > 0 && strings.HasSuffix(rest, "]") {
		a.object, a.key = rest[:i], rest[i:]
	}
	return a
}

// stepEnd returns where the step that starts at i ends, instance key included.
func stepEnd(s string, i int) int {
	for i < len(s) && s[i] != '.' && s[i] != '[' {
		i++
	}
	if i < len(s) && s[i] == '[' {
		quoted := false
		for ; i < len(s); i++ {
			switch {
			case quoted && s[i] == '\\':
				i++
			case s[i] == '"':
				quoted = !quoted
			case s[i] == ']' && !quoted:
				return i + 1
			}
		}
	}
	return min(i, len(s))
}

// ConfigAddress drops the instance keys of an address:
// `module.a["x"].t.n[0]` becomes "module.a.t.n".
func ConfigAddress(s string) string {
	if strings.IndexByte(s, '[') < 0 {
		return s
	}
	var b strings.Builder
	quoted, depth := false, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case depth > 0 && quoted && c == '\\':
			i++
		case depth > 0 && c == '"':
			quoted = !quoted
		case !quoted && c == '[':
			depth++
		case !quoted && c == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// within puts a module's prefix before an address.
func within(module, addr string) string {
	if module == "" {
		return addr
	}
	return module + "." + addr
}
