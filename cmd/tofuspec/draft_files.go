package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tofuspec/tofuspec/specgen/cost"
	"github.com/tofuspec/tofuspec/specgen/findings"
)

// sideBytes is how much of a cost or findings file is read.
const sideBytes = 64 << 20

// readCost reads the files of --cost and adds them up; nil when there is none.
func (o *draftOptions) readCost() (*cost.Estimate, error) {
	var all []*cost.Estimate
	for _, name := range o.cost {
		after := name
		before, two, isPair := strings.Cut(name, "..")
		var past []byte
		var err error
		// A path may hold ".." itself, as in ../cost.json.
		if isPair && before != "" && two != "" && !strings.HasPrefix(two, "/") {
			after = two
			if past, err = readBounded(before); err != nil {
				return nil, err
			}
		}
		src, err := readBounded(after)
		if err != nil {
			return nil, err
		}
		e, err := cost.Read(src, past)
		if err != nil {
			return nil, fmt.Errorf("--cost %s: %w", name, err)
		}
		all = append(all, e)
	}
	e, err := cost.Merge(all)
	if err != nil {
		return nil, fmt.Errorf("--cost: %w", err)
	}
	return e, nil
}

// readFindings reads the files of --findings; nil when there is none. Files
// below root are named from there.
func (o *draftOptions) readFindings(root string) ([]findings.Finding, error) {
	var all []findings.Finding
	for _, name := range o.findings {
		src, err := readBounded(name)
		if err != nil {
			return nil, err
		}
		found, err := findings.Read(src)
		if err != nil {
			return nil, fmt.Errorf("--findings %s: %w", name, err)
		}
		below := strings.TrimPrefix(filepath.ToSlash(root), "/") + "/" // as findings.Read leaves absolute paths
		for i := range found {
			found[i].File = strings.TrimPrefix(found[i].File, below)
		}
		all = append(all, found...)
	}
	if all == nil && len(o.findings) > 0 {
		all = []findings.Finding{}
	}
	return all, nil
}

// readBounded reads a file that somebody else's program wrote.
func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read only
	src, err := io.ReadAll(io.LimitReader(f, sideBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(src) > sideBytes {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, sideBytes)
	}
	return src, nil
}
