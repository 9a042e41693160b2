package analyzer

import (
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
)

// Facts is what one stack alone tells. It holds no secret, so that it can be
// written to a file in one CI job and joined in another.
type Facts struct {
	Stack   Stack   `json:"stack"`
	PlanRef PlanRef `json:"plan"`

	Outline   *outline.Facts   `json:"outline,omitempty"`
	Migration *migration.Facts `json:"migration,omitempty"`
	Depend    *depend.Facts    `json:"depend,omitempty"`
	Risk      *risk.Facts      `json:"risk,omitempty"`
}

// A Stack is what a report says of a stack itself.
type Stack struct {
	Path        string   `json:"path"` // "/opentofu/network"
	Name        string   `json:"name"`
	ID          string   `json:"id,omitempty"`
	Description string   `json:"description,omitempty"`
	Tags        []string `json:"tags,omitempty"`
	Before      []string `json:"before,omitempty"` // paths of stacks that this one runs before
	// Outside tells that the stack is not among those asked for: it counts
	// only as what others depend on and as who depends on others.
	Outside bool `json:"outside,omitempty"`
	// Configured tells that the stack's folder holds OpenTofu files that were
	// read. Without them Backend says nothing.
	Configured bool     `json:"configured,omitempty"`
	Backend    *Backend `json:"backend,omitempty"`
	// File and Line are where the stack is declared, from the project's root;
	// empty for a plain folder.
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// A Backend is where a stack's state lives and how it is locked.
type Backend struct {
	Type string `json:"type"` // "s3", "local", "cloud", ...
	// Key is the state's key, path, prefix or workspace, as far as it is
	// constant.
	Key string `json:"key,omitempty"`
	// Lock is the lock mechanism in the backend's own terms: "use_lockfile",
	// "dynamodb_table", "" when the backend has none set.
	Lock string `json:"lock,omitempty"`
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// PlanState tells what became of a stack's plan.
type PlanState string

// The states of a plan.
const (
	PlanRead       PlanState = "read"
	PlanMissing    PlanState = "missing"    // none was found
	PlanUnreadable PlanState = "unreadable" // one was found and could not be read or shown
)

// PlanRef is which plan was read, and how whole it is.
type PlanRef struct {
	State   PlanState   `json:"state"`
	File    string      `json:"file,omitempty"` // relative to the project's root
	Note    string      `json:"note,omitempty"` // why it is missing or unreadable, a sentence without full stop
	Tool    plan.Tool   `json:"tool,omitempty"`
	Version string      `json:"version,omitempty"`
	Errored bool        `json:"errored,omitempty"`
	Partial bool        `json:"partial,omitempty"` // -target, -exclude, or complete: false
	Invokes int         `json:"invokes,omitempty"` // actions of providers that the plan would run
	Counts  plan.Counts `json:"counts"`
}

// A Report is the analysis of a project. Renderers read it and decide
// nothing.
type Report struct {
	// Stacks are those asked for, in run order.
	Stacks []*Facts
	// Outside are the project's other stacks, in run order.
	Outside []*Facts
	// Graph links the stacks and the resources in them.
	Graph *depend.Graph
	// Migration is the verdict on state migration.
	Migration *migration.Verdict
	// Risk is the judgement of what can break.
	Risk *risk.Assessment
	// History is what the git base tells that no plan does.
	History History
}

// History is what changed in the set of stacks since the git base.
type History struct {
	Base    string         `json:"base,omitempty"` // the base revision, as resolved
	Deleted []string       `json:"deleted,omitempty"`
	Renamed []RenamedStack `json:"renamed,omitempty"`
	// Gone is what the files of deleted and renamed stacks said at the base.
	Gone []*migration.Facts `json:"gone,omitempty"`
	// Reached are stacks that a changed global reaches through the preview
	// script's arguments, by stack path, with the global's name.
	Reached map[string][]string `json:"reached,omitempty"`
}

// A RenamedStack is a stack whose folder moved since the base.
type RenamedStack struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Similarity int    `json:"similarity"` // percent of files that moved along
	KeyMoved   bool   `json:"key_moved"`  // the backend key changed with the folder
}
