package document

// A State tells what became of a slot.
type State string

// The states.
const (
	Written   State = "written"   // holds new text now
	Unchanged State = "unchanged" // held the fresh text already
	Stayed    State = "stayed"    // a person wrote what it holds
	Idle      State = "idle"      // nothing was there to fill it with
	Missing   State = "missing"   // the document has no such slot
)

// A Result is what Fill did with one slot.
type Result struct {
	Slot    Slot
	State   State
	Line    int    // in the document as it was, base 1; 0 when missing
	Heading string // of the section, as written
	By      string // what it was found by, such as `heading "Rollback"`; empty when missing
	Was     string // the text before
	Fresh   string // the text that Fill had for it
	Why     string // for Stayed, a clause without full stop
}

// Results holds a result for each slot that was found or had a fragment, in the order of a
// spec.
type Results []Result

// In returns the results in a state.
func (r Results) In(s State) Results {
	var out Results
	for _, x := range r {
		if x.State == s {
			out = append(out, x)
		}
	}
	return out
}

// Of returns the result for a slot; its State is Missing when there is none.
func (r Results) Of(s Slot) Result {
	for _, x := range r {
		if x.Slot == s {
			return x
		}
	}
	return Result{Slot: s, State: Missing}
}
