package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// MigrationText returns the verdict as terminal text: the answer, the
// reasons, what to do, and the blocks and commands ready to paste.
func MigrationText(r *analyzer.Report) string {
	v := r.Migration
	var b strings.Builder
	answer := strings.TrimSuffix("no"+limits(r), ".")
	switch {
	case v.Required:
		answer = "yes"
	case v.Undecided:
		answer = "undecided"
	}
	fmt.Fprintf(&b, "Migration required: %s\n", answer)
	for _, r := range v.Reasons {
		mark := ""
		if r.Undecided {
			mark = " (open)"
		}
		fmt.Fprintf(&b, "  %s%s: %s\n", name(r.Stack), mark, escape.Terminal(r.Text))
	}
	section := func(title string, n int) bool {
		if n > 0 {
			fmt.Fprintf(&b, "\n%s\n", title)
		}
		return n > 0
	}
	section("Same objects at new addresses:", len(v.Moves))
	for _, m := range v.Moves {
		from, to := m.From, m.To
		if m.FromStack != m.ToStack {
			from, to = strings.TrimPrefix(m.FromStack, "/")+":"+from, strings.TrimPrefix(m.ToStack, "/")+":"+to
		}
		fmt.Fprintf(&b, "  %s\n    -> %s  (%s: %s)\n", escape.Terminal(from), escape.Terminal(to), m.Confidence, escape.Terminal(m.Evidence[len(m.Evidence)-1].Text))
	}
	section("Only a person can say which becomes which:", len(v.Ambiguous))
	for _, g := range v.Ambiguous {
		fmt.Fprintf(&b, "  %s\n    -> %s\n    %s\n", escape.Terminal(strings.Join(g.From, ", ")), escape.Terminal(strings.Join(g.To, ", ")), escape.Terminal(g.Why))
	}
	done, idle := handledBy(v)
	section("Carried out by apply:", len(done))
	for _, h := range slices.Concat(done, idle) {
		if len(idle) > 0 && h == idle[0] {
			section("Blocks that do not do what they say:", 1)
		}
		text := h.Kind + " " + strings.TrimSpace(h.From)
		if h.To != "" {
			text += " -> " + h.To
		}
		if h.Implied {
			text += " (by itself, without a block)"
		}
		if h.Note != "" {
			text += ": " + h.Note
		}
		fmt.Fprintf(&b, "  %s\n", escape.Terminal(text))
	}
	section("To do:", len(v.Actions))
	for i, a := range v.Actions {
		fmt.Fprintf(&b, "  %d. %s: %s\n", i+1, name(a.Stack), escape.Terminal(a.Text))
	}
	section("Commands, at the project's root, in this order:", len(v.Commands))
	for _, c := range v.Commands {
		fmt.Fprintf(&b, "  %s\n", escape.Terminal(c.Line))
	}
	for _, stack := range slices.Sorted(maps.Keys(v.Blocks)) {
		if Replaces(v.Blocks[stack]) {
			fmt.Fprintf(&b, "\nIn place of the encryption block of %s:\n\n", name(stack))
		} else {
			fmt.Fprintf(&b, "\nBlocks for %s (--write puts them into %s):\n\n", name(stack), MigrationsFile)
		}
		for _, line := range strings.Split(strings.TrimRight(v.Blocks[stack], "\n"), "\n") {
			b.WriteString(escape.Terminal(line) + "\n")
		}
	}
	return b.String()
}

func name(stack string) string {
	if s := strings.TrimPrefix(stack, "/"); s != "" {
		return escape.Terminal(s)
	}
	return "."
}
