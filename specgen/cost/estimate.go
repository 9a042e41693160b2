package cost

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// An Estimate is the monthly cost of a change.
type Estimate struct {
	Currency string // "USD"
	// Delta is the change of the monthly cost; Past and Total are the cost
	// before and after, nil where the files do not tell.
	Delta       *big.Rat
	Past, Total *big.Rat
	Resources   []Resource // those whose cost changes, the largest change first
	// Unpriced counts resources that have no price, by type; usage-based ones
	// are among them when no usage was given.
	Unpriced map[string]int
	// Failed are the projects that the files have no cost of: Infracost could
	// not read them, or did not compare them with the past.
	Failed []string
}

// A Resource is one resource whose monthly cost changes.
type Resource struct {
	Project string // as the file names it, a folder as a rule
	Address string
	Type    string
	Delta   *big.Rat
}

// ErrNotInfracost tells that a file is JSON, but not Infracost's.
var ErrNotInfracost = errors.New("not the JSON output of Infracost (infracost diff --format json, or two scans of version 2)")

// errPresent tells that there is nothing to compare with.
var errPresent = errors.New("it holds the present cost and no difference: give the scan before the change as well, as --cost BEFORE..AFTER, or use `infracost diff --format json`")

// Read reads one file with a difference (0.x and 1.x), or the present of a
// 2.x scan; for the latter, past is the scan before the change, else nil.
func Read(src, past []byte) (*Estimate, error) {
	doc, err := parse(src)
	if err != nil {
		return nil, err
	}
	e := &Estimate{Currency: cmp.Or(doc.Currency, "USD"), Delta: new(big.Rat), Unpriced: map[string]int{}}
	if past != nil {
		before, err := parse(past)
		if err != nil {
			return nil, fmt.Errorf("the scan before the change: %w", err)
		}
		if cmp.Or(before.Currency, "USD") != e.Currency {
			return nil, fmt.Errorf("the scans are in %s and %s", before.Currency, e.Currency)
		}
		if len(doc.Projects) == 1 && len(before.Projects) == 1 { // one project, from two checkouts
			before.Projects[0].name = doc.Projects[0].label()
		}
		e.subtract(doc, before)
		e.sort()
		return e, nil
	}
	compared := 0
	for i := range doc.Projects {
		p := &doc.Projects[i]
		if p.failed() || !doc.compares(p) {
			e.Failed = append(e.Failed, p.label())
			continue
		}
		compared++
		for _, r := range p.Diff.Resources {
			if c := r.cost(); c != nil && c.Sign() != 0 {
				e.Resources = append(e.Resources, Resource{p.label(), r.address(), r.kind(), c})
				e.Delta.Add(e.Delta, c)
			}
		}
		e.count(p)
	}
	if compared == 0 && !slices.ContainsFunc(doc.Projects, func(p project) bool { return p.failed() }) && (len(doc.Projects) > 0 || doc.Diff == nil) {
		return nil, errPresent
	}
	if len(e.Failed) == 0 {
		if doc.Diff != nil {
			e.Delta = &doc.Diff.Rat
		}
		if doc.Past != nil && doc.Total != nil {
			e.Past, e.Total = &doc.Past.Rat, &doc.Total.Rat
		}
	}
	e.sort()
	return e, nil
}

// row is what one scan says of one resource.
type row struct {
	project, address, kind string
}

// rows are the resources of a scan with their cost, nil without a price.
// Resources that are free have no row.
func (d *document) rows() map[row]*big.Rat {
	out := map[row]*big.Rat{}
	for i := range d.Projects {
		p := &d.Projects[i]
		list := p.Resources
		if p.Breakdown != nil {
			list = slices.Concat(list, p.Breakdown.Resources)
		}
		for _, r := range list {
			if r.IsFree || p.failed() {
				continue
			}
			k := row{p.label(), r.address(), r.kind()}
			c, was := r.cost(), out[k]
			if c != nil && was != nil {
				c = new(big.Rat).Add(c, was)
			}
			out[k] = cmp.Or(c, was)
		}
	}
	return out
}

// subtract makes the difference of two scans. A project that failed in one of
// them counts in neither.
func (e *Estimate) subtract(after, before *document) {
	failed := map[string]bool{}
	for _, d := range []*document{after, before} {
		for i := range d.Projects {
			if p := &d.Projects[i]; p.failed() && !failed[p.label()] {
				failed[p.label()] = true
				e.Failed = append(e.Failed, p.label())
			}
		}
	}
	for i := range after.Projects {
		e.unsupported(&after.Projects[i])
	}
	e.Past, e.Total = new(big.Rat), new(big.Rat)
	all := map[row]*big.Rat{}
	for k, c := range after.rows() {
		switch {
		case failed[k.project]:
		case c == nil:
			e.Unpriced[k.kind]++
		default:
			all[k] = new(big.Rat).Set(c)
			e.Total.Add(e.Total, c)
		}
	}
	for k, c := range before.rows() {
		if c == nil || failed[k.project] {
			continue
		}
		if all[k] == nil {
			all[k] = new(big.Rat)
		}
		all[k].Sub(all[k], c)
		e.Past.Add(e.Past, c)
	}
	for k, c := range all {
		if c.Sign() != 0 {
			e.Resources = append(e.Resources, Resource{k.project, k.address, k.kind, c})
			e.Delta.Add(e.Delta, c)
		}
	}
}

// count adds what a project could not price.
func (e *Estimate) count(p *project) {
	e.unsupported(p)
	if p.Breakdown == nil {
		return
	}
	for _, r := range p.Breakdown.Resources {
		if r.cost() == nil {
			e.Unpriced[r.kind()]++
		}
	}
}

func (e *Estimate) unsupported(p *project) {
	counts := p.Summary.Unsupported
	if counts == nil && p.Breakdown != nil {
		counts = p.Breakdown.Unsupported
	}
	for kind, n := range counts {
		if n > 0 {
			e.Unpriced[kind] += n
		}
	}
}

func (e *Estimate) sort() {
	slices.Sort(e.Failed)
	slices.SortFunc(e.Resources, func(a, b Resource) int {
		x, y := new(big.Rat).Abs(a.Delta), new(big.Rat).Abs(b.Delta)
		return cmp.Or(y.Cmp(x), cmp.Compare(a.Project, b.Project), cmp.Compare(a.Address, b.Address))
	})
}

// Merge adds up estimates of several stacks.
func Merge(all []*Estimate) (*Estimate, error) {
	if len(all) == 0 {
		return nil, nil //nolint:nilnil // no file, no estimate
	}
	out := &Estimate{Currency: all[0].Currency, Delta: new(big.Rat), Past: new(big.Rat), Total: new(big.Rat), Unpriced: map[string]int{}}
	for _, e := range all {
		if e.Currency != out.Currency {
			return nil, fmt.Errorf("the cost files are in %s and %s", out.Currency, e.Currency)
		}
		out.Delta.Add(out.Delta, e.Delta)
		if e.Past == nil || out.Past == nil {
			out.Past, out.Total = nil, nil
		} else {
			out.Past.Add(out.Past, e.Past)
			out.Total.Add(out.Total, e.Total)
		}
		out.Resources = append(out.Resources, e.Resources...)
		out.Failed = append(out.Failed, e.Failed...)
		for k, n := range e.Unpriced {
			out.Unpriced[k] += n
		}
	}
	out.sort()
	return out, nil
}
