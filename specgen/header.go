package specgen

import (
	"fmt"
	"time"

	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// Header is what a spec says of itself.
type Header struct {
	Title    string
	Number   int    // of the spec, 0 when it has none
	Issue    string // "412", empty when there is none
	IssueURL string
	Author   string
	Now      time.Time
}

// ID is the spec's identifier, such as "SPEC-0007".
func (h Header) ID() string {
	if h.Number == 0 {
		return ""
	}
	return fmt.Sprintf("SPEC-%04d", h.Number)
}

func (h Header) fragments() map[document.Slot]string {
	day := h.Now.Format(time.DateOnly)
	f := map[document.Slot]string{
		document.Title:   escape.Heading(h.Title),
		document.SpecID:  h.ID(),
		document.Status:  "Draft",
		document.Author:  escape.Text(h.Author),
		document.Created: day,
		document.Updated: day,
	}
	switch {
	case h.Issue != "" && h.IssueURL != "":
		f[document.Issue] = fmt.Sprintf("[#%s](%s)", escape.LinkText(h.Issue), escape.URL(h.IssueURL))
	case h.Issue != "":
		f[document.Issue] = "#" + escape.Text(h.Issue)
	}
	return f
}
