package plan

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
)

// diagnostic says what is wrong and where, by file, line, column and JSON
// Pointer. Nothing of the document's values is in it.
func (e *readError) diagnostic(name string) *hcl.Diagnostic {
	d := &hcl.Diagnostic{Severity: hcl.DiagError}
	place := fmt.Sprintf("%s:%d:%d", name, e.line, e.column)
	switch e.kind {
	case badSyntax:
		d.Summary = "Plan is not valid JSON"
		d.Detail = fmt.Sprintf("%s: %s%s.", place, e.what, near(e.pointer))
	case badType:
		d.Summary = "Plan is not as a plan should be"
		d.Detail = fmt.Sprintf("%s: %s%s.", place, e.what, near(e.pointer))
	case notPlan:
		d.Summary = "Not a plan"
		d.Detail = fmt.Sprintf("%s: %s.", place, e.what)
	case stopped:
		d.Summary = "Reading the plan was stopped"
		d.Detail = fmt.Sprintf("%s: %v.", name, e.under)
	default:
		d.Summary = "Cannot read the plan"
		d.Detail = fmt.Sprintf("%s: %v", name, e.under)
		return d
	}
	return d
}

// near names the place by JSON Pointer. Pointers can hold the keys of maps; a
// long one is cut.
func near(pointer string) string {
	const most = 200
	if pointer == "" {
		return ""
	}
	if len(pointer) > most {
		pointer = pointer[:most] + "..."
	}
	return fmt.Sprintf(" (at %q)", pointer)
}
