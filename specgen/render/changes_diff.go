package render

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

const (
	mostValue = 120 // characters of one value
	mostGone  = 40  // of a value that gives way to one that nobody knows yet
	mostLines = 12  // of a text or list, on either side
)

// valueLines tell the values that change, path by path: what a create or a
// delete sets, one attribute a line, else only what differs. Lines below a path
// are indented.
func valueLines(c *plan.Change) []string {
	if c.Unmarked {
		return []string{"values withheld: this plan does not say which are sensitive"}
	}
	if c.Before == nil || c.After == nil {
		only, _ := c.Before.(map[string]plan.Value)
		if c.Before == nil {
			only, _ = c.After.(map[string]plan.Value)
		}
		var out []string
		for _, k := range sortedKeys(only) {
			if only[k] != nil {
				out = append(out, string(plan.Path("").Key(k))+" = "+shorten(valueWords(only[k]), mostValue))
			}
		}
		return out
	}
	d := &valueDiff{}
	d.walk("", shownValue(c, c.Before), shownValue(c, c.After))
	for _, p := range c.Changed {
		if !d.told(p) {
			d.line(p, ": "+plan.Sensitive.String()+" changes")
		}
	}
	return d.lines
}

// A valueDiff collects lines on how two values differ.
type valueDiff struct {
	lines []string
	paths []plan.Path
}

func (d *valueDiff) line(p plan.Path, text string, below ...string) {
	d.paths = append(d.paths, p)
	d.lines = append(append(d.lines, string(p)+text), below...)
}

// told tells whether a line speaks of p, of what holds it, or of a part of it.
func (d *valueDiff) told(p plan.Path) bool {
	for _, q := range d.paths {
		long, short := string(p), string(q)
		if len(short) > len(long) {
			long, short = short, long
		}
		if strings.HasPrefix(long, short) && (len(long) == len(short) || long[len(short)] == '.' || long[len(short)] == '[') {
			return true
		}
	}
	return false
}

func (d *valueDiff) walk(p plan.Path, b, a plan.Value) {
	if reflect.DeepEqual(b, a) {
		return
	}
	switch x := b.(type) {
	case map[string]plan.Value:
		if y, ok := a.(map[string]plan.Value); ok {
			for _, k := range unitedKeys(x, y) {
				d.walk(p.Key(k), x[k], y[k])
			}
			return
		}
	case []plan.Value:
		if y, ok := a.([]plan.Value); ok {
			d.list(p, x, y)
			return
		}
	case string:
		if y, ok := a.(string); ok {
			d.text(p, x, y)
			return
		}
	}
	d.line(p, " = "+fromTo(b, a))
}

// fromTo writes two values side by side. Of two that are long what they begin
// with in common is left out, so that the difference shows.
func fromTo(b, a plan.Value) string {
	x, y := valueWords(b), valueWords(a)
	most := mostValue
	if a == plan.Unknown {
		most = mostGone
	}
	if shorten(x, most) != x || shorten(y, mostValue) != y {
		if n := inCommon(x, y); n > mostGone/2 {
			x, y = "…"+x[n:], "…"+y[n:]
		}
	}
	return shorten(x, most) + " -> " + shorten(y, mostValue)
}

// inCommon counts the bytes that both begin with, whole characters, less the
// last few that show where they part.
func inCommon(x, y string) int {
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	n = max(0, n-10)
	for n > 0 && !utf8.RuneStart(x[n]) {
		n--
	}
	return n
}

// outputLines tell an output's values, like those of an attribute.
func outputLines(o *plan.OutputChange) []string {
	only := o.After
	if only == nil {
		only = o.Before
	}
	if _, marked := only.(plan.Marker); marked && (o.Before == nil || o.After == nil) {
		return nil // its fate says so
	}
	if o.Before == nil || o.After == nil {
		return []string{shorten(valueWords(only), mostValue)}
	}
	d := &valueDiff{}
	d.walk("", o.Before, o.After)
	// The output itself has no path: its line begins with what stands behind one.
	var out []string
	for _, line := range d.lines {
		switch line {
		case ":":
			continue
		case " (JSON):":
			line = "JSON:"
		}
		out = append(out, strings.TrimPrefix(strings.TrimPrefix(line, " = "), ": "))
	}
	return out
}

