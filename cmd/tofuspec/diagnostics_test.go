package main

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks"
)

// TestDiagnosticsAreSaidOnce holds that what many stacks see in one place is
// said once with their number, and that different places stay apart.
func TestDiagnosticsAreSaidOnce(t *testing.T) {
	at := func(line int, from string) *hcl.Diagnostic {
		d := &hcl.Diagnostic{
			Severity: hcl.DiagWarning, Summary: "Unsupported attribute", Detail: "There is none.",
			Subject: &hcl.Range{Filename: "a.tm", Start: hcl.Pos{Line: line}},
		}
		if from != "" {
			d.Extra = stacks.SeenFrom(from)
		}
		return d
	}
	first := at(3, "/a")
	got := once(hcl.Diagnostics{first, at(3, "/b"), at(3, "/b"), at(4, "/a"), at(5, ""), at(5, "")})
	var details []string
	for _, d := range got {
		details = append(details, d.Detail)
	}
	want := "There is none.\nSeen from stack /a and 1 more.|There is none.\nSeen from stack /a.|There is none."
	if text := strings.Join(details, "|"); text != want {
		t.Errorf("got  %q\nwant %q", text, want)
	}
	if first.Detail != "There is none." {
		t.Error("the caller's diagnostic was changed")
	}
}
