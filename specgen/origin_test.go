package specgen_test

import (
	"testing"
	"time"

	"github.com/tofuspec/tofuspec/specgen"
)

func TestRepositoryURL(t *testing.T) {
	for _, tc := range []struct{ remote, want, why string }{
		{"git@github.com:acme/platform.git", "https://github.com/acme/platform", "the short form of ssh"},
		{"ssh://git@gitlab.example.org:2222/infra/live.git", "https://gitlab.example.org/infra/live", "the port is ssh's, not the web's"},
		{"https://x-access-token:secret@github.com/acme/platform", "https://github.com/acme/platform", "a token never leaves the remote's address"},
		{"http://git.local:3000/a/b.git", "http://git.local:3000/a/b", "a web port is kept"},
		{"/srv/git/platform.git", "", "a path has no address"},
		{"../platform", "", "nor has a relative one"},
		{`C:\repos\platform`, "", "a drive letter is no host"},
		{"", "", "no remote"},
	} {
		if got := specgen.RepositoryURL(tc.remote); got != tc.want {
			t.Errorf("RepositoryURL(%q) = %q, want %q: %s", tc.remote, got, tc.want, tc.why)
		}
	}
}

func TestIssueIsFound(t *testing.T) {
	const repo = "https://github.com/acme/platform"
	for _, tc := range []struct {
		branch string
		want   int
		why    string
	}{
		{"412-second-nat", 412, "GitHub's own form"},
		{"feat/412-second-nat", 412, "behind a folder"},
		{"ada/issue-412", 412, "named as an issue"},
		{"fix-#412-nat", 412, "with a hash"},
		{"gh-412", 412, "GitHub's short form"},
		{"feature/412_nat", 412, "with an underscore"},
		{"main", 0, "no number"},
		{"release/v1.2.3", 0, "a version is no issue"},
		{"ipv6-only", 0, "a number inside a word"},
		{"nat-2", 0, "a number at the end may be anything"},
	} {
		got := specgen.BranchIssue(tc.branch, repo)
		if got.Number != tc.want {
			t.Errorf("BranchIssue(%q) = %d, want %d: %s", tc.branch, got.Number, tc.want, tc.why)
		}
	}
	for _, in := range []string{"412", "#412", " 412 ", "https://github.com/acme/platform/issues/412"} {
		got, err := specgen.ParseIssue(in, repo)
		if err != nil || got.Number != 412 || got.URL != repo+"/issues/412" {
			t.Errorf("ParseIssue(%q) = %+v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "x", "0", "-1", "javascript:alert(412)"} {
		if got, err := specgen.ParseIssue(in, repo); err == nil {
			t.Errorf("ParseIssue(%q) = %+v, want an error", in, got)
		}
	}
	if got, _ := specgen.ParseIssue("7", "https://gitlab.com/a/b"); got.URL != "https://gitlab.com/a/b/-/issues/7" {
		t.Errorf("GitLab's issues lie elsewhere: %q", got.URL)
	}
}

func TestToday(t *testing.T) {
	now := time.Date(2026, 11, 23, 23, 59, 0, 0, time.UTC)
	if got, err := specgen.Today("", now); err != nil || got != "2026-11-23" {
		t.Errorf("Today = %q, %v", got, err)
	}
	if got, err := specgen.Today("0", now); err != nil || got != "1970-01-01" {
		t.Errorf("SOURCE_DATE_EPOCH is honoured: %q, %v", got, err)
	}
	if _, err := specgen.Today("yesterday", now); err == nil {
		t.Error("want an error for an epoch that is no number")
	}
}
