package depend

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// particular says what telling must find.
var particular = regexp.MustCompile(`^(arn:[a-z-]+:.+:.+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[a-z]{1,20}-[0-9a-f]{8,32}|[0-9a-f]{20,64}|Z[A-Z0-9]{10,31}|/subscriptions/.+|projects/.+/.+|https?://[^ \n]+/.+)$`)

func TestTelling(t *testing.T) {
	t.Parallel()
	parts := []string{
		"arn:", "aws", "aws-cn", ":", "::", "/", "//", "-", " ", "\n", "x", "http", "https", "://", "http://", "projects/", "/subscriptions/",
		"0123abcd", "ABCDEF01", "-0aF3", "0123456789ab", "sg", "Z", "Z0123456789", "KLMNO", "eni-", "deadbeef", "g", "é", "host.example", "a/b",
		"12345678-1234-1234-1234-123456789abc", "0123456789abcdef0123456789abcdef",
	}
	const seed = 7
	r := rand.New(rand.NewPCG(seed, seed))
	found := 0
	for range 300_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		s := b.String()
		want := len(s) >= 8 && len(s) <= 512 && particular.MatchString(s)
		if want {
			found++
		}
		if got := telling(s); got != want {
			t.Fatalf("%q: got %v, want %v", s, got, want)
		}
	}
	if found < 1000 {
		t.Fatalf("only %d texts are telling: the test tests nothing", found)
	}
}
