package gate

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/specgen/settings"
)

// everything is a report that crosses every threshold.
func everything() *analyzer.Report {
	db := outline.Change{Address: "aws_db_instance.main", Mode: "managed", Type: "aws_db_instance", Action: "delete", File: "data/main.tf", Line: 12}
	return &analyzer.Report{
		Stacks: []*analyzer.Facts{
			{
				Stack:   analyzer.Stack{Path: "/data", Tags: []string{"prod", "eu"}},
				PlanRef: analyzer.PlanRef{State: analyzer.PlanRead},
				Outline: &outline.Facts{Changes: []outline.Change{db}, Kinds: map[string]outline.Kind{
					"aws_db_instance": {Singular: "RDS instance", Stateful: true},
				}},
			},
			{Stack: analyzer.Stack{Path: "/app", File: "app/stack.tm.hcl", Line: 3}, PlanRef: analyzer.PlanRef{State: analyzer.PlanMissing, Note: "out.tfplan was not written"}},
			{Stack: analyzer.Stack{Path: "/app/web", Tags: []string{"prod"}}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead, Errored: true}},
		},
		Migration: &migration.Verdict{Required: true, Undecided: true, Reasons: []migration.Reason{
			{Stack: "/data", Text: "a was renamed"},
			{Stack: "/app/web", Text: "two pairings are possible", Undecided: true, Evidence: []evidence.Ref{{File: "app/web/a.tf", Line: 3}}},
		}},
		Risk: &risk.Assessment{
			Rollback: risk.RollbackIrreversible, Downtime: risk.DowntimeFull,
			RollbackWhy: []risk.Reason{{Stack: "/data", Address: "aws_db_instance.main", Called: "RDS instance", Text: "is gone", Level: 3}, {Stack: "/app", Text: "takes long", Level: 1}},
			Findings:    []risk.Finding{{Stack: "/app/web", Address: "aws_security_group.x", Text: "open to the world\n::error::"}},
		},
	}
}

var today = time.Date(2026, 11, 23, 23, 59, 0, 0, time.UTC)

