package specgen

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/tofuspec/tofuspec/specgen/escape"
)

// An Issue is what the spec is written for. Number 0 is none.
type Issue struct {
	Number int
	URL    string
}

// Markdown returns the link to the issue.
func (i Issue) Markdown() string {
	switch {
	case i.Number == 0:
		return ""
	case i.URL == "":
		return fmt.Sprintf("#%d", i.Number)
	}
	return fmt.Sprintf("[#%d](%s)", i.Number, escape.URL(i.URL))
}

var (
	issueAddress = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^https?://.*/(?:issues|work_items|pull|merge_requests)/(\d{1,9})(?:[/?#].*)?$`)
	})
	issueNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#?(\d{1,9})$`) })
	// branchIssue are the ways in which branches name an issue: "412-nat",
	// "feat/412-nat", "issue-412", "gh-412", "fix/#412".
	branchIssue = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^|/)(?:(?:issue|issues|gh|bug|fix|feat|feature)[-_/#]*)?#?(\d{1,7})(?:[-_/]|$)|(?:issue|gh)[-_#](\d{1,7})(?:\D|$)|#(\d{1,7})(?:\D|$)`)
	})
)

// ParseIssue reads an issue as a person gives it: a number, "#12", or an
// address. A repository's web address makes the link of a bare number.
func ParseIssue(s, repository string) (Issue, error) {
	s = strings.TrimSpace(s)
	if m := issueAddress().FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		return Issue{n, s}, err
	}
	m := issueNumber().FindStringSubmatch(s)
	if m == nil {
		return Issue{}, fmt.Errorf("%q is neither a number nor the address of an issue", s)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil || n == 0 {
		return Issue{}, fmt.Errorf("%q is no issue's number", s)
	}
	return Issue{n, issueURL(repository, n)}, nil
}

// BranchIssue returns the issue that a branch's name tells of; Number is 0
// when it tells of none.
func BranchIssue(branch, repository string) Issue {
	m := branchIssue().FindStringSubmatch(branch)
	for _, g := range m[min(1, len(m)):] {
		if n, err := strconv.Atoi(g); err == nil && n > 0 {
			return Issue{n, issueURL(repository, n)}
		}
	}
	return Issue{}
}

func issueURL(repository string, n int) string {
	if repository == "" {
		return ""
	}
	path := "issues"
	if u, err := url.Parse(repository); err == nil && strings.Contains(u.Host, "gitlab") {
		path = "-/issues"
	}
	return fmt.Sprintf("%s/%s/%d", strings.TrimSuffix(repository, "/"), path, n)
}

var scpAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[^@/:]+@)?([A-Za-z0-9.-]+):([^/].*)$`) })

// RepositoryURL returns the web address of the repository that a git remote's
// address tells of, without user name and password; "" for a path on this
// machine.
func RepositoryURL(remote string) string {
	remote = strings.TrimSpace(remote)
	if !strings.Contains(remote, "://") {
		m := scpAddress().FindStringSubmatch(remote)
		if m == nil || len(m[1]) < 2 {
			return "" // a path, or a drive letter
		}
		remote = "ssh://" + m[1] + "/" + m[2]
	}
	u, err := url.Parse(remote)
	if err != nil || u.Hostname() == "" || u.Scheme == "file" {
		return ""
	}
	scheme, host := "https", u.Hostname()
	if u.Scheme == "http" || u.Scheme == "https" {
		scheme, host = u.Scheme, u.Host
	}
	path := strings.TrimSuffix(strings.TrimSuffix(u.Path, "/"), ".git")
	if path == "" || path == "/" {
		return ""
	}
	return scheme + "://" + host + "/" + strings.TrimLeft(path, "/")
}

// Today returns the date for a spec: of SOURCE_DATE_EPOCH when it is set, in
// UTC, else of now.
func Today(epoch string, now time.Time) (string, error) {
	if epoch == "" {
		return now.Format(time.DateOnly), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly), nil
}
