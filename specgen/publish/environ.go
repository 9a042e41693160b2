package publish

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A Service is a place where reviewers are.
type Service string

// The services. Files is any other: what there is to say is written to files.
const (
	ToGitHub Service = "github"
	ToGitLab Service = "gitlab"
	ToFiles  Service = "files"
)

// ParseService reads a service as a user writes it; "" and "auto" mean what
// the environment says.
func ParseService(s string, env func(string) string) (Service, error) {
	switch s {
	case "", "auto":
		switch {
		case env("GITHUB_ACTIONS") == "true":
			return ToGitHub, nil
		case env("GITLAB_CI") == "true":
			return ToGitLab, nil
		}
		return ToFiles, nil
	case string(ToGitHub), string(ToGitLab), string(ToFiles):
		return Service(s), nil
	}
	return "", fmt.Errorf("unknown place %q: use github, gitlab, files or auto", s)
}

// An Environment is what a CI system's variables tell of the run.
type Environment struct {
	Service Service
	API     API
	GraphQL string // GitHub's
	Repo    string // "owner/name", or the project's id or path
	Number  int    // of the pull or merge request, 0 when there is none
	Commit  string // at the head of the request, not of a trial merge
	Run     int64
	Attempt int64
	RunURL  string
	// Files is where files can be read, ending in "/": a commit and a path
	// follow. Empty when nobody knows.
	Files string
	// Fork tells that the request comes from another repository, whose runs
	// get no secrets and a token that may only read. Dependabot's own requests
	// are treated alike by GitHub.
	Fork bool
	// Exact tells that what is known of the request comes from elsewhere than
	// the event, and counts only where the request stands at Commit.
	Exact bool
	// Summary and Outputs are files that GitHub reads after the step.
	Summary, Outputs string
}

// Environ reads a service's variables. File reads GitHub's event.
func Environ(s Service, env func(string) string, file func(string) ([]byte, error)) (Environment, error) {
	switch s {
	case ToGitHub:
		return githubEnviron(env, file)
	case ToGitLab:
		return gitlabEnviron(env), nil
	}
	return Environment{Service: ToFiles, Commit: cmp.Or(env("GITHUB_SHA"), env("CI_COMMIT_SHA"))}, nil
}

