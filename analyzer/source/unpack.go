package source

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// unpack undoes gzip where the first bytes tell of it. Several members in one
// file are read one after the other, as gzip does.
func unpack(f io.ReadCloser) (io.ReadCloser, error) {
	br := bufio.NewReaderSize(f, 4096)
	head, _ := br.Peek(2)
	if len(head) < 2 || head[0] != 0x1f || head[1] != 0x8b {
		return &passed{Reader: br, under: f}, nil
	}
	z, err := gzip.NewReader(br)
	if err != nil {
		_ = f.Close()
		return nil, gzipError(err)
	}
	return &passed{Reader: gunzip{z}, under: f}, nil
}

// passed reads from one place and closes another.
type passed struct {
	io.Reader
	under io.Closer
}

func (p *passed) Close() error { return p.under.Close() }

// gunzip names gzip in its errors.
type gunzip struct{ z *gzip.Reader }

func (g gunzip) Read(b []byte) (int, error) {
	n, err := g.z.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = gzipError(err)
	}
	return n, err
}

func gzipError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("gzip: the file ends too early")
	}
	return fmt.Errorf("gzip: %w", err)
}

// isBinary tells whether the file is a plan that a tool must show: a zip, or
// what OpenTofu's plan encryption makes of one, which is JSON of its own.
func isBinary(path string) bool {
	return startsWith(path, "PK\x03\x04") || startsWith(path, `{"meta":`)
}

// isJSON tells whether the file begins like a plan that is shown already.
func isJSON(path string) bool { return startsWith(path, "{") && !isBinary(path) }

func startsWith(path, magic string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	b := make([]byte, len(magic))
	_, err = io.ReadFull(f, b)
	return err == nil && string(b) == magic
}
