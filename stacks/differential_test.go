package stacks_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/stacks"
)

// TestAgainstOracle compares discovery, tag filters, run order and change
// detection with the slow and obvious answers of the oracle, over random
// repositories.
//
// With TERRAMATE set to the path of a terramate binary, that is asked as well.
func TestAgainstOracle(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not on this machine; change detection is its history")
	}
	for seed := range uint64(24) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			compareWorld(t, newWorld(seed))
		})
	}
}

func compareWorld(t *testing.T, w *world) {
	dir := t.TempDir()
	w.write(t, dir)
	git(t, dir, "init", "-q", "-b", "main")
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-qm", "first")
	before := w.copyFiles()
	committed := w.mutate()
	w.sync(t, dir, before)
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-qm", "second", "--allow-empty")

	p := load(t, dir)
	same(t, "list", pathsOf(p.Stacks), w.live())
	ask(t, dir, w.live(), "list")

	for _, tags := range [][]string{nil, {"app"}, {"db", "eu"}} {
		compareOrder(t, w, p, dir, tags)
	}

	files := slices.DeleteFunc(committed, func(name string) bool { return before[name] == w.files[name] })
	compareChanged(t, w, p, dir, files)

	// Some more changes that are not committed.
	before = w.copyFiles()
	dirty := w.mutate()
	w.sync(t, dir, before)
	for _, name := range dirty {
		_, was := before[name]
		_, is := w.files[name]
		if is && w.files[name] != before[name] {
			files = append(files, name)
		} else if was && !is {
			git(t, dir, "checkout", "-q", "--", name) // Terramate passes over deletions that are not committed.
			w.files[name] = before[name]
		}
	}
	compareChanged(t, w, load(t, dir), dir, files)
}

func compareOrder(t *testing.T, w *world, p *stacks.Project, dir string, tags []string) {
	t.Helper()
	args := []string{"list", "--run-order"}
	var queries []string
	if len(tags) > 0 {
		queries = []string{strings.Join(tags, ":")}
		args = append(args, "--tags", queries[0])
	}
	query, diags := stacks.ParseTags(queries, nil)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	selected := query.Filter(p.Stacks)
	same(t, "tags", pathsOf(selected), w.tagged(tags...))
	order, diags := p.RunOrder(selected)
	want, possible := w.runOrder(w.tagged(tags...), nil)
	if possible == diags.HasErrors() {
		t.Fatalf("order %v: the oracle says that there is an order: %v; diagnostics: %v", tags, possible, diags)
	}
	if possible {
		same(t, "order", pathsOf(order), want)
		ask(t, dir, want, args...)
	} else if !strings.Contains(diags[0].Detail, " -> ") {
		t.Errorf("the cycle is not named: %v", diags)
	}
	groups, _ := p.RunGroups(selected)
	if possible && !slices.Equal(slices.Sorted(slices.Values(pathsOf(slices.Concat(groups...)))), w.tagged(tags...)) {
		t.Errorf("groups do not hold each selected stack once: %v", groups)
	}
}

func compareChanged(t *testing.T, w *world, p *stacks.Project, dir string, files []string) {
	t.Helper()
	c, diags := p.Changed(context.Background(), stacks.ChangeOptions{Base: "HEAD^"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	same(t, "changed", pathsOf(c.List()), w.changed(files))
	ask(t, dir, w.changed(files), "list", "--changed", "-B", "HEAD^")

	order, diags := p.ListOrder(c.List(), c)
	want, possible := w.runOrder(w.changed(files), w.copies(files))
	if possible == diags.HasErrors() {
		t.Fatalf("changed order: the oracle says that there is an order: %v; diagnostics: %v", possible, diags)
	}
	if possible {
		same(t, "changed order", pathsOf(order), want)
		ask(t, dir, want, "list", "--changed", "--run-order", "-B", "HEAD^")
	}
}

// ask compares with the real tool when there is one.
func ask(t *testing.T, dir string, want []string, args ...string) {
	t.Helper()
	binary := os.Getenv("TERRAMATE")
	if binary == "" {
		return
	}
	cmd := exec.Command(binary, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1")
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("terramate %v: %v", args, err)
		return
	}
	var got []string
	for line := range strings.Lines(string(out)) {
		got = append(got, "/"+strings.TrimPrefix(strings.TrimSpace(line), "."))
	}
	same(t, "terramate "+strings.Join(args, " "), got, want)
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func pathsOf(all []*stacks.Stack) []string {
	var out []string
	for _, s := range all {
		out = append(out, s.Path)
	}
	return out
}

func (w *world) copyFiles() map[string]string {
	out := map[string]string{}
	for name, content := range w.files {
		out[name] = content
	}
	return out
}

func (w *world) write(t *testing.T, dir string) {
	t.Helper()
	for name, content := range w.files {
		write(t, dir, name, content)
	}
}

// sync brings the folder to the world's state.
func (w *world) sync(t *testing.T, dir string, before map[string]string) {
	t.Helper()
	for name := range before {
		if _, still := w.files[name]; !still {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	w.write(t, dir)
}
