package plan

// Options say what of a plan is kept. The zero value keeps the least: every
// change but the plain no-ops, with paths and no values.
type Options struct {
	// Name is what diagnostics call the document: a file's path as the user
	// knows it, or "standard input". Empty means "plan".
	Name string
	// NoOps keeps changes that do nothing at all. Moves and imports on
	// no-ops are always kept.
	NoOps bool
	// Keep tells for which changes Before and After are kept. Only the head
	// fields (addresses, mode, type, name, index, provider, deposed, actions)
	// are set when it is called. Nil keeps none.
	Keep func(*Change) bool
	// OutputValues keeps Before and After of output changes.
	OutputValues bool
	// Echoes hides what the plan marks sensitive anywhere (in any object, output
	// or input variable) also where it shows in kept values that nothing marks.
	// That needs the whole plan: what goes to Each is not covered.
	Echoes bool
	// Each, when set, is handed every change that would be kept, in document
	// order, and Plan.Changes and Plan.Drift stay empty: memory then holds one
	// change at a time. ReplaceReferences are not known yet at that moment;
	// Plan.ReplaceReferences has them afterwards. An error ends the reading.
	Each func(*Change) error
	// Prior reads prior_state into Plan.Prior.
	Prior bool
	// KeepPrior names the top-level attributes kept of each prior object;
	// nil keeps none.
	KeepPrior func(mode, typ string) []string
	// Config reads configuration into Plan.Config.
	Config bool
}
