package analyzer

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
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
// are warnings, and stand in the result as stacks without a plan. Where one
// part has a stack's plan and another does not, the plan counts.
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
	whole := &Part{Version: first.Version, Commit: first.Commit, Head: first.Head, Order: first.Order, History: first.History}
	told := map[string]toldBy{}
	for _, p := range parts {
		for _, f := range p.Facts {
			old, twice := told[f.Stack.Path]
			switch {
			case !twice, old.facts.PlanRef.State == PlanMissing && f.PlanRef.State != PlanMissing:
				told[f.Stack.Path] = toldBy{p.File, f}
			case old.facts.PlanRef.State != PlanMissing && f.PlanRef.State == PlanMissing, sameJSON(f, old.facts):
			default:
				diags = append(diags, mergeErrors("Two parts tell of one stack", fmt.Sprintf(
					"%s and %s both hold %s, and not the same of it.", old.file, p.File, f.Stack.Path))...)
			}
		}
	}
	for _, path := range whole.Order {
		if t, ok := told[path]; ok {
			whole.Facts = append(whole.Facts, t.facts)
		}
	}
	diags = append(diags, missing(parts, whole, told)...)
	sortFacts(whole.Facts, whole.Order)
	if diags.HasErrors() {
		return nil, diags
	}
	return whole, diags
}

// toldBy is facts and the file that they are from.
type toldBy struct {
	file  string
	facts *Facts
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
		case p.Head != first.Head:
			what = fmt.Sprintf("are of different heads of the pull request (%s and %s)", orNone(first.Head), orNone(p.Head))
		case p.Version != first.Version:
			what = fmt.Sprintf("were written by different versions of tofuspec (%s and %s)", orNone(first.Version), orNone(p.Version))
		case !slices.Equal(p.Order, first.Order):
			what = "list different stacks; they are of different projects, or of different states of one"
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
func missing(parts []NamedPart, whole *Part, told map[string]toldBy) hcl.Diagnostics {
	var diags hcl.Diagnostics
	if lost := lostShares(parts); len(lost) > 0 {
		diags = append(diags, mergeWarning("Missing parts", fmt.Sprintf("No file holds %s %s.", plural(len(lost), "share", "shares"), few(lost))))
	}
	var bare []string
	for _, path := range whole.Order {
		if _, ok := told[path]; ok {
			continue
		}
		bare = append(bare, path)
		whole.Facts = append(whole.Facts, &Facts{
			Stack:   Stack{Path: path, Name: path[strings.LastIndexByte(path, '/')+1:]},
			PlanRef: PlanRef{State: PlanMissing, Note: "no part of the matrix covers the stack"},
		})
	}
	if len(bare) > 0 {
		diags = append(diags, mergeWarning("Stacks without a part", fmt.Sprintf("No file covers %s.", few(bare))))
	}
	return diags
}

// lostShares lists the shares that no part is. Parts of a matrix that was
// shared out in another way are passed over once one way is complete.
func lostShares(parts []NamedPart) []string {
	have := map[int]map[int]bool{}
	for _, p := range parts {
		if s := p.Share; s != nil {
			if have[s.Of] == nil {
				have[s.Of] = map[int]bool{}
			}
			have[s.Of][s.Number] = true
		}
	}
	var lost []string
	for _, of := range slices.Sorted(maps.Keys(have)) {
		if len(have[of]) == of {
			return nil
		}
		for n := 1; n <= of; n++ {
			if !have[of][n] {
				lost = append(lost, Share{n, of}.String())
			}
		}
	}
	return lost
}

// few lists the first of many names.
func few(names []string) string {
	const most = 20
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

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
