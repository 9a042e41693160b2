package migration

import "github.com/tofuspec/tofuspec/analyzer/plan"

// Facts is what one stack tells about its state. It holds digests and no
// values, but for the id of an object that an import block would need.
type Facts struct {
	Stack string `json:"stack"` // path as Terramate writes it

	// PlanRead tells that there was a plan to look at; Errored and Partial
	// that it does not show everything.
	PlanRead bool      `json:"plan_read"`
	Errored  bool      `json:"errored,omitempty"`
	Partial  bool      `json:"partial,omitempty"`
	Tool     plan.Tool `json:"tool,omitempty"`
	// Existing counts the managed objects that the plan found in the state,
	// Creates those that it would create.
	Existing int `json:"existing"`
	Creates  int `json:"creates"`

	// Objects are what the plan creates, deletes or replaces.
	Objects []Object `json:"objects,omitempty"`
	// Held lists the addresses, modules and resources included, under which
	// objects stay or come that no move may disturb, sorted.
	Held []string `json:"held,omitempty"`
	// Handled is what the configuration carries out by itself.
	Handled []Handled `json:"handled,omitempty"`
	// Tainted lists addresses that are replaced because they are tainted.
	Tainted []string `json:"tainted,omitempty"`
	// Deposed lists addresses that a deposed object is deleted of.
	Deposed []string `json:"deposed,omitempty"`
	// Files is what the files say, against those of the git base.
	Files *FileFacts `json:"files,omitempty"`
}

// An Object is one object that the plan creates, deletes, replaces or (for
// counted resources) updates.
type Object struct {
	Address string `json:"address"`
	// Previous is the address in the state when a moved block applies.
	Previous string `json:"previous,omitempty"`
	Type     string `json:"type"`
	Provider string `json:"provider,omitempty"`
	Action   string `json:"action"` // "create", "delete", "replace" or "update"
	Reason   string `json:"reason,omitempty"`
	Pointer  string `json:"pointer,omitempty"`
	Tainted  bool   `json:"tainted,omitempty"`

	Before  []Leaf   `json:"before,omitempty"`
	After   []Leaf   `json:"after,omitempty"`
	Unknown []string `json:"unknown,omitempty"` // paths, without indexes, known only after apply
	Opaque  []string `json:"opaque,omitempty"`  // paths, without indexes, that are sensitive
	// Forced are the paths, without indexes, that make a replacement needed.
	Forced []string `json:"forced,omitempty"`
	// Refs tells for an unknown attribute which object's attributes feed it.
	Refs []AttrRef `json:"refs,omitempty"`

	// ImportID is what an import block needs to adopt the object, empty when
	// no block can.
	ImportID string `json:"import_id,omitempty"`
}

// An AttrRef is one reference from an attribute that is known only after
// apply.
type AttrRef struct {
	Path string `json:"path"` // of the attribute, without indexes
	// Resource is the referenced block's address without keys; Attr is what
	// is read of it, "" when the plan does not tell.
	Resource string `json:"resource"`
	Attr     string `json:"attr,omitempty"`
}

// A Handled state change is one that apply carries out by itself, or a block
// that was meant to and does not.
type Handled struct {
	Stack string `json:"stack"`
	Kind  string `json:"kind"` // "moved", "removed" or "import"
	// Implied tells that no block asks for it: the tool moves by itself.
	Implied bool   `json:"implied,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	// Note says what is wrong with the block, "" when it does its work.
	Note string `json:"note,omitempty"`
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}
