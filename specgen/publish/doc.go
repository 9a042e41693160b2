// Package publish puts a rendered report where reviewers are: a GitHub pull
// request comment, a GitLab merge request note, a job summary, or files.
package publish
