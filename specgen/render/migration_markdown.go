package render

import (
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
		fmt.Fprintf(&b, "\n\n%s, for example in `%s`:\n\n%s", stackName(stack), MigrationsFile,
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
	n := 0
	for _, h := range v.Handled {
		if h.Note == "" {
			n++
		}
	}
	return n
}
