package stacks

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A TagQuery selects stacks by their tags. The zero value matches all.
type TagQuery struct {
	any  [][]string // a stack has all tags of one of these; empty: no demand
	none []string   // a stack has none of these
}

// ParseTags reads the queries of --tags, of which one must match, and the tags
// of --no-tags. In a query a comma is OR and a colon is AND, which binds
// tighter.
func ParseTags(tags, noTags []string) (TagQuery, hcl.Diagnostics) {
	var q TagQuery
	var diags hcl.Diagnostics
	check := func(tag, query string) {
		if wrong := invalidTag(tag); wrong != "" {
			diags = append(diags, &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Invalid tag query",
				Detail: fmt.Sprintf("%q in %q: %s.", tag, query, wrong),
			})
		}
	}
	for _, query := range tags {
		if query != "" && strings.Trim(query, ",") == "" {
			q.any = append(q.any, []string{""}) // only commas: matches nothing
		}
		for clause := range strings.SplitSeq(query, ",") {
			var all []string
			for tag := range strings.SplitSeq(clause, ":") {
				check(tag, query)
				all = append(all, tag)
			}
			if clause != "" {
				q.any = append(q.any, all)
			}
		}
	}
	for _, tag := range noTags {
		check(tag, tag)
		q.none = append(q.none, tag)
	}
	return q, diags
}

// IsZero tells whether the query demands nothing.
func (q TagQuery) IsZero() bool { return len(q.any) == 0 && len(q.none) == 0 }

// Match tells whether a stack with these tags is selected.
func (q TagQuery) Match(tags []string) bool {
	for _, tag := range q.none {
		if contains(tags, tag) {
			return false
		}
	}
	if len(q.any) == 0 {
		return true
	}
	for _, all := range q.any {
		if containsAll(tags, all) {
			return true
		}
	}
	return false
}

// Filter returns the stacks that the query selects, in the order given.
func (q TagQuery) Filter(all []*Stack) []*Stack {
	if q.IsZero() {
		return all
	}
	var out []*Stack
	for _, s := range all {
		if q.Match(s.Tags) {
			out = append(out, s)
		}
	}
	return out
}

func contains(tags []string, tag string) bool {
	for _, t := range tags {
		if t == tag {
			return true
		}
	}
	return false
}

func containsAll(tags, all []string) bool {
	for _, tag := range all {
		if !contains(tags, tag) {
			return false
		}
	}
	return true
}
