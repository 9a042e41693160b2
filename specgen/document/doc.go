// Package document is a Markdown document with slots: found by heading,
// table header and label, filled, and refreshed without touching a byte that
// a person wrote.
//
// A slot is a place that the tool may write: a value behind a label, a cell, a
// table's rows, a list's items, a section's text. Parse finds the slots that a
// document has, in whatever order and at whatever heading level; Fill writes
// them. Everything outside the slots that are written keeps its bytes.
//
// A slot is written when its text is the template's, or exactly what Fill
// wrote there last. What was written is known by the hashes in one comment at
// the end of the document. Anything else was written by a person, and stays.
// Rows, items and paragraphs that a person puts before or after the generated
// ones, and ticks, are kept while the slot goes on being refreshed.
//
// Positions come from a Markdown parser (goldmark, as GitHub reads Markdown),
// so that a heading in a fenced block, in front matter or in a comment is none.
package document
