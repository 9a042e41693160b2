package analyzer

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// project is a whole of n stacks.
func project(n int) *Part {
	p := &Part{Version: "1.2.3", Commit: "c0ffee", History: History{Base: "ba5e", Deleted: []string{"/gone"}}}
	for i := range n {
		path := fmt.Sprintf("/s/%03d", (i*37)%n)
		p.Order = append(p.Order, path)
		p.Facts = append(p.Facts, &Facts{Stack: Stack{Path: path, Name: "<n> & co", Tags: []string{"a"}}, PlanRef: PlanRef{State: PlanRead}})
	}
	return p
}

// share cuts one job's part out of the whole.
func share(whole *Part, s Share) NamedPart {
	p := *whole
	p.Facts, p.Share = nil, &s
	for i, path := range whole.Order {
		if s.Has(i) {
			p.Facts = append(p.Facts, factOf(whole, path))
		}
	}
	return NamedPart{fmt.Sprintf("part-%d.json", s.Number), &p}
}

func factOf(p *Part, path string) *Facts {
	return p.Facts[slices.IndexFunc(p.Facts, func(f *Facts) bool { return f.Stack.Path == path })]
}

func file(t *testing.T, p *Part) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePart(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMergeIsTheSameAsOneRun(t *testing.T) {
	whole := project(101)
	want := file(t, whole)
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, jobs := range []int{1, 2, 7, 50, 150} {
		var parts []NamedPart
		for n := 1; n <= jobs; n++ {
			p := share(whole, Share{n, jobs})
			read, err := ReadPart(bytes.NewReader(file(t, p.Part)))
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, NamedPart{p.File, read})
		}
		for range 5 {
			rnd.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
			merged, diags := Merge(parts, "")
			if len(diags) > 0 {
				t.Fatalf("%d jobs: %v", jobs, diags)
			}
			if !bytes.Equal(file(t, merged), want) {
				t.Fatalf("%d jobs: the merged file differs from that of one run", jobs)
			}
		}
	}
}

func TestMergeNamesWhatDoesNotFit(t *testing.T) {
	whole := project(6)
	parts := func() []NamedPart {
		return []NamedPart{share(whole, Share{1, 3}), share(whole, Share{2, 3}), share(whole, Share{3, 3})}
	}
	for _, row := range []struct {
		why    string
		change func([]NamedPart) []NamedPart
		commit string
		fails  bool
		says   []string
	}{
		{
			"a job did not hand in its file", func(p []NamedPart) []NamedPart { return p[:2] }, "", false,
			[]string{"share 3/3", "No file covers /s/002, /s/005"},
		},
		{
			"a file is left from an earlier commit", func(p []NamedPart) []NamedPart { p[1].Commit = "01d"; return p }, "", true,
			[]string{"part-2.json is of commit 01d, and the others are of c0ffee"},
		},
		{
			"all files are of an earlier commit", func(p []NamedPart) []NamedPart { return p }, "feed", true,
			[]string{"part-1.json is of commit c0ffee, and the others are of feed", "part-3.json"},
		},
		{
			"a job ran another tofuspec", func(p []NamedPart) []NamedPart { p[2].Version = "9"; return p }, "", true,
			[]string{"part-1.json and part-3.json were written by different versions of tofuspec (1.2.3 and 9)"},
		},
		{
			"a job selected other stacks", func(p []NamedPart) []NamedPart { p[2].Order = p[2].Order[1:]; return p }, "", true,
			[]string{"list different stacks"},
		},
		{
			"a job had another base", func(p []NamedPart) []NamedPart { p[1].History.Base = "other"; return p }, "", true,
			[]string{"different git bases"},
		},
		{
			"a job is left from another way of sharing out", func(p []NamedPart) []NamedPart { return append(p, share(whole, Share{2, 2})) }, "", false, nil,
		},
		{
			"a job analysed without a share and had no plan", func(p []NamedPart) []NamedPart {
				f := Facts{Stack: p[0].Facts[0].Stack, PlanRef: PlanRef{State: PlanMissing, Note: "none"}}
				return append(p, NamedPart{"0.json", &Part{Version: whole.Version, Commit: whole.Commit, Order: whole.Order, History: whole.History, Facts: []*Facts{&f}}})
			}, "", false, nil,
		},
		{
			"a job is of another push to the pull request", func(p []NamedPart) []NamedPart { p[1].Head = "f00"; return p }, "", true,
			[]string{"part-1.json and part-2.json are of different heads of the pull request ((none) and f00)"},
		},
		{"two jobs planned one stack with different results", func(p []NamedPart) []NamedPart {
			f := *p[0].Facts[0]
			f.PlanRef.Errored = true
			p[1].Facts = append(p[1].Facts, &f)
			return p
		}, "", true, []string{"part-1.json and part-2.json both hold /s/000"}},
		{"no file at all", func([]NamedPart) []NamedPart { return nil }, "", true, []string{"nothing to merge"}},
	} {
		merged, diags := Merge(row.change(parts()), row.commit)
		var all strings.Builder
		for _, d := range diags {
			fmt.Fprintln(&all, d.Summary, d.Detail)
		}
		if diags.HasErrors() != row.fails || (merged == nil) != row.fails {
			t.Errorf("%s: fails is %v: %s", row.why, diags.HasErrors(), all.String())
		}
		if len(row.says) == 0 && !bytes.Equal(file(t, merged), file(t, whole)) {
			t.Errorf("%s: the result is another", row.why)
		}
		for _, s := range row.says {
			if !strings.Contains(all.String(), s) {
				t.Errorf("%s: nothing says %q in:\n%s", row.why, s, all.String())
			}
		}
	}
}

