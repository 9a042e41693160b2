package outline

import "github.com/tofuspec/tofuspec/analyzer/plan"

// Facts is what a stack's plan changes, resource by resource.
type Facts struct {
	Changes []Change `json:"changes,omitempty"`
	Drift   []Change `json:"drift,omitempty"`
	Outputs []Output `json:"outputs,omitempty"`
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
	// File and Line are where the resource is declared, when known.
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
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
