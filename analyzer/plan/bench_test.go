package plan

import (
	"bytes"
	"context"
	"testing"

	"github.com/tofuspec/tofuspec/fixtures/plangen"
)

// BenchmarkRead reads a generated plan as `tofuspec changes` does, and with
// everything kept.
func BenchmarkRead(b *testing.B) {
	var doc bytes.Buffer
	if err := plangen.Write(&doc, 16<<20, 1); err != nil {
		b.Fatal(err)
	}
	for name, opts := range map[string]Options{
		"changes":    {Each: func(*Change) error { return nil }},
		"everything": everything,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, diags := Read(context.Background(), bytes.NewReader(doc.Bytes()), opts); diags.HasErrors() {
					b.Fatal(diags)
				}
			}
		})
	}
}
