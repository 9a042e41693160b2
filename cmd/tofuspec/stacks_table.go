package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/stacks"
)

// writeTable writes the list for a person. The groups of the run order are
// numbered: stacks with the same number can run at the same time.
func (l *stackList) writeTable(w io.Writer, script string) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	head := []string{"STACK", "NAME", "TAGS", "PLAN FILE"}
	group := map[*stacks.Stack]int{}
	for i, together := range l.groups {
		for _, s := range together {
			group[s] = i + 1
		}
	}
	if l.groups != nil {
		head = append([]string{"GROUP"}, head...)
	}
	if l.changes != nil {
		head = append(head, "CHANGED")
	}
	fmt.Fprintln(tw, strings.Join(head, "\t"))
	for _, s := range l.selected {
		rel, err := filepath.Rel(l.project.Dir, s.Path)
		if err != nil {
			return fmt.Errorf("shorten the path of stack %s: %w", s.Path, err)
		}
		file, _, diags := l.project.PreviewPlan(s, script)
		l.add(diags)
		row := []string{filepath.ToSlash(rel), s.Name, cmp.Or(strings.Join(s.Tags, ", "), "-"), cmp.Or(file, "-")}
		if l.groups != nil {
			row = append([]string{strconv.Itoa(group[s])}, row...)
		}
		if l.changes != nil {
			row = append(row, l.changes.Why(s))
		}
		for i := range row {
			row[i] = escape.Terminal(row[i])
		}
		fmt.Fprintln(tw, strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	if err := tw.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}
