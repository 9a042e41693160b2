package outline

import (
	"strconv"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// telling returns the attributes that the catalog allows to be shown, where
// they differ and both sides are plain, short and not sensitive.
func telling(ch *plan.Change, f catalog.Fact) []Telling {
	if ch.Action != plan.ActionUpdate && ch.Action != plan.ActionReplace {
		return nil
	}
	var out []Telling
	for _, t := range f.Telling {
		before, _ := at(ch.Before, t.Path)
		after, _ := at(ch.After, t.Path)
		b, ok := shown(before)
		a, fine := shown(after)
		if after == plan.Unknown {
			a, fine = "", true
		}
		if ok && fine && a != b {
			out = append(out, Telling{Path: path(t.Path), Label: t.Label, Before: b, After: a})
		}
	}
	return out
}

// shown returns a plain value, or a list of up to three of them, as text.
func shown(v plan.Value) (string, bool) {
	items, ok := v.([]plan.Value)
	if !ok {
		return word(v)
	}
	const most = 3
	if len(items) == 0 || len(items) > most {
		return "", false
	}
	var out []string
	for _, item := range items {
		s, ok := word(item)
		if !ok {
			return "", false
		}
		out = append(out, s)
	}
	return strings.Join(out, ", "), true
}

// label returns the object's own name, from the side that exists after the
// change, or before it when it is destroyed.
func label(ch *plan.Change, f catalog.Fact) string {
	for _, path := range f.Label {
		for _, side := range []plan.Value{ch.After, ch.Before} {
			v, _ := at(side, path)
			if s, isText := v.(string); isText {
				if name, version, ok := strings.Cut(s, "@"); ok && strings.Contains(name, "/") && !strings.ContainsAny(version, "/@:") {
					s = name // an API type, such as Microsoft.Storage/storageAccounts@2023-01-01
				}
				if text, ok := word(s); ok {
					return text
				}
			}
		}
	}
	return ""
}

// variant returns the sort of object, when it is one plain lower-case word.
func variant(ch *plan.Change, f catalog.Fact) string {
	if f.Variant == "" {
		return ""
	}
	const longest = 16
	for _, side := range []plan.Value{ch.After, ch.Before} {
		v, _ := at(side, f.Variant)
		s, ok := v.(string)
		if ok && s != "" && len(s) <= longest && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" {
			return s
		}
	}
	return ""
}

// at walks into a value by a path as the catalog writes it: names and list
// indexes between dots.
func at(v plan.Value, path string) (plan.Value, bool) {
	var steps []any
	for step := range strings.SplitSeq(path, ".") {
		if n, err := strconv.Atoi(step); err == nil {
			steps = append(steps, n)
			continue
		}
		steps = append(steps, step)
	}
	return plan.Lookup(v, steps...)
}

// path writes a catalog path as HCL does.
func path(catalogPath string) plan.Path {
	var b strings.Builder
	for i, step := range strings.Split(catalogPath, ".") {
		switch _, err := strconv.Atoi(step); {
		case err == nil:
			b.WriteString("[" + step + "]")
		case i > 0:
			b.WriteString("." + step)
		default:
			b.WriteString(step)
		}
	}
	return plan.Path(b.String())
}
