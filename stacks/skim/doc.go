// Package skim proves of simple HCL files that hclsyntax would read them
// without an error, many times faster than hclsyntax, and tells which blocks
// they hold.
//
// It knows a subset of the language only: no heredocs, directives, splats, for
// expressions, block comments or escapes that need thought. Of everything else
// it says that it does not know, never that it is right: a file that it takes
// is one that hclsyntax.ParseConfig takes, which a fuzz test holds it to.
package skim
