package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// tool returns the program that shows this stack's binary plans: the one asked
// for, else the one whose registry the lock file names, else what is installed.
func (r Request) tool() string {
	if r.Tool != "" {
		return r.Tool
	}
	lock := readHead(filepath.Join(r.Dir, ".terraform.lock.hcl"), 1<<20)
	switch {
	case bytes.Contains(lock, []byte(`"registry.opentofu.org/`)):
		return "tofu"
	case bytes.Contains(lock, []byte(`"registry.terraform.io/`)):
		if _, err := exec.LookPath("terraform"); err == nil {
			return "terraform"
		}
	}
	if _, err := exec.LookPath("tofu"); err != nil {
		if _, err := exec.LookPath("terraform"); err == nil {
			return "terraform"
		}
	}
	return "tofu"
}

func readHead(path string, limit int64) []byte {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	b, _ := io.ReadAll(io.LimitReader(f, limit))
	return b
}

// show runs the tool in the stack's folder and streams what it prints.
func show(ctx context.Context, l *Location) (io.ReadCloser, error) {
	bin, err := exec.LookPath(l.Tool)
	if err != nil {
		return nil, fmt.Errorf("%s is a binary plan, and %s, which shows it, is not installed: install it, name another with --tofu-bin, or write `%s show -json` into a file", filepath.Base(l.Path), l.Tool, filepath.Base(l.Tool))
	}
	if bin, err = filepath.Abs(bin); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, bin, "show", "-json", "-no-color", l.Path) // #nosec G204 -- tofu or terraform, or what the person names
	cmd.Dir = l.Dir
	cmd.Env = append(os.Environ(), "TF_IN_AUTOMATION=1", "CHECKPOINT_DISABLE=1", "TF_INPUT=0", "TF_CLI_ARGS=", "TF_CLI_ARGS_show=")
	cmd.WaitDelay = 2 * time.Second
	s := &shown{cmd: cmd, cancel: cancel, what: filepath.Base(bin) + " show -json " + filepath.Base(l.Path)}
	cmd.Stderr = &s.said
	if s.out, err = cmd.StdoutPipe(); err != nil {
		cancel()
		return nil, err
	}
	s.text = &afterWarnings{from: bufio.NewReaderSize(s.out, 4096)}
	if err := cmd.Start(); err != nil {
		cancel()
		return nil, fmt.Errorf("%s: %w", s.what, err)
	}
	return s, nil
}

// shown is the output of a running tool.
type shown struct {
	cmd    *exec.Cmd
	cancel context.CancelFunc
	out    io.ReadCloser
	text   io.Reader // out without the tool's warnings
	said   head
	what   string
	done   bool
	err    error // what the tool's end came to
}

// Read reads the tool's output. At its end a failed tool yields its own words
// in place of io.EOF, so that half an output never passes for a whole one.
func (s *shown) Read(b []byte) (int, error) {
	if s.done {
		return 0, s.err
	}
	n, err := s.text.Read(b)
	if err == nil {
		return n, nil
	}
	s.done = true
	s.err = err
	if werr := s.cmd.Wait(); werr != nil {
		s.err = s.failure(werr)
	}
	return n, s.err
}

// Close ends the tool when it still runs.
func (s *shown) Close() error {
	s.cancel()
	if !s.done {
		s.done, s.err = true, os.ErrClosed
		_, _ = io.Copy(io.Discard, s.out)
		_ = s.cmd.Wait()
	}
	return nil
}

// A ShowError is a tool that could not show a plan, in its own words.
type ShowError struct {
	Command string // what was run
	Said    string // the tool's standard error, trimmed and bounded
	Err     error
}

func (e *ShowError) Error() string {
	if e.Said == "" {
		return e.Command + ": " + e.Err.Error()
	}
	return e.Command + ": " + e.Said
}

func (e *ShowError) Unwrap() error { return e.Err }

func (s *shown) failure(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return &ShowError{Command: s.what, Said: reasons(s.said.String()), Err: err}
}

// reasons cuts what a tool said down to its errors: the text from the first
// "Error:" on, out of the frames that it draws.
func reasons(said string) string {
	var lines []string
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "╷│╵"))
		if line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	for i, line := range lines {
		if strings.HasPrefix(line, "Error: ") {
			lines = lines[i:]
			break
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// afterWarnings reads from the first line on that begins with a brace: tofu
// writes some warnings, such as of a missing CLI configuration file, to its
// standard output before the JSON. Without such a line nothing is left out.
type afterWarnings struct {
	from  *bufio.Reader
	begun bool
	held  bytes.Buffer // what may turn out to be all there is
}

func (w *afterWarnings) Read(b []byte) (int, error) {
	const most = 64 << 10
	for !w.begun {
		first, err := w.from.Peek(1)
		if err == nil && first[0] == '{' {
			w.held.Reset()
		}
		if err != nil || first[0] == '{' || w.held.Len() > most {
			w.begun = true
			break
		}
		line, err := w.from.ReadSlice('\n')
		for ; errors.Is(err, bufio.ErrBufferFull); line, err = w.from.ReadSlice('\n') {
			w.held.Write(line)
		}
		w.held.Write(line)
	}
	if w.held.Len() > 0 {
		return w.held.Read(b)
	}
	return w.from.Read(b)
}

// head keeps the first 16 KiB of what is written to it.
type head struct{ bytes.Buffer }

func (h *head) Write(b []byte) (int, error) {
	if room := 16<<10 - h.Len(); room > 0 {
		h.Buffer.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}
