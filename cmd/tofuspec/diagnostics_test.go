package main

import (
	"strings"
	"testing"
	"time"

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

// TestLongLinesAreNotQuoted holds that a diagnostic in a file with a line of a
// megabyte, behind which the writer of excerpts never came to an end, is
// printed with its place.
func TestLongLinesAreNotQuoted(t *testing.T) {
	at := hcl.Range{Filename: "a.tm", Start: hcl.Pos{Line: 2, Column: 1, Byte: 1<<20 + 1}, End: hcl.Pos{Line: 2, Column: 2, Byte: 1<<20 + 2}}
	files := map[string]*hcl.File{"a.tm": {Bytes: []byte(strings.Repeat("x", 1<<20) + "\ny\n")}}
	var out strings.Builder
	done := make(chan error, 1)
	go func() {
		done <- report(&out, files, hcl.Diagnostics{{Severity: hcl.DiagWarning, Summary: "Odd", Detail: "It is.", Subject: &at}}, false)
	}()
	select {
	case err := <-done:
		if text := out.String(); err != nil || !strings.Contains(text, "on a.tm line 2") || len(text) > 500 {
			t.Errorf("%v: %.500s", err, text)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
}
