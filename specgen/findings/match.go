package findings

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A Resource is what a finding can match.
type Resource struct {
	Stack   string // path as Terramate writes it
	Address string
	File    string // from the project's root
	Line    int    // where its block starts, base 1
}

// A Match is a finding and the resource that it speaks of.
type Match struct {
	Finding
	Resource Resource
}

var index = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[[^\]]*\]`)
})

// block returns an address without instance keys: what a scanner of files
// knows.
func block(address string) string { return index().ReplaceAllString(address, "") }

// Attach matches findings to resources, and counts those that match none. An
// address counts where one resource alone has it, or the finding's file lies
// in the resource's stack; else the file and the line decide.
func Attach(all []Finding, resources []Resource) (matched []Match, unmatched int) {
	byAddress := map[string][]Resource{}
	for _, r := range resources {
		byAddress[block(r.Address)] = append(byAddress[block(r.Address)], r)
	}
	for _, f := range all {
		if r, ok := byName(f, byAddress[block(f.Address)]); ok {
			matched = append(matched, Match{f, r})
			continue
		}
		if r, ok := byPlace(f, resources); ok {
			matched = append(matched, Match{f, r})
			continue
		}
		unmatched++
	}
	slices.SortStableFunc(matched, func(a, b Match) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), cmp.Compare(a.Resource.Stack, b.Resource.Stack),
			cmp.Compare(a.Resource.Address, b.Resource.Address), cmp.Compare(a.Rule, b.Rule))
	})
	return matched, unmatched
}

func byName(f Finding, found []Resource) (Resource, bool) {
	if f.Address == "" || len(found) == 0 {
		return Resource{}, false
	}
	var in []Resource
	stacks := map[string]bool{}
	for _, r := range found {
		stacks[r.Stack] = true
		dir := strings.Trim(r.Stack, "/") + "/"
		if f.File != "" && (r.File != "" && sameFile(f.File, r.File) || strings.Contains("/"+f.File, "/"+dir)) {
			in = append(in, r)
		}
	}
	switch {
	case len(in) > 0:
		return in[0], true
	case len(stacks) == 1:
		return found[0], true
	}
	return Resource{}, false
}

// byPlace finds the resource whose block starts in the finding's lines. A line
// inside of a block decides nothing: the block may be one that does not change
// and is not among the resources.
func byPlace(f Finding, resources []Resource) (Resource, bool) {
	var best Resource
	for _, r := range resources {
		if f.Line == 0 || r.Line == 0 || !sameFile(f.File, r.File) {
			continue
		}
		starts := r.Line == f.Line || r.Line > f.Line && r.Line <= f.EndLine
		if starts && (best.Line == 0 || r.Line < best.Line) {
			best = r
		}
	}
	return best, best.Line > 0
}

// sameFile tells whether two paths name one file, where one may be written
// from a folder above the other's.
func sameFile(a, b string) bool {
	return a != "" && b != "" && (a == b || strings.HasSuffix(a, "/"+b) || strings.HasSuffix(b, "/"+a) && strings.Contains(a, "/"))
}

// rank orders severities, worst first.
func rank(severity string) int {
	i := slices.Index([]string{"critical", "high", "medium", "low"}, severity)
	if i < 0 {
		return 4
	}
	return i
}
