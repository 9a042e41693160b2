package render

import (
	"fmt"

	"github.com/tofuspec/tofuspec/specgen/escape"
)

// A StayedText is a slot of the spec that holds a person's text, and what the
// report says of it now.
type StayedText struct {
	Slot  string
	Line  int // in the spec, base 1
	Fresh string
}

// stayedFold shows what the spec would say where a person wrote it anew, to be
// compared and copied.
func stayedFold(o CommentOptions) fold {
	f := fold{noun: [2]string{"edited slot", "edited slots"}, close: endDetails, more: moreBullets}
	for _, s := range o.Stayed {
		f.items = append(f.items, item{text: fmt.Sprintf("%s, line %d:\n\n%s\n", escape.Text(s.Slot), s.Line, escape.Fence("markdown", s.Fresh))})
	}
	f.open = details(fmt.Sprintf("Edited in the spec, and said otherwise now: %s", count(len(f.items), "slot", "slots")))
	return f
}
