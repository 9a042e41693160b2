package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/tofuspec/tofuspec/specgen/cost"
)

// costBytes is how much of a cost file is read.
const costBytes = 64 << 20

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

// readBounded reads a file that somebody else's program wrote.
func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the cost: %w", err)
	}
	defer f.Close() //nolint:errcheck // read only
	src, err := io.ReadAll(io.LimitReader(f, costBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read the cost: %w", err)
	}
	if len(src) > costBytes {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, costBytes)
	}
	return src, nil
}
