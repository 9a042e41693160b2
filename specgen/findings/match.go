package findings

import (
	"cmp"
	"path"
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
	EndLine int    // where it ends; 0 when unknown
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
	if f.Address == "" {
		return Resource{}, false
	}
	stacks := map[string]bool{}
	for _, r := range found {
		if r.inPlaceOf(f) {
			return r, true
		}
		stacks[r.Stack] = true
	}
	// The scanner ran in the stack's folder, or tells no file.
	if len(stacks) == 1 && (f.File == "" || !strings.Contains(f.File, "/") && (found[0].File == "" || path.Base(found[0].File) == f.File)) {
		return found[0], true
	}
	return Resource{}, false
}

// inPlaceOf tells whether a finding's file is the resource's, or lies in its
// stack's folder.
func (r Resource) inPlaceOf(f Finding) bool {
	if f.File == "" {
		return false
	}
	if r.File != "" {
		return sameFile(f.File, r.File)
	}
	dir := strings.Trim(r.Stack, "/")
	at := path.Dir(f.File)
	return dir != "" && (at == dir || strings.HasSuffix(at, "/"+dir))
}

// byPlace finds the resource whose block starts in the finding's lines, else
// the one whose block holds the finding's line. Where a block's end is not
// known, a line inside of it decides nothing: it may be another's.
func byPlace(f Finding, resources []Resource) (Resource, bool) {
	var best Resource
	inside := false
	for _, r := range resources {
		if f.Line == 0 || r.Line == 0 || !sameFile(f.File, r.File) {
			continue
		}
		starts := r.Line == f.Line || r.Line > f.Line && r.Line <= f.EndLine
		holds := r.Line < f.Line && f.Line <= r.EndLine
		switch {
		case starts && (best.Line == 0 || inside || r.Line < best.Line):
			best, inside = r, false
		case holds && best.Line == 0:
			best, inside = r, true
		}
	}
	return best, best.Line > 0
}

// sameFile tells whether a finding's path a and a declaration's path b, from
// the project's root, name one file. The scanner may have run above the root,
// or below it; a name without a folder is too little to tell then.
func sameFile(a, b string) bool {
	return a != "" && (a == b || strings.Contains(b, "/") && strings.HasSuffix(a, "/"+b) || strings.Contains(a, "/") && strings.HasSuffix(b, "/"+a))
}

// rank orders severities, worst first.
func rank(severity string) int {
	i := slices.Index([]string{"critical", "high", "medium", "low"}, severity)
	if i < 0 {
		return 4
	}
	return i
}
