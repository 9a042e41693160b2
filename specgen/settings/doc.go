// Package settings reads a repository's .tofuspec.hcl: which template and
// folders specs use, what headings are also called, what the gate in CI fails
// on, and the repository's own facts on resource types.
//
// The file is optional, and its content is the repository's, not ours: it is
// read with a bound, evaluated without functions and variables, and a block
// that is not as it should be is named with file and line while the rest
// still works.
package settings
