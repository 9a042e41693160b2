package risk

import (
	_ "embed"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// The attributes whose values expose or unguard something: kind, type,
// attribute path, values, clause, and what else must hold, with "|" between
// them. Lists are searched.
//
//go:embed exposure.txt
var exposureFile string

type exposure struct {
	kind, typ, text string
	path            []string
	value           string
	where           []condition
}

// A condition is about a sibling of the attribute.
type condition struct {
	path     []string
	value    string
	optional bool // an absent sibling does not speak against it
}

// emptied as a value stands for a list that is no longer filled.
const emptied = "(none)"

var exposures = sync.OnceValue(func() []exposure { return readExposures(exposureFile) })

func readExposures(s string) []exposure {
	var out []exposure
	for line := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) < 5 || strings.HasPrefix(f[0], "#") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		e := exposure{kind: f[0], typ: f[1], path: strings.Split(f[2], "."), value: f[3], text: f[4]}
		if len(f) > 5 && f[5] != "" {
			for _, c := range strings.Split(f[5], ",") {
				name, value, _ := strings.Cut(strings.TrimSpace(c), "=")
				value, optional := strings.CutSuffix(value, "?")
				e.where = append(e.where, condition{strings.Split(name, "."), value, optional})
			}
		}
		out = append(out, e)
	}
	return out
}

// newIn tells whether a change exposes something that was not so before.
func (e *exposure) newIn(c *plan.Change) bool {
	if ok, _ := path.Match(e.typ, c.Type); !ok {
		return false
	}
	if e.value == emptied {
		was, known := filled(c.Before, e.path)
		is, sure := filled(c.After, e.path)
		return c.Action == plan.ActionUpdate && known && sure && was && !is
	}
	return holds(c.After, e.path, e.value, e.where) && !holds(c.Before, e.path, e.value, e.where)
}

// filled tells whether a path leads to a list that is not empty, and whether
// that is known.
func filled(v plan.Value, at []string) (full, known bool) {
	for _, name := range at {
		m, ok := v.(map[string]plan.Value)
		if !ok {
			return false, false
		}
		if v, ok = m[name]; !ok {
			return false, false
		}
	}
	switch x := v.(type) {
	case nil:
		return false, true
	case []plan.Value:
		return len(x) > 0, true
	}
	return false, false
}

// holds tells whether a path leads to one of the values, with siblings as
// asked for. Lists are searched.
func holds(v plan.Value, at []string, want string, where []condition) bool {
	switch x := v.(type) {
	case []plan.Value:
		return slices.ContainsFunc(x, func(e plan.Value) bool { return holds(e, at, want, where) })
	case map[string]plan.Value:
		if len(at) == 0 {
			return false
		}
		if len(at) == 1 && !fit(x, where) {
			return false
		}
		return holds(x[at[0]], at[1:], want, where)
	}
	if len(at) > 0 {
		return false
	}
	switch x := v.(type) {
	case string:
		return slices.Contains(strings.Split(want, ","), x)
	case json.Number:
		return slices.Contains(strings.Split(want, ","), x.String())
	case bool:
		return want == "true" && x || want == "false" && !x
	}
	return false
}

// fit tells whether the siblings are as asked for.
func fit(siblings map[string]plan.Value, where []condition) bool {
	for _, c := range where {
		if v := siblings[c.path[0]]; v == nil && c.optional {
			continue
		}
		if !holds(siblings, c.path, c.value, nil) {
			return false
		}
	}
	return true
}
