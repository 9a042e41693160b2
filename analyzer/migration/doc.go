// Package migration decides whether state has to move before an apply, why,
// and with which blocks or commands. A pairing that the plan cannot prove is
// reported as ambiguous, never guessed.
//
// [Inspect] takes from one stack its objects that are created, destroyed or
// replaced, as digests of their values, and what changed in its files since the
// git base: blocks, keys, backend, encryption, providers. [Join] pairs what
// goes with what comes, within a stack and between stacks, and comes to one
// [Verdict] with its reasons, the blocks, and the steps in the order in which
// they are safe.
//
// Pairing looks objects up by digest and is close to linear; it never compares
// all with all. The values themselves are not kept, and nothing here runs a
// command or touches a state.
package migration
