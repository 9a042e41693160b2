//go:build (linux || darwin) && (amd64 || arm64)

package plan

import "syscall"

// largestChange is how much memory is reserved for one change: as good as no
// limit, for it costs nothing until it is written to.
const largestChange = 64 << 30

// reserve returns a window for one large change, or nil where the system does
// not give one. It lies outside the heap: a window in the heap would have to be
// copied to grow, old and new side by side, and the collector would let as much
// garbage gather as the window is long.
func reserve() []byte {
	b, err := syscall.Mmap(-1, 0, largestChange, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE|syscall.MAP_NORESERVE)
	if err != nil {
		return nil
	}
	return b
}

// unreserve gives a window of reserve back. Nothing may point into it any more.
func unreserve(b []byte) { _ = syscall.Munmap(b) }
