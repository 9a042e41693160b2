package findings

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// SARIF 2.1.0, as far as it is needed.
type run struct {
	Tool struct {
		Driver     component   `json:"driver"`
		Extensions []component `json:"extensions"`
	} `json:"tool"`
	Results []result            `json:"results"`
	Bases   map[string]artifact `json:"originalUriBaseIds"`
}

// A component is the tool itself, or a set of rules that it loaded.
type component struct {
	Name  string `json:"name"`
	Rules []rule `json:"rules"`
}

// An artifact is a file, or a folder that others are relative to.
type artifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type rule struct {
	ID               string  `json:"id"`
	ShortDescription message `json:"shortDescription"`
	Properties       struct {
		Severity score `json:"security-severity"`
	} `json:"properties"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type message struct {
	Text string `json:"text"`
}

// A score is a rule's severity from 0 to 10. SARIF wants a string; Checkov
// has written a number.
type score float64

func (s *score) UnmarshalJSON(src []byte) error {
	if f, err := strconv.ParseFloat(strings.Trim(string(src), `" `), 64); err == nil && f >= 0 && f <= 10 {
		*s = score(f)
	}
	return nil // no score, no harm
}

type result struct {
	RuleID    string `json:"ruleId"`
	RuleIndex *int   `json:"ruleIndex"`
	Rule      struct {
		ID string `json:"id"`
	} `json:"rule"`
	Kind         string  `json:"kind"`
	Level        string  `json:"level"`
	Message      message `json:"message"`
	Suppressions []struct {
		Status string `json:"status"`
	} `json:"suppressions"`
	Locations []struct {
		Physical struct {
			Artifact artifact `json:"artifactLocation"`
			Region   struct {
				Start   int     `json:"startLine"`
				End     int     `json:"endLine"`
				Snippet message `json:"snippet"`
			} `json:"region"`
		} `json:"physicalLocation"`
		Logical []struct {
			Name      string `json:"name"`
			Qualified string `json:"fullyQualifiedName"`
		} `json:"logicalLocations"`
	} `json:"locations"`
}

func sarif(runs []run) []Finding {
	var out []Finding
	for _, r := range runs {
		rules := map[string]rule{}
		for _, c := range append(r.Tool.Extensions, r.Tool.Driver) {
			for _, x := range c.Rules {
				rules[x.ID] = x
			}
		}
		for _, x := range r.Results {
			if x.suppressed() || x.Kind != "" && x.Kind != "fail" {
				continue
			}
			x.RuleID = cmp.Or(x.RuleID, x.Rule.ID)
			known := rules[x.RuleID]
			if i := x.RuleIndex; x.RuleID == "" && i != nil && *i >= 0 && *i < len(r.Tool.Driver.Rules) {
				known = r.Tool.Driver.Rules[*i]
			}
			f := Finding{
				Tool: r.Tool.Driver.Name, Rule: cmp.Or(x.RuleID, known.ID),
				Text:     cmp.Or(known.ShortDescription.Text, firstLine(x.Message.Text)),
				Severity: severity(known.Properties.Severity, cmp.Or(x.Level, known.Default.Level, "warning")),
			}
			if len(x.Locations) > 0 {
				l := x.Locations[0]
				f.File, f.Line, f.EndLine = file(r.locate(l.Physical.Artifact)), l.Physical.Region.Start, l.Physical.Region.End
				for _, n := range l.Logical {
					f.Address = cmp.Or(f.Address, address(n.Qualified), address(n.Name))
				}
				f.Address = cmp.Or(f.Address, headerOf(l.Physical.Region.Snippet.Text))
			}
			out = append(out, f)
		}
	}
	return out
}

// suppressed tells whether somebody has accepted the result. A suppression
// that is under review, or was refused, is none.
func (x *result) suppressed() bool {
	for _, s := range x.Suppressions {
		if s.Status == "" || s.Status == "accepted" {
			return true
		}
	}
	return false
}

// locate puts the folders that a file's address is relative to before it.
func (r *run) locate(a artifact) string {
	uri := a.URI
	for range 8 { // they form no loop, in files that keep to the standard
		base, ok := r.Bases[a.Base]
		if !ok || strings.Contains(uri, "://") {
			break
		}
		if base.URI != "" {
			uri = strings.TrimSuffix(base.URI, "/") + "/" + strings.TrimPrefix(uri, "/")
		}
		a = base
	}
	return uri
}

// header is the first line of a resource's block.
var header = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(resource|data)\s+"?([a-z][a-z0-9]*_[a-z0-9_]+)"?\s+"?([A-Za-z_][\w-]*)"?\s*\{`)
})

// headerOf returns the address of the resource that a snippet starts with.
func headerOf(snippet string) string {
	m := header().FindStringSubmatch(snippet)
	if m == nil {
		return ""
	}
	name := m[2] + "." + m[3]
	if m[1] == "data" {
		name = "data." + name
	}
	return name
}

// severity words a SARIF result's weight: a score where the rule has one,
// else its level.
func severity(s score, level string) string {
	switch {
	case s >= 9:
		return "critical"
	case s >= 7:
		return "high"
	case s >= 4:
		return "medium"
	case s > 0:
		return "low"
	}
	return map[string]string{"error": "high", "warning": "medium", "note": "low"}[level]
}
