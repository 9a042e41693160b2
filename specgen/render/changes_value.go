package render

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// appendValue appends a value of a plan as JSON, its markers as the words that
// stand for them.
func appendValue(to []byte, v plan.Value) []byte {
	switch x := v.(type) {
	case nil:
		return append(to, "null"...)
	case bool:
		return strconv.AppendBool(to, x)
	case json.Number:
		return append(to, x...)
	case string:
		return appendJSON(to, x)
	case plan.Marker:
		return appendJSON(to, x.String())
	case []plan.Value:
		to = append(to, '[')
		for i, e := range x {
			if i > 0 {
				to = append(to, ',')
			}
			to = appendValue(to, e)
		}
		return append(to, ']')
	case map[string]plan.Value:
		to = append(to, '{')
		for i, k := range slices.Sorted(maps.Keys(x)) {
			if i > 0 {
				to = append(to, ',')
			}
			to = append(appendJSON(to, k), ':')
			to = appendValue(to, x[k])
		}
		return append(to, '}')
	}
	return append(to, "null"...)
}

// shownValue cuts an object down to the top-level attributes that change; of a
// create or a delete all is shown.
func shownValue(c *plan.Change, v plan.Value) plan.Value {
	m, ok := v.(map[string]plan.Value)
	if !ok || c.Before == nil || c.After == nil {
		return v
	}
	out := map[string]plan.Value{}
	for _, p := range c.Changed {
		if root := p.Root(); root != "" {
			if e, ok := m[root]; ok {
				out[root] = e
			}
		}
	}
	return out
}

func sortedKeys(m map[string]plan.Value) []string { return slices.Sorted(maps.Keys(m)) }
