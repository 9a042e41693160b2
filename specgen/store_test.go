package specgen_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/tofuspec/tofuspec/specgen"
)

func TestReplaceKeepsModeAndRefusesAChangedFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "spec.md")
	if err := os.WriteFile(name, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := specgen.Replace(name, []byte("one"), []byte("two")); err != nil {
		t.Fatal(err)
	}
	st, err := os.Stat(name)
	if err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want it kept", st.Mode(), err)
	}
	if err := specgen.Replace(name, []byte("one"), []byte("three")); !errors.Is(err, specgen.ErrChanged) {
		t.Errorf("err = %v, want ErrChanged: someone saved in between", err)
	}
	if err := specgen.Replace(name, nil, []byte("three")); !errors.Is(err, specgen.ErrChanged) {
		t.Errorf("err = %v, want ErrChanged: the file was new a moment ago", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "two" {
		t.Errorf("the file holds %q", got)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(name), ".*tmp"))
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestResolveStaysInside(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "docs", "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(outside, "out")
	link("docs/real", "in")
	link("nowhere", "dangling")
	for _, tc := range []struct {
		name string
		ok   bool
		why  string
	}{
		{"docs/a.md", true, "a plain path"},
		{"in/a.md", true, "a link inside the repository"},
		{"new/folder/a.md", true, "folders that are made on the way"},
		{"out/a.md", false, "a link out of the repository"},
		{"out/new/a.md", false, "also with a new folder behind it"},
		{"dangling", false, "a link to nothing"},
	} {
		if _, err := specgen.Resolve(root, filepath.Join(root, tc.name)); (err == nil) != tc.ok {
			t.Errorf("Resolve(%s): %v; want ok %v: %s", tc.name, err, tc.ok, tc.why)
		}
	}
	if _, err := specgen.Resolve(root, filepath.Join(outside, "a.md")); err != nil {
		t.Errorf("a path that is asked for outside of the repository is fine: %v", err)
	}
}

func TestParallelRunsTakeDifferentNumbers(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	done := filepath.Join(dir, "done")
	if err := os.MkdirAll(filepath.Join(done, "0041-#3-old.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			unlock, err := specgen.Lock(t.Context(), dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer unlock()
			n, err := specgen.NextNumber([]string{dir, done, filepath.Join(dir, "missing")})
			if err != nil {
				t.Error(err)
				return
			}
			name := filepath.Join(dir, specgen.FileName(n, 0, fmt.Sprintf("change %d", i)))
			if err := specgen.Replace(name, nil, []byte("x")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	seen := map[int]bool{}
	specs, err := specgen.List(dir)
	if err != nil || len(specs) != 12 {
		t.Fatalf("%d specs, %v", len(specs), err)
	}
	for _, s := range specs {
		if seen[s.Number] || s.Number < 42 || s.Number > 53 {
			t.Errorf("number %d is taken twice or out of order", s.Number)
		}
		seen[s.Number] = true
	}
}

func TestFileName(t *testing.T) {
	for _, tc := range []struct {
		n, issue int
		title    string
		want     string
	}{
		{7, 412, "Second NAT gateway", "0007-#412-second-nat-gateway.md"},
		{7, 0, "Größe: `a/b`!", "0007-grosse-a-b.md"},
		{12345, 1, "日本", "12345-#1-change-cf2abf.md"},
		{8, 0, "Żółta łódź für Ørsted", "0008-zolta-lodz-fur-orsted.md"},
		{8, 0, strings.Repeat("a", 300), "0008-" + strings.Repeat("a", 60) + ".md"},
		{8, 0, strings.Repeat("word ", 300), "0008-" + strings.TrimSuffix(strings.Repeat("word-", 12), "-") + ".md"},
		{8, 3, "a/b\\c\x00d\ne", "0008-#3-a-b-c-d-e.md"},
		{1, 2, "../../etc/passwd", "0001-#2-etc-passwd.md"},
	} {
		if got := specgen.FileName(tc.n, tc.issue, tc.title); got != tc.want {
			t.Errorf("FileName(%q) = %q, want %q", tc.title, got, tc.want)
		}
	}
}

func TestNextNumber(t *testing.T) {
	active, done := t.TempDir(), t.TempDir()
	touch := func(dir, name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		dir, name string
		want      int
		why       string
	}{
		{active, "README.md", 1, "no spec"},
		{active, "2026-11-23-notes.md", 1, "a day is no number"},
		{active, "20261123-notes.md", 1, "nor is one without dashes"},
		{active, "0003-#7-a.md", 4, "the tool's own form"},
		{done, "0012-old.md", 13, "another folder counts too"},
		{done, "SPEC-0020-older.md", 21, "a number behind a word"},
		{active, "0021", 22, "a spec that is a folder's name, or has none yet"},
		{active, "10000-#5-late.md", 10001, "five digits"},
		{active, "0007-9000-a.md", 10001, "what follows the number is none"},
	} {
		touch(tc.dir, tc.name)
		if got, err := specgen.NextNumber([]string{active, done}); err != nil || got != tc.want {
			t.Errorf("after %s: %d, %v; want %d: %s", tc.name, got, err, tc.want, tc.why)
		}
	}
}
