// Package publish puts a rendered report where reviewers are: a GitHub pull
// request comment, a GitLab merge request note, a job summary, or files.
//
// It keeps one comment a key. The comment is ours when the account behind the
// token wrote it and its last line is our marker with the sum of the text
// above; a text that merely mentions a marker is not, and neither is a comment
// that a person has edited since. A run for an older commit never overwrites
// a newer one's. Neither service can compare and swap, so every write is
// read back, and written again when an older run came between.
//
// Tokens travel in one header to one host. They are struck out of every
// error and log line.
package publish
