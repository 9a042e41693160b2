// Package migration decides whether state has to move before an apply, why,
// and with which blocks or commands. A pairing that the plan cannot prove is
// reported as ambiguous, never guessed.
package migration
