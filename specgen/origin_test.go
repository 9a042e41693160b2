package specgen_test

import (
	"strings"
	"testing"

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
		{"git@gitlab.com:acme/infra/live/platform.git", "https://gitlab.com/acme/infra/live/platform", "GitLab's groups nest"},
		{"ssh://git@ssh.github.com:443/acme/platform.git", "https://github.com/acme/platform", "GitHub's ssh over the port of https"},
		{"git@github.com-work:acme/platform.git", "https://github.com/acme/platform", "a second account's name in ssh's settings"},
		{"https://oauth2:glpat-secret@gitlab.example.org:8443/a/b/c.git/", "https://gitlab.example.org:8443/a/b/c", "user, token, port, slash"},
		{"https://ghp_secret@ghe.example.org/acme/platform", "https://ghe.example.org/acme/platform", "a token in the place of the user"},
		{"https://git.example.org/a/b?private_token=secret#secret", "https://git.example.org/a/b", "nor from the query"},
		{"secret@git.example.org:a/b", "https://git.example.org/a/b", "nor from the short form"},
		{"https://user:pa@ss@git.example.org/a/b", "https://git.example.org/a/b", "an @ in the password"},
		{"git@ssh.dev.azure.com:v3/acme/live/platform", "https://dev.azure.com/acme/live/_git/platform", "Azure's short form"},
		{"https://acme@dev.azure.com/acme/live/_git/platform", "https://dev.azure.com/acme/live/_git/platform", "and its long one"},
		{"git+ssh://git@git.example.org/a/b", "https://git.example.org/a/b", "another name for ssh"},
		{"ssh://git@[2001:db8::1]:22/a/b.git", "https://[2001:db8::1]/a/b", "an address in brackets"},
		{"git://git.example.org/a/b.git", "https://git.example.org/a/b", "git's own protocol"},
		{"file:///srv/git/platform.git", "", "a path has no address, however it is written"},
		{"https://exa mple.org/a", "", "no address at all"},
	} {
		if got := specgen.RepositoryURL(tc.remote); got != tc.want {
			t.Errorf("RepositoryURL(%q) = %q, want %q: %s", tc.remote, got, tc.want, tc.why)
		} else if strings.Contains(got, "secret") {
			t.Errorf("RepositoryURL(%q) leaks", tc.remote)
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
	if got, _ := specgen.ParseIssue("7", "https://dev.azure.com/acme/live/_git/platform"); got.URL != "https://dev.azure.com/acme/live/_workitems/edit/7" {
		t.Errorf("Azure's work items belong to the project: %q", got.URL)
	}
	if got, _ := specgen.ParseIssue("7", "https://gitlab.com/a/b"); got.URL != "https://gitlab.com/a/b/-/issues/7" {
		t.Errorf("GitLab's issues lie elsewhere: %q", got.URL)
	}
}
