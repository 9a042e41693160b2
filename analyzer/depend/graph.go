package depend

import "github.com/tofuspec/tofuspec/analyzer/evidence"

// Facts is one stack's own graph, and what it offers to and asks of others.
type Facts struct {
	Stack string `json:"stack"`
}

// A Node is an object in a stack. Address is empty for the stack as a whole.
type Node struct {
	Stack   string `json:"stack"`
	Address string `json:"address,omitempty"` // "aws_lb.a[0]", "output.x", "data.t.n"
}

// Strength is how much an edge's evidence proves.
type Strength string

// The strengths, strongest first.
const (
	Proof    Strength = "proof"
	Strong   Strength = "strong"
	Likely   Strength = "likely"
	Ordering Strength = "ordering"
)

// An Edge says that From depends on To.
type Edge struct {
	From     Node           `json:"from"`
	To       Node           `json:"to"`
	Strength Strength       `json:"strength"`
	Via      string         `json:"via,omitempty"` // "remote state", "local.name", "depends_on"
	Evidence []evidence.Ref `json:"evidence,omitempty"`
}

// A Graph is the dependencies of all stacks.
type Graph struct {
	Nodes []Node `json:"nodes"`
	Edges []Edge `json:"edges"`
}
