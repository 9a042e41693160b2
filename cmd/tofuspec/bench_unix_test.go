//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"runtime/debug"
	"syscall"
	"testing"

	"github.com/tofuspec/tofuspec/fixtures/genplatform"
)

// BenchmarkBlast analyses whole projects of 200 resources a stack: code, plans,
// the graph across stacks, the judgement, and the tree for a terminal. It
// should take time in proportion to the stacks, and 1,000 of them less than ten
// seconds and 1 GiB on two cores.
func BenchmarkBlast(b *testing.B) {
	for _, stacks := range []int{100, 1000, 2000} {
		b.Run(fmt.Sprintf("stacks=%d", stacks), func(b *testing.B) {
			dir := b.TempDir()
			if err := genplatform.Write(dir, stacks, 200); err != nil {
				b.Fatal(err)
			}
			debug.FreeOSMemory()
			var before, after syscall.Rusage
			_ = syscall.Getrusage(syscall.RUSAGE_SELF, &before)
			b.ResetTimer()
			for b.Loop() {
				var out, errs bytes.Buffer
				code := run(b.Context(), []string{"blast", "-C", dir}, streams{Out: &out, Err: &errs, In: bytes.NewReader(nil), Env: func(string) string { return "" }})
				if code != exitDone || out.Len() == 0 {
					b.Fatal(code, errs.String())
				}
				_, _ = io.Copy(io.Discard, &out)
			}
			b.StopTimer()
			_ = syscall.Getrusage(syscall.RUSAGE_SELF, &after)
			cpu := func(r *syscall.Rusage) float64 {
				return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e9
			}
			b.ReportMetric((cpu(&after)-cpu(&before))/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(after.Maxrss)/1024, "MiB-peak") // of the process so far, in KiB on Linux
		})
	}
}
