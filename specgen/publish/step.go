package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// SummaryLimit is the most that GitHub takes of a step's summary, in bytes.
const SummaryLimit = 1 << 20

// A Pair is an output of a step.
type Pair struct{ Name, Value string }

// AppendSummary adds text, rendered into the room that is left, to the file
// that GitHub shows as the job's summary. A summary that is over the limit is
// not shown at all.
func AppendSummary(path string, text func(limit int) string) error {
	used := int64(0)
	info, err := os.Stat(path)
	switch {
	case err == nil:
		used = info.Size()
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read the job's summary: %w", err)
	}
	if room := SummaryLimit - used - 2; room > 0 {
		return appendFile(path, text(int(room))+"\n")
	}
	return errors.New("the job's summary is full already")
}

// AppendOutputs adds outputs to the file that GitHub reads after the step.
func AppendOutputs(path string, outputs []Pair) error {
	var b strings.Builder
	for _, p := range outputs {
		fmt.Fprintf(&b, "%s=%s\n", p.Name, oneLine(p.Value))
	}
	return appendFile(path, b.String())
}

// oneLine keeps a value from adding outputs of its own.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}

func appendFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
