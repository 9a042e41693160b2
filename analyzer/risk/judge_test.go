package risk

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/evidence"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

func costs(c ...catalog.Cost) []catalog.Cost { return c }

func TestJudgement(t *testing.T) {
	for _, row := range []struct {
		why      string
		change   Change
		rollback Rollback
		downtime Downtime
	}{
		{"a new object is destroyed again by a revert", Change{Action: plan.ActionCreate, Known: true}, RollbackEasy, DowntimeNone},
		{"what is written to a new database until then goes with it", Change{Action: plan.ActionCreate, Known: true, Stateful: true}, RollbackModerate, DowntimeNone},
		{"tags change back as they came", Change{Action: plan.ActionUpdate, Known: true, Changed: []string{"tags"}}, RollbackEasy, DowntimeNone},
		{"an engine upgrade is a one-way street and a restart", Change{Action: plan.ActionUpdate, Known: true, OneWay: "an engine cannot be downgraded", Interrupts: "the database restarts"}, RollbackComplex, DowntimeWindow},
		{"a resized machine stops and starts again, both ways", Change{Action: plan.ActionUpdate, Known: true, Interrupts: "it is stopped and started again"}, RollbackEasy, DowntimeWindow},
		{"data without a guard is gone", Change{Action: plan.ActionDelete, Known: true, Stateful: true, Costs: costs(catalog.DataLoss)}, RollbackIrreversible, DowntimeWindow},
		{"a final snapshot keeps the data, and a restore is work", Change{Action: plan.ActionDelete, Known: true, Stateful: true, Costs: costs(catalog.DataLoss), Guards: []catalog.Guard{catalog.FinalSnapshot}}, RollbackComplex, DowntimeWindow},
		{"a key in its waiting period can be restored", Change{Action: plan.ActionDelete, Known: true, Costs: costs(catalog.DataLoss), Guards: []catalog.Guard{catalog.RecoveryWindow}}, RollbackComplex, DowntimeNone},
		{"deletion protection stops the apply, not the loss once it is off", Change{Action: plan.ActionDelete, Known: true, Stateful: true, Costs: costs(catalog.DataLoss), Guards: []catalog.Guard{catalog.DeletionProtection}}, RollbackIrreversible, DowntimeWindow},
		{"a load balancer is away between old and new", Change{Action: plan.ActionReplace, Known: true, Weight: 4, Costs: costs(catalog.Outage, catalog.AddressLost)}, RollbackModerate, DowntimeWindow},
		{"made before the old one goes, only the address moves", Change{Action: plan.ActionReplace, Known: true, CreateFirst: true, Costs: costs(catalog.Outage, catalog.AddressLost)}, RollbackModerate, DowntimeWindow},
		{"made before the old one goes, nothing stops", Change{Action: plan.ActionReplace, Known: true, CreateFirst: true, Costs: costs(catalog.Outage)}, RollbackModerate, DowntimeNone},
		{"a critical object that is destroyed stays away", Change{Action: plan.ActionDelete, Known: true, Weight: 4, Costs: costs(catalog.Outage)}, RollbackModerate, DowntimeFull},
		{"a critical object replaced with its data does not come back with the apply", Change{Action: plan.ActionReplace, Known: true, Weight: 4, Stateful: true, Costs: costs(catalog.DataLoss, catalog.Outage)}, RollbackIrreversible, DowntimeFull},
		{"destroyed credentials do not come back", Change{Action: plan.ActionDelete, Known: true, Costs: costs(catalog.CredentialsInvalid)}, RollbackComplex, DowntimeWindow},
		{"a forgotten object is there still, and needs an import", Change{Action: plan.ActionForget, Known: true}, RollbackModerate, DowntimeNone},
		{"an unknown type may hold anything", Change{Action: plan.ActionDelete}, RollbackComplex, DowntimeWindow},
		{"an unknown type that is replaced may stop anything", Change{Action: plan.ActionReplace, CreateFirst: true}, RollbackComplex, DowntimeWindow},
		{"an action that nobody knows is not harmless", Change{Action: plan.ActionUnknown, Known: true}, RollbackModerate, DowntimeWindow},
		{"a helper that lives in the state alone costs nothing", Change{Action: plan.ActionReplace, Category: catalog.Helper}, RollbackEasy, DowntimeNone},
	} {
		row.change.Address = "t.a"
		a := Join([]*Facts{{Stack: "/s", Changes: []Change{row.change}}}, nil, nil, nil)
		if a.Rollback != row.rollback || a.Downtime != row.downtime {
			t.Errorf("%s: %s, %s; want %s, %s", row.why, a.Rollback, a.Downtime, row.rollback, row.downtime)
		}
		if len(a.RollbackWhy) == 0 || a.RollbackWhy[0].Text == "" {
			t.Errorf("%s: no reason given", row.why)
		}
		if a.Confidence == evidence.Certain {
			t.Errorf("%s: a plan proves nothing for certain", row.why)
		}
	}
}

