package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEnvironments(t *testing.T) {
	for _, row := range []struct {
		why   string
		vars  map[string]string
		event string
		want  Environment
	}{
		{
			"a pull request's head is in the event, and GITHUB_SHA is a trial merge",
			map[string]string{
				"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_SHA": "merge", "GITHUB_REF": "refs/pull/7/merge",
				"GITHUB_EVENT_PATH": "e", "GITHUB_RUN_ID": "99", "GITHUB_RUN_NUMBER": "12", "GITHUB_RUN_ATTEMPT": "2", "GITHUB_TOKEN": "t",
			},
			`{"pull_request":{"number":7,"head":{"sha":"abc","repo":{"full_name":"Acme/platform"}}}}`,
			Environment{
				Service: ToGitHub, API: API{URL: "https://api.github.com", Token: "t"}, GraphQL: "https://api.github.com/graphql",
				Repo: "acme/platform", Number: 7, Commit: "abc", Run: 12, Attempt: 2,
				RunURL: "https://github.com/acme/platform/actions/runs/99", Files: "https://github.com/acme/platform/blob/",
			},
		},
		{
			"a fork, on an Enterprise server",
			map[string]string{
				"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/platform", "GITHUB_EVENT_PATH": "e", "GITHUB_API_URL": "https://ghe.test/api/v3",
				"GITHUB_SERVER_URL": "https://ghe.test", "GITHUB_STEP_SUMMARY": "/s",
			},
			`{"pull_request":{"number":8,"head":{"sha":"abc","repo":{"full_name":"mallory/platform"}}}}`,
			Environment{
				Service: ToGitHub, API: API{URL: "https://ghe.test/api/v3"}, GraphQL: "https://ghe.test/api/graphql",
				Repo: "acme/platform", Number: 8, Commit: "abc", Fork: true, Summary: "/s", Files: "https://ghe.test/acme/platform/blob/",
			},
		},
		{
			"Dependabot's runs get a token that may only read, in the repository itself",
			map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "a/b", "GITHUB_EVENT_PATH": "e", "GITHUB_ACTOR": "dependabot[bot]"},
			`{"pull_request":{"number":8,"head":{"sha":"abc","repo":{"full_name":"a/b"}}}}`,
			Environment{
				Service: ToGitHub, API: API{URL: "https://api.github.com"}, GraphQL: "https://api.github.com/graphql", Repo: "a/b",
				Number: 8, Commit: "abc", Fork: true, Files: "https://github.com/a/b/blob/",
			},
		},
		{
			"a workflow that follows the run of a pull request",
			map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "a/b", "GITHUB_EVENT_PATH": "e", "GITHUB_SHA": "main"},
			`{"workflow_run":{"head_sha":"abc","pull_requests":[{"number":9}]}}`,
			Environment{
				Service: ToGitHub, API: API{URL: "https://api.github.com"}, GraphQL: "https://api.github.com/graphql", Repo: "a/b",
				Number: 9, Commit: "abc", Exact: true, Files: "https://github.com/a/b/blob/",
			},
		},
		{
			"a comment on a plain issue is no pull request",
			map[string]string{"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "a/b", "GITHUB_EVENT_PATH": "e"},
			`{"issue":{"number":3}}`,
			Environment{Service: ToGitHub, API: API{URL: "https://api.github.com"}, GraphQL: "https://api.github.com/graphql", Repo: "a/b", Files: "https://github.com/a/b/blob/"},
		},
		{
			"a merge request pipeline on a server of one's own",
			map[string]string{
				"GITLAB_CI": "true", "CI_API_V4_URL": "https://git.test/api/v4", "CI_PROJECT_ID": "42", "CI_MERGE_REQUEST_IID": "7",
				"CI_MERGE_REQUEST_PROJECT_ID": "42", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "43", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "head",
				"CI_COMMIT_SHA": "merged", "CI_PIPELINE_IID": "5", "CI_JOB_URL": "https://git.test/job/1", "GITLAB_TOKEN": "t",
			},
			"",
			Environment{
				Service: ToGitLab, API: API{URL: "https://git.test/api/v4", Token: "t"}, Repo: "42", Number: 7, Commit: "head", Run: 5,
				RunURL: "https://git.test/job/1", Fork: true,
			},
		},
		{
			"a branch pipeline knows the open merge request",
			map[string]string{"GITLAB_CI": "true", "CI_PROJECT_ID": "42", "CI_OPEN_MERGE_REQUESTS": "acme/platform!9,acme/platform!10", "CI_COMMIT_SHA": "c"},
			"",
			Environment{Service: ToGitLab, API: API{URL: "https://gitlab.com/api/v4"}, Repo: "acme/platform", Number: 9, Commit: "c"},
		},
		{
			"any other system",
			map[string]string{"CI_COMMIT_SHA": "c"},
			"",
			Environment{Service: ToFiles, Commit: "c"},
		},
	} {
		env := func(k string) string { return row.vars[k] }
		s, err := ParseService("auto", env)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Environ(s, env, func(string) ([]byte, error) { return []byte(row.event), nil })
		if err != nil {
			t.Fatalf("%s: %v", row.why, err)
		}
		if g, w := show(got), show(row.want); g != w {
			t.Errorf("%s:\n got %s\nwant %s", row.why, g, w)
		}
	}
}

