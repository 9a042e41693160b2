package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// mostListed bounds the reasons, groups and moves that a spec lists in full.
const mostListed = 12

// Migration returns what the slot "Migration Required" says: Yes, No or
// Undecided, why, and what to run, with the blocks.
func Migration(r *analyzer.Report) string {
	v := r.Migration
	if v == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(verdictLine(r))
	reasons, rest := v.Reasons, 0
	if len(reasons) > mostListed {
		reasons, rest = reasons[:mostListed], len(reasons)-mostListed
	}
	if len(reasons) > 0 {
		b.WriteString("\n")
	}
	for _, reason := range reasons {
		fmt.Fprintf(&b, "\n- %s: %s", stackName(reason.Stack), escape.Text(reason.Text))
	}
	if rest > 0 {
		fmt.Fprintf(&b, "\n- and %d more, see `tofuspec migrate`", rest)
	}
	_, idle := handledBy(v)
	for i, h := range idle {
		if i == mostListed {
			fmt.Fprintf(&b, "\n- and %d more blocks that do not do what they say", len(idle)-i)
			break
		}
		if i == 0 {
			b.WriteString("\n\nBlocks that do not do what they say:\n")
		}
		fmt.Fprintf(&b, "\n- %s: `%s` of %s: %s", stackName(h.Stack), h.Kind, escape.Code(cmp.Or(h.From, h.To)), escape.Text(h.Note))
	}
	for i, a := range v.Actions {
		if i == mostListed {
			break
		}
		if i == 0 {
			b.WriteString("\n\nBefore the apply:\n")
		}
		fmt.Fprintf(&b, "\n%d. %s: %s", i+1, stackName(a.Stack), escape.Text(a.Text))
	}
	if len(v.Commands) > 0 {
		var lines []string
		for _, c := range v.Commands {
			lines = append(lines, c.Line)
		}
		fmt.Fprintf(&b, "\n\n%s", strings.TrimRight(escape.Fence("sh", strings.Join(lines, "\n")), "\n"))
	}
	for _, stack := range slices.Sorted(maps.Keys(v.Blocks)) {
		where := "for example in `" + MigrationsFile + "`"
		if Replaces(v.Blocks[stack]) {
			where = "in place of its encryption block"
		}
		fmt.Fprintf(&b, "\n\n%s, %s:\n\n%s", stackName(stack), where,
			strings.TrimRight(escape.Fence("hcl", strings.TrimRight(v.Blocks[stack], "\n")), "\n"))
	}
	return b.String() + "\n"
}

// MigrationsFile is the file that holds a stack's migration blocks.
const MigrationsFile = "migrations.tofuspec.tf"

// stackName writes a stack as a spec does.
func stackName(path string) string {
	if p := strings.TrimPrefix(path, "/"); p != "" {
		return escape.Code(p)
	}
	return escape.Code("./")
}

// verdictLine is the answer in a line.
func verdictLine(r *analyzer.Report) string {
	v := r.Migration
	var stacks []string
	for _, r := range v.Reasons {
		if n := stackName(r.Stack); !r.Undecided && !slices.Contains(stacks, n) {
			stacks = append(stacks, n)
		}
	}
	in := ""
	switch {
	case len(stacks) > 4:
		in = fmt.Sprintf(", in %d stacks", len(stacks))
	case len(stacks) > 0:
		in = ", in " + and(stacks)
	}
	switch {
	case v.Required && v.Level == "reinit":
		return "Yes" + in + ": the stacks have to be initialised again, and no state moves."
	case v.Required && v.Undecided:
		return "Yes" + in + ", before apply; other stacks are undecided."
	case v.Required:
		return "Yes" + in + ", before apply."
	case v.Undecided:
		return "Undecided: what was read does not settle it."
	case working(v) > 0:
		n := working(v)
		return fmt.Sprintf("No: apply carries out %d state %s that the configuration holds.", n, map[bool]string{true: "change", false: "changes"}[n == 1])
	}
	return "No" + limits(r)
}

// limits says how far a plain no reaches: a backend that changed is in no
// plan, so that without an earlier version to compare with nobody has looked.
func limits(r *analyzer.Report) string {
	if r.History.Base == "" {
		return ", as far as the plans tell; there is no git base to compare the backends with."
	}
	return "."
}

// working counts the handled state changes that do their work.
func working(v *migration.Verdict) int {
	done, _ := handledBy(v)
	return len(done)
}

// handledBy splits what the configuration asks for into what apply carries
// out and what it does not.
func handledBy(v *migration.Verdict) (done, idle []migration.Handled) {
	for _, h := range v.Handled {
		if h.Note == "" {
			done = append(done, h)
		} else {
			idle = append(idle, h)
		}
	}
	return done, idle
}

// Replaces tells that a stack's blocks stand for one that is there already, so
// that they cannot be written beside it.
func Replaces(block string) bool { return strings.HasPrefix(block, "terraform {") }
