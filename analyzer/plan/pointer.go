package plan

import "strings"

// pointerStep escapes a key for a JSON Pointer (RFC 6901).
func pointerStep(key string) string {
	if !strings.ContainsAny(key, "~/") {
		return key
	}
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}
