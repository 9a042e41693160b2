// Package outline sorts a stack's changes into the groups that a reviewer
// reads: by action, by type, by module, most important first, with what is
// telling about each. It counts and ranks; the words around them are
// specgen's.
//
// Inspect turns a plan into Facts, which hold names of kinds but no values
// except the telling ones, and can be written to a file. Rows turns Facts into
// rows of groups. Every change is in exactly one row, and every row in
// exactly one group: what the rows count is what the plan counts.
package outline
