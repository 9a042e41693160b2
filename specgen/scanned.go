package specgen

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/findings"
)

// hintsEach is how many findings a checklist's item shows at most.
const hintsEach = 5

// A topic tells which words in a finding put it under an item.
type topic struct {
	slot  document.Slot
	words *regexp.Regexp
}

// topics tells under which item a finding belongs; the first match counts.
var topics = sync.OnceValue(func() []topic {
	return []topic{
		{document.HintInTransit, regexp.MustCompile(`(?i)in transit|\btls\b|\bhttps?\b|\bssl\b`)},
		{document.HintAtRest, regexp.MustCompile(`(?i)encrypt|\bkms\b|\bcmk\b`)},
		{document.HintExposure, regexp.MustCompile(`(?i)public|0\.0\.0\.0|ingress|egress|expos|internet`)},
		{document.HintPrivilege, regexp.MustCompile(`(?i)\biam\b|privilege|wildcard|permission|\bpolic(?:y|ies)\b`)},
		{document.HintLogging, regexp.MustCompile(`(?i)\blog(?:s|ging)?\b|audit|trail`)},
	}
})

// scanned adds the scanners' findings on what changes as hints, and counts the
// others.
func scanned(f map[document.Slot]string, r *analyzer.Report, all []findings.Finding) {
	if all == nil {
		return
	}
	var resources []findings.Resource
	for _, s := range r.Stacks {
		if s.Outline == nil {
			continue
		}
		for _, c := range s.Outline.Changes {
			resources = append(resources, findings.Resource{Stack: s.Stack.Path, Address: c.Address, File: c.File, Line: c.Line, EndLine: c.EndLine})
		}
	}
	matched, others := findings.Attach(all, resources)
	lines := map[document.Slot][]string{}
	for _, m := range matched {
		slot := document.HintScanner
		for _, t := range topics() {
			if t.words.MatchString(m.Text) {
				slot = t.slot
				break
			}
		}
		lines[slot] = append(lines[slot], hintLine(m))
	}
	summary := fmt.Sprintf("- Scanners: %d %s on what changes, %d on anything else", len(matched), count(len(matched), "finding"), others)
	lines[document.HintScanner] = append([]string{summary}, lines[document.HintScanner]...)
	for slot, list := range lines {
		if more := len(list) - hintsEach; more > 0 {
			list = append(list[:hintsEach:hintsEach], fmt.Sprintf("- %d more %s of the scanners", more, count(more, "finding")))
		}
		f[slot] = strings.TrimLeft(strings.TrimRight(f[slot], "\n")+"\n"+strings.Join(list, "\n"), "\n")
	}
}

func count(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// hintLine words a finding: "Trivy AVD-AWS-0053 (high): text; `address` in
// `stack`".
func hintLine(m findings.Match) string {
	head := escape.Text(strings.TrimSpace(m.Tool + " " + m.Rule))
	if m.Severity != "" {
		head += " (" + escape.Text(m.Severity) + ")"
	}
	line := "- " + head + ": " + escape.Text(strings.TrimSuffix(m.Text, ".")) + "; " + escape.Code(m.Resource.Address)
	if stack := strings.TrimPrefix(m.Resource.Stack, "/"); stack != "" {
		line += " in " + escape.Code(stack)
	}
	return line
}
