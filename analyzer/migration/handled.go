package migration

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// checkBlocks looks at the head's moved blocks in the light of the plan:
// which moves they ask for, and which of them do nothing, less than they say,
// or lead astray.
func checkBlocks(f *Facts, head *tfconfig.Tree) {
	if head == nil || f.Files == nil {
		return
	}
	declared := map[string]bool{}
	for _, b := range f.Files.Blocks {
		if a, ok := parseAddress(b); ok {
			for _, p := range a.prefixes() {
				declared[p] = true
			}
		}
	}
	for i := range f.Handled {
		h := &f.Handled[i]
		if h.Kind != "moved" {
			continue
		}
		if b := blockFor(f.Files.Moved, *h); b != nil {
			h.File, h.Line = b.File, b.Line
		} else {
			h.Implied = true
		}
	}
	if !f.PlanRead {
		for _, b := range f.Files.Moved {
			f.Handled = append(f.Handled, Handled{Stack: f.Stack, Kind: "moved", From: b.From, To: b.To, Note: "no plan shows what it does", File: b.File, Line: b.Line})
		}
		return
	}
	for _, b := range f.Files.Moved {
		if note := f.noteOn(b, declared); note != "" {
			f.Handled = append(f.Handled, Handled{Stack: f.Stack, Kind: "moved", From: b.From, To: b.To, Note: note, File: b.File, Line: b.Line})
		}
	}
}

// noteOn says what is wrong with a moved block, "" when nothing is.
func (f *Facts) noteOn(b MovedBlock, declared map[string]bool) string {
	works := false
	for _, h := range f.Handled {
		if h.Kind == "moved" && !h.Implied && holds(b.From, h.From) {
			works = true
		}
	}
	for _, o := range f.Files.Moved { // a link of a chain works when the chain does
		if !works && o != b && holds(b.From, o.To) && f.moves(o) {
			works = true
		}
	}
	left := 0
	for _, o := range f.Objects {
		if o.Action == "delete" && o.Previous == "" && holds(b.From, o.Address) {
			left++
		}
	}
	switch {
	case works && left > 0:
		return fmt.Sprintf("it moves only part: %s still to be destroyed", count(left, "object under its from address is", "objects under its from address are"))
	case works:
		return ""
	case left > 0:
		return "its from address is still to be destroyed: the block does not apply, or the plan is older"
	case !declared[withoutKeys(b.To)]:
		return "it matches nothing in the state, and its to address is not declared"
	}
	return "it matches nothing in the state (any more)"
}

func (f *Facts) moves(b MovedBlock) bool {
	for _, h := range f.Handled {
		if h.Kind == "moved" && holds(b.From, h.From) {
			return true
		}
	}
	return false
}

// blockFor finds the moved block that asks for a move, directly or as the
// first of a chain.
func blockFor(blocks []MovedBlock, h Handled) *MovedBlock {
	for i := range blocks {
		if holds(blocks[i].From, h.From) {
			return &blocks[i]
		}
	}
	return nil
}

// holds tells whether prefix is addr or something around it.
func holds(prefix, addr string) bool {
	return addr == prefix || len(addr) > len(prefix) && strings.HasPrefix(addr, prefix) && (addr[len(prefix)] == '.' || addr[len(prefix)] == '[')
}

// withoutKeys drops the instance keys from an address of any kind.
func withoutKeys(addr string) string {
	if a, ok := parseAddress(addr); ok {
		return a.blockPath()
	}
	return plainPath(addr)
}

// count writes a number with the right words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
