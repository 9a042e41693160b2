// Package outline sorts a stack's changes into the groups that a reviewer
// reads: by action, by type, by module, most important first, with what is
// telling about each. It counts and ranks; the words are specgen's.
package outline