// list tells what came and went, for sets have no places; of lists of one length
// element by element, when that is not longer.
func (d *valueDiff) list(p plan.Path, b, a []plan.Value) {
	gone, come := without(b, a), without(a, b)
	if len(gone) == 0 && len(come) == 0 {
		d.line(p, ": "+count(len(a), "element", "elements")+" in another order")
		return
	}
	if len(a) == len(b) {
		differ := 0
		for i := range a {
			if !reflect.DeepEqual(b[i], a[i]) {
				differ++
			}
		}
		if differ <= len(gone) {
			for i := range a {
				d.walk(p.Index(i), b[i], a[i])
			}
			return
		}
	}
	d.line(p, ":", append(side("-", gone), side("+", come)...)...)
}

// without returns the elements of all that others lack, each as often as they do.
func without(all, others []plan.Value) []string {
	left := map[string]int{}
	for _, o := range others {
		left[valueWords(o)]++
	}
	var out []string
	for _, one := range all {
		words := valueWords(one)
		if left[words]--; left[words] < 0 {
			out = append(out, words)
		}
	}
	return out
}

// text tells of JSON within a string which of its parts differ, of longer texts
// which lines, and of others both.
func (d *valueDiff) text(p plan.Path, b, a string) {
	x, xok := document(b)
	y, yok := document(a)
	if xok && yok {
		if reflect.DeepEqual(x, y) {
			d.line(p, ": the same JSON, written differently")
			return
		}
		inner := &valueDiff{}
		inner.walk("", x, y)
		for i, line := range inner.lines {
			inner.lines[i] = "  " + line
		}
		d.line(p, " (JSON):", inner.lines...)
		return
	}
	if strings.Contains(b, "\n") || strings.Contains(a, "\n") {
		gone, come := between(strings.Split(b, "\n"), strings.Split(a, "\n"))
		d.line(p, ":", append(side("-", gone), side("+", come)...)...)
		return
	}
	d.line(p, " = "+fromTo(b, a))
}

// document reads a string that holds a JSON object or list.
func document(s string) (plan.Value, bool) {
	if s == "" || s[0] != '{' && s[0] != '[' {
		return nil, false
	}
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	var v plan.Value
	if dec.Decode(&v) != nil || dec.More() {
		return nil, false
	}
	return v, true
}

// between drops the lines that both begin and end with.
func between(b, a []string) (gone, come []string) {
	for len(b) > 0 && len(a) > 0 && b[0] == a[0] {
		b, a = b[1:], a[1:]
	}
	for len(b) > 0 && len(a) > 0 && b[len(b)-1] == a[len(a)-1] {
		b, a = b[:len(b)-1], a[:len(a)-1]
	}
	return b, a
}

// side shows the lines of one side, the first of them when they are many.
func side(sign string, lines []string) []string {
	var out []string
	for i, line := range lines {
		if i == mostLines {
			out = append(out, fmt.Sprintf("  %s and %d more", sign, len(lines)-i))
			break
		}
		out = append(out, "  "+sign+" "+shorten(line, mostValue))
	}
	return out
}

// valueWords is a value as JSON, or the words that a marker stands for.
func valueWords(v plan.Value) string {
	if m, ok := v.(plan.Marker); ok {
		return m.String()
	}
	return string(appendValue(nil, v))
}

func unitedKeys(a, b map[string]plan.Value) []string {
	all := make(map[string]plan.Value, len(a)+len(b))
	for k := range a {
		all[k] = nil
	}
	for k := range b {
		all[k] = nil
	}
	return sortedKeys(all)
}
