package risk

import (
	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// Facts is what one stack tells about risk before the radius is known. It
// holds no value of the plan.
type Facts struct {
	Stack    string    `json:"stack"`
	Changes  []Change  `json:"changes,omitempty"`
	Outputs  []string  `json:"outputs,omitempty"` // names of outputs that change
	Findings []Finding `json:"findings,omitempty"`
	// Failed are checks and conditions that do not hold, by address.
	Failed []string `json:"failed,omitempty"`
}

// A Change is what one planned change costs, as far as the catalog, the plan
// and the files tell.
type Change struct {
	Address     string      `json:"address"`
	Type        string      `json:"type"`
	Called      string      `json:"called"` // "network load balancer"
	Action      plan.Action `json:"action"`
	CreateFirst bool        `json:"create_first,omitempty"`
	// Known tells that the catalog has a row for the type.
	Known    bool             `json:"known,omitempty"`
	Category catalog.Category `json:"category,omitempty"`
	Weight   int              `json:"weight,omitempty"` // of the criticality, 0 unknown to 4 critical
	// Stateful tells that it keeps data that only it has, which goes with it.
	Stateful bool `json:"stateful,omitempty"`
	Part     bool `json:"part,omitempty"` // a detail of another object
	// Costs are those of what is planned: of replacing, or of destroying.
	Costs []catalog.Cost `json:"costs,omitempty"`
	Why   string         `json:"why,omitempty"`
	// Guards are the protections that hold, and Open those that do not or are
	// not known to.
	Guards         []catalog.Guard `json:"guards,omitempty"`
	Open           []catalog.Guard `json:"open,omitempty"`
	PreventDestroy bool            `json:"prevent_destroy,omitempty"`
	// Changed and Unknown are the attributes that change or are known only
	// after apply.
	Changed []string `json:"changed,omitempty"`
	Unknown []string `json:"unknown,omitempty"`
	// Interrupts tells what an update in place stops for a while, "" for
	// nothing known.
	Interrupts string `json:"interrupts,omitempty"`
	// OneWay tells that an update in place cannot be taken back, and why.
	OneWay string `json:"one_way,omitempty"`
	// Grows tells that all that stays of it is a larger size.
	Grows   bool     `json:"grows,omitempty"`
	Forced  []string `json:"forced,omitempty"` // attributes that force the replacement
	Pointer string   `json:"pointer,omitempty"`
}

func (c *Change) has(cost catalog.Cost) bool {
	for _, have := range c.Costs {
		if have == cost {
			return true
		}
	}
	return false
}

func (c *Change) guarded(g catalog.Guard) bool {
	for _, have := range c.Guards {
		if have == g {
			return true
		}
	}
	return false
}

// rank orders changes that are judged alike: by what they stop, by how much
// hangs on such an object, and what goes before what stays.
func (c *Change) rank() int {
	n := 10*downtime(c).level + 2*c.Weight
	if c.destroys() {
		n++
	}
	return n
}

// destroys tells whether an object goes.
func (c *Change) destroys() bool {
	return c.Action == plan.ActionDelete || c.Action == plan.ActionReplace
}
