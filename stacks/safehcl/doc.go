// Package safehcl parses HCL that anybody may have written.
//
// The HCL parser calls itself for every bracket, and a file of a few megabytes
// of them ends the program: Go cannot recover from a stack that is full. Here
// such a file is an error like any other. A file with a hundred thousand
// mistakes gives the first few of them, with the number of the others.
package safehcl