// TestProtectionIsSaidToRefuseTheApply: what is protected is not lost at this
// apply, and a reader must know that the apply ends there.
func TestProtectionIsSaidToRefuseTheApply(t *testing.T) {
	for _, action := range []plan.Action{plan.ActionDelete, plan.ActionReplace} {
		c := Change{Address: "t.a", Action: action, Known: true, Stateful: true, Costs: costs(catalog.DataLoss), Guards: []catalog.Guard{catalog.DeletionProtection}}
		a := Join([]*Facts{{Stack: "/s", Changes: []Change{c}}}, nil, nil, nil)
		if !contains(a.RollbackWhy[0].Text, "the apply is refused while its deletion protection is on") {
			t.Errorf("%s: %s", action, a.RollbackWhy[0].Text)
		}
	}
}

func TestQuestionsPointAtWhatIsOpen(t *testing.T) {
	for _, row := range []struct {
		why, want string
		change    Change
	}{
		{"an outage must be agreed on", "Is the outage agreed", Change{Action: plan.ActionReplace, Known: true, Costs: costs(catalog.Outage)}},
		{"data without a guard needs a backup", "Is there a backup", Change{Action: plan.ActionDelete, Known: true, Stateful: true, Costs: costs(catalog.DataLoss)}},
		{"protection will refuse the apply", "will be refused", Change{Action: plan.ActionDelete, Known: true, Costs: costs(catalog.DataLoss), Guards: []catalog.Guard{catalog.DeletionProtection}}},
		{"two settings that contradict each other", "Which of the two", Change{Action: plan.ActionDelete, Known: true, PreventDestroy: true}},
		{"an unknown type", "nothing is known of its type", Change{Action: plan.ActionDelete}},
		{"no way back in place", "cannot be taken back", Change{Action: plan.ActionUpdate, Known: true, OneWay: "no downgrade"}},
	} {
		row.change.Address = "t.a"
		a := Join([]*Facts{{Stack: "/s", Changes: []Change{row.change}}}, nil, nil, nil)
		if !slices.ContainsFunc(a.Questions, func(q Question) bool { return contains(q.Text, row.want) }) {
			t.Errorf("%s: asked %+v", row.why, a.Questions)
		}
	}
	a := Join(nil, nil, []Missing{{Stack: "/s", Kind: "missing"}, {Stack: "/t", Kind: "errored"}}, nil)
	if len(a.Questions) != 2 || a.Confidence != evidence.Unknown || len(a.Unknown) != 2 {
		t.Errorf("stacks whose plans do not tell: %+v", a)
	}
}

func contains(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}

// any makes a change of any kind.
func anyChange(r *rand.Rand) Change {
	pick := func(n int) bool { return r.IntN(n) == 0 }
	c := Change{Address: "t.a" + string(rune('a'+r.IntN(26))), Type: "t", Known: !pick(4), Weight: r.IntN(5), Stateful: pick(2), CreateFirst: pick(2)}
	actions := []plan.Action{plan.ActionCreate, plan.ActionUpdate, plan.ActionReplace, plan.ActionDelete, plan.ActionForget, plan.ActionForgetCreate, plan.ActionUnknown}
	c.Action = actions[r.IntN(len(actions))]
	for _, cost := range []catalog.Cost{catalog.DataLoss, catalog.Outage, catalog.CredentialsInvalid, catalog.AccessLost, catalog.AddressLost, catalog.NameLost} {
		if pick(3) {
			c.Costs = append(c.Costs, cost)
		}
	}
	for _, g := range []catalog.Guard{catalog.FinalSnapshot, catalog.RecoveryWindow, catalog.DeletionProtection} {
		if pick(4) {
			c.Guards = append(c.Guards, g)
		}
	}
	if pick(6) {
		c.OneWay, c.Grows = "no downgrade", pick(2)
	}
	if pick(6) {
		c.Interrupts = "it restarts"
	}
	c.Part, c.PreventDestroy = pick(4), pick(8)
	c.Category = []catalog.Category{"", catalog.Database, catalog.Cache, catalog.Compute, catalog.DNS, catalog.Encryption, catalog.Observability, catalog.Audit, catalog.Messaging, catalog.Secret}[r.IntN(10)]
	if pick(3) {
		c.Why = "it is gone"
	}
	return c
}

