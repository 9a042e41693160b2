package document_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/specgen/document"
)

// typings are what a person types; %s is a text that is nowhere else.
var typings = []string{
	"%s", " %s ", "\n%s\n", "\n\n%s\n\n", "\n- %s\n", "\n| %s | x | y |\n", "\n## %s\n\n", "\n### Summary\n\n%s\n\n",
	"\n```\n%s\n```\n", "\n```%s\n", "\n  - %s", "<!-- %s -->", "<!-- %s", "\r\n%s\r\n", "**%s**: ", "\\%s", "[%s]", "[%s",
	"\n- [x] %s\n", "\n> %s\n", "\n---\n%s\n---\n", "%s\n===\n", "\t%s", "\n1. %s\n", "| %s", "<details>%s\n", "\n[%s]: x\n",
	"\n<!-- tofuspec: %s -->\n", "`%s", "\n    %s\n", "-->%s", "~~~\n%s", "\n- [NEEDS CLARIFICATION: %s?]", "[^%s]", "\u200b%s", "\n:--|--\n%s",
	"|", "\n", "\r\n", "x", " ", "#", "\n\n", "`", "*", "- ", "\t", ".",
}

// replace puts a text in the place of another.
func (o *owned) replace(from, to int, text string, who byte) {
	own := bytes.Repeat([]byte{who}, len(text))
	if to > from && len(own) == 0 && to < len(o.own) {
		o.own[to] |= cutMark
	}
	o.src = slices.Concat(o.src[:from], []byte(text), o.src[to:])
	o.own = slices.Concat(o.own[:from], own, o.own[to:])
}

// copyTo puts a copy of a part at another place.
func (o *owned) copyTo(from, to, at int) {
	src, own := bytes.Clone(o.src[from:to]), bytes.Clone(o.own[from:to])
	o.src, o.own = slices.Insert(o.src, at, src...), slices.Insert(o.own, at, own...)
}

// lines returns where lines start that a condition holds for.
func (o *owned) lines(cond func(line string) bool) []int {
	var out []int
	for at := 0; at < len(o.src); {
		end := at + bytes.IndexByte(o.src[at:], '\n') + 1
		if end <= at {
			end = len(o.src)
		}
		if cond(string(o.src[at:end])) {
			out = append(out, at)
		}
		at = end
	}
	return out
}

func (o *owned) lineEnd(at int) int {
	if i := bytes.IndexByte(o.src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(o.src)
}

// edit is what a person does to a document between two refreshes.
func (o *owned) edit(rng *rand.Rand, mark string) {
	text := func() string {
		s := typings[rng.IntN(len(typings))]
		if strings.Contains(s, "%s") {
			s = fmt.Sprintf(s, mark)
		}
		return s
	}
	at := rng.IntN(len(o.src) + 1)
	some := func(cond func(string) bool) int {
		if l := o.lines(cond); len(l) > 0 {
			return l[rng.IntN(len(l))]
		}
		return -1
	}
	heading := func(l string) bool { return strings.HasPrefix(l, "#") }
	switch rng.IntN(20) {
	default:
		o.replace(at, at, text(), typed)
	case 0, 1, 2:
		o.replace(at, min(len(o.src), at+rng.IntN(40)), text(), typed)
	case 3, 4:
		o.replace(at, min(len(o.src), at+1+rng.IntN(60)), "", typed)
	case 5, 6: // tick a box
		if at := some(func(l string) bool { return strings.Contains(l, "[ ] ") }); at >= 0 {
			at += bytes.Index(o.src[at:], []byte("[ ]")) + 1
			o.replace(at, at+1, pick(rng, "x", "X"), typed)
		}
	case 7: // a row of one's own
		if at := some(func(l string) bool { return strings.HasPrefix(l, "|") }); at >= 0 {
			at = o.lineEnd(at)
			o.replace(at, at, "| "+mark+" | y | z |\n", typed)
		}
	case 8: // a whole line goes
		if at := some(func(l string) bool { return strings.TrimSpace(l) != "" }); at >= 0 {
			o.replace(at, o.lineEnd(at), "", typed)
		}
	case 9: // a section is moved
		if from := some(heading); from >= 0 {
			to := o.nextHeading(from)
			o.copyTo(from, to, len(o.src))
			o.replace(from, to, "", typed)
		}
	case 10: // or pasted again
		if from := some(heading); from >= 0 {
			to := o.nextHeading(from)
			o.copyTo(from, to, pick(rng, to, 0, len(o.src)))
		}
	case 11:
		if rng.IntN(3) == 0 {
			o.copyTo(0, len(o.src), len(o.src))
		}
	case 12: // the bookkeeping, or a part of it
		if from, to := document.RecordAt(o.src); to > from {
			switch rng.IntN(4) {
			case 0:
				o.replace(from, to, "", typed)
			case 1:
				at := from + rng.IntN(to-from)
				o.replace(at, min(to, at+1+rng.IntN(20)), "", typed)
			case 2:
				at := from + rng.IntN(to-from)
				o.replace(at, at, text(), typed)
			case 3:
				at = from + bytes.IndexByte(o.src[from:to], '\n') + 1
				o.replace(at, o.lineEnd(at), "", typed)
			}
		}
	case 13: // an editor that saves other line ends
		if rng.IntN(2) == 0 {
			o.src, o.own = crlf(o.src, o.own, func() bool { return true })
			return
		}
		for i := len(o.src) - 1; i > 0; i-- {
			if o.src[i] == '\n' && o.src[i-1] == '\r' {
				mark := o.own[i-1] & cutMark
				o.src, o.own = slices.Delete(o.src, i-1, i), slices.Delete(o.own, i-1, i)
				o.own[i-1] |= mark
			}
		}
	case 14: // white space at the ends of lines
		if at := some(func(l string) bool { return len(l) > 2 }); at >= 0 {
			at = o.lineEnd(at) - 1
			o.replace(at, at, pick(rng, " ", "  ", "\t", "\\"), typed)
		}
	}
}

func (o *owned) nextHeading(at int) int {
	for at = o.lineEnd(at); at < len(o.src) && o.src[at] != '#'; {
		at = o.lineEnd(at)
	}
	return at
}
