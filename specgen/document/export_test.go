package document

import (
	"bytes"
	"slices"
)

// A Step is one edit that Fill makes, as offsets into the document before it.
type Step struct {
	Slot       Slot
	Start, End int
	Text       string
}

// FillTraced is Fill, and the edits of each of its rounds in the order of
// their offsets.
func (d *Document) FillTraced(fragments map[Slot]string, opts ...Option) ([]byte, [][]Step) {
	var all [][]Step
	out, _, f := d.fill(fragments, opts...)
	if f == nil {
		return out, nil
	}
	trace := func(f *filling, src, out []byte) {
		var steps []Step
		at := 0
		for _, e := range f.edits {
			if e.start >= at {
				steps = append(steps, Step{e.slot, e.start, e.end, e.text})
				at = e.end
			}
		}
		end := len(src) // the first bookkeeping is put behind everything
		for _, s := range steps {
			end += len(s.Text) - (s.End - s.Start)
		}
		if end < len(out) {
			steps = append(steps, Step{"", len(src), len(src), string(out[end:])})
		}
		all = append(all, slices.Clip(steps))
	}
	trace(f, d.src, out)
	for range rounds {
		p := Parse(out, d.aliases)
		next, _, n := p.fill(fragments, f.again)
		if bytes.Equal(next, out) || n == nil {
			break
		}
		trace(n, out, next)
		out = next
	}
	return out, all
}

// RecordAt returns where the bookkeeping lies.
func RecordAt(src []byte) (start, end int) {
	r := readRecord(src)
	return r.at.start, r.at.end
}
