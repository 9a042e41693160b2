// Package risk judges what can break: blast radius, rollback complexity,
// downtime, exposure. Every judgement has reasons, evidence and a confidence,
// and a plan alone never proves "safe".
//
// [Inspect] takes from one stack's plan what a judgement needs: the changes
// with the facts that the catalog knows of their types, the protections that
// stand in their way, and what they open or switch off. [Join] puts the stacks
// together with the graph of package depend: it follows the changes to what
// they reach, takes the worst level that any reason gives, and asks a question
// where the plans leave it undecided.
//
// Facts about resource types are the catalog's; here are only rules that hold
// for all of them. Two of them are held by tests: a further change never lowers
// a level, and less knowledge never raises a confidence.
package risk
