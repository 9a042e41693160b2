package depend

// Strength is how much an edge's evidence proves.
type Strength string

// The strengths, strongest first.
const (
	// Proof is an edge that the configuration or equal settings state.
	Proof Strength = "proof"
	// Strong is an edge by a literal id, ARN or unique name.
	Strong Strength = "strong"
	// Likely is an edge by a name or filter that fits.
	Likely Strength = "likely"
	// Ordering is no more than "runs after": depends_on, a reference to a
	// whole module, Terramate's order. No value flows along it.
	Ordering Strength = "ordering"
)

// rank orders strengths, 0 for the strongest.
func (s Strength) rank() int {
	switch s {
	case Proof:
		return 0
	case Strong:
		return 1
	case Likely:
		return 2
	}
	return 3
}

var strengths = [...]Strength{Proof, Strong, Likely, Ordering}

// Weaker returns the weaker of two strengths.
func Weaker(a, b Strength) Strength { return strengths[max(a.rank(), b.rank())] }

// Kind is what a node is.
type Kind string

// The kinds of nodes. Those below Check are passed through: they carry a
// dependency on and are not listed as dependents themselves.
const (
	Resource     Kind = "resource"
	Data         Kind = "data"
	Ephemeral    Kind = "ephemeral"
	Output       Kind = "output"
	ModuleOutput Kind = "module_output"
	Check        Kind = "check"

	Variable Kind = "variable"
	LocalVal Kind = "local"
	Provider Kind = "provider"
	Module   Kind = "module" // a module call, or everything in a module
	Hub      Kind = "hub"    // all instances of something, or what they share
)

// Listed tells whether nodes of the kind are listed as dependents.
func (k Kind) Listed() bool {
	switch k {
	case Resource, Data, Ephemeral, Output, ModuleOutput, Check:
		return true
	}
	return false
}

// carries tells whether a value passes through nodes of the kind unchanged or
// in known parts.
func (k Kind) carries() bool {
	switch k {
	case Output, ModuleOutput, Variable, LocalVal, Hub:
		return true
	}
	return false
}

// A Node is an object in a stack.
type Node struct {
	Stack   string `json:"stack,omitempty"`
	Address string `json:"address"` // "aws_lb.a[0]", "output.x", "data.t.n", "module.m.output.o"
	Kind    Kind   `json:"kind"`
	Type    string `json:"type,omitempty"` // resource type
	File    string `json:"file,omitempty"` // where it is declared
	Line    int    `json:"line,omitempty"`
}

// An Edge says that From depends on To. Both are indexes into the nodes of the
// stack's facts, or of the graph. A project has a million of them, so that
// they are kept small.
type Edge struct {
	From int   `json:"f"`
	To   int   `json:"t"`
	Line int32 `json:"line,omitempty"`
	// Plain tells that the part is exactly what is read.
	Plain bool `json:"e,omitempty"`
	// Orders tells that no value flows: To only comes before From.
	Orders bool `json:"o,omitempty"`
	// Via tells how: the attribute that refers ("subnet_ids"), "depends_on",
	// "replace_triggered_by", "provider", "remote state", "output sharing".
	Via string `json:"v,omitempty"`
	// Part is the part of From's value that To feeds, for nodes that carry
	// values; empty means all of it.
	Part string `json:"p,omitempty"`
	// Reads is the part of To that is read; empty means all of it.
	Reads string `json:"r,omitempty"`
	File  string `json:"file,omitempty"` // where From refers to To
}

// A Dependency is an edge of the whole graph.
type Dependency struct {
	Edge
	Strength Strength
	// Text is the evidence of an edge between stacks, a clause for a person;
	// empty within a stack.
	Text string
}

// A Graph is the dependencies of all stacks. It keeps the facts that it was
// made of.
type Graph struct {
	Nodes []Node
	// Links are the edges between stacks in short: one for each pair of stacks
	// and kind of evidence, the strongest first.
	Links []Link
	// Gaps are what the graph could not know, by stack.
	Gaps []Gap

	edges  edges
	stacks map[string][2]int // stack to its range of nodes
	index  map[string]map[string]int
	in     adjacency // edges by To: who depends on it
}

// A Link says that one stack depends on another.
type Link struct {
	From     string   `json:"from"`
	To       string   `json:"to"`
	Strength Strength `json:"strength"`
	Via      string   `json:"via"`
	Text     string   `json:"text"`
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
	// Edges counts the edges that the link stands for.
	Edges int `json:"edges,omitempty"`
	// FromAddress and ToAddress are one such edge's ends, the first of them.
	FromAddress string `json:"from_address,omitempty"`
	ToAddress   string `json:"to_address,omitempty"`
}

// A Gap is something that the graph could not know.
type Gap struct {
	Stack string `json:"stack,omitempty"`
	Text  string `json:"text"` // a sentence without full stop
}
