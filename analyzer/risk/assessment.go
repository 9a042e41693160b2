package risk

import "github.com/tofuspec/tofuspec/analyzer/evidence"

// Facts is what one stack tells about risk before the radius is known.
type Facts struct {
	Stack string `json:"stack"`
}

// Rollback is how hard the way back is.
type Rollback string

// The levels of rollback, easiest first.
const (
	RollbackEasy         Rollback = "Easy"
	RollbackModerate     Rollback = "Moderate"
	RollbackComplex      Rollback = "Complex"
	RollbackIrreversible Rollback = "Irreversible"
)

// Downtime is what the change costs in availability.
type Downtime string

// The levels of downtime, lightest first.
const (
	DowntimeNone   Downtime = "None"
	DowntimeWindow Downtime = "Maintenance Window"
	DowntimeFull   Downtime = "Full Outage"
)

// An Assessment is the judgement over all stacks.
type Assessment struct {
	Radius        Radius
	Rollback      Rollback
	RollbackWhy   []Reason
	Downtime      Downtime
	DowntimeWhy   []Reason
	Findings      []Finding // exposure, privilege, encryption, logging, secrets
	Confidence    evidence.Confidence
	Unknown       []Reason // what could not be judged
	Clarification []string // questions for a person
}

// A Reason is one ground for a judgement.
type Reason struct {
	Stack      string
	Address    string
	Text       string // a sentence without full stop
	Confidence evidence.Confidence
	Evidence   []evidence.Ref
}

// A Radius is who is hit by what changes.
type Radius struct {
	Stacks    []string // stacks hit beyond those that change
	Resources int      // resources hit beyond those that change
	Hits      []Hit
}

// A Hit is one object that depends on a change.
type Hit struct {
	Stack, Address string
	CauseStack     string
	Cause          string
	Kind           string // "replaced upstream", "reads a changed attribute", ...
	Strength       string
	Distance       int
	Path           []string
}

// A Finding is a change that a reviewer for security should see.
type Finding struct {
	Kind     string // "open ingress", "wildcard policy", ...
	Stack    string
	Address  string
	Text     string
	Evidence []evidence.Ref
}
