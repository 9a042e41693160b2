// Package eval evaluates Terramate expressions: globals from the root down,
// lets, tm_ functions, and the script blocks that tell which plan file a
// preview would write.
//
// What cannot be evaluated is named with file and line and left unknown; it
// is never guessed. Nothing a script says is ever run.
package eval
