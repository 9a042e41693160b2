package specgen

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestNamedTemporaryFile takes the way of systems without nameless files.
func TestNamedTemporaryFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "spec.md")
	put := func(content string, isNew bool) error {
		f, err := besideNamed(name)
		if err != nil {
			return err
		}
		return f.put(name, []byte(content), 0o600, isNew)
	}
	if err := put("one", true); err != nil {
		t.Fatal(err)
	}
	if err := put("two", true); !errors.Is(err, ErrChanged) {
		t.Errorf("err = %v, want ErrChanged: somebody made the file meanwhile", err)
	}
	if err := put("three", false); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "three" {
		t.Errorf("the file holds %q, %v", got, err)
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// TestLeftoversAreSwept takes away what a killed run left.
func TestLeftoversAreSwept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "spec.md")
	if err := os.WriteFile(temporary(name), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, nil, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(temporary(name)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the leftover is still there: %v", err)
	}
}
