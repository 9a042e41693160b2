package document

import (
	"bytes"
	"slices"
	"strings"
)

// A Document is a Markdown document and the slots found in it.
type Document struct {
	src      []byte
	end      string // line end
	sections []section
	places   []place
	record   record
	aliases  Aliases
}

// Parse finds the slots of a document. It takes any bytes: what is no
// Markdown has no slots.
func Parse(src []byte, aliases ...Aliases) *Document {
	d := &Document{src: src, end: eol(src), aliases: Aliases{}}
	for _, a := range aliases {
		for k, v := range a {
			d.aliases[k] = append(slices.Clone(d.aliases[k]), v...)
		}
	}
	defs := d.aliases.with()
	names := headed(defs)
	d.sections = outline(src, func(title string) bool { return names[title] })
	d.record = readRecord(src)
	f := &finder{src: src, record: d.record, sections: d.sections, labels: labels(src, d.sections)}
	d.places = f.find(defs)
	return d
}

// A Found is a slot that a document has.
type Found struct {
	Slot Slot
	// Line is where the slot starts, base 1.
	Line int
	// Heading is the section it is in, as written; empty before the first
	// heading.
	Heading string
	// Text is what it holds now, with "\n" line ends; empty where text would
	// be inserted.
	Text string
	// By is what the slot was found by, such as `heading "Rollback"`.
	By string
	// Written tells that Text is what Fill wrote last.
	Written bool
}

// Slots lists the slots that the document has, in the order of a spec.
func (d *Document) Slots() []Found {
	out := make([]Found, 0, len(d.places))
	for _, p := range d.places {
		at, own := d.region(p)
		out = append(out, Found{
			Slot: p.def.slot, Line: d.line(at.start), Heading: d.heading(p.section),
			Text: d.text(at), By: p.by, Written: own,
		})
	}
	return out
}

// Tracked tells whether Fill has written to the document before.
func (d *Document) Tracked() bool { return d.record.at.end > 0 }

// untouched tells whether nothing hints at an earlier run, not even a
// bookkeeping comment that somebody broke.
func (d *Document) untouched() bool { return !bytes.Contains(d.src, []byte(recordOpen)) }

func (d *Document) line(at int) int { return bytes.Count(d.src[:at], []byte("\n")) + 1 }

func (d *Document) heading(section int) string {
	h := d.sections[section].head
	line := string(d.src[h.start:min(h.end, lineEnd(d.src, h.start))])
	return strings.Trim(strings.TrimSpace(line), "#*_ \t")
}

// text returns the canonical text of a span.
func (d *Document) text(s span) string { return canonical(d.src[s.start:s.end], d.end) }

// region returns where a slot lies, and whether what it holds is what was
// written last.
func (d *Document) region(p place) (span, bool) {
	if e := d.record.entries[p.def.slot]; e.hash != "" {
		return d.search(p, e)
	}
	return p.home, false
}

// search returns where a slot holds what an entry tells of; its home when it
// is nowhere.
func (d *Document) search(p place, e entry) (span, bool) {
	if d.holds(p, p.home, e) {
		return p.home, true
	}
	for _, s := range p.others {
		if d.holds(p, s, e) {
			return s, true
		}
	}
	if p.def.slot == Title { // anywhere in the heading
		for _, whole := range p.others {
			for at := whole.start; at+e.length <= whole.end; at++ {
				if s := (span{at, at + e.length}); e.length > 0 && d.holds(p, s, e) {
					return s, true
				}
			}
		}
	}
	for i := range p.units {
		for j := i; j < len(p.units); j++ {
			s := span{p.units[i].start, p.units[j].end}
			if s.end-s.start > 2*e.length+2 {
				break
			}
			if d.holds(p, s, e) {
				return s, true
			}
		}
	}
	return p.home, false
}

// holds tells whether a span holds what an entry tells of.
func (d *Document) holds(p place, s span, e entry) bool {
	if size := s.end - s.start; size < e.length || size > 2*e.length+2 {
		return false
	}
	t := d.text(s)
	if p.shape == items {
		t, _ = untick(t)
	}
	if p.def.shape == rows && p.shape == blocks && strings.Contains(t, "|") {
		return false // rows whose table somebody took apart
	}
	return len(t) == e.length && hashOf(t) == e.hash
}
