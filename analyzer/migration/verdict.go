package migration

import "github.com/tofuspec/tofuspec/analyzer/evidence"

// A Verdict answers "is a state migration required?" for all stacks.
type Verdict struct {
	// Required tells that a person must do something besides merge, plan and
	// apply.
	Required bool
	// Undecided tells that plan and files do not settle it; Why says what
	// is missing.
	Undecided bool
	// Level tells how pressing it is: "" nothing, "review" look at it,
	// "reinit" re-initialise and move nothing, "must" else objects or states
	// are lost.
	Level string
	// StateChanges tells that apply changes addresses or state bookkeeping.
	StateChanges bool
	Kinds        []string
	Reasons      []Reason
	Moves        []Move
	Ambiguous    []Group
	Handled      []Handled
	// Actions is what a person must do, in order.
	Actions []Action
	// Blocks is HCL to add, by stack path.
	Blocks map[string]string
	// Commands is what to run where blocks cannot do it, in order.
	Commands []Command
}

// The kinds of state change, as in Verdict.Kinds and Reason.Kind.
const (
	KindRename         = "rename"
	KindIntoModule     = "move_into_module"
	KindOutOfModule    = "move_out_of_module"
	KindModuleRename   = "module_rename"
	KindModuleSplit    = "module_split"
	KindTypeChange     = "type_change"
	KindSwap           = "swap"
	KindCrossStack     = "cross_stack_move"
	KindStackRename    = "stack_rename"
	KindStackGone      = "stack_gone"
	KindBackendType    = "backend_type"
	KindBackendPlace   = "backend_bucket"
	KindBackendKey     = "backend_key"
	KindWorkspace      = "backend_workspace"
	KindBackendLock    = "backend_lock"
	KindBackendConfig  = "backend_config"
	KindCloud          = "cloud_block"
	KindEncryption     = "state_encryption"
	KindProviderSource = "provider_source"
	// KindProviderAlias is in reasons only: it moves nothing by itself.
	KindProviderAlias = "provider_alias"
	KindProviderGone  = "provider_config_removed"
	KindTainted       = "tainted"
	KindDeposed       = "deposed"
	KindMovedBlock    = "moved_block"
	KindImpliedMove   = "implied_move"
	KindForget        = "forget"
	KindImport        = "import"
	KindNoPlan        = "no_plan"
	KindPartial       = "partial_plan"
	KindErrored       = "errored_plan"
)

// A Reason is one ground for the verdict.
type Reason struct {
	Stack string
	Kind  string
	Text  string // a sentence without full stop
	// Undecided tells that the reason leaves the verdict open.
	Undecided  bool
	Confidence evidence.Confidence
	Evidence   []evidence.Ref
}

// A Move pairs an object that would be destroyed with the address that would
// create it anew.
type Move struct {
	FromStack, From string
	ToStack, To     string
	Confidence      evidence.Confidence
	Evidence        []evidence.Ref
}

// A Group is creates and deletes that belong together in more ways than one.
type Group struct {
	FromStack, ToStack string
	From, To           []string
	Why                string
	// Optional tells that no pairing would keep the objects.
	Optional bool
}

// An Action is one step that a person must take.
type Action struct {
	Stack string
	Text  string // a sentence without full stop
}

// A Command is a line to run at the project's root, in order. Stack is the
// stack whose state it works on.
type Command struct {
	Stack string
	Line  string
}
