package document

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// The bookkeeping is one comment, with a line a slot: its name, and the hash
// and length of what was written there; for a slot that is kept track of item
// by item, "+" and a hash for each item.
const (
	recordOpen  = "<!-- tofuspec:"
	recordNote  = " what it wrote last, so that it leaves alone what you change. Please keep this comment."
	recordClose = "-->"
	// recordItems bounds the hashes kept for one slot.
	recordItems = 1000
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

// readRecord reads the last bookkeeping comment of a document. Lines that it
// does not understand are passed over.
func readRecord(src []byte, sections []section) record {
	r := record{entries: map[Slot]entry{}}
	for _, s := range sections {
		for _, b := range s.blocks {
			if b.node.Kind() == ast.KindHTMLBlock && bytes.HasPrefix(src[b.start:b.end], []byte(recordOpen)) {
				if end := bytes.Index(src[b.start:b.end], []byte(recordClose)); end > 0 {
					r.at = span{b.start, b.start + end + len(recordClose)}
				}
			}
		}
	}
	for _, l := range strings.Split(string(src[r.at.start:r.at.end]), "\n") {
		f := strings.Fields(l)
		if len(f) < 2 {
			continue
		}
		if strings.HasPrefix(f[1], "+") {
			var e entry
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
	order := map[Slot]int{}
	for i, s := range Names() {
		order[s] = i
	}
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
			fmt.Fprintf(&b, "%s +%s\n", s, strings.Join(items, " +"))
			continue
		}
		fmt.Fprintf(&b, "%s %s %d\n", s, e.hash, e.length)
	}
	b.WriteString(recordClose)
	return b.String()
}