func show(e Environment) string {
	return strings.Join([]string{
		string(e.Service), e.API.URL, e.API.Token, e.GraphQL, e.Repo, itoa(int64(e.Number)), e.Commit, itoa(e.Run), itoa(e.Attempt),
		e.RunURL, e.Files, map[bool]string{true: "fork"}[e.Fork], map[bool]string{true: "exact"}[e.Exact], e.Summary, e.Outputs,
	}, " ; ")
}

func TestBrokenEvents(t *testing.T) {
	env := func(k string) string { return map[string]string{"GITHUB_EVENT_PATH": "e"}[k] }
	for _, event := range []string{"", "[", `{"pull_request": 7}`} {
		if _, err := Environ(ToGitHub, env, func(string) ([]byte, error) { return []byte(event), nil }); err == nil {
			t.Errorf("%q was read", event)
		}
	}
	if _, err := Environ(ToGitHub, env, func(string) ([]byte, error) { return nil, errors.New("gone") }); err == nil {
		t.Error("a missing event was read")
	}
	if _, err := ParseService("gitea", env); err == nil {
		t.Error("an unknown place was taken")
	}
}

func TestStepFiles(t *testing.T) {
	dir := t.TempDir()
	sum, out := filepath.Join(dir, "summary"), filepath.Join(dir, "out")
	if err := os.WriteFile(sum, []byte(strings.Repeat("x", SummaryLimit-1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	text := func(limit int) string { return strings.Repeat("y", limit) }
	if err := AppendSummary(sum, text); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(sum); err != nil || info.Size() > SummaryLimit || info.Size() < SummaryLimit-10 {
		t.Errorf("the summary has %d bytes", info.Size())
	}
	if err := AppendSummary(sum, text); err == nil {
		t.Error("a full summary was written to")
	}
	if err := AppendOutputs(out, []Pair{{"a", "1\nb=evil"}, {"c", "2"}}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(out); string(got) != "a=1 b=evil\nc=2\n" {
		t.Errorf("outputs are %q", got)
	}
}

func TestFilesAreFoundAtTheCommit(t *testing.T) {
	e := Environment{Files: "https://github.com/a/b/blob/", Commit: "abc"}
	for _, row := range []struct {
		file string
		line int
		want string
	}{
		{"infra/main.tf", 12, "https://github.com/a/b/blob/abc/infra/main.tf#L12"},
		{"/docs/0007-#412 a?b%.md", 0, "https://github.com/a/b/blob/abc/docs/0007-%23412%20a%3Fb%25.md"},
	} {
		if got := e.FileURL(row.file, row.line); got != row.want {
			t.Errorf("%s is at %s, want %s", row.file, got, row.want)
		}
	}
	e.Commit = ""
	if got := e.FileURL("x", 1); got != "" {
		t.Errorf("a file of no commit is at %s", got)
	}
}
