package document

import (
	"bytes"
	"maps"
	"slices"
	"strings"
)

// An Option changes how Fill takes a document.
type Option func(*filling)

// AsTemplate says that the document is a template: what its slots hold was
// written to be replaced.
func AsTemplate() Option { return func(f *filling) { f.fresh = true } }

// Against gives the template that the document came from: a slot that still
// holds the template's text may be written.
func Against(template *Document) Option {
	return func(f *filling) {
		f.from = template.text(span{0, len(template.src)})
		for _, s := range template.Slots() {
			f.template[s.Slot] = s.Text
		}
		for _, p := range template.places {
			if p.shape == questions {
				for _, it := range template.itemsIn(p) {
					f.samples[it.hash] = true
				}
			}
		}
	}
}

// filling is one run of Fill.
type filling struct {
	doc      *Document
	fresh    bool // the document is a template
	grown    bool // it was one before this run
	template map[Slot]string
	from     string          // the template's whole text
	samples  map[string]bool // hashes of the template's sample questions
	banned   map[Slot]bool   // slots whose text would not be found again
	edits    []edit
	results  Results
	next     map[Slot]entry
}

// Fill writes fragments into the slots and returns the new document. A slot
// without a fragment, or with one that the document has no place for, is left
// as it is; an empty fragment takes away what was written before. Filling the
// result again with the same fragments changes nothing, and a document without
// slots is returned as it is.
//
// In Clarifications and the hint slots each item counts by itself: an item
// that is no longer in the fragment is taken away, unless a person has touched
// it, and one that a person took away or rewrote does not come back.
func (d *Document) Fill(fragments map[Slot]string, opts ...Option) ([]byte, Results) {
	out, results, f := d.fill(fragments, opts...)
	if f == nil {
		return out, results
	}
	// What was written can make room for more, such as a table for the text
	// below it: go on until nothing changes.
	for range rounds {
		next, more, _ := Parse(out, d.aliases).fill(fragments, f.again)
		if bytes.Equal(next, out) {
			break
		}
		out = next
		for _, r := range more.In(Written) {
			for i := range results {
				if results[i].Slot == r.Slot {
					results[i].State, results[i].Fresh = Written, r.Fresh
				}
			}
		}
	}
	return out, results
}

// again makes a further round of the same run.
func (f *filling) again(next *filling) {
	next.template, next.from, next.samples, next.grown = f.template, f.from, f.samples, f.fresh
}

// rounds bounds how often Fill goes over its own result.
const rounds = 3

// fill is one round of Fill, and the run that it came from; nil when nothing
// could be written.
func (d *Document) fill(fragments map[Slot]string, opts ...Option) ([]byte, Results, *filling) {
	banned := map[Slot]bool{}
	for range len(definitions) {
		f := &filling{
			doc: d, template: map[Slot]string{}, samples: map[string]bool{}, banned: banned,
			next: maps.Clone(d.record.entries),
		}
		for _, o := range opts {
			o(f)
		}
		out := f.run(fragments)
		lost := f.lost(out)
		if len(lost) == 0 {
			return out, f.results, f
		}
		banned[f.first(lost)] = true // it may have broken the others as well
	}
	return d.src, nil, nil
}

func (f *filling) run(fragments map[Slot]string) []byte {
	if len(f.doc.places) == 0 {
		f.results = missing(fragments, nil)
		return f.doc.src
	}
	for _, p := range f.doc.places {
		fragment, ok := fragments[p.def.slot]
		if p.shape == questions || p.shape == hint {
			f.fillEach(p, fragment, ok)
			continue
		}
		f.fillWhole(p, fragment, ok)
	}
	f.holdDate()
	f.results = missing(fragments, f.results)
	return f.apply()
}

// fillWhole fills a slot that is one text.
func (f *filling) fillWhole(p place, fragment string, ok bool) {
	d, slot := f.doc, p.def.slot
	at, own := d.region(p)
	now := d.text(at)
	r := Result{Slot: slot, State: Idle, Line: d.line(at.start), Heading: d.heading(p.section), By: p.by, Was: now}
	defer func() { f.results = append(f.results, r) }()
	known := d.record.entries[slot].hash != ""
	if ok && !own && !known && p.shape != inline && p.shape != multiline {
		// The bookkeeping is lost, but what the tool says is still there.
		if s, same := f.saysAlready(p, fragment); same {
			at, own, now = s, true, d.text(s)
			r.Was = now
		}
	}
	if !own {
		own = f.mayWrite(p, now)
	}
	if !ok || f.banned[slot] {
		if own && f.fresh && p.shape != rows {
			f.next[slot] = entryOf(unticked(p, now))
		}
		if ok {
			r.State, r.Why = Stayed, "the text would not stand as it should in this place"
		}
		return
	}
	fresh := f.fit(p, at, fragment)
	r.Fresh = fresh
	bare, ticks := now, map[string]byte(nil)
	if p.shape == items {
		bare, ticks = untick(now)
	}
	switch {
	case fresh == bare:
		r.State = Unchanged
		f.next[slot] = entryOf(fresh)
		return
	case !own:
		r.State, r.Why = Stayed, "it was edited"
		return
	case p.shape == below && !known && !f.fresh && !f.grown && p.follows() && at == p.home && fresh != "":
		r.State, r.Why = Stayed, "there is other text in its place"
		return
	case fresh == "" && (p.shape == inline || p.shape == multiline || p.def.shape == rows || at.start == at.end):
		return
	case fresh == "" && d.record.entries[slot].hash == "":
		return // the template's text is better than nothing
	}
	text, all := retick(fresh, ticks)
	if !all {
		r.State, r.Why = Stayed, "an item that is ticked would go"
		return
	}
	if f.cramped(p, at) {
		r.State, r.Why = Stayed, "there is text right below its place"
		return
	}
	r.State = Written
	f.next[slot] = entryOf(fresh)
	if p.def.shape == rows && p.shape == blocks { // it will be a table's rows next time
		f.next[slot] = entryOf(tableBody(fresh))
	}
	f.put(p, at, text)
}

