// Package analyzer turns stacks, their files and their plans into a Report:
// what changes, whether state must move, what can break, each with evidence
// and a confidence.
//
// It works in two steps. Inspect looks at one stack alone and yields Facts,
// which hold no secret and can be written to a file. Join looks across all
// Facts and yields the Report. Both are pure: no file, no clock, no process.
// It never formats for a person; that is specgen's part.
package analyzer
