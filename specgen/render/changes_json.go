package render

import (
	"strconv"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// ChangesVersion is the version of the JSON that ChangesJSON writes: it grows
// when a name changes its meaning or goes, not when one is added. Its schema is
// docs/changes.schema.json.
const ChangesVersion = 1

// ChangesJSON writes changes as one JSON document, one resource a line.
type ChangesJSON struct{ ChangesOptions }

// Begin opens the document.
func (ChangesJSON) Begin(to []byte) []byte {
	return append(to, `{"version":`+strconv.Itoa(ChangesVersion)+`,"stacks":[`...)
}

// Stack opens a stack.
func (ChangesJSON) Stack(to []byte, s ChangesStack, first bool) []byte {
	if !first {
		to = append(to, ',')
	}
	to = append(to, "\n{\"stack\":"...)
	to = appendJSON(to, s.Path)
	to = append(to, `,"name":`...)
	to = appendJSON(to, s.Name)
	return append(to, `,"resources":[`...)
}

// Change writes one resource.
func (j ChangesJSON) Change(to []byte, c *plan.Change, first bool) ([]byte, int) {
	if !first {
		to = append(to, ',')
	}
	to = append(to, "\n{\"address\":"...)
	to = appendJSON(to, c.Address)
	to = append(to, `,"mode":`...)
	to = appendJSON(to, c.Mode)
	to = appendNullable(to, `,"previous_address":`, c.PreviousAddress)
	to = appendNullable(to, `,"module":`, c.ModuleAddress)
	to = append(to, `,"type":`...)
	to = appendJSON(to, c.Type)
	to = append(to, `,"name":`...)
	to = appendJSON(to, c.Name)
	to = append(to, `,"index":`...)
	to = appendValue(to, c.Index)
	to = appendNullable(to, `,"provider":`, c.Provider)
	to = append(to, `,"actions":`...)
	to = appendStrings(to, c.Actions)
	to = append(to, `,"action":`...)
	to = appendJSON(to, string(c.Action))
	if c.Action == plan.ActionReplace {
		to = append(to, `,"create_before_destroy":`...)
		to = strconv.AppendBool(to, c.CreateFirst)
	}
	to = appendNullable(to, `,"reason":`, c.Reason)
	to = append(to, `,"replace_paths":`...)
	to = appendStrings(to, c.ReplacePaths)
	hole := -1
	if len(c.ReplacePaths) > 0 {
		to = append(to, `,"replace_references":`...)
		hole = len(to)
	}
	to = append(to, `,"importing":`...)
	to = appendImporting(to, c.Importing)
	to = appendNullable(to, `,"deposed":`, c.Deposed)
	to = append(to, `,"changed":`...)
	to = appendStrings(to, c.Changed)
	to = append(to, `,"sensitive":`...)
	to = appendStrings(to, c.Sensitive)
	to = append(to, `,"drift":`...)
	to = strconv.AppendBool(to, c.Drift)
	if c.Deferred != "" {
		to = append(to, `,"deferred":`...)
		to = appendJSON(to, c.Deferred)
	}
	if c.GeneratedConfig {
		to = append(to, `,"generated_config":true`...)
	}
	if j.Details {
		to = append(to, `,"unknown":`...)
		to = appendStrings(to, c.Unknown)
	}
	if j.Values {
		to = appendValues(to, c)
	}
	to = append(to, `,"pointer":`...)
	to = appendJSON(to, c.Pointer)
	return append(to, '}'), hole
}

// appendValues writes the values before and after; where the plan does not say
// which of them are sensitive, that it does not.
func appendValues(to []byte, c *plan.Change) []byte {
	if c.Unmarked {
		return append(to, `,"values_withheld":true`...)
	}
	to = append(to, `,"before":`...)
	to = appendValue(to, shownValue(c, c.Before))
	to = append(to, `,"after":`...)
	return appendValue(to, shownValue(c, c.After))
}

// References writes the references that feed what forces a replacement.
func (ChangesJSON) References(to []byte, refs []string) []byte { return appendStrings(to, refs) }

// EndStack closes a stack with what its plan says beside the changes.
func (j ChangesJSON) EndStack(to []byte, s ChangesStack, _ bool) []byte {
	p := s.Plan
	to = append(to, "],\n\"plan\":{\"state\":"...)
	to = appendJSON(to, string(s.Ref.State))
	to = appendNullable(to, `,"file":`, s.Ref.File)
	to = appendNullable(to, `,"note":`, s.Ref.Note)
	to = append(to, '}')
	if p == nil {
		return append(to, '}')
	}
	to = appendCounts(append(to, `,"counts":`...), p.Counts)
	to = append(to, `,"outputs":`...)
	to = appendList(to, p.Outputs, func(to []byte, o *plan.OutputChange) []byte {
		to = appendText(to, `{"name":`, o.Name)
		to = appendText(to, `,"action":`, string(o.Action))
		to = appendBool(to, `,"sensitive":`, o.Sensitive)
		to = appendBool(to, `,"unknown":`, o.Unknown)
		if j.Values {
			to = appendValue(append(to, `,"before":`...), o.Before)
			to = appendValue(append(to, `,"after":`...), o.After)
		}
		return appendText(to, `,"pointer":`, o.Pointer)
	})
	to = appendBool(to, `,"errored":`, p.Errored)
	to = appendTristate(to, `,"complete":`, p.Complete)
	to = appendTristate(to, `,"applyable":`, p.Applyable)
	to = appendBool(to, `,"partial":`, s.Ref.Partial)
	if len(p.Partial) > 0 {
		to = appendStrings(append(to, `,"left_out":`...), p.Partial)
	}
	to = appendText(to, `,"tool":`, string(p.Tool))
	to = appendText(to, `,"tool_version":`, p.Version)
	to = appendText(to, `,"format_version":`, p.FormatVersion)
	to = appendOptional(to, `,"timestamp":`, p.Timestamp)
	to = append(to, `,"checks":`...)
	to = appendList(to, p.Checks, func(to []byte, c plan.Check) []byte {
		to = appendText(to, `{"address":`, c.Address)
		to = appendText(to, `,"kind":`, c.Kind)
		to = appendText(to, `,"status":`, c.Status)
		return strconv.AppendInt(append(to, `,"problems":`...), int64(c.Problems), 10)
	})
	to = append(to, `,"action_invocations":`...)
	to = appendList(to, p.Actions, func(to []byte, a plan.Invocation) []byte {
		to = appendText(to, `{"address":`, a.Address)
		to = appendText(to, `,"type":`, a.Type)
		to = appendText(to, `,"name":`, a.Name)
		to = appendOptional(to, `,"trigger":`, a.Trigger)
		to = appendOptional(to, `,"event":`, a.Event)
		return appendOptional(to, `,"deferred":`, a.Deferred)
	})
	return append(to, '}')
}

// End closes the document with the totals.
func (ChangesJSON) End(to []byte, t ChangesTotal) []byte {
	to = append(to, "\n],\"totals\":{"...)
	for _, n := range []struct {
		name string
		n    int
	}{
		{`"stacks":`, t.Stacks},
		{`"plans_read":`, t.Read},
		{`"plans_missing":`, t.Missing},
		{`"plans_unreadable":`, t.Unreadable},
		{`"plans_errored":`, t.Errored},
		{`"plans_partial":`, t.Partial},
	} {
		to = append(strconv.AppendInt(append(to, n.name...), int64(n.n), 10), ',')
	}
	to = appendCounts(append(to, `"counts":`...), t.Counts)
	return append(to, "}}\n"...)
}

var _ ChangesFormat = ChangesJSON{}
