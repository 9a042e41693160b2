package risk

import "github.com/tofuspec/tofuspec/analyzer/evidence"

// Rollback is how hard the way back is.
type Rollback string

// The levels of rollback, easiest first.
const (
	RollbackEasy         Rollback = "Easy"
	RollbackModerate     Rollback = "Moderate"
	RollbackComplex      Rollback = "Complex"
	RollbackIrreversible Rollback = "Irreversible"
)

// Level orders rollbacks from 0, the easiest.
func (r Rollback) Level() int {
	switch r {
	case RollbackModerate:
		return 1
	case RollbackComplex:
		return 2
	case RollbackIrreversible:
		return 3
	}
	return 0
}

// Downtime is what the change costs in availability.
type Downtime string

// The levels of downtime, lightest first.
const (
	DowntimeNone   Downtime = "None"
	DowntimeWindow Downtime = "Maintenance Window"
	DowntimeFull   Downtime = "Full Outage"
)

// Level orders downtimes from 0, the lightest.
func (d Downtime) Level() int {
	switch d {
	case DowntimeWindow:
		return 1
	case DowntimeFull:
		return 2
	}
	return 0
}

// An Assessment is the judgement over all stacks.
type Assessment struct {
	Radius      Radius   `json:"radius"`
	Rollback    Rollback `json:"rollback"`
	RollbackWhy []Reason `json:"rollback_why,omitempty"` // heaviest first
	Downtime    Downtime `json:"downtime"`
	DowntimeWhy []Reason `json:"downtime_why,omitempty"`
	// Findings are exposure, privilege, encryption, logging, secrets.
	Findings []Finding `json:"findings,omitempty"`
	// Confidence is that of the weakest part of the judgement. It is never
	// Certain for "nothing can happen": a plan does not prove that.
	Confidence evidence.Confidence `json:"confidence"`
	Unknown    []Reason            `json:"unknown,omitempty"`   // what could not be judged
	Questions  []Question          `json:"questions,omitempty"` // for a person
	// IfMoved counts the planned destroys and creates that were not judged,
	// since a suggested move makes nothing of them.
	IfMoved int `json:"if_moved,omitempty"`
	// Lost is what does not come back when the change is reverted.
	Lost []Reason `json:"lost,omitempty"`
}

// A Reason is one ground for a judgement.
type Reason struct {
	Stack   string `json:"stack,omitempty"`
	Address string `json:"address,omitempty"`
	// Called is what the object is called, "network load balancer".
	Called     string              `json:"called,omitempty"`
	Text       string              `json:"text"` // follows Called and Address: "is destroyed before the new one exists"
	Level      int                 `json:"level"`
	Confidence evidence.Confidence `json:"confidence"`
	Pointer    string              `json:"pointer,omitempty"` // into the stack's plan

	part   bool // about a detail of another object
	weight int  // the change's rank
}

// A Question is one that the analysis could not decide.
type Question struct {
	Stack   string `json:"stack,omitempty"`
	Address string `json:"address,omitempty"`
	Called  string `json:"called,omitempty"`
	Text    string `json:"text"` // sentences after Called, Address and Stack, the last with a question mark
}

// A Radius is who is hit by what changes.
type Radius struct {
	Stacks    []string `json:"stacks,omitempty"` // hit, without a change of their own, by a value or an object
	Resources int      `json:"resources"`        // hit, without a change of their own
	Hits      []Hit    `json:"hits,omitempty"`
	// After counts the objects that merely wait for what changes.
	After int `json:"after,omitempty"`
	// Later are stacks that only run after those that change.
	Later []string `json:"later,omitempty"`
}

// HitKind is how a change reaches what depends on it.
type HitKind string

// The kinds of hits.
const (
	HitReplaced  HitKind = "replaced upstream"
	HitDestroyed HitKind = "destroyed upstream"
	HitForgotten HitKind = "forgotten upstream"
	HitChanged   HitKind = "reads a changed attribute"
	HitUnknown   HitKind = "unknown until apply"
	HitOutput    HitKind = "an output changes"
)

// A Hit is one object that depends on a change.
type Hit struct {
	Stack      string  `json:"stack"`
	Address    string  `json:"address"`
	Node       int     `json:"-"` // in the graph
	Cause      string  `json:"cause"`
	Called     string  `json:"called,omitempty"` // what the cause is called
	CauseStack string  `json:"cause_stack"`
	CauseNode  int     `json:"-"`
	Kind       HitKind `json:"kind"`
	Strength   string  `json:"strength"` // of the weakest edge on the way
	Distance   int     `json:"distance"`
	Via        string  `json:"via"`
	From       string  `json:"from"` // the object before it on the way
	FromStack  string  `json:"from_stack"`
	Prev       int     `json:"-"`
	Edge       int     `json:"-"`
	// Action is what is planned for the object itself, "" for nothing.
	Action string `json:"action,omitempty"`
	Why    string `json:"why,omitempty"` // evidence of a step between stacks
}

// A Finding is a change that a reviewer for security should see.
type Finding struct {
	Kind    string `json:"kind"` // "open ingress", "wildcard policy", ...
	Stack   string `json:"stack"`
	Address string `json:"address"`
	Called  string `json:"called"`
	Text    string `json:"text"` // a clause for a person
	Pointer string `json:"pointer,omitempty"`
}
