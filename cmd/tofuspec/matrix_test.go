package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/fixtures/genstacks"
	"github.com/tofuspec/tofuspec/fixtures/plangen"
	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/gate"
	"github.com/tofuspec/tofuspec/specgen/render"
	"github.com/tofuspec/tofuspec/specgen/settings"
)

// tellers are the command lines whose answer must not depend on how the stacks
// were shared out.
var tellers = []string{
	"draft --out -", "blast", "blast --format json", "blast --format mermaid", "blast --format markdown",
	"migrate", "migrate --format json", "migrate --format markdown",
	"check --fail-on all", "check --fail-on all --format json", "check --fail-on all --format sarif", "check --fail-on all --format github",
	"attach --dry-run --environment prod",
}

// TestAMatrixTellsWhatOneRunTells gives the plans of a project out to random
// jobs, which share nothing else, and holds the merged report against that of
// one run over everything.
func TestAMatrixTellsWhatOneRunTells(t *testing.T) {
	vars := map[string]string{"SOURCE_DATE_EPOCH": "1795392000", "CI_COMMIT_SHA": "c0ffee"}
	rnd := rand.New(rand.NewPCG(11, 9))
	for name, root := range map[string]string{
		"platform": "../../fixtures/platform", "refactor": "../../fixtures/refactor", "generated": generated(t, 40),
	} {
		whole := bare(t, root, func(string) bool { return true })
		one := map[string]string{}
		for _, line := range tellers {
			one[line] = told(t, vars, whole, line)
		}
		rounds := 3
		if testing.Short() {
			rounds = 1
		}
		for round := range rounds {
			t.Run(fmt.Sprintf("%s %d", name, round), func(t *testing.T) {
				files := jobs(t, rnd, vars, root, 1+rnd.IntN(6))
				merged := filepath.Join(t.TempDir(), "facts.json")
				if code, _, errs := call(t, vars, slices.Concat([]string{"merge", "--out", merged}, files)...); code != 0 || errs != "" {
					t.Fatalf("exit %d: %s", code, errs)
				}
				for _, line := range tellers {
					if got := told(t, vars, whole, line+" --facts "+merged); got != one[line] {
						t.Errorf("tofuspec %s tells another story:\n%s", line, difference(got, one[line]))
					}
				}
				parts := ""
				for _, f := range files {
					parts += " --facts " + f
				}
				if got := told(t, vars, whole, tellers[0]+parts); got != one[tellers[0]] {
					t.Errorf("files that nobody merged tell another story:\n%s", difference(got, one[tellers[0]]))
				}
			})
		}
	}
}

// jobs analyses a project in n jobs: each has the plans of a random share of
// the stacks, some by --share and some by what happens to lie there. It
// returns the files in random order, one of them twice.
func jobs(t *testing.T, rnd *rand.Rand, vars map[string]string, root string, n int) []string {
	t.Helper()
	dir := t.TempDir()
	byShare := rnd.IntN(2) == 0
	owner := map[string]int{}
	var files []string
	for j := range n {
		has := func(plan string) bool {
			if byShare {
				return true
			}
			if _, ok := owner[plan]; !ok {
				owner[plan] = rnd.IntN(n)
			}
			return owner[plan] == j
		}
		file := filepath.Join(dir, fmt.Sprintf("part-%d.json", j+1))
		args := []string{"-C", bare(t, root, has), "analyze", "--out", file}
		if byShare {
			args = append(args, "--share", fmt.Sprintf("%d/%d", j+1, n))
		}
		if code, _, errs := call(t, vars, args...); code != 0 {
			t.Fatal(errs)
		}
		files = append(files, file)
	}
	again := filepath.Join(dir, "again.json")
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(again, data, 0o600); err != nil {
		t.Fatal(err)
	}
	files = append(files, again)
	rnd.Shuffle(len(files), func(i, k int) { files[i], files[k] = files[k], files[i] })
	return files
}

// told runs a command line on a project and returns all that it says.
func told(t *testing.T, vars map[string]string, root, line string) string {
	t.Helper()
	code, out, errs := call(t, vars, append([]string{"-C", root}, strings.Fields(line)...)...)
	if out == "" && !strings.Contains(line, "--format github") {
		t.Fatalf("tofuspec %s says nothing: %s", line, errs)
	}
	return fmt.Sprintf("exit %d\n%s\n%s", code, out, strings.ReplaceAll(errs, root, "ROOT"))
}

