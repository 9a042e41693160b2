package document

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

var (
	atx = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+`) })
	// kinds are words before a title's colon that name the kind of document.
	kinds = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?i)[\pL /-]*\b(?:spec|specification|rfc|change|proposal|request|design|adr|plan|infrastructure)\b[\pL\d /-]*(?:: +| [—–-]+ +)`)
	})
	closing = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[ \t]+#*[ \t]*$|[ \t]*$`) })
)

// generic are headings that only say that a title goes there.
var generic = []string{"title", "name", "untitled", "change title", "change name", "title of the change", "name of the change", "spec title", "document title"}

// title finds the change's name in the first heading: a placeholder in it,
// the text behind "Spec: ", or the whole text where it only says that a title
// goes there. Another heading's whole text is the title only once Fill has
// written it.
func (f *finder) title(d definition) (place, bool) {
	if len(f.sections) < 2 || f.sections[1].level > 2 || f.names(1) {
		return place{}, false
	}
	head := f.sections[1].head
	line := string(f.src[head.start:min(lineEnd(f.src, head.start), head.end)])
	from := len(atx().FindString(line))
	var to int
	if from > 0 {
		to = from + len(line[from:]) - len(closing().FindString(line[from:]))
	} else if h := head.node.(*ast.Heading); h.Lines().Len() > 1 {
		return place{}, false // an underlined heading of several lines
	} else {
		to = len(strings.TrimRight(line, " \t"))
		from = len(line) - len(strings.TrimLeft(line, " \t"))
	}
	if to < from {
		to = from
	}
	p := place{by: "first heading", shape: inline, section: 1}
	add := func(from, to int) {
		p.others = append(p.others, span{head.start + from, head.start + to})
	}
	name := line[from:to]
	if m := firstPlaceholder(name); m != nil {
		add(from+m[0], from+m[1])
	}
	if m := kinds().FindString(name); m != "" {
		add(from+len(m), to)
	}
	known := len(p.others) > 0 || slices.Contains(generic, normal(name)) || slices.Contains(d.headings, normal(name))
	if _, ok := f.record.entries[Title]; !known && !ok {
		return place{}, false
	}
	add(from, to)
	p.home = p.others[0]
	return p, true
}

// names tells whether a section's heading is that of another slot.
func (f *finder) names(i int) bool {
	return slices.ContainsFunc(f.defs, func(d definition) bool {
		return d.slot != Title && slices.ContainsFunc(d.headings, func(n string) bool {
			return f.sections[i].title == n || f.sections[i].after == n
		})
	})
}

// A task is an item of a checklist.
type task struct {
	section int
	item
	words string // of its first line, as normal gives them, with a space at both ends
	known bool   // its section is called a checklist
}

// checklistItem finds the checklist's item that speaks of a hint's matter.
func (f *finder) checklistItem(d definition) (place, bool) {
	if f.tasks == nil {
		f.tasks = f.allTasks()
	}
	for i, phrase := range d.words {
		for _, t := range f.tasks {
			if (t.known || i < d.aliased) && strings.Contains(t.words, " "+phrase+" ") {
				return f.under(t.section, t.item), true
			}
		}
	}
	return place{}, false
}

// allTasks lists the items with a box.
func (f *finder) allTasks() []task {
	out := []task{}
	for i := range f.sections {
		known := f.isChecklist(i)
		for _, b := range f.sections[i].blocks {
			if b.node.Kind() != ast.KindList {
				continue
			}
			for _, it := range itemsOf(f.src, b.node, b.end) {
				if it.ticked == 0 {
					continue
				}
				first := string(f.src[it.textFrom:max(it.textFrom, min(lineEnd(f.src, it.textFrom), it.end))])
				out = append(out, task{i, it, " " + normal(first) + " ", known})
			}
		}
	}
	return out
}

// under is the place for items under an item.
func (f *finder) under(section int, it item) place {
	p := place{by: "checklist item", shape: hint, section: section, home: span{it.end, it.end}, tight: true, indent: it.content}
	p.style = &listStyle{indent: strings.Repeat(" ", it.content), bullet: "-"}
	return p
}

// isChecklist tells whether a section, or one that it is part of, is a
// checklist for reviewers.
func (f *finder) isChecklist(i int) bool {
	level := pseudoLevel + 1
	for ; i > 0; i-- {
		s := f.sections[i]
		if s.level >= level {
			continue
		}
		level = s.level
		if slices.ContainsFunc([]string{"checklist", "security", "compliance", "review", "validation"}, func(w string) bool {
			return strings.Contains(s.title, w)
		}) {
			return true
		}
	}
	return false
}
