// Package render turns a report into Markdown fragments, terminal text, JSON,
// Mermaid and HTML, one file a format. A renderer decides nothing.
//
// A function takes an analyzer.Report and returns text for one place: a slot of
// a spec, a comment, a terminal. The same report gives the same text, byte for
// byte. Everything that comes from a plan, a repository or a template is
// escaped for where it lands, by package escape. Long lists are folded, and
// what a fold leaves out is counted.
//
// It reads no file and no plan, and knows no document: package document places
// what is written here.
package render
