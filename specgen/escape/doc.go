// Package escape makes untrusted text safe for the place that it lands in: a
// Markdown table cell, running text, a code span, a Mermaid label, HTML, a
// terminal, a URL. Every name from a plan or a repository goes through it.
package escape
