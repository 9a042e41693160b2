package gate

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/tofuspec/tofuspec/specgen/escape"
)

// A Writer writes results. Prefix is the project's root as seen from the
// repository's, with slashes and without one at the end; Version is ours.
type Writer struct {
	Prefix  string
	Version string
}

// place is a path that a reader of the repository knows, and a line: where the
// cause is declared, else where the stack is, else the stack's folder.
func (w Writer) place(c Crossing) (file string, line int) {
	file, line = c.File, c.Line
	if file == "" {
		file, line = c.Near.File, c.Near.Line
	}
	if file == "" {
		file = strings.Trim(c.Stack, "/")
	}
	return w.file(file), max(line, 1)
}

// file writes a path of the project as one of the repository.
func (w Writer) file(name string) string { return path.Clean(path.Join(w.Prefix, name)) }

// place says in words what a crossing is about.
func place(c Crossing) string {
	var parts []string
	if c.Stack != "" {
		parts = append(parts, strings.TrimPrefix(c.Stack, "/"))
		if c.Stack == "/" {
			parts[0] = "."
		}
	}
	if c.Address != "" {
		parts = append(parts, c.Address)
	}
	return strings.Join(parts, " ")
}

// Text writes one line a reason.
func (w Writer) Text(out io.Writer, r *Result) error {
	var b strings.Builder
	line := func(word string, c Crossing) {
		b.WriteString(word + " " + string(c.Threshold) + ": ")
		if p := place(c); p != "" {
			b.WriteString(escape.Terminal(p) + ": ")
		}
		b.WriteString(escape.Terminal(c.Text))
		if c.File != "" {
			fmt.Fprintf(&b, " (%s:%d)", escape.Terminal(w.file(c.File)), max(c.Line, 1))
		}
		if c.Accepted != "" {
			b.WriteString("; accepted: " + escape.Terminal(c.Accepted))
		}
		b.WriteString("\n")
	}
	for _, c := range r.Crossings {
		line("fail", c)
	}
	for _, c := range r.Accepted {
		line("ok  ", c)
	}
	if !r.Closed() && len(r.Accepted) == 0 {
		b.WriteString("No threshold is crossed.\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// Schema is the version of the JSON that JSON writes.
const Schema = 1

type jsonResult struct {
	Schema   int            `json:"tofuspec_check"`
	Version  string         `json:"version,omitempty"`
	Passed   bool           `json:"passed"`
	Failed   []jsonCrossing `json:"failed"`
	Accepted []jsonCrossing `json:"accepted"`
	Notes    []string       `json:"notes"`
}

type jsonCrossing struct {
	Threshold Threshold `json:"threshold"`
	Stack     string    `json:"stack,omitempty"`
	Address   string    `json:"address,omitempty"`
	Text      string    `json:"text"`
	File      string    `json:"file,omitempty"`
	Line      int       `json:"line,omitempty"`
	Accepted  string    `json:"accepted,omitempty"`
}

// JSON writes one versioned document.
func (w Writer) JSON(out io.Writer, r *Result) error {
	doc := jsonResult{Schema: Schema, Version: w.Version, Passed: !r.Closed(), Notes: append([]string{}, r.Notes...)}
	list := func(cs []Crossing) []jsonCrossing {
		all := []jsonCrossing{}
		for _, c := range cs {
			j := jsonCrossing{Threshold: c.Threshold, Stack: c.Stack, Address: c.Address, Text: c.Text, Line: c.Line, Accepted: c.Accepted}
			if c.File != "" {
				j.File = w.file(c.File)
			}
			all = append(all, j)
		}
		return all
	}
	doc.Failed, doc.Accepted = list(r.Crossings), list(r.Accepted)
	return encode(out, doc)
}

func encode(out io.Writer, doc any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

// GitHub writes workflow commands that become annotations on the lines of a
// pull request. One step shows ten errors; the most pressing come first.
func (w Writer) GitHub(out io.Writer, r *Result) error {
	var b strings.Builder
	command := func(kind string, c Crossing, text string) {
		file, line := w.place(c)
		fmt.Fprintf(&b, "::%s file=%s,line=%d,title=%s::%s\n", kind, property(file), line,
			property("tofuspec: "+string(c.Threshold)), message(text))
	}
	text := func(c Crossing) string {
		if p := place(c); p != "" {
			return p + ": " + c.Text
		}
		return c.Text
	}
	for _, c := range r.Crossings {
		command("error", c, text(c))
	}
	for _, c := range r.Accepted {
		command("notice", c, text(c)+"; accepted: "+c.Accepted)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// message makes a text safe behind a workflow command.
func message(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property makes a text safe within a workflow command's properties.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(message(s))
}
