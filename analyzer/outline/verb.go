package outline

import (
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// A Verb is what happens to resources, as a row of the Changes table says it.
type Verb string

// The verbs, in the order of a stack's rows: what goes first, since that is
// what a reviewer must not miss.
const (
	Destroy       Verb = "Destroy"
	DestroyAdd    Verb = "Destroy, Add" // looks like a move
	Replace       Verb = "Replace"
	MoveReplace   Verb = "Move, Replace"
	ImportReplace Verb = "Import, Replace"
	ForgetAdd     Verb = "Forget, Add" // the old object is left alone
	Add           Verb = "Add"
	Modify        Verb = "Modify"
	MoveModify    Verb = "Move, Modify"
	ImportModify  Verb = "Import, Modify"
	Import        Verb = "Import"
	ImportMove    Verb = "Import, Move"
	Move          Verb = "Move"
	Forget        Verb = "Forget"
	Unclear       Verb = "Unclear" // an action that this version does not know
	ReadOnly      Verb = "Read-only"
)

var verbs = []Verb{
	Destroy, DestroyAdd, Replace, MoveReplace, ImportReplace, ForgetAdd, Add, Modify, MoveModify, ImportModify,
	Import, ImportMove, Move, Forget, Unclear, ReadOnly,
}

// Rank orders verbs: 0 for the first of a stack's rows.
func (v Verb) Rank() int { return slices.Index(verbs, v) }

// Verb says what happens to the resource. It is empty for a plain no-op.
func (c *Change) Verb() Verb {
	moves := c.PreviousAddress != ""
	pick := func(plain, moved, imported Verb) Verb {
		switch {
		case c.Importing:
			return imported
		case moves:
			return moved
		}
		return plain
	}
	switch c.Action {
	case plan.ActionCreate:
		return Add
	case plan.ActionDelete:
		return Destroy
	case plan.ActionForget:
		return Forget
	case plan.ActionForgetCreate:
		return ForgetAdd
	case plan.ActionRead, plan.ActionOpen:
		return ReadOnly
	case plan.ActionUpdate:
		return pick(Modify, MoveModify, ImportModify)
	case plan.ActionReplace:
		return pick(Replace, MoveReplace, ImportReplace)
	case plan.ActionNoOp:
		if c.Importing && moves {
			return ImportMove
		}
		return pick("", Move, Import)
	}
	return Unclear
}
