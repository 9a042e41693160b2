package render

import (
	"cmp"
	"slices"
	"strings"
)

// A fold is a list that can be shown in part: some of its items, in their
// order, and a line that counts the others.
type fold struct {
	noun  [2]string // what an item is, one and many: "address", "addresses"
	open  string
	items []item
	more  func(n int) string // tells of n items that are left out
	close string
}

// An item is one entry of a fold, with its line break. Items of lower rank
// are kept longer; among equals the earlier.
type item struct {
	text string
	rank int
}

// A folded is a fold as far as there was room for it.
type folded struct {
	text        string
	shown, left int
}

// fit shows as many items as room bytes hold, and at least the count of all
// when that fits.
func (f fold) fit(room int) folded {
	if len(f.items) == 0 {
		return folded{}
	}
	if whole := f.write(nil); len(whole) <= room {
		return folded{text: whole, shown: len(f.items)}
	}
	order := make([]int, len(f.items))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.items[a].rank, f.items[b].rank) })
	used := len(f.open) + len(f.close) + len(f.more(len(f.items)))
	drop := make([]bool, len(f.items))
	shown := 0
	for n, i := range order {
		if used += len(f.items[i].text); used > room {
			for _, i := range order[n:] {
				drop[i] = true
			}
			break
		}
		shown++
	}
	out := folded{text: f.write(drop), shown: shown, left: len(f.items) - shown}
	if len(out.text) > room {
		return folded{left: len(f.items)}
	}
	return out
}

// write writes the items that are not dropped.
func (f fold) write(drop []bool) string {
	var b strings.Builder
	b.WriteString(f.open)
	left := 0
	for i, it := range f.items {
		if drop != nil && drop[i] {
			left++
			continue
		}
		b.WriteString(it.text)
	}
	if left > 0 {
		b.WriteString(f.more(left))
	}
	b.WriteString(f.close)
	return b.String()
}
