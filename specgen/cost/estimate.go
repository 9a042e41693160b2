package cost

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
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

// A document holds what is read of all versions: 0.x and 1.x write camel
// case, 2.x snake case.
type document struct {
	Currency string    `json:"currency"`
	Projects []project `json:"projects"`
	Past     *number   `json:"pastTotalMonthlyCost"`
	Total    *number   `json:"totalMonthlyCost"`
	Diff     *number   `json:"diffTotalMonthlyCost"`
}

type project struct {
	Name        string     `json:"name"`
	ProjectName string     `json:"project_name"`
	Path        string     `json:"path"`
	Breakdown   *breakdown `json:"breakdown"`
	Diff        *breakdown `json:"diff"`
	Resources   []resource `json:"resources"` // 2.x
}

type breakdown struct {
	Resources   []resource     `json:"resources"`
	Unsupported map[string]int `json:"unsupportedResourceCounts"`
}

type resource struct {
	Name         string      `json:"name"`
	Address      string      `json:"address"`
	ResourceType string      `json:"resourceType"`
	TypeSnake    string      `json:"resource_type"`
	Type         string      `json:"type"`
	MonthlyCost  *number     `json:"monthlyCost"`
	Monthly      *number     `json:"monthly_cost"`
	TotalMonthly *number     `json:"total_monthly_cost"`
	Components   []component `json:"cost_components"`
	Subresources []resource  `json:"subresources"`
}

type component struct {
	Monthly      *number `json:"monthly_cost"`
	TotalMonthly *number `json:"total_monthly_cost"`
}

// number is a price as Infracost writes it: a string or a number.
type number struct{ big.Rat }

func (n *number) UnmarshalJSON(src []byte) error {
	text := strings.Trim(string(src), `"`)
	if text == "" || text == "null" {
		return nil
	}
	if len(text) > 64 || strings.ContainsAny(text, "/_xXpP") || exponent(text) {
		return fmt.Errorf("%d characters that are no price", len(text))
	}
	if _, ok := n.SetString(text); !ok {
		return errors.New("a price that is no number")
	}
	return nil
}

// exponent tells whether a number is written with an exponent of more than
// two digits, which would make it huge.
func exponent(s string) bool {
	i := strings.IndexAny(s, "eE")
	return i >= 0 && len(strings.TrimLeft(s[i+1:], "+-0")) > 2
}

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
		e.subtract(doc.rows(), before.rows())
		e.sort()
		return e, nil
	}
	differs := doc.Diff != nil
	for _, p := range doc.Projects {
		if p.Diff == nil {
			continue
		}
		differs = true
		for _, r := range p.Diff.Resources {
			if c := r.cost(); c != nil && c.Sign() != 0 {
				e.Resources = append(e.Resources, Resource{p.label(), r.address(), r.kind(), c})
				e.Delta.Add(e.Delta, c)
			}
		}
		e.count(p.Breakdown)
	}
	if !differs {
		return nil, errors.New("it holds the present cost and no difference: give the scan before the change as well, as --cost BEFORE..AFTER, or use `infracost diff --format json`")
	}
	if doc.Diff != nil {
		e.Delta = &doc.Diff.Rat
	}
	if doc.Past != nil && doc.Total != nil {
		e.Past, e.Total = &doc.Past.Rat, &doc.Total.Rat
	}
	e.sort()
	return e, nil
}

func parse(src []byte) (*document, error) {
	var d document
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if err := json.Unmarshal(src, &d); err != nil {
		if at, ok := errors.AsType[*json.SyntaxError](err); ok {
			line := 1 + bytes.Count(src[:min(int(at.Offset), len(src))], []byte("\n"))
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		return nil, fmt.Errorf("%w: %w", ErrNotInfracost, err)
	}
	if d.Projects == nil {
		return nil, ErrNotInfracost
	}
	return &d, nil
}

// row is what one scan says of one resource.
type row struct {
	project, address, kind string
}

// rows are the resources of a scan with their cost, nil without a price.
func (d *document) rows() map[row]*big.Rat {
	out := map[row]*big.Rat{}
	for _, p := range d.Projects {
		list := p.Resources
		if p.Breakdown != nil {
			list = append(list, p.Breakdown.Resources...)
		}
		for _, r := range list {
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

// subtract makes the difference of two scans.
func (e *Estimate) subtract(after, before map[row]*big.Rat) {
	e.Past, e.Total = new(big.Rat), new(big.Rat)
	all := map[row]*big.Rat{}
	for k, c := range after {
		if c == nil {
			e.Unpriced[k.kind]++
			continue
		}
		all[k] = new(big.Rat).Set(c)
		e.Total.Add(e.Total, c)
	}
	for k, c := range before {
		if c == nil {
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
func (e *Estimate) count(b *breakdown) {
	if b == nil {
		return
	}
	for kind, n := range b.Unsupported {
		e.Unpriced[kind] += n
	}
	for _, r := range b.Resources {
		if r.cost() == nil {
			e.Unpriced[r.kind()]++
		}
	}
}

func (e *Estimate) sort() {
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
		for k, n := range e.Unpriced {
			out.Unpriced[k] += n
		}
	}
	out.sort()
	return out, nil
}

func (p project) label() string { return cmp.Or(p.Name, p.ProjectName, p.Path) }

func (r resource) address() string { return cmp.Or(r.Address, r.Name) }

func (r resource) kind() string {
	kind := cmp.Or(r.ResourceType, r.TypeSnake, r.Type)
	if kind == "" {
		parts := strings.Split(r.address(), ".")
		for i := 0; i+2 < len(parts) && parts[i] == "module"; i += 2 {
			kind = parts[i+2]
		}
		kind = cmp.Or(kind, parts[0])
	}
	return kind
}

// cost is the resource's monthly cost, nil when it has no price.
func (r resource) cost() *big.Rat {
	for _, n := range []*number{r.MonthlyCost, r.TotalMonthly, r.Monthly} {
		if n != nil {
			return &n.Rat
		}
	}
	var sum *big.Rat
	add := func(c *big.Rat) {
		if sum == nil {
			sum = new(big.Rat)
		}
		sum.Add(sum, c)
	}
	for _, c := range r.Components {
		if n := cmp.Or(c.TotalMonthly, c.Monthly); n != nil {
			add(&n.Rat)
		}
	}
	for _, s := range r.Subresources {
		if c := s.cost(); c != nil {
			add(c)
		}
	}
	return sum
}
