package catalog

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// Guard is a kind of protection.
type Guard string

// The guards.
const (
	// DeletionProtection makes the provider refuse a delete.
	DeletionProtection Guard = "deletion_protection"
	// RecoveryWindow leaves some days in which a delete can be undone.
	RecoveryWindow Guard = "recovery_window"
	// FinalSnapshot keeps a copy of the data.
	FinalSnapshot Guard = "final_snapshot"
	// NotEmpty makes the provider refuse to delete what still holds data.
	NotEmpty Guard = "not_empty"
	// SoftDelete keeps deleted content for a while.
	SoftDelete Guard = "soft_delete"
	// Versioning keeps older contents.
	Versioning Guard = "versioning"
)

// A Protection is an attribute of a type that guards its objects.
// prevent_destroy, which every type has, is not among them: it is a matter of
// the configuration.
type Protection struct {
	Guard     Guard
	Attribute string // path, such as "deletion_protection"
	// On is the value that protects: "true", "false", "> 0", "set" (any
	// value but null, empty and zero) or a literal.
	On string
	// Default is what holds when the attribute is null, in the same terms as
	// the value; empty when it is not known.
	Default string
}

// Holds tells whether the guard is on in an object's values. The second
// result is false when the value is unknown, sensitive or missing without a
// default. An attribute that an object lacks, since its provider is too old to
// have it, switches no deletion protection on, whatever the default is.
func (p Protection) Holds(object plan.Value) (on, known bool) {
	v, found := plan.Lookup(object, steps(p.Attribute)...)
	if v == nil && p.Default != "" {
		v = p.Default
	}
	if !found && p.Guard == DeletionProtection && strings.EqualFold(p.Default, p.On) {
		return false, false
	}
	text, ok := scalar(v)
	if !ok {
		return false, false
	}
	switch p.On {
	case "set":
		return text != "" && text != "0" && text != "false", true
	case "> 0":
		n, err := strconv.ParseFloat(text, 64)
		return err == nil && n > 0, err == nil
	}
	return strings.EqualFold(text, p.On), true
}

// scalar returns a plain value as text, and false for anything else.
func scalar(v plan.Value) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case bool:
		return strconv.FormatBool(v), true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

// steps splits an attribute path as the catalog writes it into lookup steps:
// names and list indexes between dots.
func steps(path string) []any {
	var out []any
	for step := range strings.SplitSeq(path, ".") {
		if n, err := strconv.Atoi(step); err == nil {
			out = append(out, n)
			continue
		}
		out = append(out, step)
	}
	return out
}