// TestOneMoreChangeNeverMakesItLighter adds changes one by one.
func TestOneMoreChangeNeverMakesItLighter(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := &Facts{Stack: "/s"}
		before := Join([]*Facts{f}, nil, nil, nil)
		for range 6 {
			f.Changes = append(f.Changes, anyChange(r))
			after := Join([]*Facts{f}, nil, nil, nil)
			if after.Rollback.Level() < before.Rollback.Level() || after.Downtime.Level() < before.Downtime.Level() {
				t.Fatalf("seed %d: %s/%s became %s/%s with %+v", seed, before.Rollback, before.Downtime, after.Rollback, after.Downtime, f.Changes)
			}
			if after.Confidence == evidence.Certain {
				t.Fatalf("seed %d: plans alone make the judgement certain", seed)
			}
			if sureness(after.Confidence) > sureness(before.Confidence) {
				t.Fatalf("seed %d: one change more made the judgement surer", seed)
			}
			before = after
		}
	}
}

// TestKnowingLessIsNeverSurer takes knowledge away: the catalog's row, a plan.
func TestKnowingLessIsNeverSurer(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		f := &Facts{Stack: "/s", Changes: []Change{anyChange(r), anyChange(r)}}
		full := Join([]*Facts{f}, nil, nil, nil)
		less := &Facts{Stack: "/s", Changes: slices.Clone(f.Changes)}
		i := r.IntN(2)
		c := less.Changes[i]
		less.Changes[i] = Change{Address: c.Address, Type: c.Type, Action: c.Action, CreateFirst: c.CreateFirst}
		if got := Join([]*Facts{less}, nil, nil, nil); sureness(got.Confidence) > sureness(full.Confidence) {
			t.Fatalf("seed %d: without the catalog's row the judgement is surer: %+v", seed, c)
		}
		for _, kind := range []string{"missing", "unreadable", "errored", "partial"} {
			beside := Join([]*Facts{f}, nil, []Missing{{Stack: "/t", Kind: kind}}, nil)
			if sureness(beside.Confidence) > sureness(full.Confidence) || beside.Rollback.Level() < full.Rollback.Level() || beside.Downtime.Level() < full.Downtime.Level() {
				t.Fatalf("seed %d: with another stack's plan %s the judgement is surer or lighter", seed, kind)
			}
		}
		unguarded := &Facts{Stack: "/s", Changes: slices.Clone(f.Changes)}
		unguarded.Changes[i].Guards = nil
		if got := Join([]*Facts{unguarded}, nil, nil, nil); got.Rollback.Level() < full.Rollback.Level() {
			t.Fatalf("seed %d: without its guards the way back is easier: %+v", seed, c)
		}
		lossy := &Facts{Stack: "/s", Changes: slices.Clone(f.Changes)}
		lossy.Changes[i].Costs = append(slices.Clone(lossy.Changes[i].Costs), catalog.DataLoss, catalog.Outage)
		if got := Join([]*Facts{lossy}, nil, nil, nil); got.Rollback.Level() < full.Rollback.Level() || got.Downtime.Level() < full.Downtime.Level() {
			t.Fatalf("seed %d: what costs more is lighter: %+v", seed, c)
		}
		uncategorised := &Facts{Stack: "/s", Changes: slices.Clone(f.Changes)}
		uncategorised.Changes[i].Category = ""
		if got := Join([]*Facts{uncategorised}, nil, nil, nil); got.Rollback.Level() < full.Rollback.Level() || got.Downtime.Level() < full.Downtime.Level() {
			t.Fatalf("seed %d: without its category the judgement is lighter: %+v", seed, c)
		}
		after := &Facts{Stack: "/s", Changes: slices.Clone(f.Changes)}
		after.Changes[i].CreateFirst = false
		if got := Join([]*Facts{after}, nil, nil, nil); got.Downtime.Level() < full.Downtime.Level() {
			t.Fatalf("seed %d: destroyed before created stops less: %+v", seed, c)
		}
		gone := Join(nil, nil, []Missing{{Stack: "/s", Kind: "missing"}}, nil)
		if sureness(gone.Confidence) > sureness(full.Confidence) {
			t.Fatalf("seed %d: without a plan the judgement is surer", seed)
		}
	}
}

