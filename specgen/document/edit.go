package document

import (
	"bytes"
	"slices"
)

// An edit replaces a span.
type edit struct {
	slot Slot
	span
	text string
}

// put notes the edit that brings text to a span, with the line ends and blank
// lines around it.
func (f *filling) put(p place, at span, text string) {
	src, end := f.doc.src, f.doc.end
	text = native(text, end)
	switch {
	case at.start < at.end && text == "":
		at = f.withBreak(at)
	case at.start < at.end:
	case p.shape == inline || p.shape == multiline:
		if at.start > 0 && src[at.start-1] != ' ' && src[at.start-1] != '\t' {
			text = " " + text
		}
		if p.cell {
			text += " "
		}
	default:
		sep := end
		if bytes.HasPrefix(src[at.end:], []byte("\r\n")) {
			sep = "\r\n" // this line's own end, where lines differ
		} else if bytes.HasPrefix(src[at.end:], []byte("\n")) {
			sep = "\n"
		}
		text = sep + text
		if !p.tight {
			text = sep + text
		}
		following := nextLine(src, lineEnd(src, at.end))
		if p.shape == blocks || p.shape == below || p.shape == fence || !p.tight {
			if following < len(src) && len(bytes.TrimSpace(src[following:lineEnd(src, following)])) > 0 {
				text += end
			}
		}
	}
	f.edits = append(f.edits, edit{p.def.slot, at, text})
}

// withBreak widens a span of whole lines by the end of its last line, and by
// a blank line after it when one stands before as well, as where it was put.
func (f *filling) withBreak(s span) span {
	src, end := f.doc.src, f.doc.end
	last := lineEnd(src, s.end)
	s.end = nextLine(src, last)
	if s.end == len(src) && !bytes.HasSuffix(src, []byte("\n")) && s.start > 0 {
		s.start-- // the last line has no end: take the one before
		if s.start > 0 && src[s.start-1] == '\r' {
			s.start--
		}
		return s
	}
	if s.start == 0 || !bytes.HasPrefix(src[s.end:], []byte(end)) || string(src[last:s.end]) != end {
		return s
	}
	if len(bytes.TrimSpace(src[lineStart(src, s.start-1):s.start])) == 0 {
		s.end += len(end)
	}
	return s
}

// apply makes the edits, and writes the bookkeeping.
func (f *filling) apply() []byte {
	src := f.doc.src
	for slot, e := range f.next {
		if e.hash == "" && len(e.items) == 0 {
			delete(f.next, slot)
		}
	}
	comment := native(record{entries: f.next}.text(), f.doc.end)
	tail := ""
	switch {
	case len(f.next) == 0:
	case f.doc.Tracked():
		if string(src[f.doc.record.at.start:f.doc.record.at.end]) != comment {
			f.edits = append(f.edits, edit{"", f.doc.record.at, comment})
		}
	default:
		if !bytes.HasSuffix(src, []byte("\n")) {
			tail = f.doc.end
		}
		tail += f.doc.end + comment + f.doc.end
	}
	slices.SortStableFunc(f.edits, func(a, b edit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end
	})
	var out bytes.Buffer
	at := 0
	for _, e := range f.edits {
		if e.start < at {
			continue // found by lost
		}
		out.Write(src[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(src[at:])
	out.WriteString(tail)
	return out.Bytes()
}