// lines holds a report against settings and returns what the gate says.
func lines(t *testing.T, s settings.Check, o Options) (string, *Result) {
	t.Helper()
	o.Today = today
	r, diags := Hold(everything(), s, o)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var b bytes.Buffer
	if err := (Writer{Prefix: "infra"}).Text(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String(), r
}

func TestEachThresholdHasItsLine(t *testing.T) {
	all, _ := Parse([]string{"all"})
	got, _ := lines(t, settings.Check{}, Options{FailOn: all, StaleDraft: "2 slots differ", Draft: "docs/s.md"})
	want := `fail migration: data: a was renamed
fail undecided-migration: app/web: two pairings are possible (infra/app/web/a.tf:3)
fail irreversible: data aws_db_instance.main: the RDS instance is gone (infra/data/main.tf:12)
fail full-outage: the change is a full outage
fail stateful-destroy: data aws_db_instance.main: the RDS instance is destroyed, and it holds data (infra/data/main.tf:12)
fail exposure: app/web aws_security_group.x: open to the world`
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
	for _, line := range []string{
		"fail errored-plan: app/web: the plan ended with an error, so it may not show all\n",
		"fail missing-plan: app: the stack has no plan: out.tfplan was not written\n",
		"fail stale-draft: 2 slots differ (infra/docs/s.md:1)\n",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if n := strings.Count(got, "\n"); n != len(rules) {
		t.Errorf("%d lines for %d thresholds:\n%s", n, len(rules), got)
	}
}

func TestWhoDecides(t *testing.T) {
	for _, row := range []struct {
		why  string
		s    settings.Check
		o    Options
		want []string // threshold and stack of each crossing
	}{
		{
			"nobody says: a missing plan passes",
			settings.Check{},
			Options{Selected: func(p string) bool { return p == "/app" }},
			[]string{"full-outage "},
		},
		{"the settings say", settings.Check{FailOn: []string{"missing_plan"}}, Options{}, []string{"missing-plan /app"}},
		{"nothing is to fail", settings.Check{FailOn: []string{}}, Options{}, nil},
		{
			"a rule replaces them for a folder and what is in it",
			settings.Check{FailOn: []string{"errored plan", "missing plan"}, Rules: []settings.Rule{{Stacks: "/app", FailOn: []string{"errored-plan"}}}},
			Options{},
			[]string{"errored-plan /app/web"},
		},
		{
			"a folder's name is no prefix of text",
			settings.Check{FailOn: []string{"missing-plan"}, Rules: []settings.Rule{{Stacks: "/ap", FailOn: []string{}}}},
			Options{},
			[]string{"missing-plan /app"},
		},
		{
			"both tags are needed",
			settings.Check{FailOn: []string{}, Rules: []settings.Rule{{Stacks: "tag:prod:eu", FailOn: []string{"stateful-destroy", "errored-plan"}}}},
			Options{},
			[]string{"stateful-destroy /data"},
		},
		{
			"one of the tags will do",
			settings.Check{FailOn: []string{}, Rules: []settings.Rule{{Stacks: "tag:eu,prod", FailOn: []string{"stateful-destroy", "errored-plan"}}}},
			Options{},
			[]string{"stateful-destroy /data", "errored-plan /app/web"},
		},
		{
			"the last rule that fits decides",
			settings.Check{Rules: []settings.Rule{{Stacks: "tag:prod", FailOn: []string{"errored-plan"}}, {Stacks: "/app/web", FailOn: []string{}}}},
			Options{FailOn: nil, Selected: func(p string) bool { return p == "/app/web" }},
			[]string{"full-outage "},
		},
		{
			"a flag replaces all of it",
			settings.Check{FailOn: []string{"all"}, Rules: []settings.Rule{{Stacks: "/app", FailOn: []string{"all"}}}},
			Options{FailOn: []Threshold{MissingPlan}},
			[]string{"missing-plan /app"},
		},
	} {
		_, r := lines(t, row.s, row.o)
		var got []string
		for _, c := range r.Crossings {
			got = append(got, string(c.Threshold)+" "+c.Stack)
		}
		if strings.Join(got, "|") != strings.Join(row.want, "|") {
			t.Errorf("%s: crossed %q, want %q", row.why, got, row.want)
		}
	}
}

func TestExceptions(t *testing.T) {
	for _, row := range []struct {
		why     string
		e       settings.Exception
		accepts bool
		note    string
	}{
		{"it is for this resource", settings.Exception{Stack: "data", Address: "aws_db_instance.main", Expires: "2026-12-01"}, true, ""},
		{"the last day counts", settings.Exception{Expires: "2026-11-23"}, true, ""},
		{"the day before is over", settings.Exception{Expires: "2026-11-22"}, false, "no longer holds"},
		{"it is for another stack", settings.Exception{Stack: "/app", Expires: "2026-12-01"}, false, "covers nothing"},
		{"a star stands for any text", settings.Exception{Address: "aws_db*.main", Expires: "2026-12-01"}, true, ""},
		{"a star does not reach over the end", settings.Exception{Address: "aws_*_instance.mai", Expires: "2026-12-01"}, false, "covers nothing"},
	} {
		row.e.Threshold, row.e.Reason = "stateful_destroy", "the copy is tested"
		got, r := lines(t, settings.Check{FailOn: []string{"stateful-destroy", "missing-plan"}, Exceptions: []settings.Exception{row.e}}, Options{})
		if lost := strings.Contains(got, "fail stateful-destroy"); lost == row.accepts {
			t.Errorf("%s: %s", row.why, got)
		}
		if row.accepts && !strings.Contains(got, "accepted: the copy is tested (until "+row.e.Expires+")") {
			t.Errorf("%s: the reason is not shown: %s", row.why, got)
		}
		if notes := strings.Join(r.Notes, "\n"); !strings.Contains(notes, row.note) || row.note == "" && notes != "" {
			t.Errorf("%s: notes are %q", row.why, notes)
		}
	}
}

// TestGateOfWhatHasNoPlan tells a plan that is not there from one that is
// there and cannot be read.
func TestGateOfWhatHasNoPlan(t *testing.T) {
	hold := func(state analyzer.PlanState, failOn ...Threshold) *Result {
		r := &analyzer.Report{
			Stacks:    []*analyzer.Facts{{Stack: analyzer.Stack{Path: "/app"}, PlanRef: analyzer.PlanRef{State: state, Note: "why"}}},
			Migration: &migration.Verdict{}, Risk: &risk.Assessment{},
		}
		got, diags := Hold(r, settings.Check{}, Options{FailOn: failOn, Today: today})
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return got
	}
	if r := hold(analyzer.PlanMissing); r.Closed() || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "no plan of 1 of 1 stacks") {
		t.Errorf("a missing plan that nobody fails on is told: %+v", r)
	}
	if r := hold(analyzer.PlanMissing, MissingPlan); !r.Closed() || len(r.Notes) != 0 {
		t.Errorf("one that somebody fails on is not told twice: %+v", r)
	}
	if r := hold(analyzer.PlanUnreadable); len(r.Crossings) != 1 || r.Crossings[0].Threshold != ErroredPlan {
		t.Errorf("a plan that cannot be read closes the gate: %+v", r)
	}
	if r := hold(analyzer.PlanUnreadable, MissingPlan); len(r.Crossings) != 1 || r.Crossings[0].Threshold != MissingPlan {
		t.Errorf("it is as good as none for those who ask for plans: %+v", r)
	}
}

func TestWrongSettingsAreErrors(t *testing.T) {
	good := settings.Exception{Threshold: "migration", Reason: "r", Expires: "2026-12-01"}
	with := func(change func(*settings.Exception)) settings.Check {
		e := good
		change(&e)
		return settings.Check{Exceptions: []settings.Exception{e}}
	}
	for why, s := range map[string]settings.Check{
		"a threshold misspelt":       {FailOn: []string{"migratoin"}},
		"a rule's threshold":         {Rules: []settings.Rule{{Stacks: "/a", FailOn: []string{"x"}}}},
		"a rule for neither":         {Rules: []settings.Rule{{Stacks: "a", FailOn: []string{}}}},
		"an exception without end":   with(func(e *settings.Exception) { e.Expires = "next week" }),
		"an exception without cause": with(func(e *settings.Exception) { e.Reason = " " }),
		"an exception for all":       with(func(e *settings.Exception) { e.Threshold = "all" }),
		"an exception for nothing":   with(func(e *settings.Exception) { e.Threshold = "nope" }),
	} {
		if _, diags := Hold(everything(), s, Options{Today: today}); !diags.HasErrors() {
			t.Errorf("%s passes", why)
		}
	}
	if _, diags := Hold(everything(), settings.Check{Exceptions: []settings.Exception{good}}, Options{Today: today}); len(diags) > 0 {
		t.Errorf("good settings give %v", diags)
	}
}

func TestFormatsHoldTheSame(t *testing.T) {
	_, r := lines(t, settings.Check{Exceptions: []settings.Exception{
		{Threshold: "exposure", Reason: "an intended, \"public\" door: 100%", Expires: "2027-01-01", Range: hcl.Range{}},
	}}, Options{})
	w := Writer{Prefix: "infra/a b", Version: "1.2.3"}
	var js, sa, gh bytes.Buffer
	for _, err := range []error{w.JSON(&js, r), w.SARIF(&sa, r), w.GitHub(&gh, r)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var doc jsonResult
	if err := json.Unmarshal(js.Bytes(), &doc); err != nil || doc.Schema != 1 || doc.Passed || len(doc.Failed) != len(r.Crossings) || len(doc.Accepted) != 1 {
		t.Errorf("JSON is %s (%v)", js.String(), err)
	}
	var log sarifLog
	if err := json.Unmarshal(sa.Bytes(), &log); err != nil || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("SARIF is %s (%v)", sa.String(), err)
	}
	run := log.Runs[0]
	if len(run.Results) != len(r.Crossings)+1 {
		t.Errorf("%d results", len(run.Results))
	}
	seen := map[string]bool{}
	for _, res := range run.Results {
		if run.Tool.Driver.Rules[res.Index].ID != res.Rule {
			t.Errorf("rule %d is not %s", res.Index, res.Rule)
		}
		loc := res.Locations[0].Physical
		if !strings.HasPrefix(loc.Artifact.URI, "infra/a%20b") || loc.Region.Line < 1 {
			t.Errorf("location %+v", loc)
		}
		if seen[res.Fingerprints["tofuspec/v1"]] {
			t.Error("two results have one fingerprint")
		}
		seen[res.Fingerprints["tofuspec/v1"]] = true
		if suppressed := len(res.Suppressions) == 1; suppressed != (res.Rule == "exposure") {
			t.Errorf("%s is suppressed: %v", res.Rule, suppressed)
		}
	}
	commands := strings.Split(strings.TrimSpace(gh.String()), "\n")
	if len(commands) != len(r.Crossings)+1 {
		t.Errorf("a name made a workflow command of its own:\n%s", gh.String())
	}
	for _, c := range commands {
		if !strings.HasPrefix(c, "::error file=infra/a b") && !strings.HasPrefix(c, "::notice file=infra/a b") {
			t.Errorf("command %q", c)
		}
	}
	_, all := lines(t, settings.Check{}, Options{FailOn: []Threshold{MissingPlan}})
	gh.Reset()
	if err := w.GitHub(&gh, all); err != nil || !strings.HasPrefix(gh.String(), "::error file=infra/a b/app/stack.tm.hcl,line=3,") {
		t.Errorf("a plan is missing where the stack is declared, and not at %s", gh.String())
	}
}

func TestAnnotationsStandWhereTheResourceIs(t *testing.T) {
	_, r := lines(t, settings.Check{}, Options{})
	var gh bytes.Buffer
	if err := (Writer{Prefix: "infra/a b"}).GitHub(&gh, r); err != nil {
		t.Fatal(err)
	}
	if want := "::error file=infra/a b/data/main.tf,line=12,title=tofuspec%3A stateful-destroy::data aws_db_instance.main: the RDS instance is destroyed, and it holds data"; !strings.Contains(gh.String(), want) {
		t.Errorf("no %q in\n%s", want, gh.String())
	}
}

// TestSuggestedMove holds that a destroy that a suggested move prevents counts
// as a migration, and as a destroy again where nobody insists on the move.
func TestSuggestedMove(t *testing.T) {
	r := everything()
	r.Risk = nil
	r.Migration = &migration.Verdict{Required: true, Moves: []migration.Move{
		{FromStack: "/data", From: "aws_db_instance.main", ToStack: "/data", To: "module.db.aws_db_instance.this"},
	}}
	accept := settings.Exception{Threshold: "migration", Reason: "a new start", Expires: "2030-01-01"}
	for _, c := range []struct {
		why   string
		check settings.Check
		want  Threshold
	}{
		{"the move is asked for, so there is one thing to do", settings.Check{}, Migration},
		{"the team does not fail on migrations, and the data would go", settings.Check{FailOn: []string{"stateful-destroy"}}, StatefulDestroy},
		{"the migration will not be done, and the data would go", settings.Check{Exceptions: []settings.Exception{accept}}, StatefulDestroy},
	} {
		got, diags := Hold(r, c.check, Options{Today: today})
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		var found []Threshold
		for _, x := range got.Crossings {
			if x.Address == "aws_db_instance.main" {
				found = append(found, x.Threshold)
				if want := "the RDS instance is destroyed, and it holds data, unless it moves to module.db.aws_db_instance.this"; x.Text != want {
					t.Errorf("%s: %q", c.why, x.Text)
				}
			}
		}
		if len(found) != 1 || found[0] != c.want {
			t.Errorf("%s: counted as %v", c.why, found)
		}
	}
}
