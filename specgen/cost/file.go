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

// A document holds what is read of all versions: 0.x and 1.x write camel
// case (internal/output/output.go in infracost/infracost), 2.x snake case
// (internal/format/json.go in infracost/cli).
type document struct {
	Currency string    `json:"currency"`
	Projects []project `json:"projects"`
	Past     *number   `json:"pastTotalMonthlyCost"`
	Total    *number   `json:"totalMonthlyCost"`
	Diff     *number   `json:"diffTotalMonthlyCost"`
	Metadata struct {
		Command string `json:"infracostCommand"`
	} `json:"metadata"`
}

type project struct {
	name        string // in the place of the file's, where it is known better
	Name        string `json:"name"`
	ProjectName string `json:"project_name"`
	Path        string `json:"path"`
	Metadata    struct {
		Type   string            `json:"type"`
		Folder string            `json:"vcsSubPath"`
		Errors []json.RawMessage `json:"errors"`
	} `json:"metadata"`
	PastBreakdown *breakdown `json:"pastBreakdown"`
	Breakdown     *breakdown `json:"breakdown"`
	Diff          *breakdown `json:"diff"`
	Summary       struct {
		Unsupported map[string]int `json:"unsupportedResourceCounts"`
	} `json:"summary"`
	Resources   []resource   `json:"resources"`   // 2.x
	Diagnostics []diagnostic `json:"diagnostics"` // 2.x
}

type diagnostic struct {
	Severity string `json:"severity"`
}

type breakdown struct {
	Resources   []resource     `json:"resources"`
	Total       *number        `json:"totalMonthlyCost"`
	Unsupported map[string]int `json:"unsupportedResourceCounts"` // 0.8
}

type resource struct {
	Name         string      `json:"name"`
	Address      string      `json:"address"`
	ResourceType string      `json:"resourceType"`
	Type         string      `json:"type"`
	MonthlyCost  *number     `json:"monthlyCost"`
	IsSupported  *bool       `json:"is_supported"`
	IsFree       bool        `json:"is_free"`
	Components   []component `json:"cost_components"`
	Subresources []resource  `json:"subresources"`
}

// A component is a part of a resource's cost in 2.x. A quantity of nothing at
// a price is a use that nobody told.
type component struct {
	Price    *number `json:"price"`
	Quantity *number `json:"quantity"`
	Total    *number `json:"total_monthly_cost"`
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

// label is what the project is called: its folder in the repository, where
// the file tells, since names can hold a machine's paths.
func (p *project) label() string {
	return cmp.Or(p.name, p.Metadata.Folder, p.Name, p.ProjectName, p.Path)
}

// failed tells whether Infracost could not read the project.
func (p *project) failed() bool {
	return len(p.Metadata.Errors) > 0 || len(p.Resources) == 0 && slices.Contains(p.Diagnostics, diagnostic{"critical"})
}

// changes tells whether the project's present differs from its past.
func (p *project) changes() bool {
	return p.PastBreakdown != nil && len(p.PastBreakdown.Resources) > 0 && p.Diff != nil && len(p.Diff.Resources) > 0
}

// compares tells whether a project's difference is one from the past.
// `infracost breakdown` of a folder writes a difference too, from nothing or
// from itself, that means nothing; of a plan it is what the plan does.
func (d *document) compares(p *project) bool {
	if p.Diff == nil {
		return false
	}
	if d.Metadata.Command == "diff" || !folder(p) {
		return true
	}
	return d.Metadata.Command != "breakdown" && slices.ContainsFunc(d.Projects, func(p project) bool { return folder(&p) && p.changes() })
}

// folder tells whether a project was read from a folder's files, and not from
// a plan, which knows the past.
func folder(p *project) bool { return strings.HasSuffix(p.Metadata.Type, "_dir") }

func (r resource) address() string { return cmp.Or(r.Address, r.Name) }

func (r resource) kind() string {
	kind := cmp.Or(r.ResourceType, r.Type)
	if kind == "" {
		parts := strings.Split(r.address(), ".")
		for i := 0; i+2 < len(parts) && parts[i] == "module"; i += 2 {
			kind = parts[i+2]
		}
		kind = cmp.Or(kind, parts[0])
	}
	return kind
}

// cost is the resource's monthly cost, nil when it has no price, or when all
// that it costs depends on a use that is not told.
func (r resource) cost() *big.Rat {
	if r.MonthlyCost != nil {
		return &r.MonthlyCost.Rat
	}
	if r.IsSupported != nil && !*r.IsSupported {
		return nil
	}
	var sum *big.Rat
	add := func(c *big.Rat) {
		if sum == nil {
			sum = new(big.Rat)
		}
		sum.Add(sum, c)
	}
	for _, c := range r.Components {
		if c.Total != nil && !c.untold() {
			add(&c.Total.Rat)
		}
	}
	for _, s := range r.Subresources {
		if c := s.cost(); c != nil {
			add(c)
		}
	}
	return sum
}

// untold tells whether a component costs by use, and the use is not known.
func (c component) untold() bool {
	return c.Total.Sign() == 0 && c.Price != nil && c.Price.Sign() > 0 && c.Quantity != nil && c.Quantity.Sign() == 0
}
