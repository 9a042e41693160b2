package escape

import (
	"strconv"
	"strings"
)

// Mermaid makes s safe as a label between double quotes in a Mermaid diagram:
// A["label"]. Everything but letters, digits and a few harmless marks is
// spelled as Mermaid's own numeric code, such as #35; for a hash.
func Mermaid(s string) string {
	s = line(s)
	lead := leading(s) // a label that reads as a list is refused by Mermaid
	var b strings.Builder
	for i, r := range s {
		switch {
		case i == lead && r != '/',
			r == ':' && strings.HasPrefix(s[i+1:], "fa-"), // an icon
			r < 0x80 && !plain(r) && !strings.ContainsRune("._-/:,+=()[]'?!", r):
			b.WriteByte('#')
			b.WriteString(decimal(r))
			b.WriteByte(';')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func decimal(r rune) string { return strconv.Itoa(int(r)) }