// pullRef matches the ref of a pull request's trial merge.
var pullRef = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^refs/pull/([0-9]+)/`)
})

func githubEnviron(env func(string) string, file func(string) ([]byte, error)) (Environment, error) {
	server := cmp.Or(env("GITHUB_SERVER_URL"), "https://github.com")
	api := cmp.Or(env("GITHUB_API_URL"), "https://api.github.com")
	e := Environment{
		Service: ToGitHub,
		API:     API{URL: api, Token: cmp.Or(env("GITHUB_TOKEN"), env("GH_TOKEN"))},
		GraphQL: cmp.Or(env("GITHUB_GRAPHQL_URL"), strings.TrimSuffix(api, "/v3")+"/graphql"),
		Repo:    env("GITHUB_REPOSITORY"),
		Commit:  env("GITHUB_SHA"),
		Run:     number(env("GITHUB_RUN_NUMBER")),
		Attempt: number(env("GITHUB_RUN_ATTEMPT")),
		Summary: env("GITHUB_STEP_SUMMARY"),
		Outputs: env("GITHUB_OUTPUT"),
	}
	if id := env("GITHUB_RUN_ID"); id != "" {
		e.RunURL = fmt.Sprintf("%s/%s/actions/runs/%s", server, e.Repo, id)
	}
	if m := pullRef().FindStringSubmatch(env("GITHUB_REF")); m != nil {
		e.Number = int(number(m[1]))
	}
	if path := env("GITHUB_EVENT_PATH"); path != "" {
		data, err := file(path)
		if err != nil {
			return e, fmt.Errorf("read GitHub's event: %w", err)
		}
		if err := e.readEvent(data); err != nil {
			return e, err
		}
	}
	e.Fork = e.Fork || env("GITHUB_ACTOR") == "dependabot[bot]"
	if e.Repo != "" {
		e.Files = fmt.Sprintf("%s/%s/blob/", server, e.Repo)
	}
	return e, nil
}

// readEvent takes the number and the head of the pull request from GitHub's
// event: GITHUB_SHA is a trial merge there, which no branch holds.
func (e *Environment) readEvent(data []byte) error {
	var event struct {
		// WorkflowRun is the run that a workflow_run event follows: such a
		// workflow has a token that may write, also after a run for a fork,
		// for which GitHub does not tell the number.
		WorkflowRun *struct {
			SHA      string `json:"head_sha"`
			Requests []struct {
				Number int `json:"number"`
			} `json:"pull_requests"`
		} `json:"workflow_run"`
		PullRequest *struct {
			Number int `json:"number"`
			Head   struct {
				SHA  string `json:"sha"`
				Repo *struct {
					Name string `json:"full_name"`
				} `json:"repo"`
			} `json:"head"`
		} `json:"pull_request"`
		Issue *struct {
			Number      int             `json:"number"`
			PullRequest json.RawMessage `json:"pull_request"`
		} `json:"issue"`
	}
	if err := json.Unmarshal(data, &event); err != nil {
		return fmt.Errorf("GITHUB_EVENT_PATH holds no event: %w", err)
	}
	switch {
	case event.PullRequest != nil:
		e.Number = event.PullRequest.Number
		e.Commit = cmp.Or(event.PullRequest.Head.SHA, e.Commit)
		e.Fork = event.PullRequest.Head.Repo == nil || !strings.EqualFold(event.PullRequest.Head.Repo.Name, e.Repo)
	case event.WorkflowRun != nil:
		e.Commit, e.Exact = cmp.Or(event.WorkflowRun.SHA, e.Commit), true
		if len(event.WorkflowRun.Requests) > 0 {
			e.Number = event.WorkflowRun.Requests[0].Number
		}
	case event.Issue != nil && len(event.Issue.PullRequest) > 0:
		e.Number = event.Issue.Number
	}
	return nil
}

func gitlabEnviron(env func(string) string) Environment {
	e := Environment{
		Service: ToGitLab,
		API:     API{URL: env("CI_API_V4_URL"), Token: cmp.Or(env("TOFUSPEC_GITLAB_TOKEN"), env("GITLAB_TOKEN"))},
		Repo:    cmp.Or(env("CI_MERGE_REQUEST_PROJECT_ID"), env("CI_PROJECT_ID"), env("CI_PROJECT_PATH")),
		Number:  int(number(env("CI_MERGE_REQUEST_IID"))),
		Commit:  cmp.Or(env("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"), env("CI_COMMIT_SHA")),
		Run:     number(env("CI_PIPELINE_IID")),
		RunURL:  cmp.Or(env("CI_JOB_URL"), env("CI_PIPELINE_URL")),
	}
	if e.API.URL == "" {
		e.API.URL = cmp.Or(env("CI_SERVER_URL"), "https://gitlab.com") + "/api/v4"
	}
	if e.Number == 0 { // a branch pipeline: the first of its open merge requests, "group/project!7"
		first, _, _ := strings.Cut(env("CI_OPEN_MERGE_REQUESTS"), ",")
		if project, n, ok := strings.Cut(first, "!"); ok {
			e.Repo, e.Number = project, int(number(n))
		}
	}
	source := env("CI_MERGE_REQUEST_SOURCE_PROJECT_ID")
	e.Fork = source != "" && source != env("CI_MERGE_REQUEST_PROJECT_ID")
	if web := env("CI_PROJECT_URL"); web != "" {
		e.Files = web + "/-/blob/"
	}
	return e
}

// FileURL is where a file of the commit can be read, by its path in the
// repository and a line; 0 for none. It is empty when nobody knows.
func (e Environment) FileURL(file string, line int) string {
	if e.Files == "" || e.Commit == "" {
		return ""
	}
	at := e.Files + url.PathEscape(e.Commit) + (&url.URL{Path: "/" + strings.TrimPrefix(file, "/")}).EscapedPath()
	if line > 0 {
		at += "#L" + strconv.Itoa(line)
	}
	return at
}

// Thread returns the discussion of the request.
func (e Environment) Thread() (Thread, error) {
	if e.Service == ToGitLab {
		return GitLab(e.API, e.Repo, int64(e.Number))
	}
	return GitHub(e.API, e.GraphQL, e.Repo, e.Number)
}

func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
