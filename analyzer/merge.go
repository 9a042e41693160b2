package analyzer

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A NamedPart is a part and the file it comes from.
type NamedPart struct {
	File string
	*Part
}

// Merge puts parts together. The result depends on what the parts hold and
// not on their order or on how the stacks were shared out. Parts that do not
// belong together are errors that name the file; stacks that no part covers
// are warnings, and stand in the result as stacks without a plan.
//
// Commit is what the parts should be of; empty means whatever most of them
// are of.
func Merge(parts []NamedPart, commit string) (*Part, hcl.Diagnostics) {
	if len(parts) == 0 {
		return nil, mergeErrors("No parts", "There is nothing to merge.")
	}
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b NamedPart) int { return strings.Compare(a.File, b.File) })
	diags := stale(parts, commit)
	diags = append(diags, disagreeing(parts)...)
	if diags.HasErrors() {
		return nil, diags
	}
	first := parts[0]
	whole := &Part{Version: first.Version, Commit: first.Commit, Order: first.Order, History: first.History}
	from := map[string]NamedPart{}
	for _, p := range parts {
		for _, f := range p.Facts {
			if other, ok := from[f.Stack.Path]; ok {
				if !sameFacts(f, other.fact(f.Stack.Path)) {
					diags = append(diags, mergeErrors("Two parts tell of one stack", fmt.Sprintf(
						"%s and %s both hold %s, and not the same of it.", other.File, p.File, f.Stack.Path))...)
				}
				continue
			}
			from[f.Stack.Path] = p
			whole.Facts = append(whole.Facts, f)
		}
	}
	diags = append(diags, missing(parts, whole, from)...)
	sortFacts(whole.Facts, whole.Order)
	if diags.HasErrors() {
		return nil, diags
	}
	return whole, diags
}

func (p *Part) fact(path string) *Facts {
	for _, f := range p.Facts {
		if f.Stack.Path == path {
			return f
		}
	}
	return nil
}

// stale names the parts of another commit.
func stale(parts []NamedPart, commit string) hcl.Diagnostics {
	votes := map[string]int{}
	for _, p := range parts {
		votes[p.Commit]++
	}
	if commit == "" {
		for c, n := range votes {
			if cmp.Or(cmp.Compare(n, votes[commit]), strings.Compare(commit, c)) > 0 {
				commit = c
			}
		}
	}
	var diags hcl.Diagnostics
	for _, p := range parts {
		if p.Commit != commit {
			diags = append(diags, mergeErrors("Stale part", fmt.Sprintf(
				"%s is of commit %s, and the others are of %s. Delete it or run its job again.", p.File, orNone(p.Commit), orNone(commit)))...)
		}
	}
	return diags
}

func orNone(s string) string { return cmp.Or(s, "(none)") }

// disagreeing names the parts that saw another project than the first.
func disagreeing(parts []NamedPart) hcl.Diagnostics {
	var diags hcl.Diagnostics
	first := parts[0]
	for _, p := range parts[1:] {
		var what string
		switch {
		case p.Version != first.Version:
			what = fmt.Sprintf("were written by different versions of tofuspec (%s and %s)", orNone(first.Version), orNone(p.Version))
		case !slices.Equal(p.Order, first.Order):
			what = "list different stacks; give all jobs the same selection flags"
		case !sameJSON(p.History, first.History):
			what = "were compared with different git bases; fetch the same history in all jobs"
		default:
			continue
		}
		diags = append(diags, mergeErrors("Parts do not belong together", fmt.Sprintf("%s and %s %s.", first.File, p.File, what))...)
	}
	return diags
}

// missing names the shares and the stacks that no part covers, and gives each
// such stack facts that say so.
func missing(parts []NamedPart, whole *Part, from map[string]NamedPart) hcl.Diagnostics {
	var diags hcl.Diagnostics
	have := map[Share]bool{}
	for _, p := range parts {
		if p.Share != nil {
			have[*p.Share] = true
		}
	}
	var lost []string
	of := 0
	for s := range have {
		of = max(of, s.Of)
	}
	for n := 1; n <= min(of, 100_000); n++ {
		if s := (Share{n, of}); !have[s] {
			lost = append(lost, s.String())
		}
	}
	if len(lost) > 0 {
		diags = append(diags, mergeWarning("Missing parts", fmt.Sprintf("No file holds %s %s.", plural(len(lost), "share", "shares"), strings.Join(lost, ", "))))
	}
	var bare []string
	for _, path := range whole.Order {
		if _, ok := from[path]; ok {
			continue
		}
		bare = append(bare, path)
		whole.Facts = append(whole.Facts, &Facts{
			Stack:   Stack{Path: path, Name: path[strings.LastIndexByte(path, '/')+1:]},
			PlanRef: PlanRef{State: PlanMissing, Note: "no part of the matrix covers the stack"},
		})
	}
	if len(bare) > 0 {
		diags = append(diags, mergeWarning("Stacks without a part", fmt.Sprintf("No file covers %s.", strings.Join(bare, ", "))))
	}
	return diags
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func sameFacts(a, b *Facts) bool { return sameJSON(a, b) }

func sameJSON(a, b any) bool {
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

func mergeErrors(summary, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: summary, Detail: detail}}
}

func mergeWarning(summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: detail}
}
