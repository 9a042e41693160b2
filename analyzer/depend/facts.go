package depend

import "slices"

// Facts is one stack's own graph, and what it offers to and asks of other
// stacks. It holds no value of the plan: what is compared between stacks is
// compared by fingerprint.
type Facts struct {
	Stack string `json:"stack"`
	ID    string `json:"id,omitempty"` // of the stack, in lower case
	Nodes []Node `json:"nodes,omitempty"`
	Edges []Edge `json:"edges,omitempty"`

	// State is where the stack keeps its state.
	State *State `json:"state,omitempty"`
	// Remote are the states that the stack reads.
	Remote []Remote `json:"remote,omitempty"`
	// Offers are fingerprints of what the stack's resources are known by.
	Offers []Token `json:"offers,omitempty"`
	// Asks are fingerprints of what the stack's objects mention.
	Asks []Token `json:"asks,omitempty"`
	// Names are what managed resources are called, and Lookups what data
	// sources look for by name.
	Names   []Token `json:"names,omitempty"`
	Lookups []Token `json:"lookups,omitempty"`
	// Files are the files outside the stack's folder that it reads.
	Files []File `json:"files,omitempty"`
	// Shared are the inputs that Terramate's output sharing fills.
	Shared []Shared `json:"shared,omitempty"`
	Gaps   []string `json:"gaps,omitempty"`
}

// A State is where a state is kept: the backend type and the settings that
// tell one state from another.
type State struct {
	Type string `json:"type"`
	// Key is a fingerprint of the settings; empty when they are not all
	// known.
	Key string `json:"key,omitempty"`
	// Named is the same for the states of the backend's named workspaces,
	// whatever their names.
	Named string `json:"named,omitempty"`
	// Assumed tells that a setting is a variable's default.
	Assumed bool `json:"assumed,omitempty"`
}

// A Remote is a data source that reads another state.
type Remote struct {
	Node  int    `json:"node"`
	State State  `json:"state"`
	File  string `json:"file,omitempty"`
	Line  int    `json:"line,omitempty"`
}

// A Token ties a fingerprint to the object that has it.
type Token struct {
	Node int32       `json:"n"`
	Hash Fingerprint `json:"h"`
	// Plain tells of an offer that its value is no more than a name, which
	// others may have by chance.
	Plain bool   `json:"p,omitempty"`
	Attr  string `json:"a"`           // attribute that holds the value
	Type  string `json:"y,omitempty"` // for names: the resource type looked for
}

// A File is a file that an expression reads.
type File struct {
	Path string `json:"path"` // from the project's root, without leading slash
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// A Shared is an input variable that another stack's outputs fill.
type Shared struct {
	Variable string   `json:"variable"`
	StackID  string   `json:"stack_id"`
	Outputs  []string `json:"outputs,omitempty"`
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
}

// trim gives back the room that growing slices have taken: the facts of a
// thousand stacks are held at once.
func (f *Facts) trim() {
	f.Nodes, f.Edges = slices.Clone(f.Nodes), slices.Clone(f.Edges)
	f.Offers, f.Asks, f.Names = slices.Clone(f.Offers), slices.Clone(f.Asks), slices.Clone(slices.Compact(f.Names))
}
