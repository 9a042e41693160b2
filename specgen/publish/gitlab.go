package publish

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	gitlab "gitlab.com/gitlab-org/api/client-go/v2"
)

// gitlabLimit is the most characters that GitLab takes for a note.
const gitlabLimit = 1_000_000

// A gitlabThread is the notes of one merge request.
type gitlabThread struct {
	client  *gitlab.Client
	secrets Secrets
	project string
	number  int64
	web     string // URL of the merge request, "" when unknown
	me      *identity
}

// GitLab returns the thread of merge request number in project (an id or a
// full path).
func GitLab(a API, project string, number int64) (Thread, error) {
	if project == "" {
		return nil, errors.New("the project must be given by its id or path")
	}
	hc, base, err := a.client("Private-Token", a.Token)
	if err != nil {
		return nil, err
	}
	c, err := gitlab.NewClient("", gitlab.WithBaseURL(base.String()), gitlab.WithHTTPClient(hc), gitlab.WithoutRetries(),
		gitlab.WithCustomLimiter(unlimited{}), gitlab.WithUserAgent(userAgent),
		gitlab.WithURLWarningLogger(slog.New(slog.DiscardHandler)))
	if err != nil {
		return nil, Secrets{a.Token}.Error(err)
	}
	return &gitlabThread{client: c, secrets: Secrets{a.Token}, project: project, number: number}, nil
}

// unlimited leaves pacing to Retry, which waits when the service says so.
type unlimited struct{}

func (unlimited) Wait(context.Context) error { return nil }

func (t *gitlabThread) Limit() int { return gitlabLimit }

func (t *gitlabThread) Comments(ctx context.Context) ([]Comment, error) {
	if err := t.whoami(ctx); err != nil {
		return nil, err
	}
	var all []Comment
	opts := &gitlab.ListMergeRequestNotesOptions{
		ListOptions: gitlab.ListOptions{PerPage: perPage, Page: 1},
		OrderBy:     gitlab.Ptr("created_at"), Sort: gitlab.Ptr("asc"),
	}
	for range pages {
		list, resp, err := t.client.Notes.ListMergeRequestNotes(t.project, t.number, opts, gitlab.WithContext(ctx))
		if err != nil {
			return nil, t.fail(err, resp)
		}
		for _, n := range list {
			if !n.System {
				all = append(all, t.comment(n))
			}
		}
		if resp.NextPage == 0 {
			break
		}
		opts.Page = resp.NextPage
	}
	return all, nil
}

func (t *gitlabThread) Comment(ctx context.Context, id int64) (Comment, error) {
	n, resp, err := t.client.Notes.GetMergeRequestNote(t.project, t.number, id, gitlab.WithContext(ctx))
	return t.comment(n), t.fail(err, resp)
}

func (t *gitlabThread) Create(ctx context.Context, body string) (Comment, error) {
	n, resp, err := t.client.Notes.CreateMergeRequestNote(t.project, t.number, &gitlab.CreateMergeRequestNoteOptions{Body: &body}, gitlab.WithContext(ctx))
	return t.comment(n), t.fail(err, resp)
}

func (t *gitlabThread) Update(ctx context.Context, id int64, body string) (Comment, error) {
	n, resp, err := t.client.Notes.UpdateMergeRequestNote(t.project, t.number, id, &gitlab.UpdateMergeRequestNoteOptions{Body: &body}, gitlab.WithContext(ctx))
	return t.comment(n), t.fail(err, resp)
}

func (t *gitlabThread) Delete(ctx context.Context, id int64) error {
	resp, err := t.client.Notes.DeleteMergeRequestNote(t.project, t.number, id, gitlab.WithContext(ctx))
	return t.fail(err, resp)
}

func (t *gitlabThread) Head(ctx context.Context) (string, error) {
	mr, resp, err := t.client.MergeRequests.GetMergeRequest(t.project, t.number, nil, gitlab.WithContext(ctx))
	if err != nil {
		return "", t.fail(err, resp)
	}
	t.web = mr.WebURL
	return mr.SHA, nil
}

func (t *gitlabThread) Ancestor(ctx context.Context, old, new string) (bool, error) {
	refs := []string{old, new}
	base, resp, err := t.client.Repositories.MergeBase(t.project, &gitlab.MergeBaseOptions{Ref: &refs}, gitlab.WithContext(ctx))
	if err != nil {
		return false, t.fail(err, resp)
	}
	return base.ID == old, nil
}

func (t *gitlabThread) comment(n *gitlab.Note) Comment {
	if n == nil {
		return Comment{}
	}
	c := Comment{ID: n.ID, Body: n.Body, Own: t.me != nil && t.me.login != "" && n.Author.Username == t.me.login}
	if t.web != "" {
		c.URL = t.web + "#note_" + itoa(n.ID)
	}
	return c
}

// whoami finds out whose token we hold.
func (t *gitlabThread) whoami(ctx context.Context) error {
	if t.me != nil {
		return nil
	}
	u, resp, err := t.client.Users.CurrentUser(gitlab.WithContext(ctx))
	if err != nil {
		return t.fail(err, resp)
	}
	t.me = &identity{login: u.Username}
	return nil
}

// fail classifies an error of the client and strikes the token out of it.
func (t *gitlabThread) fail(err error, resp *gitlab.Response) error {
	if err == nil {
		return nil
	}
	var status int
	switch e, ok := errors.AsType[*gitlab.ErrorResponse](err); {
	case ok:
		status = e.StatusCode
	case errors.Is(err, gitlab.ErrNotFound):
		status = http.StatusNotFound
	case resp != nil && resp.Response != nil:
		status = resp.StatusCode
	}
	return t.secrets.Error(classify(err, status, err.Error()))
}

// tooLong tells whether a service's message is about a body's length.
func tooLong(message string) bool {
	m := strings.ToLower(message)
	return strings.Contains(m, "too long") || strings.Contains(m, "too large") || strings.Contains(m, "maximum is")
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
