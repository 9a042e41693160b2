package outline

import "github.com/tofuspec/tofuspec/analyzer/plan"

// Facts is what a stack's plan changes, resource by resource.
type Facts struct {
	// Kinds is what the types that occur are called, by type.
	Kinds   map[string]Kind `json:"kinds,omitempty"`
	Changes []Change        `json:"changes,omitempty"`
	Drift   []Change        `json:"drift,omitempty"`
	Outputs []Output        `json:"outputs,omitempty"`
}

// A Kind is what the catalog says of a type, as far as naming and ranking
// need it.
type Kind struct {
	Singular string `json:"singular"` // "IAM role"
	Plural   string `json:"plural"`
	Summary  string `json:"summary,omitempty"` // what it is for, a phrase
	Category string `json:"category,omitempty"`
	Weight   int    `json:"weight,omitempty"` // of its criticality, 0 unknown to 4 critical
	Part     bool   `json:"part,omitempty"`   // a detail of another object
	Stateful bool   `json:"stateful,omitempty"`
	Billed   bool   `json:"billed,omitempty"`
	Known    bool   `json:"known,omitempty"` // the catalog has a row for it
}

// A Change is one resource change, without values but for the telling ones.
type Change struct {
	Address         string      `json:"address"`
	PreviousAddress string      `json:"previous_address,omitempty"`
	ModuleAddress   string      `json:"module,omitempty"`
	Mode            string      `json:"mode"`
	Type            string      `json:"type"`
	Name            string      `json:"name"`
	Deposed         string      `json:"deposed,omitempty"`
	Action          plan.Action `json:"action"`
	Actions         []string    `json:"actions"`
	CreateFirst     bool        `json:"create_first,omitempty"`
	Reason          string      `json:"reason,omitempty"`
	Importing       bool        `json:"importing,omitempty"`
	ReplacePaths    []plan.Path `json:"replace_paths,omitempty"`
	Changed         []plan.Path `json:"changed,omitempty"`
	Pointer         string      `json:"pointer,omitempty"`
	// File and Line are where the resource is declared, when known, and
	// EndLine is where its block ends; lines have base 1.
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	EndLine int    `json:"end_line,omitempty"`
	// Nick is what tells the object from others of its type, in words that
	// stand before the type's name: "private". Empty when its name in the
	// configuration says nothing, such as "this".
	Nick string `json:"nick,omitempty"`
	// Label is the object's own name or its key, to be shown after the type's
	// name: "bao.priv.example.org".
	Label string `json:"label,omitempty"`
	// Variant is the sort of object, to be said before the type's name:
	// "network" for a load balancer.
	Variant string `json:"variant,omitempty"`
	// Telling are the few non-sensitive values that name the change for a
	// person, such as a version.
	Telling []Telling `json:"telling,omitempty"`
}

// A Telling is an attribute whose values may be shown.
type Telling struct {
	Path   plan.Path `json:"path"`
	Label  string    `json:"label"` // "version"
	Before string    `json:"before,omitempty"`
	After  string    `json:"after,omitempty"`
}

// An Output is a root output that changes.
type Output struct {
	Name      string      `json:"name"`
	Action    plan.Action `json:"action"`
	Sensitive bool        `json:"sensitive,omitempty"`
	Unknown   bool        `json:"unknown,omitempty"`
}

// Kind returns what a type is called. It knows every type of the facts, and
// falls back to the type itself.
func (f *Facts) Kind(typ string) Kind {
	if k, ok := f.Kinds[typ]; ok {
		return k
	}
	return Kind{Singular: typ, Plural: typ}
}
