package depend

import (
	"slices"
	"sort"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// instances is which instances of modules and resources a plan knows.
type instances struct {
	modules   map[string][]string // parent module instance + call name to instances, `module.a["x"]`
	resources map[string][]string // module instance + object to instance keys
}

// newInstances collects them from changes and prior objects.
func newInstances(p *plan.Plan) *instances {
	known := &instances{modules: map[string][]string{}, resources: map[string][]string{}}
	if p == nil {
		return known
	}
	seen := map[string]bool{}
	add := func(addr string) {
		if seen[addr] {
			return
		}
		seen[addr] = true
		a := parseAddress(addr)
		at := within(a.module, a.object)
		known.resources[at] = append(known.resources[at], a.key)
		known.addModule(a.module, seen)
	}
	for _, c := range p.Changes {
		if c.Deposed == "" {
			add(c.Address)
		}
	}
	for _, r := range p.Prior {
		if r.Deposed == "" {
			add(r.Address)
		}
	}
	for _, keys := range known.resources {
		sort.Strings(keys)
	}
	for _, insts := range known.modules {
		sort.Strings(insts)
	}
	return known
}

// addModule notes a module instance and those that hold it.
func (k *instances) addModule(module string, seen map[string]bool) {
	for i := 0; i < len(module); {
		end := stepEnd(module, i+len("module."))
		inst := module[:end]
		if !seen["m:"+inst] {
			seen["m:"+inst] = true
			call := inst
			if j := nameEnd(inst, i+len("module.")); j < len(inst) {
				call = inst[:j]
			}
			k.modules[call] = append(k.modules[call], inst)
		}
		i = end + 1
	}
}

func nameEnd(s string, i int) int {
	for i < len(s) && s[i] != '[' && s[i] != '.' {
		i++
	}
	return i
}

// of returns the instance keys of a resource; nil when none is known.
func (k *instances) of(module, object string) []string {
	return slices.Clone(k.resources[within(module, object)])
}