func TestAStackWithoutAPartHasNoPlan(t *testing.T) {
	merged, _ := Merge([]NamedPart{share(project(4), Share{1, 2})}, "")
	if f := merged.Facts[1]; f.Stack.Path != "/s/001" || f.PlanRef.State != PlanMissing || f.PlanRef.Note == "" {
		t.Errorf("the stack reads %+v", f)
	}
}

func TestReadPartRefuses(t *testing.T) {
	for why, text := range map[string]string{
		"a plan is no part":                `{"format_version":"1.2","resource_changes":[]}`,
		"half a file came through":         `{"tofuspec_part":1,"facts":[{"stack":{"pa`,
		"a later format":                   `{"tofuspec_part":99,"facts":"SECRET"}`,
		"facts of no stack":                `{"tofuspec_part":1,"facts":[{"stack":{"path":""}}]}`,
		"a hole among the facts":           `{"tofuspec_part":1,"facts":[null]}`,
		"one stack twice":                  `{"tofuspec_part":1,"facts":[{"stack":{"path":"/a"}},{"stack":{"path":"/a"}}]}`,
		"facts of a stack not listed":      `{"tofuspec_part":1,"order":["/b"],"facts":[{"stack":{"path":"/a"}}]}`,
		"a stack listed twice":             `{"tofuspec_part":1,"order":["/b","/b"]}`,
		"a share beyond the last":          `{"tofuspec_part":1,"share":{"number":4,"of":3}}`,
		"shares without end":               `{"tofuspec_part":1,"share":{"number":1,"of":999999999}}`,
		"a gap in history":                 `{"tofuspec_part":1,"history":{"gone":[null]}}`,
		"something else where a list goes": `{"tofuspec_part":1,"facts":"SECRET"}`,
		"nothing":                          ``,
		"two documents":                    `{"tofuspec_part":1} {"tofuspec_part":1}`,
	} {
		_, err := ReadPart(strings.NewReader(text))
		if err == nil {
			t.Errorf("%s: it was read", why)
		} else if strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: the error repeats the content: %v", why, err)
		}
	}
}

func TestParseShare(t *testing.T) {
	if s, err := ParseShare("3/50"); err != nil || *s != (Share{3, 50}) {
		t.Errorf("3/50 reads %v, %v", s, err)
	}
	for _, bad := range []string{"", "3", "0/5", "6/5", "3/50x", "-1/4", "1/0", "03/50", " 1/2"} {
		if _, err := ParseShare(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func FuzzReadPart(f *testing.F) {
	f.Add([]byte(`{"tofuspec_part":1,"order":["/a"],"history":{},"facts":[{"stack":{"path":"/a","name":"a"},"plan":{"state":"read"}}]}`))
	f.Add([]byte(`{"tofuspec_part":1,"share":{"number":1,"of":9999999},"facts":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ReadPart(bytes.NewReader(data))
		if err != nil {
			return
		}
		merged, _ := Merge([]NamedPart{{"a.json", p}}, "")
		if merged == nil {
			return
		}
		var b bytes.Buffer
		if err := WritePart(&b, merged); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPart(&b); err != nil {
			t.Fatalf("cannot read what was written: %v", err)
		}
	})
}
