// Package document is a Markdown document with slots: found by heading,
// table header and label, filled, and refreshed without touching a byte that
// a person wrote.
package document
