// Package catalog holds facts on resource types as data: what a type is
// called, what it is for, whether it keeps state, and what replacing or
// destroying it costs, each with the page that says so.
//
// The facts live in HCL files beside the code, one folder a provider. A
// provider's files are read when one of its types is looked up for the first
// time, and a row is parsed and decoded when it is asked for: a program that
// never asks pays nothing. A repository extends or overrides rows in its
// .tofuspec.hcl with the same schema.
//
// Lookup never fails. A type without a row gets the facts of the longest
// prefix row, and failing that a name made from the type; Fact.Match tells
// which, so that nobody takes a guess for a fact.
package catalog
