package render

import (
	"fmt"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// CommentOptions is what a comment says beside the report.
type CommentOptions struct {
	// Title tells the comment from others of its thread, such as an
	// environment's name. Empty for none.
	Title string
	// Commit is the revision that the report is of.
	Commit string
	// Whole is the URL where the whole report is kept; RunURL is that of the
	// CI run. Either can be empty.
	Whole, RunURL string
	// Spec is the path of the draft in the repository, SpecURL where it can
	// be read.
	Spec, SpecURL string
	// Stayed are the slots of the draft that a person has written anew, where
	// the report says something else.
	Stayed []StayedText
	// FileURL returns where a line of a file of the project can be read; nil
	// when nobody knows.
	FileURL func(file string, line int) string
}

// place names a place in a file, as a link where there is one to follow.
func (o CommentOptions) place(file string, line int) string {
	if o.FileURL == nil {
		return plainPlace(file, line)
	}
	return "[" + plainPlace(file, line) + "](" + escape.URL(o.FileURL(file, line)) + ")"
}

// MinComment is the least room that a comment needs, in bytes, to hold the
// verdict, a Changes table and the count of what was left out.
const MinComment = 4096

// Comment writes a report for a pull or merge request, in at most limit bytes
// of GitHub flavoured Markdown. The least important detail is left out first:
// addresses, then who is hit, then questions and blocks, and rows of the
// Changes table last; every fence and fold is closed, and the end says how
// much was left out and where the whole is. With a limit below MinComment,
// only the verdict is kept.
func Comment(r *analyzer.Report, limit int, o CommentOptions) string {
	empty := Empty(r)
	head := commentHead(o) + verdict(r, empty) + "\n"
	foot := footer(o)
	if empty {
		return cut(head+foot, limit, head)
	}
	table, rest := changesFold(r), commentFolds(r, o)
	body := strings.TrimRight(Unchanged(r)+"\n"+Drifted(r), "\n")
	if body = strings.TrimLeft(body, "\n"); len(body) > mostLine {
		body = ""
	}
	if body != "" {
		body += "\n\n"
	}
	body = aspects(r) + "\n" + body
	if len(body) > limit/4 {
		body = ""
	}
	if len(foot) > limit/8 {
		foot = ""
	}
	room := limit - len(head) - len(body) - len(foot) - closingRoom
	if limit < MinComment || room < 0 {
		return cut(head+"\n"+foot, limit, head)
	}

	// The table first, but it leaves room for the others; what these do not
	// use it gets back. Addresses are the last of rest and take what is left.
	first := table.fit(room / 2)
	used := len(first.text)
	parts := make([]folded, len(rest))
	for i, f := range rest[:len(rest)-1] {
		parts[i] = f.fit((room - used) * 2 / 3)
		used += len(parts[i].text)
	}
	first = table.fit(room - used + len(first.text))
	used = len(first.text)
	for _, p := range parts {
		used += len(p.text)
	}
	parts[len(rest)-1] = rest[len(rest)-1].fit(room - used)

	var b strings.Builder
	b.WriteString(head + strings.TrimLeft(first.text+"\n"+body, "\n"))
	for _, p := range parts {
		b.WriteString(p.text)
	}
	b.WriteString(closing(o, append([]folded{first}, parts...), append([]fold{table}, rest...)))
	b.WriteString(foot)
	return b.String()
}

// closingRoom is kept free for the line that says what was left out.
const closingRoom = 1024

// mostLine is the longest that a line made of names may get, in bytes.
const mostLine = 2000

// cut takes the longer of two texts that fits, and else as much plain text as
// there is room for.
func cut(long string, limit int, short string) string {
	switch {
	case len(long) <= limit:
		return long
	case len(short) <= limit:
		return short
	}
	plain := "See the whole report: too little room here.\n"
	return plain[:max(min(limit, len(plain)), 0)]
}

// Empty tells that a report has nothing to say: every plan was read, whole,
// and changes nothing.
func Empty(r *analyzer.Report) bool {
	if m := r.Migration; m != nil && (m.Required || m.Undecided || m.StateChanges) {
		return false
	}
	return len(ChangesRows(r)) == 0 && Drifted(r) == ""
}

// commentHead is the heading.
func commentHead(o CommentOptions) string {
	if o.Title == "" {
		return "### Infrastructure changes\n\n"
	}
	return "### Infrastructure changes: " + escape.Heading(shorten(o.Title, 80)) + "\n\n"
}

// verdict is the answer in one paragraph: what changes, and what it takes.
func verdict(r *analyzer.Report, empty bool) string {
	said := Summary(r)
	if len(said) > mostLine {
		said = brief(r)
	}
	lead := migrationWord(r)
	if a := r.Risk; a != nil && !empty {
		lead = append(lead, downtimeWord(string(a.Downtime))...)
		if a.Rollback != "" {
			lead = append(lead, "rollback "+strings.ToLower(string(a.Rollback)))
		}
		if n := len(a.Radius.Stacks); n > 0 {
			lead = append(lead, "reaches "+count(n, "further stack", "further stacks"))
		}
	}
	if len(lead) == 0 {
		return said + "\n"
	}
	return "**" + capital(strings.Join(lead, ", ")) + ".** " + said + "\n"
}

func migrationWord(r *analyzer.Report) []string {
	switch m := r.Migration; {
	case m == nil:
		return nil
	case m.Required:
		return []string{"state migration required"}
	case m.Undecided:
		return []string{"state migration undecided"}
	}
	return nil
}

func downtimeWord(d string) []string {
	switch d {
	case "Maintenance Window":
		return []string{"needs a maintenance window"}
	case "Full Outage":
		return []string{"full outage"}
	}
	return nil
}

// closing says what was left out and where the whole is. It is empty when all
// is there.
func closing(o CommentOptions, parts []folded, folds []fold) string {
	var out []string
	for i, p := range parts {
		if p.left > 0 {
			n := p.left + p.shown
			out = append(out, fmt.Sprintf("%d of %s", p.left, count(n, folds[i].noun[0], folds[i].noun[1])))
		}
	}
	if len(out) == 0 {
		return ""
	}
	text := "_Left out for length: " + and(out) + "._"
	switch {
	case o.Whole != "":
		text += " The whole is in [the report](" + escape.URL(o.Whole) + ")."
	case o.RunURL != "":
		text += " The whole is with [the run](" + escape.URL(o.RunURL) + ")."
	}
	if len(text) > closingRoom-2 {
		text = "_Left out for length: " + and(out) + "._"
	}
	return text + "\n\n"
}

// footer says what the comment is of.
func footer(o CommentOptions) string {
	var parts []string
	if o.Commit != "" {
		parts = append(parts, "commit "+escape.Code(o.Commit[:min(len(o.Commit), 12)]))
	}
	if o.Spec != "" {
		spec := escape.LinkText(shorten(o.Spec, 200))
		if o.SpecURL != "" {
			spec = "[" + spec + "](" + escape.URL(o.SpecURL) + ")"
		}
		parts = append(parts, "draft "+spec)
	}
	if o.RunURL != "" {
		parts = append(parts, "[run]("+escape.URL(o.RunURL)+")")
	}
	if len(parts) == 0 {
		return ""
	}
	line := "tofuspec, " + strings.Join(parts, ", ") + "\n"
	if len(line) > mostLine {
		return ""
	}
	return line
}
