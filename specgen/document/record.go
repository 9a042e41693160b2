package document

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The bookkeeping is one comment, with a line a slot: its name, and the hash
// and length of what was written there; for a slot that is kept track of item
// by item, "+" and a hash for each item, on as many lines as it takes.
const (
	recordOpen  = "<!-- tofuspec:"
	recordNote  = " what it wrote last, to leave alone what you change. Please keep."
	recordWas   = " what it wrote last, so that it leaves alone what you change. Please keep this comment."
	recordClose = "-->"
	// recordItems bounds the hashes kept for one slot, recordWidth those in a line.
	recordItems = 1000
	recordWidth = 4
)

// An entry is what is known of one slot.
type entry struct {
	hash   string
	length int      // of the text with "\n" line ends
	items  []string // hashes
}

// A record is the bookkeeping of a document.
type record struct {
	entries map[Slot]entry
	at      span // of the comment; empty when the document has none
}

// hashOf returns the short hash of a canonical text.
func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:6])
}

func entryOf(s string) entry { return entry{hash: hashOf(s), length: len(s)} }

// recordForm is the comment as text writes it, whatever its line ends. It is
// looked for as text: a comment that a person began above and did not end
// must not hide it.
var recordForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`` + regexp.QuoteMeta(recordOpen) + `(?:` + regexp.QuoteMeta(recordNote) + `|` + regexp.QuoteMeta(recordWas) + `)\r?\n((?:[a-z0-9-]+ (?:[0-9a-f]{12} \d{1,9}|\+[0-9a-f]{12}(?: \+[0-9a-f]{12})*)\r?\n)*)` + recordClose)
})

// readRecord reads the last bookkeeping comment of a document.
func readRecord(src []byte) record {
	r := record{entries: map[Slot]entry{}}
	if !bytes.Contains(src, []byte(recordOpen)) {
		return r
	}
	if all := recordForm().FindAllIndex(src, -1); all != nil {
		last := all[len(all)-1]
		r.at = span{last[0], last[1]}
	}
	for _, l := range strings.Split(string(src[r.at.start:r.at.end]), "\n") {
		f := strings.Fields(l)
		if len(f) < 2 {
			continue
		}
		if strings.HasPrefix(f[1], "+") {
			e := r.entries[Slot(f[0])]
			for _, h := range f[1:] {
				e.items = append(e.items, strings.TrimPrefix(h, "+"))
			}
			r.entries[Slot(f[0])] = e
			continue
		}
		if len(f) != 3 {
			continue
		}
		if n, err := strconv.Atoi(f[2]); err == nil && n >= 0 && len(f[1]) == 12 {
			r.entries[Slot(f[0])] = entry{hash: f[1], length: n}
		}
	}
	return r
}

// text writes the comment, with "\n" line ends.
func (r record) text() string {
	order := ranks()
	slots := slices.SortedFunc(maps.Keys(r.entries), func(a, b Slot) int {
		return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b))
	})
	var b strings.Builder
	b.WriteString(recordOpen + recordNote + "\n")
	for _, s := range slots {
		e := r.entries[s]
		if e.hash == "" {
			if len(e.items) == 0 {
				continue
			}
			items := e.items[max(0, len(e.items)-recordItems):]
			for some := range slices.Chunk(items, recordWidth) {
				fmt.Fprintf(&b, "%s +%s\n", s, strings.Join(some, " +"))
			}
			continue
		}
		fmt.Fprintf(&b, "%s %s %d\n", s, e.hash, e.length)
	}
	b.WriteString(recordClose)
	return b.String()
}
