// Package render turns a report into Markdown fragments, terminal text, JSON,
// Mermaid and HTML, one file a format. A renderer decides nothing.
package render
