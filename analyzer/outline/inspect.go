package outline

import (
	"cmp"
	"encoding/json"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// Inspect outlines a plan. Plain no-ops are left out. Telling values, labels and variants need the
// bodies that catalog.Keep asks for; without them the outline has none.
// Neither argument is nil.
func Inspect(p *plan.Plan, c *catalog.Catalog) *Facts {
	f := &Facts{Kinds: map[string]Kind{}}
	for _, ch := range p.Changes {
		if one := f.inspect(ch, c); one.Verb() != "" {
			f.Changes = append(f.Changes, one)
		}
	}
	for _, ch := range p.Drift {
		if one := f.inspect(ch, c); one.Verb() != "" {
			f.Drift = append(f.Drift, one)
		}
	}
	for _, o := range p.Outputs {
		f.Outputs = append(f.Outputs, Output{Name: o.Name, Action: o.Action, Sensitive: o.Sensitive, Unknown: o.Unknown})
	}
	return f
}

// Locate fills in where each resource is declared. Find answers with an empty
// file when it does not know.
func (f *Facts) Locate(find func(*Change) (file string, line, end int)) {
	for _, list := range [][]Change{f.Changes, f.Drift} {
		for i := range list {
			list[i].File, list[i].Line, list[i].EndLine = find(&list[i])
		}
	}
}

func (f *Facts) inspect(ch *plan.Change, c *catalog.Catalog) Change {
	if ch.Action == plan.ActionNoOp && ch.Importing == nil && !ch.Moves() {
		return Change{Action: ch.Action} // most of a large plan
	}
	fact := c.Lookup(ch.Type)
	if _, ok := f.Kinds[ch.Type]; !ok {
		f.Kinds[ch.Type] = Kind{
			Singular: fact.Singular, Plural: fact.Plural, Summary: fact.Summary, Category: string(fact.Category),
			Weight: fact.Criticality.Weight(), Part: fact.Part, Stateful: fact.Stateful, Billed: fact.Billed,
			Known: fact.Known(),
		}
	}
	out := Change{
		Address: ch.Address, PreviousAddress: ch.PreviousAddress, ModuleAddress: ch.ModuleAddress,
		Mode: ch.Mode, Type: ch.Type, Name: ch.Name, Deposed: ch.Deposed,
		Action: ch.Action, Actions: ch.Actions, CreateFirst: ch.CreateFirst, Reason: ch.Reason,
		Importing: ch.Importing != nil, ReplacePaths: ch.ReplacePaths, Changed: ch.Changed, Pointer: ch.Pointer,
	}
	named := ""
	out.Nick, named = nick(ch, fact, c)
	if !ch.Moves() {
		out.PreviousAddress = ""
	}
	if !ch.Unmarked {
		out.Telling = telling(ch, fact)
		out.Label = label(ch, fact)
		out.Variant = variant(ch, fact)
	}
	if out.Label == "" && out.Nick == "" {
		out.Label = cmp.Or(key(ch.Index), named)
	}
	return out
}

// key returns an instance key that a person can read, and "" for a number,
// which names nothing.
func key(index any) string {
	if s, ok := index.(string); ok {
		if text, fine := word(s); fine {
			return text
		}
	}
	return ""
}

// word returns v as text when it is a plain value that is short and made of
// the characters of names, versions and numbers. Anything else is not for a
// table, be it a policy, a script or what may be a key.
func word(v plan.Value) (string, bool) {
	var s string
	switch v := v.(type) {
	case string:
		s = v
	case json.Number:
		s = v.String()
	case bool:
		if v {
			return "on", true
		}
		return "off", true
	default:
		return "", false
	}
	const longest = 64
	if s == "" || len(s) > longest {
		return "", false
	}
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		case r == '.', r == '-', r == '_', r == '/', r == ':', r == '+', r == '*':
		default:
			return "", false
		}
	}
	return s, true
}
