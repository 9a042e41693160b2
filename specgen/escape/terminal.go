package escape

import (
	"strconv"
	"strings"
)

// Terminal makes s safe to print on a terminal, on one line: control
// characters, escape sequences and bidi marks are shown as Go writes them
// (`\x1b`, `\u202e`), and do nothing.
func Terminal(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return hidden(r) || r == replacement }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !hidden(r) {
			b.WriteRune(r)
			continue
		}
		quoted := strconv.QuoteRuneToASCII(r)
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}
