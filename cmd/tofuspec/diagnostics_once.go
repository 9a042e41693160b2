package main

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks"
)

// once leaves out diagnostics that say the same of the same place. A script
// that a thousand stacks share is wrong once, and the stacks are counted.
func once(diags hcl.Diagnostics) hcl.Diagnostics {
	type key struct {
		severity        hcl.DiagnosticSeverity
		summary, detail string
		at              hcl.Range
	}
	var out hcl.Diagnostics
	first := map[key]int{}
	seen := map[int]map[stacks.SeenFrom]bool{}
	for _, d := range diags {
		k := key{severity: d.Severity, summary: d.Summary, detail: d.Detail}
		if d.Subject != nil {
			k.at = *d.Subject
		}
		at, known := first[k]
		if !known {
			at = len(out)
			first[k], seen[at] = at, map[stacks.SeenFrom]bool{}
			out = append(out, d)
		}
		if from, ok := d.Extra.(stacks.SeenFrom); ok {
			seen[at][from] = true
			if !known {
				same := *d
				out[at] = &same
			}
		}
	}
	for at, from := range seen {
		name, ok := out[at].Extra.(stacks.SeenFrom)
		switch {
		case ok && len(from) > 1:
			out[at].Detail += fmt.Sprintf("\nSeen from stack %s and %d more.", name, len(from)-1)
		case ok:
			out[at].Detail += fmt.Sprintf("\nSeen from stack %s.", name)
		}
	}
	return out
}
