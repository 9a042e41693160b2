// Package evidence holds what every finding carries: where it comes from and
// how sure it is.
package evidence

// Confidence tells how sure a finding is.
type Confidence string

// The confidences, surest first.
const (
	// Certain is what the plan or a file says outright.
	Certain Confidence = "certain"
	// Strong follows from values that hardly agree by chance.
	Strong Confidence = "strong"
	// Likely follows from names or conventions.
	Likely Confidence = "likely"
	// Unknown is what could not be decided.
	Unknown Confidence = "unknown"
)

// A Ref points at where a fact comes from: a place in a plan, or a place in
// a file.
type Ref struct {
	Stack   string `json:"stack,omitempty"`   // stack path as Terramate writes it
	Pointer string `json:"pointer,omitempty"` // JSON Pointer into the stack's plan
	File    string `json:"file,omitempty"`    // project path, without leading slash
	Line    int    `json:"line,omitempty"`    // base 1
	Text    string `json:"text"`              // a sentence for a person, without full stop
}
