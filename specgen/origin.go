package specgen

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

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
	u, err := url.Parse(repository)
	if err != nil || u.Host == "" {
		return ""
	}
	path := "issues"
	switch {
	case strings.Contains(u.Host, "gitlab"):
		path = "-/issues"
	case u.Host == "dev.azure.com":
		project, _, _ := strings.Cut(repository, "/_git/")
		return fmt.Sprintf("%s/_workitems/edit/%d", project, n)
	}
	return fmt.Sprintf("%s/%s/%d", strings.TrimSuffix(repository, "/"), path, n)
}

var scpAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[^@/:]+@)?([A-Za-z0-9.-]+):([^/].*)$`) })

// sshHosts are hosts that serve git alone, and where their pages are.
var sshHosts = map[string]string{
	"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com", "altssh.bitbucket.org": "bitbucket.org",
	"ssh.dev.azure.com": "dev.azure.com", "vs-ssh.visualstudio.com": "dev.azure.com",
}

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
	switch web := sshHosts[host]; {
	case u.Scheme == "http" || u.Scheme == "https":
		scheme, host = u.Scheme, u.Host
	case web != "":
		host = web
	case strings.Contains(host, ":"):
		host = "[" + host + "]"
	case strings.HasPrefix(host, "github.com-"), strings.HasPrefix(host, "gitlab.com-"): // a name of ssh's own settings
		host = host[:strings.Index(host, ".com-")+len(".com")]
	}
	path := strings.Trim(strings.TrimSuffix(strings.TrimRight(u.Path, "/"), ".git"), "/")
	if host == "dev.azure.com" {
		if parts := strings.Split(path, "/"); len(parts) == 4 && parts[0] == "v3" {
			path = parts[1] + "/" + parts[2] + "/_git/" + parts[3]
		}
	}
	if path == "" {
		return ""
	}
	return scheme + "://" + host + "/" + path
}
