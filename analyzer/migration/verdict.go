package migration

import "github.com/tofuspec/tofuspec/analyzer/evidence"

// Facts is what one stack tells about its state: creates and deletes that may
// be the same object, moves already at work, and backend changes.
type Facts struct {
	Stack string `json:"stack"`
}

// A Verdict answers "is a state migration required?" for all stacks.
type Verdict struct {
	// Required tells that a person must do something besides merge, plan and
	// apply.
	Required bool
	// Undecided tells that plan and files do not settle it; Why says what
	// is missing.
	Undecided bool
	// StateChanges tells that apply changes addresses or state bookkeeping.
	StateChanges bool
	Kinds        []string
	Reasons      []Reason
	Moves        []Move
	Ambiguous    []Group
	Handled      []Handled
	// Actions is what a person must do, in order.
	Actions []Action
	// Blocks is HCL to add, by stack path.
	Blocks map[string]string
	// Commands is what to run where blocks cannot do it, in order.
	Commands []Command
}

// A Reason is one ground for the verdict.
type Reason struct {
	Stack      string
	Kind       string
	Text       string // a sentence without full stop
	Confidence evidence.Confidence
	Evidence   []evidence.Ref
}

// A Move pairs an object that would be destroyed with the address that would
// create it anew.
type Move struct {
	FromStack, From string
	ToStack, To     string
	Confidence      evidence.Confidence
	Evidence        []evidence.Ref
}

// A Group is creates and deletes that belong together in more ways than one.
type Group struct {
	FromStack, ToStack string
	From, To           []string
	Why                string
}

// Handled is a state change that apply carries out by itself.
type Handled struct {
	Stack string
	Kind  string // "move", "forget", "import"
	From  string
	To    string
	Note  string // set when the block does not do what it seems to
}

// An Action is one step that a person must take.
type Action struct {
	Stack string
	Text  string
}

// A Command is a line to run in a stack's folder.
type Command struct {
	Stack string
	Line  string
}
