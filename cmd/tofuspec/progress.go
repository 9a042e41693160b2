package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/stacks"
)

const (
	progressAfter = time.Second            // a run that is over by then shows none
	progressEvery = 200 * time.Millisecond // how often the line is drawn
)

// progress shows on a terminal how far the reading of plans has come, in one
// line that is gone in the end. A nil progress shows nothing.
type progress struct {
	w     io.Writer
	all   int
	width int

	mu     sync.Mutex
	done   int
	open   []*reading // in the order of their start
	last   string     // what stands on the line, "" for nothing
	closed bool
	quit   chan struct{}
}

// A reading is one plan that is being read.
type reading struct {
	of    *progress
	what  string
	start time.Time
	bytes atomic.Int64
}

// startProgress begins to watch the reading of all plans when a person looks at
// standard error: it is a terminal that can erase, and no CI job's.
func startProgress(s streams, all int) *progress {
	ci := s.Env("CI")
	if !isTerminal(s.Err) || s.Env("TERM") == "dumb" || ci != "" && ci != "0" && ci != "false" {
		return nil
	}
	columns := 80
	if f, ok := s.Err.(interface{ Fd() uintptr }); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			columns = n
		}
	}
	return watch(s.Err, columns, all)
}

func watch(w io.Writer, width, all int) *progress {
	p := &progress{w: w, width: width, all: all, quit: make(chan struct{})}
	go func() {
		wait := time.NewTimer(progressAfter)
		defer wait.Stop()
		for {
			select {
			case <-p.quit:
				return
			case <-wait.C:
				p.draw()
				wait.Reset(progressEvery)
			}
		}
	}()
	return p
}

// stop erases the line for good. It may be called more than once.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.closed = true
	close(p.quit)
	if p.last != "" {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// begin tells that the plan of a stack is being read now.
func (p *progress) begin(st *stacks.Stack) *reading {
	if p == nil {
		return nil
	}
	r := &reading{of: p, what: st.Rel(), start: time.Now()}
	if st.Path == "/" {
		r.what = st.Name
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open = append(p.open, r)
	return r
}

// runs tells which tool shows this plan.
func (r *reading) runs(tool string) {
	if r == nil {
		return
	}
	r.of.mu.Lock()
	defer r.of.mu.Unlock()
	r.what = tool + " in " + r.what
}

// end tells that this plan is read, or never will be.
func (r *reading) end() {
	if r == nil {
		return
	}
	p := r.of
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.open = slices.DeleteFunc(p.open, func(o *reading) bool { return o == r })
}

// counts returns a reader that passes on what from yields and counts it.
func (r *reading) counts(from io.Reader) io.Reader {
	if r == nil {
		return from
	}
	return &counted{from, r}
}

type counted struct {
	io.Reader
	by *reading
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.by.bytes.Add(int64(n))
	return n, err
}

// draw puts the line up to date.
func (p *progress) draw() {
	p.mu.Lock()
	defer p.mu.Unlock()
	line := p.line()
	if p.closed || line == p.last {
		return
	}
	p.last = line
	fmt.Fprint(p.w, "\r\x1b[K"+line)
}

// line tells how many plans are read, and of those being read which is at it
// the longest.
func (p *progress) line() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Reading plans: %d of %d", p.done, p.all)
	if len(p.open) > 0 {
		r := p.open[0]
		fmt.Fprintf(&b, "; %s for %d s", escape.Terminal(r.what), int(time.Since(r.start).Seconds()))
		if n := r.bytes.Load(); n >= 1e6 {
			fmt.Fprintf(&b, ", %d MB", n/1e6)
		}
	}
	line := b.String()
	for utf8.RuneCountInString(line) >= p.width { // a line that wraps cannot be erased
		_, n := utf8.DecodeLastRuneInString(line)
		line = line[:len(line)-n]
	}
	return line
}

// before returns w in such a way that the line is gone before anything of it
// shows, where both are terminals: they are the same one then.
func (p *progress) before(w io.Writer) io.Writer {
	if p == nil || !isTerminal(w) {
		return w
	}
	return &afterProgress{w, p}
}

type afterProgress struct {
	io.Writer
	p *progress
}

func (a *afterProgress) Write(b []byte) (int, error) {
	a.p.stop()
	return a.Writer.Write(b)
}
