package catalog

import "testing"

// BenchmarkFirstLookup is what a program pays for asking at all: parsing one
// provider's files and decoding one row.
func BenchmarkFirstLookup(b *testing.B) {
	for b.Loop() {
		Default().Lookup("aws_vpc")
	}
}

// BenchmarkLookup is every further question on the same type.
func BenchmarkLookup(b *testing.B) {
	c := Default()
	for b.Loop() {
		c.Lookup("aws_vpc")
	}
}
