package plan

// Options say what of a plan is kept. The zero value keeps the least: every
// change but the plain no-ops, with paths and no values.
type Options struct {
	// NoOps keeps changes that do nothing at all. Moves and imports on
	// no-ops are always kept.
	NoOps bool
	// Keep tells for which changes Before and After are kept. Only Actions,
	// Address, Type and the other head fields are set when it is called.
	// Nil keeps none.
	Keep func(*Change) bool
	// Prior reads prior_state.
	Prior bool
	// KeepPrior names the top-level attributes kept of each prior object;
	// nil keeps none.
	KeepPrior func(mode, typ string) []string
	// Config reads configuration.
	Config bool
}