// saysAlready returns where the fragment stands in a slot that nothing is
// known of.
func (f *filling) saysAlready(p place, fragment string) (span, bool) {
	starts := []span{p.home}
	if p.shape == items { // which item is the first decides how they are written
		starts = append(starts, p.units...)
	}
	for _, at := range starts {
		if s, ok := f.doc.search(p, entryOf(f.fit(p, at, fragment))); ok && s.start < s.end {
			return s, true
		}
	}
	return span{}, false
}

func unticked(p place, s string) string {
	if p.shape == items {
		s, _ = untick(s)
	}
	return s
}

// mayWrite tells whether text that Fill did not write may be replaced.
func (f *filling) mayWrite(p place, now string) bool {
	if f.fresh {
		return true
	}
	if e, ok := f.doc.record.entries[p.def.slot]; ok && e.hash != "" {
		return false
	}
	if now == "" {
		return true
	}
	if t, ok := f.template[p.def.slot]; ok { // what differs from it is a person's, whatever it looks like
		return t == now
	}
	return f.doc.untouched() && isPlaceholder(strings.TrimLeft(now, "-*+ []")) &&
		(f.from == "" || strings.Contains(f.from, now)) // in another place
}

// fit brings a fragment into the form that its place asks for.
func (f *filling) fit(p place, at span, fragment string) string {
	switch p.shape {
	case inline, multiline:
		text := oneLine(fragment)
		if p.shape == multiline {
			if p.nested {
				return indent(trimLines(fragment), p.indent)
			}
			text = firstParagraph(fragment)
			if text != oneLine(fragment) {
				text = strings.TrimSuffix(text, ":")
			}
		}
		if p.cell {
			text = cellText(text)
		}
		return text
	case rows:
		return fitRows(fragment, p.table, p.cols, p.def.columns)
	case items:
		contents := fragmentItems(fragment)
		style := listStyle{bullet: "-", task: strings.Contains(fragment, "- [ ] ")}
		if _, mark, _ := marker(trimLines(fragment)); len(mark) > 1 {
			style = listStyle{number: 1, paren: "."}
		}
		if p.style != nil {
			style = *p.style
		}
		if it, ok := readItem(f.doc.src, at); ok && at.start < at.end {
			style = styleOf(it)
		}
		return style.render(contents)
	}
	return trimLines(fragment)
}

// cramped tells whether blocks cannot be put in at a place because a person's
// line follows without a blank line between.
func (f *filling) cramped(p place, at span) bool {
	if at.start != at.end || p.shape != blocks && p.shape != below && p.shape != fence {
		return false
	}
	src := f.doc.src
	next := nextLine(src, lineEnd(src, at.end))
	line := bytes.TrimSpace(src[next:lineEnd(src, next)])
	return len(line) > 0 && line[0] != '#' && !bytes.HasPrefix(line, []byte("---")) && !bytes.HasPrefix(line, []byte("<!--"))
}

// holdDate drops the edit of the date when nothing else changes.
func (f *filling) holdDate() {
	if len(f.edits) != 1 || f.edits[0].slot != Updated || f.fresh {
		return
	}
	f.edits = nil
	f.next[Updated] = f.doc.record.entries[Updated]
	if f.next[Updated].hash == "" {
		delete(f.next, Updated)
	}
	for i := range f.results {
		if f.results[i].Slot == Updated {
			f.results[i].State = Unchanged
		}
	}
}

// lost returns the slots that a next run would not know again: their text
// broke what is around it.
func (f *filling) lost(out []byte) []Slot {
	if len(f.edits) == 0 && bytes.Equal(out, f.doc.src) {
		return nil
	}
	again := Parse(out, f.doc.aliases)
	var lost []Slot
	touched := map[Slot]bool{}
	for _, e := range f.edits {
		touched[e.slot] = true
	}
	places := map[Slot]place{}
	for _, p := range again.places {
		places[p.def.slot] = p
	}
	for slot, e := range f.next {
		if !touched[slot] || f.banned[slot] {
			continue
		}
		p, ok := places[slot]
		if !ok {
			lost = append(lost, slot)
			continue
		}
		if e.hash != "" {
			if _, own := again.region(p); !own {
				lost = append(lost, slot)
			}
			continue
		}
		present := map[string]bool{}
		for _, it := range again.itemsIn(p) {
			present[it.hash] = true
		}
		for _, x := range f.edits {
			if x.slot == slot && x.text != "" && !f.allPresent(p, x.text, present) {
				lost = append(lost, slot)
				break
			}
		}
	}
	return lost
}

// first returns the one of some slots that is written first in the document.
func (f *filling) first(slots []Slot) Slot {
	for _, e := range f.edits { // sorted by apply
		if slices.Contains(slots, e.slot) {
			return e.slot
		}
	}
	return slots[0]
}

// missing adds a result for each fragment that the document has no slot for.
func missing(fragments map[Slot]string, results Results) Results {
	known := map[Slot]bool{}
	for _, r := range results {
		known[r.Slot] = true
	}
	for slot, text := range fragments {
		if !known[slot] {
			results = append(results, Result{Slot: slot, State: Missing, Fresh: text})
		}
	}
	order := ranks()
	slices.SortStableFunc(results, func(a, b Result) int { return order[a.Slot] - order[b.Slot] })
	return results
}
