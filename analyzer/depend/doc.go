// Package depend builds the dependency graph: inside a stack from
// configuration, plan and state, and between stacks from evidence of different
// strength. Every edge carries its evidence.
//
// It works in two steps. [Inspect] makes the [Facts] of one stack: its own
// graph, where it keeps its state, and fingerprints of what its objects are
// known by and mention. Facts hold no value of a plan, so that a job may write
// them to a file for another to join. [Join] links the facts of all stacks to a
// [Graph], whose [Graph.Reach] tells what depends on a node, how far away, and
// by which weakest edge.
//
// The graph inside a stack is never wider than the one that `tofu graph`
// prints, and as narrow as an instance or an attribute where the references
// allow it. What cannot be known is a [Gap], never an edge. What an edge means
// for a change is for package risk to say.
package depend
