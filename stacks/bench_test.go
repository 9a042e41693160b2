package stacks_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/fixtures/genstacks"
	"github.com/tofuspec/tofuspec/stacks"
)

// sizes are the numbers of stacks to measure with.
var sizes = []int{100, 1000, 10000}

// bench runs f over a generated git repository of each size, with one change
// in a module that all stacks call and one in a stack.
func bench(b *testing.B, f func(b *testing.B, dir string)) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("stacks=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			if err := genstacks.Write(dir, n); err != nil {
				b.Fatal(err)
			}
			git(b, dir, "init", "-q", "-b", "main")
			git(b, dir, "add", "-A")
			git(b, dir, "commit", "-qm", "first")
			write(b, dir, genstacks.Path(5)+"/main.tf", "# changed\n")
			write(b, dir, "docs/README.md", "changed\n")
			git(b, dir, "add", "-A")
			git(b, dir, "commit", "-qm", "second")
			b.ReportAllocs()
			b.ResetTimer()
			f(b, dir)
		})
	}
}

// BenchmarkParse is what the others are measured against: reading and parsing
// the same Terramate files and nothing else.
func BenchmarkParse(b *testing.B) {
	bench(b, func(b *testing.B, dir string) {
		for b.Loop() {
			err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || !strings.HasSuffix(name, ".tm") && !strings.HasSuffix(name, ".tm.hcl") {
					return err
				}
				src, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				if _, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos); diags.HasErrors() {
					return diags
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	bench(b, func(b *testing.B, dir string) {
		for b.Loop() {
			load(b, dir)
		}
	})
}

func BenchmarkRunOrder(b *testing.B) {
	bench(b, func(b *testing.B, dir string) {
		p := load(b, dir)
		for b.Loop() {
			if _, diags := p.RunOrder(p.Stacks); diags.HasErrors() {
				b.Fatal(diags)
			}
		}
	})
}

func BenchmarkChanged(b *testing.B) {
	bench(b, func(b *testing.B, dir string) {
		p := load(b, dir)
		for b.Loop() {
			c, diags := p.Changed(context.Background(), stacks.ChangeOptions{Base: "HEAD^"})
			if diags.HasErrors() {
				b.Fatal(diags)
			}
			if len(c.Stacks) != 1 {
				b.Fatalf("%d stacks changed, want the one whose file did", len(c.Stacks))
			}
		}
	})
}

// load loads a project that has no errors.
func load(tb testing.TB, dir string) *stacks.Project {
	tb.Helper()
	p, diags := stacks.Load(context.Background(), dir)
	if diags.HasErrors() {
		tb.Fatal(diags)
	}
	return p
}

// write writes one file below dir.
func write(tb testing.TB, dir, name, content string) {
	tb.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// git runs git in dir, with a configuration of its own.
func git(tb testing.TB, dir string, args ...string) {
	tb.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
		"GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.org", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.org")
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}
