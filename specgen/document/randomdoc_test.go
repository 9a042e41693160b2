package document_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Who a byte of a document belongs to.
const (
	fixed     = 'T'  // the template's, outside of any slot
	holder    = 'P'  // the template's, in a slot: to be replaced
	typed     = 'H'  // a person's
	generated = 'G'  // the tool's
	cutMark   = 0x80 // a person took something away right before this byte
)

// An owned document is a text, and whose each of its bytes is.
type owned struct {
	src   []byte
	own   []byte
	wrote map[string]bool // what the tool wrote, without white space around it
}

func (o *owned) add(text string, who byte) {
	o.src = append(o.src, text...)
	o.own = append(o.own, strings.Repeat(string(rune(who)), len(text))...)
}

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

// A writer writes a random document.
type writer struct {
	*rand.Rand
	owned
	n int // of the next text that is nowhere else
}

func (w *writer) text(format string, args ...any)   { w.add(fmt.Sprintf(format, args...), fixed) }
func (w *writer) holder(format string, args ...any) { w.add(fmt.Sprintf(format, args...), holder) }

func (w *writer) word() string {
	w.n++
	return fmt.Sprintf("%s%d", pick(w.Rand, "prose", "größe", "日本語", "note", "naïve", "🙂 emoji", "a_b", "x*y*"), w.n)
}

// randomDoc writes a template as some team might have it.
func randomDoc(rng *rand.Rand) owned {
	w := &writer{Rand: rng}
	if rng.IntN(12) == 0 {
		w.text("\ufeff")
	}
	switch rng.IntN(8) {
	case 0:
		w.text("---\ntitle: %s\nsummary: [a b]\n# Summary\nkind: spec\n---\n", w.word())
	case 1:
		w.text("+++\ntitle = \"%s\"\n## Summary\n+++\n\n", w.word())
	}
	w.title()
	w.header()
	for range 2 + rng.IntN(6) {
		if rng.IntN(3) == 0 {
			w.heading(2+rng.IntN(3), pick(rng, "Motivation", "Notes", "Background", "Summary of tests", "Annex", "Décisions"))
			w.junk()
			continue
		}
		w.section()
		if rng.IntN(5) == 0 {
			w.text("\n---\n")
		}
	}
	if rng.IntN(6) == 0 {
		w.src, w.own = trimEnd(w.src, w.own)
	}
	w.lineEnds()
	return w.owned
}

func trimEnd(src, own []byte) ([]byte, []byte) {
	n := len(strings.TrimRight(string(src), "\n"))
	return src[:n], own[:n]
}

// lineEnds makes all or some line ends CRLF.
func (w *writer) lineEnds() {
	kind := w.IntN(6)
	if kind > 1 {
		return
	}
	w.src, w.own = crlf(w.src, w.own, func() bool { return kind == 0 || w.IntN(4) == 0 })
}

func crlf(src, own []byte, which func() bool) (outSrc, outOwn []byte) {
	for i, c := range src {
		if c == '\n' && (i == 0 || src[i-1] != '\r') && which() {
			outSrc, outOwn = append(outSrc, '\r'), append(outOwn, own[i])
			own[i] &^= cutMark
		}
		outSrc, outOwn = append(outSrc, c), append(outOwn, own[i])
	}
	return outSrc, outOwn
}

func (w *writer) title() {
	switch w.IntN(6) {
	case 0:
		w.text("# Spec: ")
		w.holder("[Name of it]")
		w.text("\n\n")
	case 1:
		w.text("# ")
		w.holder("[Title]")
		w.text(" #\n\n")
	case 2:
		w.text("RFC 12: ")
		w.holder("<short name>")
		w.text("\n===\n\n")
	case 3:
		w.text("<!-- %s\n# Heading\n-->\n\n# ", w.word())
		w.holder("Title")
		w.text("\n\n")
	}
}

var headLabels = []string{"Spec ID", "GitHub Issue", "Status", "Author", "Created", "Last Updated", "Date", "Owner"}

