package document

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A place is where a document has a slot.
type place struct {
	def     definition
	by      string // what tells that it is there
	shape   shape  // def's, or blocks where a section stands in for a label or a table
	section int    // index into the sections
	home    span   // the slot while nothing tells otherwise; empty where text is to be inserted
	units   []span // any run of these may be the slot as it was written
	others  []span // further spans that may be it
	tight   bool   // an insertion needs no blank line before it
	cell    bool   // the value is a table's cell
	indent  int    // of the lines after the first; for multiline
	nested  bool   // blocks may follow a multiline's first line
	table   table  // for rows
	cols    []int  // for rows
	style   *listStyle
}

// follows tells whether there is text below the place.
func (p place) follows() bool {
	return len(p.units) > 0 && p.units[len(p.units)-1].start >= p.home.end
}

// A finder looks for slots in an outline.
type finder struct {
	src      []byte
	sections []section
	labels   []label
	record   record
	defs     []definition
	taken    []span
	tasks    []task // of all checklists; found when first asked for
}

// find returns the places of all slots that the document has.
func (f *finder) find(defs []definition) []place {
	var out []place
	f.defs = defs
	for _, d := range defs {
		var p place
		ok := false
		switch {
		case d.slot == Title:
			if p, ok = f.title(d); !ok {
				p, ok = f.labelled(d)
			}
		case d.shape == hint:
			p, ok = f.checklistItem(d)
		default:
			if len(d.labels) > 0 {
				p, ok = f.labelled(d)
			}
			if !ok && len(d.headings) > 0 {
				p, ok = f.headed(d)
			}
			if !ok && d.columns != nil {
				p, ok = f.anyTable(d)
			}
		}
		if !ok {
			continue
		}
		p.def = d
		if p.by == "" {
			p.by = "columns"
		}
		if p.home.start != p.home.end {
			f.taken = append(f.taken, p.home)
		}
		out = append(out, p)
	}
	return out
}

// free tells whether no slot has claimed a part of s yet.
func (f *finder) free(s span) bool {
	for _, t := range f.taken {
		if s.start < t.end && t.start < s.end || s == t {
			return false
		}
	}
	return true
}

// headSections is how many sections may hold the header's labels.
const headSections = 3

func (f *finder) labelled(d definition) (place, bool) {
	head := slices.Contains([]Slot{Title, SpecID, Issue, Status, Author, Created, Updated}, d.slot)
	for _, name := range d.labels {
		for _, l := range f.labels {
			if l.name != name || head && l.section >= headSections || !f.free(l.value) {
				continue
			}
			p := place{by: `label "` + l.name + `"`, shape: d.shape, section: l.section, home: l.value, cell: l.cell}
			if d.shape == multiline && l.last && !l.cell {
				f.extend(&p, l)
			}
			return p, true
		}
	}
	return place{}, false
}

// extend lets a multiline slot reach beyond its label's line: over the rest
// of the list item, or over the blocks after the paragraph.
func (f *finder) extend(p *place, l label) {
	blks := f.sections[l.section].blocks
	if l.item != nil {
		p.nested, p.indent = true, l.item.content
		p.home.end = max(p.home.end, l.item.end)
		for at := p.home.start; at < l.item.end; at = nextLine(f.src, lineEnd(f.src, at)) {
			p.others = append(p.others, span{p.home.start, min(lineEnd(f.src, at), l.item.end)})
		}
		return
	}
	if l.block >= len(blks) || blks[l.block].end != p.home.end {
		return
	}
	p.nested = true
	for _, b := range blks[l.block+1:] {
		p.others = append(p.others, span{p.home.start, b.end})
	}
}

// headed finds a slot by its section's heading.
func (f *finder) headed(d definition) (place, bool) {
	for _, name := range d.headings {
		for i, s := range f.sections {
			if i == 0 || s.title != name && s.after != name {
				continue
			}
			if p, ok := f.inSection(d, i); ok && (p.home.start == p.home.end || f.free(p.home)) {
				return p, true
			}
		}
	}
	return place{}, false
}

// content returns the blocks of a section that count as its text: no rules
// and no comments.
func (f *finder) content(i int) []block {
	var out []block
	for _, b := range f.sections[i].blocks {
		if b.node.Kind() == ast.KindThematicBreak || f.isComment(b) || b.node.Kind() == ast.KindLinkReferenceDefinition {
			continue
		}
		out = append(out, b)
	}
	return out
}

func (f *finder) isComment(b block) bool {
	return b.node.Kind() == ast.KindHTMLBlock && bytes.HasPrefix(bytes.TrimSpace(f.src[b.start:b.end]), []byte("<!--"))
}

// bottom returns where text can be added at the end of a section, and whether
// it may follow without a blank line.
func (f *finder) bottom(i int) (int, bool) {
	s := f.sections[i]
	at, tight := s.head.end, false
	for _, b := range s.blocks {
		if b.node.Kind() == ast.KindThematicBreak {
			break
		}
		if f.isRecord(b) {
			continue
		}
		at, tight = b.end, f.isComment(b)
	}
	return at, tight
}

func (f *finder) isRecord(b block) bool {
	return b.start < f.record.at.end && b.end > f.record.at.start
}

