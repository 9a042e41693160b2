package analyzer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// PartSchema is the version of the part file's format. A reader takes its own
// version and no other: facts that mean something else are worse than none.
const PartSchema = 2

// maxPart is how much of a part file is read, in bytes.
const maxPart = 1 << 30

// maxShares is in how many shares stacks can be given out.
const maxShares = 100_000

// A Part is the facts of some or all stacks of one project at one commit, as
// a file. Merging the parts of a matrix gives the same Part, byte for byte,
// as one run over everything.
type Part struct {
	Schema  int    `json:"tofuspec_part"`
	Version string `json:"version,omitempty"` // of the tofuspec that wrote it
	Commit  string `json:"commit,omitempty"`  // of the files that were read, in full
	// Head is the commit that the pull request stood at, where the files are
	// those of a trial merge.
	Head string `json:"head,omitempty"`
	// Order is the paths of all stacks of the selection, in run order, also
	// of those whose facts are in other parts.
	Order   []string `json:"order"`
	History History  `json:"history"`
	// Share is which share of a matrix this is; nil for a whole.
	Share *Share   `json:"share,omitempty"`
	Facts []*Facts `json:"facts"`
}

// A Share is one of several equal parts of the stacks, counted from 1.
type Share struct {
	Number int `json:"number"`
	Of     int `json:"of"`
}

// ParseShare reads a share as a user writes it: "3/50".
func ParseShare(s string) (*Share, error) {
	var sh Share
	if n, err := fmt.Sscanf(s, "%d/%d", &sh.Number, &sh.Of); err != nil || n != 2 || s != sh.String() {
		return nil, fmt.Errorf("share %q is not of the form 3/50", s)
	}
	if sh.Of < 1 || sh.Number < 1 || sh.Number > sh.Of || sh.Of > maxShares {
		return nil, fmt.Errorf("share %q: the first number must be from 1 to the second, which is %d at most", s, maxShares)
	}
	return &sh, nil
}

// String returns the share as a user writes it.
func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// Has tells whether the i-th stack (base 0) in run order is in the share.
// Neighbours in run order go to different shares, so that a family of big
// stacks does not end up in one job.
func (s *Share) Has(i int) bool { return s == nil || i%s.Of == s.Number-1 }

// WritePart writes p as one JSON document.
func WritePart(w io.Writer, p *Part) error {
	out := *p
	out.Schema = PartSchema
	out.Facts = slices.Clone(p.Facts)
	sortFacts(out.Facts, out.Order)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(&out)
}

// ReadPart reads what WritePart wrote. Its errors say what is wrong with the
// file without repeating what it holds.
func ReadPart(r io.Reader) (*Part, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxPart {
		return nil, fmt.Errorf("it is larger than %d bytes", maxPart)
	}
	var head struct {
		Schema *int `json:"tofuspec_part"`
	}
	switch err := json.Unmarshal(data, &head); {
	case err != nil:
		return nil, partError(err)
	case head.Schema == nil:
		return nil, errors.New("it was not written by tofuspec analyze")
	case *head.Schema != PartSchema:
		return nil, fmt.Errorf("its format is version %d and this tofuspec reads version %d; use one tofuspec in all jobs", *head.Schema, PartSchema)
	}
	var p Part
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, partError(err)
	}
	if err := p.valid(); err != nil {
		return nil, err
	}
	return &p, nil
}

// valid tells what of a part contradicts itself.
func (p *Part) valid() error {
	listed, seen := map[string]bool{}, map[string]bool{}
	for _, path := range p.Order {
		if !strings.HasPrefix(path, "/") || listed[path] {
			return errors.New("its list of stacks holds one twice, or something else than a stack")
		}
		listed[path] = true
	}
	for _, f := range p.Facts {
		switch {
		case f == nil || !listed[f.Stack.Path]:
			return errors.New("it holds facts of no stack that it lists")
		case seen[f.Stack.Path]:
			return fmt.Errorf("it holds %s twice", f.Stack.Path)
		}
		seen[f.Stack.Path] = true
	}
	if slices.Contains(p.History.Gone, nil) {
		return errors.New("it holds a gap where a deleted stack should be")
	}
	if s := p.Share; s != nil && (s.Number < 1 || s.Number > s.Of || s.Of > maxShares) {
		return fmt.Errorf("its share is %s", s)
	}
	return nil
}

// partError tells where a document breaks off, and not what stands there.
func partError(err error) error {
	if e, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("it is no whole JSON document (byte %d)", e.Offset)
	}
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("%q is not of the kind that tofuspec analyze writes (byte %d)", e.Field, e.Offset)
	}
	return errors.New("it is no whole JSON document")
}

// sortFacts sorts by run order; stacks that the order lacks come last, by
// path.
func sortFacts(facts []*Facts, order []string) {
	place := make(map[string]int, len(order))
	for i, p := range order {
		place[p] = i
	}
	at := func(f *Facts) int {
		if i, ok := place[f.Stack.Path]; ok {
			return i
		}
		return len(order)
	}
	slices.SortFunc(facts, func(a, b *Facts) int {
		if d := at(a) - at(b); d != 0 {
			return d
		}
		return strings.Compare(a.Stack.Path, b.Stack.Path)
	})
}