func (w *writer) header() {
	kind := w.IntN(6)
	if kind == 4 {
		w.text("| Field | Value |\n|:--|---|\n")
	}
	for _, l := range headLabels {
		if w.IntN(3) == 0 {
			continue
		}
		value := pick(w.Rand, "[Name]", "YYYY-MM-DD", "SPEC-XXXX", "[#XXX](https://example.org/issues/XXX)", "TBD", "", "Draft | In Review")
		if kind == 4 {
			value = strings.ReplaceAll(value, "|", "/")
		}
		switch kind {
		case 0:
			w.text("**%s**: ", l)
			w.holder("%s", value)
			w.text("  \n")
		case 1:
			w.text("- **%s:** ", l)
			w.holder("%s", value)
			w.text("\n")
		case 2:
			w.text("%s: ", l)
			w.holder("%s", value)
			w.text("\n")
		case 3:
			w.text("* __%s__:\t", l)
			w.holder("%s", value)
			w.text("\n")
		case 4:
			w.text("| **%s** | ", l)
			w.holder("%s", value)
			w.text(" |\n")
		}
	}
	w.text("\n")
	if w.IntN(3) == 0 {
		w.text("%s\n\n", w.word())
	}
}

func (w *writer) heading(level int, name string) {
	w.text("\n")
	if level <= 2 && w.IntN(5) == 0 {
		w.text("%s\n%s\n\n", name, strings.Repeat(pick(w.Rand, "=", "-"), 3+w.IntN(5)))
		return
	}
	w.text("%s %s%s%s\n", strings.Repeat("#", level), pick(w.Rand, "", "", "", "3.2 ", "🚀 ", "1) "), name, pick(w.Rand, "", "", " ##", " "))
	if w.IntN(4) > 0 {
		w.text("\n")
	}
}

// junk writes what belongs to nobody but the template's author.
func (w *writer) junk() {
	x := w.word()
	w.text("%s", pick(w.Rand,
		x+" and more.\n", "```\n# Summary\n\n[a b] "+x+"\n```\n", "~~~~md\n## Rollback Plan\n~~~\n"+x+"\n~~~~\n",
		"<!-- "+x+"\n\n## Summary\n\n-->\n", "> ## Summary\n> "+x+"\n", "- a\n  - "+x+"\n    - c\n\n      d\n- [x] e\n",
		"<details><summary>"+x+"</summary>\n\n"+x+"\n\n</details>\n", "<div>\n# "+x+"\n</div>\n", "    # "+x+"\n", "\t# "+x+"\n",
		"[ref"+x+"]: https://example.org\n\nSee "+x+".[^1]\n\n[^1]: a footnote\n", "| k | v |\n|---|--:|\n| "+x+" | y\\|z |\n",
		"1. "+x+"\n2. b\n\n   c\n", "***\n"+x+"\n***\n", x+"  \nhard\\\nbreak\n", "<!-- "+x+" -->\n", "Term\n: "+x+"\n",
	))
}

// section writes a section that has a slot.
func (w *writer) section() {
	level := 2 + w.IntN(3)
	switch w.IntN(14) {
	case 0, 1:
		w.heading(level, pick(w.Rand, "Summary", "Overview", "TL;DR", "Abstract"))
		w.body(func() { w.holder("[1-2 sentence description]") })
	case 2:
		w.heading(level, pick(w.Rand, "OpenTofu/Terramate Changes", "Terraform changes", "Planned Changes"))
		w.changes()
	case 3:
		w.heading(level, "Impact Assessment")
		w.impact()
	case 4:
		w.heading(level, pick(w.Rand, "Open Clarifications", "Open Questions"))
		if w.IntN(2) == 0 {
			w.text("<!-- %s -->\n", w.word())
		}
		w.holder("- [NEEDS CLARIFICATION: Example question?]")
		w.text("\n")
	case 5:
		w.heading(level, pick(w.Rand, "Architecture Diagram", "Diagram"))
		w.body(func() { w.holder("```\n[ASCII or mermaid diagram]\n```") })
	case 6:
		w.heading(level, "State Management")
		w.state()
	case 7, 8:
		w.heading(level, pick(w.Rand, "Key Entities", "Prerequisites", "Dependent Systems", "Rollback Plan", "Rollback"))
		w.list()
	case 9:
		w.heading(level, pick(w.Rand, "Cost Impact", "Costs"))
		w.cost()
	case 10:
		w.heading(level, pick(w.Rand, "Phase 2: Apply", "Deployment"))
		w.text("- [ ] Apply to dev first %s\n- [ ] Verify\n", w.word())
	case 11, 12:
		w.heading(level, pick(w.Rand, "Review Checklist", "Security & Compliance", "Validation Checklist"))
		w.text("- [ ] IAM policies follow least privilege %s\n* [ ] `tofu validate` passes\n  - [ ] Encryption at rest\n\n- [ ] Rollback plan is tested\n", w.word())
	case 13:
		w.heading(level, "References")
		w.text("- Related: x\n- Existing stack reference: ")
		w.holder("[opentofu/eks/init/]")
		w.text("\n- External: %s\n", w.word())
	}
	if w.IntN(4) == 0 {
		w.text("\n### %s\n\n", w.word())
		w.junk()
	}
}

