// Package depend builds the dependency graph: inside a stack from plan,
// configuration and state, and between stacks from evidence of different
// strength. Every edge carries its evidence.
package depend
