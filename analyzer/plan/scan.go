package plan

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// windowSize is how much of the document is in memory at a time, more only
// while one change is larger, and how much is read at once.
const windowSize = 64 << 10

// roomyWindow is the size of the window from the first change on that does not
// fit. For one that is larger still, memory is reserved outside the heap.
const roomyWindow = 1 << 20

// maxDepth bounds the nesting of a document. Real plans stay below 100.
const maxDepth = 1000

// A scanner walks over one JSON document through a window of bytes. The first
// error sticks: afterwards every method returns at once and reports nothing.
type scanner struct {
	ctx context.Context
	r   io.Reader

	buf  []byte // the window: read are buf[:end]
	heap []byte // the window to go back to from a reserved one, else nil
	pos  int    // next byte
	end  int
	mark int // bytes from here on stay in the window; -1 for none
	eof  bool

	base  int64 // offset of buf[0] in the document
	lines int   // newlines before buf[0]
	line  int64 // offset at which the line of buf[0] starts

	ptr   []byte // JSON Pointer of the value being read
	open  []byte // the brackets that ptr is in
	key   []byte // the last member name
	stack []byte // open brackets in skip

	err *readError
}

func newScanner(ctx context.Context, r io.Reader) *scanner {
	return &scanner{ctx: ctx, r: r, buf: make([]byte, windowSize), mark: -1}
}

// A readError is why a document cannot be read, and where.
type readError struct {
	kind    errorKind
	what    string // no part of the document is in it, except names of its keys
	pointer string
	line    int // base 1; 0 when there is no place
	column  int // base 1, in bytes
	offset  int64
	under   error
}

type errorKind uint8

const (
	badSyntax errorKind = iota
	badType
	badRead
	notPlan
	stopped // the caller's own error or a cancelled context
)

// more reads on and tells whether there is another byte at pos. It moves the
// bytes from mark (or pos) to the front, so that offsets into the window change
// by what mark changes.
func (s *scanner) more() bool {
	if s.err != nil {
		return false
	}
	if s.pos < s.end {
		return true
	}
	if s.eof {
		return false
	}
	keep := s.pos
	if s.mark >= 0 {
		keep = s.mark
	}
	s.drop(keep)
	if s.end == len(s.buf) {
		s.grow()
	}
	for range 100 {
		if err := s.ctx.Err(); err != nil {
			s.fail(stopped, "", err)
			return false
		}
		n, err := s.r.Read(s.buf[s.end:min(s.end+windowSize, len(s.buf))])
		s.end += n
		if errors.Is(err, io.EOF) {
			s.eof = true
		} else if err != nil {
			s.fail(badRead, "", err)
			return false
		}
		if n > 0 || s.eof {
			return s.pos < s.end
		}
	}
	s.fail(badRead, "", io.ErrNoProgress)
	return false
}

// drop forgets buf[:n] and keeps count of lines.
func (s *scanner) drop(n int) {
	if n == 0 {
		return
	}
	gone := s.buf[:n]
	if lines := bytes.Count(gone, newline); lines > 0 {
		s.lines += lines
		s.line = s.base + int64(bytes.LastIndexByte(gone, '\n')) + 1
	}
	s.base += int64(n)
	if rest := s.buf[n:s.end]; s.heap != nil && len(rest) <= windowSize && s.mark < 0 {
		copy(s.heap, rest)
		s.free()
	} else {
		copy(s.buf, rest)
	}
	s.end -= n
	s.pos -= n
	if s.mark >= 0 {
		s.mark -= n
	}
}

// grow makes room in a window that is full.
func (s *scanner) grow() {
	var wider []byte
	switch {
	case len(s.buf) < roomyWindow:
		wider = make([]byte, roomyWindow)
	case s.heap == nil:
		if wider = reserve(); wider != nil {
			s.heap = s.buf
		}
	}
	if wider == nil {
		wider = make([]byte, len(s.buf)+len(s.buf)/2)
	}
	copy(wider, s.buf[:s.end])
	s.buf = wider
}

// free gives back a reserved window. What it held is gone.
func (s *scanner) free() {
	if s.heap != nil {
		unreserve(s.buf)
		s.buf, s.heap = s.heap, nil
	}
}

var newline = []byte{'\n'}

// fail records the first error at the current position.
func (s *scanner) fail(kind errorKind, what string, under error) {
	if s.err != nil {
		return
	}
	e := &readError{kind: kind, what: what, under: under, offset: s.base + int64(s.pos)}
	seen := s.buf[:s.pos]
	line := s.line
	e.line = s.lines + 1
	if i := bytes.LastIndexByte(seen, '\n'); i >= 0 {
		e.line += bytes.Count(seen, newline)
		line = s.base + int64(i) + 1
	}
	e.column = int(e.offset-line) + 1
	e.pointer = string(s.ptr)
	s.err = e
}

// syntax fails because of the byte at pos, or because there is none.
func (s *scanner) syntax(want string) {
	if s.err != nil {
		return
	}
	if s.pos >= s.end && s.eof {
		s.fail(badSyntax, "the document ends too early, where "+want+" should be", nil)
		return
	}
	s.fail(badSyntax, "expected "+want, nil)
}

// space passes over white space and returns the next byte without taking it,
// or 0 at the end.
func (s *scanner) space() byte {
	for {
		for s.pos < s.end {
			switch b := s.buf[s.pos]; b {
			case ' ', '\t', '\r', '\n':
				s.pos++
			default:
				return b
			}
		}
		if !s.more() {
			return 0
		}
	}
}
