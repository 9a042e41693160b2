package document_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// refresh fills a document and holds each edit against whose bytes it takes.
// It returns what is wrong, "" when nothing is.
func (o *owned) refresh(fragments map[document.Slot]string, opts ...document.Option) string {
	d := document.Parse(o.src)
	out, rounds := d.FillTraced(fragments, opts...)
	slots := len(d.Slots())
	if slots == 0 && !bytes.Equal(out, o.src) {
		return "a document without slots was changed"
	}
	for _, steps := range rounds {
		var src, own []byte
		at := 0
		from, to := document.RecordAt(o.src)
		for _, s := range steps {
			src, own = append(src, o.src[at:s.Start]...), append(own, o.own[at:s.Start]...)
			at = s.End
			who := bytes.Repeat([]byte{generated}, len(s.Text))
			if s.Slot != "" || s.Start != from || s.End != to {
				if why := o.judge(s, who); why != "" {
					return why
				}
			}
			if o.wrote == nil {
				o.wrote = map[string]bool{}
			}
			o.wrote[plain(s.Text)] = true
			src, own = append(src, s.Text...), append(own, who...)
		}
		o.src, o.own = append(src, o.src[at:]...), append(own, o.own[at:]...)
	}
	if !bytes.Equal(o.src, out) {
		return "the edits do not lead to the result"
	}
	if len(rounds)%4 == 1 {
		if want, _ := d.Fill(fragments, opts...); !bytes.Equal(want, out) {
			return "the traced run differs from Fill"
		}
	}
	rest := opts[min(1, len(opts)):]
	if i, to := document.RecordAt(out); i == to {
		rest = opts // a person took the bookkeeping away, and only the template tells placeholders from text
	}
	again, _ := document.Parse(out).Fill(fragments, rest...)
	if !bytes.Equal(again, out) {
		return "filling twice is not filling once\n" + string(diff.Diff("once", out, "twice", again))
	}
	return ""
}

// judge tells what is wrong with one edit. It marks in who the ticks that the
// new text keeps.
func (o *owned) judge(s document.Step, who []byte) string {
	gone := o.src[s.Start:s.End]
	inner := strings.Trim(string(gone), " \t\r\n")
	from := s.Start + strings.Index(string(gone), inner)
	to := from + len(inner)
	if o.wrote[plain(inner)] {
		return "" // to the letter what the tool wrote, whoever typed it
	}
	for i := from; i < to; i++ {
		w := o.own[i]
		if w&cutMark != 0 && i > from && !strings.ContainsAny(inner[:1], "[{<") { // what is left may still be a placeholder
			return fmt.Sprintf("%s writes over a place where a person took something away: %q before %q", s.Slot, o.src[from:i], o.src[i:to])
		}
		switch w &^ cutMark {
		case fixed:
			return fmt.Sprintf("%s takes away %q of the template, in %q", s.Slot, o.src[i:to], gone)
		case typed:
			if o.tickStays(i, s.Text, who) {
				continue
			}
			return fmt.Sprintf("%s takes away %q that a person wrote, in %q", s.Slot, o.src[i:to], gone)
		}
	}
	if s.Start == s.End && s.Start > 0 && s.End < len(o.src) {
		a, b := s.Start-1, s.End
		if !space(o.src[a]) && !space(o.src[b]) && o.own[a]&^cutMark == typed && o.own[b] == typed && o.src[b] != '|' {
			return fmt.Sprintf("%s writes into the midst of %q", s.Slot, o.src[max(0, a-20):min(len(o.src), b+20)])
		}
	}
	return ""
}

// plain is a text as it is compared: without line ends' kinds, white space
// around it, and ticks.
func plain(s string) string {
	return strings.NewReplacer("\r", "", "[x]", "[ ]", "[X]", "[ ]").Replace(strings.Trim(s, " \t\r\n"))
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// tickStays tells whether the byte at i is a tick that the new text has too.
func (o *owned) tickStays(i int, text string, who []byte) bool {
	if c := o.src[i]; c != 'x' && c != 'X' || i == 0 || o.src[i-1] != '[' || i+1 == len(o.src) || o.src[i+1] != ']' {
		return false
	}
	start, end := bytes.LastIndexByte(o.src[:i], '\n')+1, o.lineEnd(i)
	line := strings.TrimRight(string(o.src[start:end]), "\r\n")
	for at := 0; at <= len(text); {
		l := strings.IndexByte(text[at:], '\n')
		if l < 0 {
			l = len(text) - at
		}
		if strings.TrimRight(text[at:at+l], "\r") == line {
			who[at+i-start] = typed
			return true
		}
		at += l + 1
	}
	return false
}

// life makes a document and lets a person and the tool take turns. It returns
// what went wrong, with the story.
func life(seed uint64) (string, string) {
	rng := rand.New(rand.NewPCG(seed, 8))
	o := randomDoc(rng)
	return o.live(rng, 4)
}

func (o *owned) live(rng *rand.Rand, refreshes int) (string, string) {
	template := document.Parse(bytes.Clone(o.src))
	before := string(o.src)
	if why := o.refresh(later(rng), document.AsTemplate()); why != "" {
		return why, before
	}
	for round := range refreshes {
		for i := range rng.IntN(4) {
			o.edit(rng, fmt.Sprintf("§%d.%d§", round, i))
		}
		for i, to := document.RecordAt(o.src); i < to; i++ { // the bookkeeping is the tool's
			o.own[i] = generated
		}
		before = string(o.src)
		var opts []document.Option
		opts = append(opts, document.Against(template))
		if why := o.refresh(later(rng), opts[0]); why != "" {
			return fmt.Sprintf("round %d: %s", round, why), before
		}
	}
	return "", ""
}

// TestEveryByteOfAPersonStays lets people and the tool take turns at random
// documents. LIVES=N runs that many; LIFE=N runs the one with this seed.
func TestEveryByteOfAPersonStays(t *testing.T) {
	seeds := slices.Clone(oldSeeds)
	n, limit := 4000, 20*time.Second
	if testing.Short() {
		n = 500
	}
	if s := os.Getenv("LIVES"); s != "" {
		n, _ = strconv.Atoi(s)
		limit = time.Hour
	}
	for s := range uint64(n) {
		seeds = append(seeds, s)
	}
	if s := os.Getenv("LIFE"); s != "" {
		one, _ := strconv.ParseUint(s, 10, 64)
		seeds = []uint64{one}
	}
	start, failed := time.Now(), 0
	for i, s := range seeds {
		if i >= len(oldSeeds)+n/10 && time.Since(start) > limit {
			t.Logf("%d of %d lives in %s", i, len(seeds), limit)
			break
		}
		if why, before := life(s); why != "" {
			t.Errorf("LIFE=%d: %s\n--- before\n%s", s, why, before)
			if failed++; failed == 5 {
				t.Fatal("and maybe more")
			}
		}
	}
}

// oldSeeds are lives that went wrong once.
var oldSeeds = []uint64{}
