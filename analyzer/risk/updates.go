package risk

import (
	_ "embed"
	"path"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// What an update in place interrupts, and what it can never take back: type,
// attribute, clause, source, with "|" between them, and a note where one is
// needed: "size" where nothing but a larger size stays.
//
//go:embed interruptions.txt
var interruptionsFile string

//go:embed oneways.txt
var oneWaysFile string

var (
	interruptions = sync.OnceValue(func() []updateRow { return readTable(interruptionsFile) })
	oneWays       = sync.OnceValue(func() []updateRow { return readTable(oneWaysFile) })
)

type updateRow struct{ typ, attr, text, note string }

func readTable(s string) []updateRow {
	var out []updateRow
	for line := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) < 4 || strings.HasPrefix(f[0], "#") {
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		row := updateRow{typ: f[0], attr: f[1], text: f[2]}
		if len(f) > 4 {
			row.note = f[4]
		}
		out = append(out, row)
	}
	return out
}

// lookup returns the first row's clause and note that fit a type and one of its
// changed attributes. A row may name a nested attribute, as in settings.tier.
func lookup(rows []updateRow, typ string, changed []plan.Path) (text, note string) {
	for _, r := range rows {
		if ok, _ := path.Match(r.typ, typ); !ok {
			continue
		}
		for _, c := range changed {
			if at := withoutIndexes(c); within(at, r.attr) || within(r.attr, at) {
				return r.text, r.note
			}
		}
	}
	return "", ""
}

// within tells whether an attribute is another one or lies in it.
func within(attr, outer string) bool {
	rest, ok := strings.CutPrefix(attr, outer)
	return ok && (rest == "" || rest[0] == '.')
}

// withoutIndexes writes `settings[0].tier` as "settings.tier".
func withoutIndexes(p plan.Path) string {
	var b strings.Builder
	deep := 0
	for _, c := range string(p) {
		switch c {
		case '[':
			deep++
		case ']':
			deep--
		default:
			if deep == 0 {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}
