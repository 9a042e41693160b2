// Package escape makes untrusted text safe for the place that it lands in: a
// Markdown table cell, running text, a code span, a Mermaid label, HTML, a
// terminal, a URL. Every name from a plan or a repository goes through it,
// once, at the place where the Markdown is put together; escaping what is
// escaped already shows the escapes.
//
// What every function here promises: the result is valid UTF-8 on one line
// (Fence and Block keep their line breaks), characters that turn the reading
// direction or cannot be seen are replaced, and nothing in the result starts
// or ends a construct of the language around it. Markdown results call nobody: a
// mention, an issue reference, a bare address or a quick action stays plain
// text on GitHub and on GitLab.
//
// An address, a path or an attribute is best shown by Code (CodeCell in a
// table), which keeps it to the letter.
package escape
