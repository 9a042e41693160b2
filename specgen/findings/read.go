package findings

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"
)

// A Finding is one thing that a scanner found.
type Finding struct {
	Tool     string // "Trivy"
	Rule     string // "AVD-AWS-0053"
	Text     string // one sentence, plain
	Severity string // "critical", "high", "medium", "low" or ""
	Address  string // of the resource, where the scanner tells
	File     string // as the scanner writes it, with forward slashes
	Line     int    // base 1; 0 when unknown
	EndLine  int
}

// ErrUnknown tells that a file is JSON, but of no form that is known here.
var ErrUnknown = errors.New("neither SARIF nor the JSON output of Trivy or Checkov")

// Read reads one scanner's file. Findings that passed or are suppressed are
// left out.
func Read(src []byte) ([]Finding, error) {
	src = bytes.TrimSpace(bytes.TrimPrefix(src, []byte("\ufeff")))
	if len(src) > 0 && src[0] == '[' { // Checkov writes a list when several frameworks ran
		var parts []json.RawMessage
		if err := json.Unmarshal(src, &parts); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnknown, err)
		}
		var out []Finding
		for _, p := range parts {
			found, err := one(p)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		if len(parts) == 0 {
			return nil, ErrUnknown
		}
		return out, nil
	}
	return one(src)
}

// one reads one document. Trivy's "Results" and Checkov's "results" differ in
// case alone, which encoding/json does not tell apart: look at the keys first.
func one(src []byte) ([]Finding, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(src, &keys); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnknown, err)
	}
	into := func(key string, v any) error {
		if err := json.Unmarshal(keys[key], v); err != nil {
			return fmt.Errorf("%w: %s: %w", ErrUnknown, key, err)
		}
		return nil
	}
	switch {
	case keys["runs"] != nil:
		var runs []run
		if err := into("runs", &runs); err != nil {
			return nil, err
		}
		return sarif(runs), nil
	case keys["Results"] != nil:
		var results []trivy
		if err := into("Results", &results); err != nil {
			return nil, err
		}
		return fromTrivy(results), nil
	case keys["results"] != nil && keys["check_type"] != nil:
		var results checkov
		if err := into("results", &results); err != nil {
			return nil, err
		}
		return fromCheckov(results), nil
	case keys["SchemaVersion"] != nil && keys["ArtifactType"] != nil, // Trivy, nothing scanned
		keys["passed"] != nil && keys["checkov_version"] != nil: // Checkov, likewise
		return nil, nil
	}
	return nil, ErrUnknown
}

// Trivy's own JSON.
type trivy struct {
	Target            string `json:"Target"`
	Misconfigurations []struct {
		ID, AVDID, Title, Message, Severity, Status string
		CauseMetadata                               struct {
			Resource           string
			StartLine, EndLine int
		}
	} `json:"Misconfigurations"`
}

func fromTrivy(results []trivy) []Finding {
	var out []Finding
	for _, r := range results {
		for _, m := range r.Misconfigurations {
			if m.Status != "" && m.Status != "FAIL" {
				continue
			}
			out = append(out, Finding{
				Tool: "Trivy", Rule: cmp.Or(m.AVDID, m.ID), Text: cmp.Or(m.Title, firstLine(m.Message)),
				Severity: strings.ToLower(m.Severity), Address: address(m.CauseMetadata.Resource), File: file(r.Target),
				Line: m.CauseMetadata.StartLine, EndLine: m.CauseMetadata.EndLine,
			})
		}
	}
	return out
}

// Checkov's own JSON.
type checkov struct {
	Failed []struct {
		ID       string `json:"check_id"`
		Name     string `json:"check_name"`
		File     string `json:"file_path"`
		Repo     string `json:"repo_file_path"`
		Lines    []int  `json:"file_line_range"`
		Resource string `json:"resource"`
		Severity string `json:"severity"`
	} `json:"failed_checks"`
}

func fromCheckov(c checkov) []Finding {
	var out []Finding
	for _, x := range c.Failed {
		f := Finding{
			Tool: "Checkov", Rule: x.ID, Text: x.Name, Severity: strings.ToLower(x.Severity),
			Address: address(x.Resource), File: file(cmp.Or(x.Repo, x.File)),
		}
		if len(x.Lines) == 2 {
			f.Line, f.EndLine = x.Lines[0], x.Lines[1]
		}
		out = append(out, f)
	}
	return out
}

// resourceAddress is what a resource's address looks like.
var resourceAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:module\.[^.\s]+\.)*(?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[A-Za-z_][\w-]*(?:\[[^\]]*\])?$`)
})

// bracketed is a resource as Snyk and KICS name it: "aws_lb[a].internal".
var bracketed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:resource\.)?([a-z][a-z0-9]*_[a-z0-9_]+)\[([A-Za-z_][\w-]*)\](?:\.|$)`)
})

func address(s string) string {
	if len(s) < 1<<10 {
		s = strings.TrimPrefix(s, "resource.")
		if m := bracketed().FindStringSubmatch(s); m != nil {
			return m[1] + "." + m[2]
		}
	}
	if len(s) < 1<<10 && resourceAddress().MatchString(s) {
		return s
	}
	return ""
}

// file returns a location as a path with forward slashes.
func file(uri string) string {
	if u, err := url.Parse(uri); err == nil && (u.Scheme == "file" || u.Scheme == "git" || u.Scheme == "") {
		uri = u.Path
	}
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(uri, "\\", "/")), "/")
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
