package plan

import "strconv"

// appendStep appends an attribute or map key to a path in HCL syntax.
func appendStep(path []byte, key string) []byte {
	if isIdent(key) {
		if len(path) > 0 {
			path = append(path, '.')
		}
		return append(path, key...)
	}
	return appendKey(path, key)
}

// appendKey appends a key in brackets and quotes.
func appendKey(path []byte, key string) []byte {
	path = append(path, '[', '"')
	for i := 0; i < len(key); i++ {
		switch b := key[i]; {
		case b == '"' || b == '\\':
			path = append(path, '\\', b)
		case b == '\n':
			path = append(path, `\n`...)
		case b == '\r':
			path = append(path, `\r`...)
		case b == '\t':
			path = append(path, `\t`...)
		case b < 0x20 || b == 0x7f:
			path = append(path, `\u00`...)
			path = append(path, hex[b>>4], hex[b&15])
		case (b == '$' || b == '%') && i+1 < len(key) && key[i+1] == '{':
			path = append(path, b, b)
		default:
			path = append(path, b)
		}
	}
	return append(path, '"', ']')
}

const hex = "0123456789abcdef"

// appendIndex appends a list index, base 0.
func appendIndex(path []byte, i int) []byte {
	path = append(path, '[')
	path = strconv.AppendInt(path, int64(i), 10)
	return append(path, ']')
}

// isIdent tells whether key can stand behind a dot. Only ASCII identifiers do;
// everything else is quoted, which is always right.
func isIdent(key string) bool {
	if key == "" {
		return false
	}
	for i := range len(key) {
		switch b := key[i]; {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b == '_':
		case i > 0 && (b >= '0' && b <= '9' || b == '-'):
		default:
			return false
		}
	}
	return true
}
