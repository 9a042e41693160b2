package main

import (
	"errors"
	"io"
	"os"
)

// spoolSize is how much of one stack's output waits in memory; more goes to a
// file.
const spoolSize = 1 << 20

// A spool holds one stack's output until its plan has been read whole, so that
// half a plan never shows. Its holes are filled when it is written out.
type spool struct {
	buf   []byte
	size  int64 // of what went to the file
	file  *os.File
	holes []hole
}

// A hole is a place where something goes that is known only later.
type hole struct {
	at      int64
	pointer string // of the change that waits
}

// hole marks the offset at of buf.
func (s *spool) hole(at int, pointer string) {
	s.holes = append(s.holes, hole{at: s.size + int64(at), pointer: pointer})
}

// flush moves a full buffer to the file. Nobody else can open the file: it has
// no name any more where the system allows that.
func (s *spool) flush() error {
	if len(s.buf) < spoolSize {
		return nil
	}
	if s.file == nil {
		f, err := os.CreateTemp("", "tofuspec-changes-*")
		if err != nil {
			return err
		}
		s.file = f
		_ = os.Remove(f.Name())
	}
	n, err := s.file.Write(s.buf)
	s.size += int64(n)
	s.buf = s.buf[:0]
	return err
}

// writeTo writes the output, its holes filled.
func (s *spool) writeTo(w io.Writer, fill func(pointer string) []byte) error {
	var from int64
	for _, h := range s.holes {
		if err := s.copy(w, from, h.at); err != nil {
			return err
		}
		if _, err := w.Write(fill(h.pointer)); err != nil {
			return err
		}
		from = h.at
	}
	return s.copy(w, from, s.size+int64(len(s.buf)))
}

// copy writes the bytes from from to to, first those in the file.
func (s *spool) copy(w io.Writer, from, to int64) error {
	if from < s.size {
		end := min(to, s.size)
		if _, err := io.Copy(w, io.NewSectionReader(s.file, from, end-from)); err != nil {
			return err
		}
		from = end
	}
	if from < to {
		_, err := w.Write(s.buf[from-s.size : to-s.size])
		return err
	}
	return nil
}

// close drops the spool.
func (s *spool) close() error {
	s.buf, s.holes = nil, nil
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file = nil
	err := f.Close()
	if rerr := os.Remove(f.Name()); rerr != nil && !errors.Is(rerr, os.ErrNotExist) {
		err = errors.Join(err, rerr)
	}
	return err
}
