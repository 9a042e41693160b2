package main

import "strings"

// repeated is the value of a flag that may be given several times, each time with
// one more entry. It stands in for pflag's StringArray, which writes the empty
// default of every such flag as CSV whenever the program starts.
type repeated []string

// Set adds one entry.
func (r *repeated) Set(entry string) error {
	*r = append(*r, entry)
	return nil
}

// String is the default as help shows it.
func (r *repeated) String() string { return strings.Join(*r, ", ") }

// Type names the kind of value in help, unless the flag's usage does.
func (r *repeated) Type() string { return "stringArray" }
