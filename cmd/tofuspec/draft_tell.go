package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// shown returns a path as a person in the working folder would type it.
func (o *draftOptions) shown(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(wd); err == nil {
		wd = real
	}
	rel, err := filepath.Rel(wd, name)
	if err != nil || strings.HasPrefix(rel, "..") {
		return name
	}
	return rel
}

// tellWritten says what became of a spec that was written.
func (o *draftOptions) tellWritten(s *spec, results document.Results) {
	verb := "Refreshed"
	if s.old == nil {
		verb = "Wrote"
	}
	fmt.Fprintf(o.streams.Err, "%s %s: %s filled.\n", verb, o.shown(s.path), plural(len(results.In(document.Written)), "slot"))
	o.tellStayed(results)
	if s.old == nil {
		o.tellMissing(results)
	}
}

// tellStayed names the slots that a person's text stayed in.
func (o *draftOptions) tellStayed(results document.Results) {
	stayed := results.In(document.Stayed)
	if len(stayed) == 0 {
		return
	}
	fmt.Fprintf(o.streams.Err, "%s as a person wrote %s (--diff shows the fresh text):\n",
		plural(len(stayed), "slot")+" stayed", map[bool]string{true: "it", false: "them"}[len(stayed) == 1])
	for _, r := range stayed {
		fmt.Fprintf(o.streams.Err, "  %s, line %d: %s\n", r.Slot, r.Line, r.Why)
	}
}

// tellMissing names what the template has no place for.
func (o *draftOptions) tellMissing(results document.Results) {
	var names []string
	for _, r := range results.In(document.Missing) {
		if r.Fresh != "" {
			names = append(names, string(r.Slot))
		}
	}
	if len(names) > 0 {
		fmt.Fprintf(o.streams.Err, "The template has no place for: %s.\n", strings.Join(names, ", "))
	}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// printSlots lists the slots, where they are, and what would fill them.
func (o *draftOptions) printSlots(results document.Results) error {
	w := tabwriter.NewWriter(o.streams.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "SLOT\tLINE\tSECTION\tFOUND BY\tSTATE\tFRESH TEXT")
	for _, r := range results {
		if r.State == document.Missing && r.Fresh == "" {
			continue
		}
		line, state := "-", string(r.State)
		if r.Line > 0 {
			line = fmt.Sprint(r.Line)
		}
		switch r.State {
		case document.Written:
			state = "would fill"
		case document.Idle:
			state = "nothing to say"
		case document.Stayed:
			state = "stays: " + r.Why
		case document.Missing:
			state = "not in the document"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", r.Slot, line, cmp.Or(short(r.Heading, 32), "-"), cmp.Or(short(r.By, 44), "-"), state, cmp.Or(short(r.Fresh, 60), "-"))
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("print the slots: %w", err)
	}
	return nil
}

// short cuts a text to one line of at most n characters.
func short(s string, n int) string {
	s = escape.Terminal(strings.Join(strings.Fields(s), " "))
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-3]) + "..."
}

// printDiff shows what a run would change, and what the slots that stay would
// hold.
func (o *draftOptions) printDiff(s *spec, text []byte, results document.Results) error {
	var b bytes.Buffer
	name := o.shown(s.path)
	if !bytes.Equal(s.old, text) {
		b.Write(diff.Diff(name, s.old, name+" (refreshed)", text))
	}
	for _, r := range results.In(document.Stayed) {
		head := fmt.Sprintf("%s:%d (%s)", name, r.Line, r.Slot)
		b.Write(diff.Diff(head+", as it stays", []byte(r.Was+"\n"), head+", as the tool would say it", []byte(r.Fresh+"\n")))
	}
	if _, err := o.streams.Out.Write([]byte(escape.Block(b.String()))); err != nil {
		return fmt.Errorf("print the difference: %w", err)
	}
	return nil
}

// checkStale fails when a run would change the spec.
func (o *draftOptions) checkStale(s *spec, text []byte, results document.Results) error {
	if s.old == nil {
		return &exitError{Code: exitThreshold, Err: fmt.Errorf("there is no spec yet; `tofuspec draft` would write %s", o.shown(s.path))}
	}
	o.tellStayed(results)
	if bytes.Equal(s.old, text) {
		return nil
	}
	var names []string
	for _, r := range results.In(document.Written) {
		names = append(names, string(r.Slot))
	}
	return &exitError{Code: exitThreshold, Err: fmt.Errorf("%s is stale: %s would change; run `tofuspec draft`", o.shown(s.path), strings.Join(names, ", "))}
}