// bare copies a project, with those of its plans that has wants.
func bare(t *testing.T, root string, has func(plan string) bool) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "project") // the folder's name can stand in a report
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name := d.Name()
		if (name == "plan.json" || strings.HasSuffix(name, ".tfplan.json")) && !has(rel) {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// generated is a repository of n stacks, most with a plan.
func generated(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := genstacks.Write(dir, n); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if i%7 == 3 {
			continue
		}
		var plan bytes.Buffer
		if err := plangen.Write(&plan, 20_000, uint64(i)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(genstacks.Path(i)), "out.tfplan.json"), plan.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// difference shows where two texts part.
func difference(got, want string) string {
	n := firstDifference(got, want)
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	return fmt.Sprintf("line %d: got %.300q, want %.300q", n, g[min(n, len(g))-1], w[min(n, len(w))-1])
}

// factsOf is the facts file of a project.
func factsOf(t testing.TB, root string) []byte {
	var out, errs bytes.Buffer
	run(t.Context(), []string{"-C", root, "analyze"}, streams{
		In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" },
	})
	if out.Len() == 0 {
		t.Fatal(errs.String())
	}
	return out.Bytes()
}

// TestDamagedFactsAreRefusedOrTold changes facts files in one place each, as a
// stranger or another version of ours might have written them.
func TestDamagedFactsAreRefusedOrTold(t *testing.T) {
	rnd := rand.New(rand.NewPCG(12, 9))
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	whole := factsOf(t, "../../fixtures/platform")
	refused := 0
	for range rounds {
		var doc any
		if err := json.Unmarshal(whole, &doc); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(damage(rnd, doc))
		if err != nil {
			t.Fatal(err)
		}
		if !tellFacts(t, data) {
			refused++
		}
	}
	if refused == 0 || refused == rounds {
		t.Errorf("%d of %d files were refused", refused, rounds)
	}
}

// damage puts something else into a random place of a JSON document.
func damage(rnd *rand.Rand, v any) any {
	odd := []any{
		nil, "", "/", "x", "aws_lb.a[", "\n<!-- -->", strings.Repeat("y", 5000), -1.0, 0.0, 1e18, true,
		[]any{},
		[]any{nil},
		map[string]any{},
		map[string]any{"path": "/a"},
	}
	if rnd.IntN(12) > 0 {
		switch v := v.(type) {
		case map[string]any:
			if len(v) > 0 {
				keys := slices.Sorted(maps.Keys(v))
				k := keys[rnd.IntN(len(keys))]
				v[k] = damage(rnd, v[k])
				return v
			}
		case []any:
			if len(v) > 0 {
				i := rnd.IntN(len(v))
				v[i] = damage(rnd, v[i])
				return v
			}
		}
	}
	return odd[rnd.IntN(len(odd))]
}

// tellFacts tells of a facts file in every way; false means that it is
// refused.
func tellFacts(t *testing.T, data []byte) bool {
	p, err := analyzer.ReadPart(bytes.NewReader(data))
	if err != nil {
		return false
	}
	whole, _ := analyzer.Merge([]analyzer.NamedPart{{File: "part.json", Part: p}}, "")
	if whole == nil {
		return false
	}
	r := analyzer.Join(whole.Facts, analyzer.Joined{Order: whole.Order, History: whole.History})
	if n := len(render.Comment(r, 65536, render.CommentOptions{})); n > 65536 {
		t.Errorf("the comment has %d bytes", n)
	}
	render.BlastText(r, render.BlastOptions{})
	render.BlastMarkdown(r, render.BlastOptions{})
	if _, err := render.BlastJSON(r, render.BlastOptions{}); err != nil {
		t.Error(err)
	}
	render.MigrationText(r)
	specgen.Fragments(r, specgen.Header{})
	all, err := gate.Parse([]string{"all"})
	if err != nil {
		t.Fatal(err)
	}
	result, _ := gate.Hold(r, settings.Check{}, gate.Options{FailOn: all})
	for _, write := range []func(gate.Writer, io.Writer, *gate.Result) error{gate.Writer.Text, gate.Writer.GitHub, gate.Writer.SARIF} {
		if err := write(gate.Writer{}, io.Discard, result); err != nil {
			t.Error(err)
		}
	}
	return true
}

// FuzzFactsFile reads what a stranger may hand in as a part.
func FuzzFactsFile(f *testing.F) {
	dir := f.TempDir()
	for name, text := range map[string]string{
		"terramate.tm.hcl":  "terramate {\n  required_version = \"> 0.1\"\n}\n",
		"a/stack.tm.hcl":    "stack {}\n",
		"a/main.tf":         "resource \"aws_lb\" \"a\" {\n  name = aws_eip.b.id\n}\n",
		"a/out.tfplan.json": `{"format_version":"1.2","resource_changes":[{"address":"aws_lb.a","mode":"managed","type":"aws_lb","name":"a","change":{"actions":["delete","create"],"before":{"name":"x"},"after":{"name":"y"},"replace_paths":[["name"]],"before_sensitive":{},"after_sensitive":{}}}]}`,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			f.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(factsOf(f, dir))
	for _, field := range []string{"outline", "migration", "depend", "risk"} {
		f.Add([]byte(`{"tofuspec_part":1,"order":["/a"],"history":{},"facts":[{"stack":{"path":"/a"},"plan":{"state":"read"},"` + field + `":{}}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) { tellFacts(t, data) })
}