// body writes a slot's placeholder, with or without the author's own text
// around it.
func (w *writer) body(slot func()) {
	if w.IntN(4) == 0 {
		w.text("<!-- %s -->\n", w.word())
	}
	if w.IntN(4) == 0 {
		w.text("%s goes first.\n\n", w.word())
	}
	slot()
	w.text("\n")
	if w.IntN(4) == 0 {
		w.text("\n%s goes last.\n", w.word())
	}
}

func (w *writer) changes() {
	type table struct{ head, row string }
	t := pick(w.Rand,
		table{"| Stack | Action | Resources Affected |\n|-------|--------|---|\n", "| `a/` | Modify | VPC |"},
		table{"| Action | Owner | Stack | Details |\n|:-:|---|--:|:--|\n", "| Add | ops | b | c |"},
		table{"Stack | Action\n--- | ---\n", "x | y"},
		table{"| Component | Change | Notes | Approved |\n|---|---|---|---|\n", "| TBD | TBD | TBD | TBD |"},
	)
	w.text("%s", t.head)
	if w.IntN(4) > 0 {
		w.holder("%s", t.row)
		w.text("\n")
	}
	if w.IntN(3) == 0 {
		w.text("\n%s below the table.\n", w.word())
	}
}

func (w *writer) cost() {
	w.text("| Resource | Notes | Monthly Cost |\n|---|---|---|\n")
	w.holder("| EC2 | spot | $X |\n| **Total Delta** | | **$X** |")
	w.text("\n")
	if w.IntN(3) == 0 {
		w.text("\n%s\n", w.word())
	}
}

func (w *writer) impact() {
	labels := []string{"Blast Radius", "Rollback Complexity", "Downtime Required", "Cost Impact", "Mood"}
	asTable := w.IntN(3) > 0
	if asTable {
		w.text("| Aspect | Assessment |\n|---|---|\n")
	}
	for _, l := range labels {
		if w.IntN(4) == 0 {
			continue
		}
		who := byte(holder)
		if l == "Mood" {
			who = fixed
		}
		if asTable {
			w.text("| **%s** | ", l)
			w.add("[What could break?]", who)
			w.text(" |\n")
			continue
		}
		w.text("- **%s**: ", l)
		w.add("None / Some / All", who)
		w.text("\n")
	}
}

func (w *writer) state() {
	for _, l := range []string{"Backend", "State Lock", "Migration Required", "Moon"} {
		if w.IntN(4) == 0 {
			continue
		}
		w.text("%s **%s**: ", pick(w.Rand, "-", "*", "1."), l)
		if l == "Moon" {
			w.text("full\n")
			continue
		}
		w.holder("%s", pick(w.Rand, "S3 (existing)", "Yes / No", "[unknown yet]"))
		w.text("\n")
		if w.IntN(3) == 0 {
			w.text("\n")
		}
	}
}

func (w *writer) list() {
	mark := pick(w.Rand, "- ", "* ", "1. ", "- [ ] ", "  - ")
	if w.IntN(3) == 0 {
		w.text("%s%s stays\n", mark, w.word())
	}
	w.holder("%s[Something to say]\n%s[More of it]", mark, mark)
	w.text("\n")
	if w.IntN(3) == 0 {
		w.text("%s%s stays too\n", mark, w.word())
	}
}
