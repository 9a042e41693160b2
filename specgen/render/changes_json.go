package render

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

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
func (ChangesJSON) EndStack(to []byte, s ChangesStack, _ bool) []byte {
	p := s.Plan
	to = append(to, "],\n\"plan\":{\"state\":"...)
	to = appendJSON(to, string(s.Ref.State))
	to = appendNullable(to, `,"file":`, s.Ref.File)
	to = appendNullable(to, `,"note":`, s.Ref.Note)
	to = append(to, '}')
	if p == nil {
		return append(to, '}')
	}
	tail := changesTail{
		Counts: p.Counts, Errored: p.Errored, Complete: p.Complete, Applyable: p.Applyable, Partial: s.Ref.Partial,
		LeftOut: p.Partial, Tool: p.Tool, ToolVersion: p.Version, FormatVersion: p.FormatVersion, Timestamp: p.Timestamp,
		Outputs: []changesOutput{}, Checks: []changesCheck{}, Invocations: []changesInvocation{},
	}
	for _, o := range p.Outputs {
		tail.Outputs = append(tail.Outputs, changesOutput{o.Name, o.Action, o.Sensitive, o.Unknown, o.Pointer})
	}
	for _, c := range p.Checks {
		tail.Checks = append(tail.Checks, changesCheck(c))
	}
	for _, a := range p.Actions {
		tail.Invocations = append(tail.Invocations, changesInvocation(a))
	}
	b, err := json.Marshal(tail)
	if err != nil { // no field of it can fail
		b = []byte("{}")
	}
	if len(b) > 2 {
		to = append(to, ',')
		to = append(to, b[1:len(b)-1]...)
	}
	return append(to, '}')
}

// End closes the document with the totals.
func (ChangesJSON) End(to []byte, t ChangesTotal) []byte {
	b, err := json.Marshal(changesTotals(t))
	if err != nil {
		b = []byte("{}")
	}
	to = append(to, "\n],\"totals\":"...)
	to = append(to, b...)
	return append(to, "}\n"...)
}

type changesTail struct {
	Counts        plan.Counts         `json:"counts"`
	Outputs       []changesOutput     `json:"outputs"`
	Errored       bool                `json:"errored"`
	Complete      *bool               `json:"complete"`
	Applyable     *bool               `json:"applyable"`
	Partial       bool                `json:"partial"`
	LeftOut       []string            `json:"left_out,omitempty"`
	Tool          plan.Tool           `json:"tool"`
	ToolVersion   string              `json:"tool_version"`
	FormatVersion string              `json:"format_version"`
	Timestamp     string              `json:"timestamp,omitempty"`
	Checks        []changesCheck      `json:"checks"`
	Invocations   []changesInvocation `json:"action_invocations"`
}

type changesOutput struct {
	Name      string      `json:"name"`
	Action    plan.Action `json:"action"`
	Sensitive bool        `json:"sensitive"`
	Unknown   bool        `json:"unknown"`
	Pointer   string      `json:"pointer"`
}

type changesCheck struct {
	Address  string `json:"address"`
	Kind     string `json:"kind"`
	Status   string `json:"status"`
	Problems int    `json:"problems"`
}

type changesInvocation struct {
	Address string `json:"address"`
	Type    string `json:"type"`
	Name    string `json:"name"`
	Trigger string `json:"trigger,omitempty"`
	Event   string `json:"event,omitempty"`
}

type changesTotals struct {
	Stacks     int         `json:"stacks"`
	Read       int         `json:"plans_read"`
	Missing    int         `json:"plans_missing"`
	Unreadable int         `json:"plans_unreadable"`
	Errored    int         `json:"plans_errored"`
	Partial    int         `json:"plans_partial"`
	Counts     plan.Counts `json:"counts"`
}

func appendImporting(to []byte, im *plan.Importing) []byte {
	if im == nil {
		return append(to, "null"...)
	}
	to = appendNullable(append(to, '{'), `"id":`, im.ID)
	to = append(to, `,"identity":`...)
	to = strconv.AppendBool(to, im.Identity)
	to = append(to, `,"unknown":`...)
	to = strconv.AppendBool(to, im.Unknown)
	return append(to, '}')
}

func appendNullable(to []byte, name, s string) []byte {
	to = append(to, name...)
	if s == "" {
		return append(to, "null"...)
	}
	return appendJSON(to, s)
}

func appendStrings[S ~string](to []byte, all []S) []byte {
	to = append(to, '[')
	for i, s := range all {
		if i > 0 {
			to = append(to, ',')
		}
		to = appendJSON(to, string(s))
	}
	return append(to, ']')
}

// appendJSON appends a string as JSON. What is not UTF-8 becomes U+FFFD, and
// what a browser or a terminal could act on is escaped.
func appendJSON(to []byte, s string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	from := 0
	for i := 0; i < len(s); {
		b := s[i]
		if b >= 0x20 && b < 0x7f && b != '"' && b != '\\' && b != '<' && b != '>' && b != '&' {
			i++
			continue
		}
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			hidden := r == utf8.RuneError && n == 1 || r >= 0x80 && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
			if hidden {
				to = append(to, s[from:i]...)
				if r == utf8.RuneError {
					to = append(to, `\ufffd`...)
				} else {
					to = append(to, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
				}
				from = i + n
			}
			i += n
			continue
		}
		to = append(to, s[from:i]...)
		switch b {
		case '"', '\\':
			to = append(to, '\\', b)
		case '\n':
			to = append(to, '\\', 'n')
		default:
			to = append(to, '\\', 'u', '0', '0', hex[b>>4], hex[b&15])
		}
		i++
		from = i
	}
	to = append(to, s[from:]...)
	return append(to, '"')
}

var _ ChangesFormat = ChangesJSON{}
