// Package git asks the git binary what the project needs to know of history:
// the base reference, the changed files, and a past revision as an fs.FS.
//
// The number of git processes is constant, whatever the number of files.
package git
