package specgen

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/specgen/cost"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/findings"
)

// Header is what a spec says of itself. Texts are plain, not Markdown. What
// is not known is empty, and its slot stays as it is.
type Header struct {
	Title  string
	Number int // of the spec, 0 when it has none
	Issue  Issue
	Author string
	Date   string // today, YYYY-MM-DD
	// Dir is the spec's folder as a path from the project's root, with
	// forward slashes; links are relative to it.
	Dir string
	// Cost is what the change costs; nil when no estimate was given.
	Cost *cost.Estimate
	// Priced tells that the spec holds prices of an estimate given earlier;
	// they stay when none is given now.
	Priced bool
	// Findings are what scanners reported, nil when no file was given.
	Findings []findings.Finding
}

// Priced tells whether a spec holds prices that a former run wrote.
func Priced(doc *document.Document) bool {
	for _, s := range doc.Slots() {
		if s.Slot == document.CostTable {
			return s.Written && !strings.Contains(s.Text, "$X")
		}
	}
	return false
}

// ID is the spec's identifier, such as "SPEC-0007".
func (h Header) ID() string {
	if h.Number == 0 {
		return ""
	}
	return fmt.Sprintf("SPEC-%04d", h.Number)
}

// FileName is a new spec's file name.
func (h Header) FileName() string { return FileName(h.Number, h.Issue.Number, h.Title) }

func (h Header) fragments() map[document.Slot]string {
	return map[document.Slot]string{
		document.Title:   escape.Heading(h.Title),
		document.SpecID:  h.ID(),
		document.Issue:   h.Issue.Markdown(),
		document.Status:  "Draft",
		document.Author:  escape.Text(h.Author),
		document.Created: h.Date,
		document.Updated: h.Date,
	}
}

// Keep takes out of a refresh what a spec says of itself and has said before:
// its number, its author and the day it was made do not change because
// somebody else runs the tool on another day.
func Keep(fragments map[document.Slot]string, doc *document.Document, given Header) {
	for _, s := range doc.Slots() {
		if !s.Written {
			continue
		}
		switch {
		case s.Slot == document.SpecID, s.Slot == document.Status, s.Slot == document.Author, s.Slot == document.Created,
			s.Slot == document.Title && given.Title == "",
			s.Slot == document.Issue && (given.Issue.Number == 0 || given.Issue.URL == "" && strings.Contains(s.Text, given.Issue.Markdown()+"]")):
			fragments[s.Slot] = s.Text
		}
	}
}
