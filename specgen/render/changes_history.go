package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// renamedCell says what a renamed stack was, how alike the two are, and
// whether its state is looked for elsewhere now.
func renamedCell(moved analyzer.RenamedStack) string {
	text := "Was " + escape.CodeCell(folder(moved.From))
	if moved.Similarity > 0 {
		text += fmt.Sprintf(", %d %% alike", moved.Similarity)
	}
	if moved.KeyMoved {
		text += "; the key of its state changed too, see State Management"
	}
	return text
}

// reachedRows says of which stacks the preview runs other commands than at the
// base, though Terramate does not count them as changed: a row for all stacks
// that the same globals reach.
func reachedRows(reached map[string][]string) []ChangesRow {
	const most = 4
	stacks, globals := map[string][]string{}, map[string][]string{}
	for _, path := range slices.Sorted(maps.Keys(reached)) {
		key := strings.Join(reached[path], " ")
		stacks[key], globals[key] = append(stacks[key], path), reached[path]
	}
	var rows []ChangesRow
	for _, key := range slices.Sorted(maps.Keys(stacks)) {
		var names []string
		for _, path := range stacks[key][:min(most, len(stacks[key]))] {
			names = append(names, escape.CodeCell(folder(path)))
		}
		if n := len(stacks[key]) - most; n > 0 {
			names = append(names, fmt.Sprintf("%d more", n))
		}
		rows = append(rows, ChangesRow{and(names), "Reached", reachedCell(globals[key])})
	}
	return rows
}

func reachedCell(globals []string) string {
	const quiet = "though no file of the stack changed"
	if len(globals) == 0 {
		return "The preview script runs other commands, " + quiet
	}
	var names []string
	for _, name := range globals {
		names = append(names, escape.CodeCell(name))
	}
	passed := "it"
	if len(names) > 1 {
		passed = "them"
	}
	return and(names) + " changed, and the preview passes " + passed + " on, " + quiet
}
