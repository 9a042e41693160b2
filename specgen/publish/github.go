package publish

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/google/go-github/v88/github"
)

// githubLimit is the most that GitHub takes for a comment. It counts
// characters; counting bytes is never more.
const githubLimit = 65536

// perPage and pages bound how much of a thread is read.
const (
	perPage = 100
	pages   = 100
)

// A githubThread is the conversation of one pull request.
type githubThread struct {
	client      *github.Client
	secrets     Secrets
	graphql     string
	owner, repo string
	number      int
	me          *identity
}

// An identity is the account behind a token.
type identity struct {
	login string // "" when the service does not tell
}

// GitHub returns the thread of pull request number of repo ("owner/name").
// GraphQL is the URL of that interface; empty means none.
func GitHub(a API, graphql, repo string, number int) (Thread, error) {
	owner, name, ok := strings.Cut(repo, "/")
	if !ok || owner == "" || name == "" || strings.Contains(name, "/") {
		return nil, errors.New("the repository must be given as owner/name")
	}
	var value string
	if a.Token != "" {
		value = "Bearer " + a.Token
	}
	hc, base, err := a.client("Authorization", value)
	if err != nil {
		return nil, err
	}
	root := strings.TrimRight(base.String(), "/") + "/"
	c, err := github.NewClient(github.WithHTTPClient(hc), github.WithURLs(&root, &root),
		github.WithUserAgent(userAgent), github.WithDisableRateLimitCheck())
	if err != nil {
		return nil, err
	}
	return &githubThread{client: c, secrets: Secrets{a.Token}, graphql: graphql, owner: owner, repo: name, number: number}, nil
}

func (t *githubThread) Limit() int { return githubLimit }

func (t *githubThread) Comments(ctx context.Context) ([]Comment, error) {
	if err := t.whoami(ctx); err != nil {
		return nil, err
	}
	var all []Comment
	opts := &github.IssueListCommentsOptions{ListOptions: github.ListOptions{PerPage: perPage, Page: 1}}
	for range pages {
		list, resp, err := t.client.Issues.ListComments(ctx, t.owner, t.repo, t.number, opts)
		if err != nil {
			return nil, t.fail(err)
		}
		for _, c := range list {
			all = append(all, t.comment(c))
		}
		if resp.NextPage == 0 {
			break
		}
		opts.Page = resp.NextPage
	}
	return all, nil
}

func (t *githubThread) Comment(ctx context.Context, id int64) (Comment, error) {
	c, _, err := t.client.Issues.GetComment(ctx, t.owner, t.repo, id)
	return t.comment(c), t.fail(err)
}

func (t *githubThread) Create(ctx context.Context, body string) (Comment, error) {
	c, _, err := t.client.Issues.CreateComment(ctx, t.owner, t.repo, t.number, &github.IssueComment{Body: &body})
	return t.comment(c), t.fail(err)
}

func (t *githubThread) Update(ctx context.Context, id int64, body string) (Comment, error) {
	c, _, err := t.client.Issues.EditComment(ctx, t.owner, t.repo, id, &github.IssueComment{Body: &body})
	return t.comment(c), t.fail(err)
}

func (t *githubThread) Delete(ctx context.Context, id int64) error {
	_, err := t.client.Issues.DeleteComment(ctx, t.owner, t.repo, id)
	return t.fail(err)
}

func (t *githubThread) Head(ctx context.Context) (string, error) {
	pr, _, err := t.client.PullRequests.Get(ctx, t.owner, t.repo, t.number)
	if err != nil {
		return "", t.fail(err)
	}
	return pr.GetHead().GetSHA(), nil
}

func (t *githubThread) Ancestor(ctx context.Context, old, new string) (bool, error) {
	c, _, err := t.client.Repositories.CompareCommits(ctx, t.owner, t.repo, old, new, &github.ListOptions{PerPage: 1})
	if err != nil {
		return false, t.fail(err)
	}
	return c.GetStatus() == "ahead" || c.GetStatus() == "identical", nil
}

func (t *githubThread) comment(c *github.IssueComment) Comment {
	return Comment{ID: c.GetID(), Body: c.GetBody(), URL: c.GetHTMLURL(), Own: t.wrote(c.GetUser())}
}

// wrote tells whether u is the account behind our token. REST calls an app's
// account "name[bot]", GraphQL sometimes plain "name". When the service does
// not tell who we are, we are an app, and only an app's comments can be ours.
func (t *githubThread) wrote(u *github.User) bool {
	if t.me == nil || u == nil {
		return false
	}
	bot := u.GetType() == "Bot"
	if t.me.login == "" {
		return bot
	}
	mine, isBot := strings.CutSuffix(t.me.login, "[bot]")
	theirs, _ := strings.CutSuffix(u.GetLogin(), "[bot]")
	return strings.EqualFold(mine, theirs) && (!isBot || bot)
}

// whoami finds out whose token we hold. A workflow's own token is not a user
// and may only ask for its name in GraphQL.
func (t *githubThread) whoami(ctx context.Context) error {
	if t.me != nil {
		return nil
	}
	u, resp, err := t.client.Users.Get(ctx, "")
	if err == nil {
		t.me = &identity{login: u.GetLogin()}
		return nil
	}
	if failed := t.fail(err); Transient(failed) || // a rate limit is no refusal
		resp == nil || resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusNotFound {
		return failed
	}
	t.me = &identity{login: t.viewer(ctx)}
	return nil
}

// viewer asks GraphQL for our name, "" when it does not tell.
func (t *githubThread) viewer(ctx context.Context) string {
	if t.graphql == "" {
		return ""
	}
	req, err := t.client.NewRequest(asRead(ctx), http.MethodPost, t.graphql, map[string]string{"query": "query { viewer { login } }"})
	if err != nil {
		return ""
	}
	var answer struct {
		Data struct {
			Viewer struct {
				Login string `json:"login"`
			} `json:"viewer"`
		} `json:"data"`
	}
	if _, err := t.client.Do(req, &answer); err != nil {
		return ""
	}
	return answer.Data.Viewer.Login
}

// fail classifies an error of the client and strikes the token out of it.
func (t *githubThread) fail(err error) error {
	if err == nil {
		return nil
	}
	var status int
	message := err.Error()
	if e, ok := errors.AsType[*github.ErrorResponse](err); ok && e.Response != nil {
		status = e.Response.StatusCode
	} else if e, ok := errors.AsType[*github.RateLimitError](err); ok && e.Response != nil {
		status = http.StatusTooManyRequests
	} else if e, ok := errors.AsType[*github.AbuseRateLimitError](err); ok && e.Response != nil {
		status = http.StatusTooManyRequests
	}
	return t.secrets.Error(classify(err, status, message))
}