// inSection finds the slot in a section that is known to be its own.
func (f *finder) inSection(d definition, i int) (place, bool) {
	p := place{by: `heading "` + f.sections[i].title + `"`, shape: d.shape, section: i}
	content := f.content(i)
	for _, b := range content {
		p.units = append(p.units, b.span)
	}
	at, tight := f.bottom(i)
	p.home, p.tight = span{at, at}, tight
	switch d.shape {
	case inline, multiline, blocks:
		p.shape = blocks
		f.homeBlocks(&p, content)
	case fence:
		f.homeFence(&p, content)
	case rows:
		return f.homeRows(p, d, content)
	case items:
		f.homeItems(&p, content)
	case questions:
		for _, b := range content {
			if b.node.Kind() == ast.KindList {
				p.home, p.tight = span{b.end, b.end}, true
			}
		}
	case below:
		return f.homeBelow(p, d, content)
	}
	return p, true
}

// homeBlocks chooses the blocks that ask to be replaced, else all of them.
func (f *finder) homeBlocks(p *place, content []block) {
	if len(content) == 0 {
		return
	}
	p.home = span{content[0].start, content[len(content)-1].end}
	for i, b := range content {
		if !f.asks(b.span) {
			continue
		}
		end := i
		for end+1 < len(content) && f.asks(content[end+1].span) {
			end++
		}
		p.home = span{b.start, content[end].end}
		return
	}
}

// asks tells whether a text asks to be replaced: it holds a placeholder, or is
// one, or is nothing but a sentence in italics, as guidance is written.
func (f *finder) asks(s span) bool {
	text := string(f.src[s.start:s.end])
	return holdsPlaceholder(text) || isPlaceholder(text) || italics().MatchString(strings.TrimSpace(text))
}

func (f *finder) homeFence(p *place, content []block) {
	for _, b := range content {
		if b.node.Kind() == ast.KindFencedCodeBlock || b.node.Kind() == ast.KindCodeBlock {
			p.home = b.span
			return
		}
	}
	for _, b := range content {
		if f.asks(b.span) {
			p.home = b.span
			return
		}
	}
}

func (f *finder) homeRows(p place, d definition, content []block) (place, bool) {
	for _, b := range content {
		if b.node.Kind() != kindTable {
			continue
		}
		t := readTable(f.src, b.span)
		if cols := columnsOf(t.header, d.columns); cols != nil && (d.slot != CostTable || slices.Contains(cols, 1)) {
			return rowsPlace(p, t, cols), true
		}
	}
	if len(content) > 0 && content[0].node.Kind() == kindTable {
		return p, false // a table for something else
	}
	p.shape = blocks
	f.homeBlocks(&p, content)
	return p, true
}

func rowsPlace(p place, t table, cols []int) place {
	p.shape, p.table, p.cols, p.units, p.tight = rows, t, cols, t.rows, true
	p.home = span{t.after, t.after}
	if len(t.rows) > 0 {
		p.home = span{t.rows[0].start, t.rows[len(t.rows)-1].end}
	}
	return p
}

// anyTable finds a table by its columns alone.
func (f *finder) anyTable(d definition) (place, bool) {
	for i, s := range f.sections {
		for _, b := range s.blocks {
			if b.node.Kind() != kindTable {
				continue
			}
			t := readTable(f.src, b.span)
			if !slices.ContainsFunc(d.columns[0].names[:2], func(n string) bool { return slices.Contains(t.header, n) }) {
				continue // a surer name is asked for where no heading tells
			}
			if cols := columnsOf(t.header, d.columns); cols != nil && (d.slot != CostTable || slices.Contains(cols, 1)) {
				p := rowsPlace(place{section: i}, t, cols)
				return p, p.home.start == p.home.end || f.free(p.home)
			}
		}
	}
	return place{}, false
}

// homeItems chooses the list items that ask to be replaced; where none does,
// the end of the list.
func (f *finder) homeItems(p *place, content []block) {
	for _, b := range content {
		if b.node.Kind() != ast.KindList {
			continue
		}
		list := itemsOf(f.src, b.node, b.end)
		if len(list) == 0 {
			return
		}
		p.units = nil
		for _, it := range list {
			p.units = append(p.units, it.span)
		}
		style := styleOf(list[len(list)-1]).next()
		p.home, p.tight, p.style = span{b.end, b.end}, true, &style
		for i, it := range list {
			if !f.asks(span{it.textFrom, it.end}) {
				continue
			}
			end := i
			for end+1 < len(list) && f.asks(span{list[end+1].textFrom, list[end+1].end}) {
				end++
			}
			p.home = span{it.start, list[end].end}
			return
		}
		return
	}
	for _, b := range content {
		if f.asks(b.span) {
			p.home = b.span
			return
		}
	}
}

// homeBelow puts the slot below the section's table or list.
func (f *finder) homeBelow(p place, d definition, content []block) (place, bool) {
	want := ast.KindList
	if d.slot != Apply {
		want = kindTable
	}
	for i, b := range content {
		if b.node.Kind() == want {
			p.home, p.tight = span{b.end, b.end}, false
			if d.slot != Apply { // whose list may be the tool's
				p.units = p.units[i+1:]
			}
			return p, true
		}
	}
	if d.slot == Apply {
		return p, true
	}
	// The table will stand where a placeholder stands now.
	for _, b := range content {
		if f.asks(b.span) {
			p.home, p.tight = span{b.end, b.end}, false
			return p, true
		}
	}
	return p, false
}
