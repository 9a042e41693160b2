package document

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A tracked item is one of a list whose items count one by one.
type trackedItem struct {
	item
	hash string // of the item as written, not indented
}

// itemsIn lists the items that a questions or hint slot may own.
func (d *Document) itemsIn(p place) []trackedItem {
	var out []trackedItem
	if p.shape == questions {
		for _, b := range d.sections[p.section].blocks {
			if b.node.Kind() == ast.KindList {
				out = append(out, d.tracked(itemsOf(d.src, b.node, b.end))...)
			}
		}
		return out
	}
	for _, b := range d.sections[p.section].blocks {
		if b.node.Kind() != ast.KindList || b.start > p.home.start || b.end < p.home.end {
			continue
		}
		for n := b.node.FirstChild(); n != nil; n = n.NextSibling() {
			at := lineStart(d.src, max(n.Pos(), 0))
			if at > p.home.start || trimBlank(d.src, at, p.home.end) != p.home.end {
				continue
			}
			if next := n.NextSibling(); next != nil && lineStart(d.src, next.Pos()) < p.home.end {
				continue
			}
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if c.Kind() != ast.KindList {
					continue
				}
				end := p.home.end
				if next := c.NextSibling(); next != nil {
					end = lineStart(d.src, max(next.Pos(), 0))
				}
				out = append(out, d.tracked(itemsOf(d.src, c, end))...)
			}
		}
	}
	return out
}

func (d *Document) tracked(list []item) []trackedItem {
	out := make([]trackedItem, len(list))
	for i, it := range list {
		out[i] = trackedItem{it, hashOf(dedent(d.text(it.span), len(it.indent)))}
	}
	return out
}

// fillEach fills a slot item by item.
func (f *filling) fillEach(p place, fragment string, ok bool) {
	d, slot := f.doc, p.def.slot
	r := Result{Slot: slot, State: Idle, Line: d.line(p.home.start), Heading: d.heading(p.section), By: p.by, Fresh: trimLines(fragment)}
	defer func() { f.results = append(f.results, r) }()
	if !ok {
		return
	}
	if f.banned[slot] {
		r.State, r.Why = Stayed, "the text would not stand as it should in this place"
		return
	}
	style := listStyle{bullet: "-"}
	if p.style != nil {
		style = *p.style
	}
	fresh := map[string]string{} // hash to the item as written
	var order []string
	for _, c := range fragmentItems(fragment) {
		text := listStyle{bullet: "-"}.render([]string{c})
		h := hashOf(text)
		if fresh[h] == "" {
			fresh[h] = strings.ReplaceAll(style.indent+text, "\n", "\n"+style.indent)
			order = append(order, h)
		}
	}
	ours := map[string]bool{}
	for _, h := range d.record.entries[slot].items {
		ours[h] = true
	}
	present, kept := map[string]bool{}, 0
	last := span{-1, -1}
	r.State = Unchanged
	var removals []span
	for _, it := range d.itemsIn(p) {
		sample := p.shape == questions && !ours[it.hash] && (f.fresh && f.doc.asksItem(it) || f.samples[it.hash])
		if _, still := fresh[it.hash]; still {
			present[it.hash] = true
			kept++
			last = it.span
			continue
		}
		if !ours[it.hash] && !sample || it.ticked != 0 && it.ticked != ' ' {
			kept++
			last = it.span
			continue
		}
		removals = append(removals, it.span)
		delete(ours, it.hash)
	}
	var add []string
	for _, h := range order {
		if !present[h] && !ours[h] {
			add = append(add, fresh[h])
		}
		ours[h] = true
	}
	f.next[slot] = entry{items: f.remember(slot, order, ours)}
	if len(add) == 0 && len(removals) == 0 {
		if len(present) < len(order) {
			r.Why = "a person took away or rewrote some"
		}
		return
	}
	r.State = Written
	text := strings.Join(add, "\n")
	switch {
	case text == "":
	case len(removals) > 0 && (kept == 0 || p.shape == hint): // in place of the first
		f.put(p, removals[0], text)
		removals = removals[1:]
	case last.start >= 0 && p.shape == questions:
		f.put(place{def: p.def, shape: p.shape, tight: true}, span{last.end, last.end}, text)
	default:
		f.put(p, p.home, text)
	}
	for _, s := range removals {
		f.put(p, s, "")
	}
}

// remember lists the hashes to keep, the older ones first.
func (f *filling) remember(slot Slot, order []string, ours map[string]bool) []string {
	var out []string
	for _, h := range slices.Concat(f.doc.record.entries[slot].items, order) {
		if ours[h] {
			out = append(out, h)
			delete(ours, h)
		}
	}
	return out
}

func (d *Document) asksItem(it trackedItem) bool {
	return holdsPlaceholder(string(d.src[it.textFrom:it.end]))
}

// allPresent tells whether every item of an edit's text is among those.
func (f *filling) allPresent(p place, text string, present map[string]bool) bool {
	width := 0
	if p.style != nil {
		width = len(p.style.indent)
	}
	for _, c := range fragmentItems(dedent(strings.Trim(canonical([]byte(text), f.doc.end), "\n"), width)) {
		if !present[hashOf(listStyle{bullet: "-"}.render([]string{c}))] {
			return false
		}
	}
	return true
}
