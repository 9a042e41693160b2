package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// A Request says where one stack's plan can be.
type Request struct {
	// Dir is the stack's folder, absolute.
	Dir string
	// PlanFile is the plan file that the stack's preview writes, relative to
	// Dir; empty when nobody knows.
	PlanFile string
	// Explicit is a path that the user gave for this stack, relative to the
	// working folder or absolute, or "-" for standard input. Nothing else is
	// looked for then.
	Explicit string
	// Stdin is read when Explicit is "-".
	Stdin io.Reader
	// Tool is the program that shows a binary plan: a name or a path. Empty
	// lets Dir's lock file decide.
	Tool string
}

// A Kind is what a plan's bytes are.
type Kind string

// The kinds of sources.
const (
	JSON   Kind = "json"   // a file that should hold plan JSON, perhaps compressed
	Binary Kind = "binary" // a plan file that a tool must show
	Stdin  Kind = "stdin"
)

// A Location is where a plan was found.
type Location struct {
	Kind Kind
	Path string // absolute; empty for Stdin
	Dir  string // where a tool that shows the plan runs
	Tool string // the program that shows a Binary plan

	stdin io.Reader
}

// Name is what messages call the location: its path, or "standard input".
func (l *Location) Name() string {
	if l.Kind == Stdin {
		return "standard input"
	}
	return l.Path
}

// A MissingError tells that a stack has no plan, and what was looked for.
type MissingError struct {
	Dir    string
	Looked []string // file names, relative to Dir, in the order tried
}

func (e *MissingError) Error() string {
	return "no plan: looked for " + strings.Join(e.Looked, ", ")
}

// common are the names tried beside a stack when the preview names no file, or
// the file that it names is not there.
var common = []string{"plan.json", "tfplan.json", "out.tfplan.json", "plan.tfplan.json", "plan.out.json", "tofuplan.json"}

// commonBinary are the binary plan files tried in the same case.
var commonBinary = []string{"out.tfplan", "plan.tfplan", "tfplan", "plan.out", "tofuplan"}

// Locate finds one stack's plan without reading it whole. The error is a
// *MissingError when there is none.
//
// A plan that is shown already wins over one that a tool must show, unless the
// binary plan is newer. For a preview's file `out.tfplan` these count as shown:
// `out.tfplan.json`, `out.json`, then the same with `.gz`; after them any name
// of a fixed list, then a single `*.tfplan.json` or `*.plan.json`.
func Locate(req Request) (*Location, error) {
	if req.Explicit == "-" {
		return &Location{Kind: Stdin, Dir: req.Dir, stdin: req.Stdin}, nil
	}
	if req.Explicit != "" {
		return explicit(req)
	}
	var names, binaries []string
	if f := filepath.Clean(req.PlanFile); req.PlanFile != "" && filepath.IsLocal(f) {
		binaries = append(binaries, f)
		names = append(names, f+".json")
		if ext := filepath.Ext(f); ext != "" && ext != ".json" {
			names = append(names, strings.TrimSuffix(f, ext)+".json")
		}
	}
	looked := append([]string{}, binaries...)
	loc := req.pick(names, binaries)
	if loc == nil {
		looked = append(looked, names...)
		loc = req.pick(common, commonBinary)
	}
	if loc == nil {
		looked = append(looked, common...)
		looked = append(looked, commonBinary...)
		looked = append(looked, "*.tfplan.json", "*.plan.json")
		var err error
		if loc, err = req.single(); err != nil {
			return nil, err
		}
	}
	if loc == nil {
		return nil, &MissingError{Dir: req.Dir, Looked: dedupe(looked)}
	}
	return loc, nil
}

// pick returns the first JSON of names (or its gzip) unless one of binaries is
// newer, else the first of binaries.
func (r Request) pick(names, binaries []string) *Location {
	var js, bin string
	var jsTime, binTime int64
	for _, n := range names {
		for _, suffix := range []string{"", ".gz"} {
			p := filepath.Join(r.Dir, n+suffix)
			if st, err := os.Lstat(p); err == nil && st.Mode().IsRegular() && js == "" {
				js, jsTime = p, st.ModTime().UnixNano()
			}
		}
	}
	for _, n := range binaries {
		p := filepath.Join(r.Dir, n)
		if st, err := os.Lstat(p); err == nil && st.Mode().IsRegular() && bin == "" {
			bin, binTime = p, st.ModTime().UnixNano()
		}
	}
	switch {
	case js != "" && (bin == "" || jsTime >= binTime || isJSON(bin)):
		return r.at(js)
	case bin != "":
		return r.at(bin)
	}
	return nil
}

// single returns the only *.tfplan.json or *.plan.json in the stack's folder.
// Several are an error: nobody can tell which one the preview wrote.
func (r Request) single() (*Location, error) {
	entries, err := os.ReadDir(r.Dir)
	if err != nil {
		return nil, fmt.Errorf("looking for a plan: %w", err)
	}
	var found []string
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".gz")
		if e.Type().IsRegular() && (strings.HasSuffix(name, ".tfplan.json") || strings.HasSuffix(name, ".plan.json")) {
			found = append(found, e.Name())
		}
	}
	switch len(found) {
	case 0:
		return nil, nil
	case 1:
		return r.at(filepath.Join(r.Dir, found[0])), nil
	}
	return nil, fmt.Errorf("several files look like the plan (%s): name one with --plan", strings.Join(found, ", "))
}

// explicit takes the user's word for a path, and its first bytes for its kind.
func explicit(req Request) (*Location, error) {
	p, err := filepath.Abs(req.Explicit)
	if err != nil {
		return nil, err
	}
	st, err := os.Stat(p)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("no such plan file: %s", req.Explicit)
	case err != nil:
		return nil, fmt.Errorf("plan file: %w", err)
	case st.IsDir():
		return nil, fmt.Errorf("%s is a folder, not a plan", req.Explicit)
	}
	return req.at(p), nil
}

// at makes a location of a file by its first bytes.
func (r Request) at(p string) *Location {
	if isBinary(p) {
		return &Location{Kind: Binary, Path: p, Dir: r.Dir, Tool: r.tool()}
	}
	return &Location{Kind: JSON, Path: p, Dir: r.Dir}
}

// Open opens the plan's JSON. Reading a binary plan's ends with the tool's own
// error text when the tool fails.
func (l *Location) Open(ctx context.Context) (io.ReadCloser, error) {
	switch l.Kind {
	case Stdin:
		if l.stdin == nil {
			return nil, errors.New("no standard input to read the plan from")
		}
		return unpack(io.NopCloser(l.stdin))
	case Binary:
		return show(ctx, l)
	}
	f, err := os.Open(l.Path)
	if err != nil {
		return nil, err
	}
	return unpack(f)
}

func dedupe(names []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}
