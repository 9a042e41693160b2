package migration_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

func object(addr, typ, name string, action plan.Action, values map[string]plan.Value) *plan.Change {
	c := &plan.Change{Address: addr, Mode: "managed", Type: typ, Name: name, Action: action}
	if action == plan.ActionDelete || action == plan.ActionReplace {
		c.Before = values
	} else {
		c.After, c.Unknown = values, []plan.Path{"id"}
	}
	return c
}

func verdict(changes ...*plan.Change) *migration.Verdict {
	f := migration.Inspect(migration.Input{Stack: "/", Plan: &plan.Plan{Changes: changes}})
	return migration.Join([]*migration.Facts{f}, migration.History{})
}

type values = map[string]plan.Value

// TestWhatIsNoMove lists pairs that must not be taken for one object.
func TestWhatIsNoMove(t *testing.T) {
	for _, c := range []struct {
		why  string
		a, b *plan.Change
	}{
		{
			"the name cannot change in place, so a move would not keep the object",
			object("aws_sqs_queue.a", "aws_sqs_queue", "a", plan.ActionDelete, values{"id": "u1", "name": "orders", "delay_seconds": "5"}),
			object("aws_sqs_queue.b", "aws_sqs_queue", "b", plan.ActionCreate, values{"name": "refunds", "delay_seconds": "5"}),
		},
		{
			"of a type that nothing is known of, a name still says which object it is",
			object("acme_thing.a", "acme_thing", "a", plan.ActionDelete, values{"id": "1", "name": "orders", "size": "large"}),
			object("acme_thing.b", "acme_thing", "b", plan.ActionCreate, values{"name": "refunds", "size": "large"}),
		},
		{
			"nothing of the input is equal",
			object("terraform_data.a", "terraform_data", "a", plan.ActionDelete, values{"id": "1", "input": values{"queue": "mail"}}),
			object("terraform_data.b", "terraform_data", "b", plan.ActionCreate, values{"input": values{"engine": "search"}}),
		},
	} {
		if v := verdict(c.a, c.b); len(v.Moves) > 0 || v.Required || v.Undecided {
			t.Errorf("%s: %+v", c.why, v)
		}
	}
}

// TestReplacedObjects holds that two replaced objects are paired only where
// each takes exactly what the other leaves.
func TestReplacedObjects(t *testing.T) {
	replaced := func(name, old, now string) *plan.Change {
		c := object("random_pet."+name, "random_pet", name, plan.ActionReplace, values{"id": name, "prefix": old})
		c.After, c.Unknown, c.ReplacePaths = values{"prefix": now}, []plan.Path{"id"}, []plan.Path{"prefix"}
		return c
	}
	if v := verdict(replaced("a", "one", "two"), replaced("b", "one", "two")); len(v.Moves) > 0 || v.Required {
		t.Errorf("both change alike, so neither takes what the other leaves: %+v", v.Moves)
	}
	if v := verdict(replaced("a", "same", "same"), replaced("b", "same", "same")); len(v.Moves) > 0 || v.Required {
		t.Errorf("both are replaced although nothing known changes: %+v", v.Moves)
	}
	if v := verdict(replaced("a", "first-one", "second-one"), replaced("b", "second-one", "first-one")); len(v.Moves) != 2 || len(v.Commands) != 3 {
		t.Errorf("a swap takes two moves and three commands: %+v %+v", v.Moves, v.Commands)
	}
}

// TestOrderDoesNotMatter shuffles the changes of a plan: the verdict stays.
func TestOrderDoesNotMatter(t *testing.T) {
	p := renamedPlan(60, true, true)
	want := verdict(p.Changes...)
	clean := func(v *migration.Verdict) {
		for i := range v.Moves {
			for j := range v.Moves[i].Evidence {
				v.Moves[i].Evidence[j].Pointer = ""
			}
		}
	}
	clean(want)
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		r.Shuffle(len(p.Changes), func(i, j int) { p.Changes[i], p.Changes[j] = p.Changes[j], p.Changes[i] })
		got := verdict(p.Changes...)
		clean(got)
		if !reflect.DeepEqual(want, got) {
			t.Fatal("another order gave another verdict")
		}
	}
}
