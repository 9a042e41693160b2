package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A marker is the last line of every comment of ours: an HTML comment that
// says which key, commit and run the text above is for, and its sum.
type marker struct {
	Key     string
	Commit  string
	Run     int64
	Attempt int64
	Sum     string // of the text above, see textSum
}

// markerLine matches a marker that stands alone on a line.
var markerLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^<!-- tofuspec:comment v1 key=([A-Za-z0-9._/%]*) commit=([0-9A-Za-z]*) run=([0-9]+)\.([0-9]+) sum=([0-9a-f]{32}) -->$`)
})

// String returns the marker as it stands in a comment.
func (m marker) String() string {
	return fmt.Sprintf("<!-- tofuspec:comment v1 key=%s commit=%s run=%d.%d sum=%s -->",
		escapeKey(m.Key), plainCommit(m.Commit), m.Run, m.Attempt, m.Sum)
}

// size is how many bytes the marker takes.
func (m marker) size() int {
	m.Sum = strings.Repeat("0", 32)
	return len(m.String())
}

// seal puts the marker under text.
func (m marker) seal(text string) string {
	m.Sum = textSum(text)
	return text + "\n\n" + m.String()
}

// parseMarker finds the marker at the end of a comment. Intact tells that the
// text above it is as we wrote it.
func parseMarker(body string) (m marker, intact, ok bool) {
	body = strings.TrimRight(strings.ReplaceAll(body, "\r\n", "\n"), " \t\n")
	text, last := "", body
	if i := strings.LastIndexByte(body, '\n'); i >= 0 {
		text, last = body[:i], body[i+1:]
	}
	f := markerLine().FindStringSubmatch(last)
	if f == nil {
		return marker{}, false, false
	}
	key, err := url.PathUnescape(f[1])
	if err != nil {
		return marker{}, false, false
	}
	m = marker{Key: key, Commit: f[2], Sum: f[5]}
	if m.Run, err = strconv.ParseInt(f[3], 10, 64); err != nil {
		return marker{}, false, false
	}
	if m.Attempt, err = strconv.ParseInt(f[4], 10, 64); err != nil {
		return marker{}, false, false
	}
	return m, textSum(text) == m.Sum, true
}

// textSum is a sum over what a reader sees: services may change line ends and
// space at the end of lines and text, which makes no text a different one.
func textSum(text string) string {
	h := sha256.New()
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for line := range strings.Lines(strings.TrimSpace(text)) {
		h.Write([]byte(strings.TrimRight(line, " \t\n")))
		h.Write([]byte{'\n'})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// escapeKey writes a key so that nothing in it can end the HTML comment.
func escapeKey(key string) string {
	var b strings.Builder
	for i := range len(key) {
		switch c := key[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '/':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// plainCommit drops what no commit name holds.
func plainCommit(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}
