// Package skim proves of simple HCL files that hclsyntax would read them
// without an error, many times faster than hclsyntax, and tells which blocks
// they hold. For the simplest, those that hold nothing but literal text, it also
// gives the syntax tree that hclsyntax would.
//
// It knows a subset of the language only: no template directives, old splats,
// block comments, or escapes that need thought. Of everything else
// it says that it does not know, never that it is right: a file that it takes
// is one that hclsyntax.ParseConfig takes, and a tree is that parser's to the last
// range. Fuzz tests hold it to both.
package skim
