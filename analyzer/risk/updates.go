package risk

import (
	_ "embed"
	"path"
	"strings"
	"sync"
)

// What an update in place interrupts, and what it can never take back: type,
// attribute, clause, source, with "|" between them.
//
//go:embed interruptions.txt
var interruptionsFile string

//go:embed oneways.txt
var oneWaysFile string

var (
	interruptions = sync.OnceValue(func() []updateRow { return readTable(interruptionsFile) })
	oneWays       = sync.OnceValue(func() []updateRow { return readTable(oneWaysFile) })
)

type updateRow struct{ typ, attr, text string }

func readTable(s string) []updateRow {
	var out []updateRow
	for line := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 4 || strings.HasPrefix(f[0], "#") {
			continue
		}
		out = append(out, updateRow{strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])})
	}
	return out
}

// lookup returns the first row's clause that fits a type and one of its
// changed attributes.
func lookup(rows []updateRow, typ string, changed []string) string {
	for _, r := range rows {
		if ok, _ := path.Match(r.typ, typ); !ok {
			continue
		}
		for _, c := range changed {
			if c == r.attr {
				return r.text
			}
		}
	}
	return ""
}