func sureness(c evidence.Confidence) int { return -slices.Index(confidences, c) }

// graphOf makes one stack with a chain of references a <- b <- c, where b
// reads a's id and c reads b's name.
func graphOf() *depend.Graph {
	return depend.Join([]*depend.Facts{{Stack: "/s", Nodes: []depend.Node{
		{Address: "t.a", Kind: depend.Resource},
		{Address: "t.b", Kind: depend.Resource},
		{Address: "t.c", Kind: depend.Resource},
		{Address: "t.d", Kind: depend.Resource},
	}, Edges: []depend.Edge{
		{From: 1, To: 0, Via: "parent", Reads: "id"},
		{From: 2, To: 1, Via: "of", Reads: "name"},
		{From: 3, To: 0, Via: "depends_on", Orders: true},
	}}}, nil)
}

func TestRadiusFollowsWhatIsRead(t *testing.T) {
	for _, row := range []struct {
		why     string
		changes []Change
		want    []string
	}{
		{"a tag reaches nobody who reads the id", []Change{{Address: "t.a", Action: plan.ActionUpdate, Changed: []string{"tags"}}}, nil},
		{"a changed id reaches its reader, and ends there when that does not change", []Change{{Address: "t.a", Action: plan.ActionUpdate, Changed: []string{"id"}}}, []string{"t.b"}},
		{"an id known only after apply reaches its reader", []Change{{Address: "t.a", Action: plan.ActionUpdate, Unknown: []string{"id"}}}, []string{"t.b"}},
		{"it goes on where the reader changes what is read", []Change{{Address: "t.a", Action: plan.ActionUpdate, Changed: []string{"id"}}, {Address: "t.b", Action: plan.ActionUpdate, Changed: []string{"name"}}}, []string{"t.b", "t.c"}},
		{"what is replaced reaches all that depends on it", []Change{{Address: "t.a", Action: plan.ActionReplace}}, []string{"t.b", "t.c"}},
		{"a new object has no dependents yet", []Change{{Address: "t.a", Action: plan.ActionCreate}}, nil},
	} {
		a := Join([]*Facts{{Stack: "/s", Changes: row.changes}}, graphOf(), nil, nil)
		var got []string
		for _, h := range a.Radius.Hits {
			got = append(got, h.Address)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.why, got, row.want)
		}
	}
	a := Join([]*Facts{{Stack: "/s", Changes: []Change{{Address: "t.a", Action: plan.ActionReplace}}}}, graphOf(), nil, nil)
	if a.Radius.After != 1 || a.Radius.Resources != 2 {
		t.Errorf("depends_on alone is counted apart: %+v", a.Radius)
	}
}

func TestSuggestedMovesAreNotDestroyed(t *testing.T) {
	facts := []*Facts{{Stack: "/a", Changes: []Change{
		{Address: "aws_kms_key.old", Action: plan.ActionDelete, Known: true, Stateful: true, Costs: []catalog.Cost{catalog.DataLoss}},
		{Address: "aws_kms_key.new", Action: plan.ActionCreate, Known: true},
	}}}
	planned := Join(facts, nil, nil, nil)
	moved := Join(facts, nil, nil, Moves{"/a": {"aws_kms_key.old": true, "aws_kms_key.new": true}})
	if planned.Rollback.Level() <= moved.Rollback.Level() {
		t.Errorf("a destroyed key: %s as planned, %s if moved", planned.Rollback, moved.Rollback)
	}
	if moved.IfMoved != 2 || planned.IfMoved != 0 {
		t.Errorf("counted %d and %d changes as moved, want 2 and 0", moved.IfMoved, planned.IfMoved)
	}
	if len(facts[0].Changes) != 2 {
		t.Error("the facts themselves were changed")
	}
}
