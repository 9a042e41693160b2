package migration_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// renamedPlan makes a plan of n objects of one type that all move into a
// module, seen as n deletes and n creates. Each has some attributes that many
// share; edited objects differ in one that can change in place, and in the
// twins every two are equal in everything.
func renamedPlan(n int, edited, twins bool) *plan.Plan {
	p := &plan.Plan{Tool: plan.ToolTofu}
	values := func(i int, after bool) plan.Value {
		k := i
		if twins {
			k = i / 2
		}
		v := map[string]plan.Value{
			"name": "queue-" + strconv.Itoa(k*7919%1_000_003), "fifo_queue": k%2 == 0,
			"delay_seconds": json.Number(strconv.Itoa(k % 90)), "max_message_size": json.Number("262144"),
			"tags": map[string]plan.Value{"team": "team-" + strconv.Itoa(k%12), "env": "prod", "owner": "platform"},
		}
		if !after {
			v["id"] = fmt.Sprintf("https://queue/%d", i)
		} else if edited {
			v["tags"] = map[string]plan.Value{"team": "team-" + strconv.Itoa(k%12), "env": "prod", "owner": "data"}
		}
		return v
	}
	add := func(addr, module, name string, action plan.Action, i int) {
		c := &plan.Change{
			Address: addr, ModuleAddress: module, Mode: "managed", Type: "aws_sqs_queue", Name: name,
			Provider: "registry.opentofu.org/hashicorp/aws", Action: action,
		}
		if action == plan.ActionDelete {
			c.Before = values(i, false)
		} else {
			c.After, c.Unknown = values(i, true), []plan.Path{"id"}
		}
		p.Changes = append(p.Changes, c)
	}
	for i := range n {
		old, now := "old_"+strconv.Itoa(i), "n"+strconv.Itoa(n-1-i)
		add("aws_sqs_queue."+old, "", old, plan.ActionDelete, i)
		add("module.queues.aws_sqs_queue."+now+"x", "module.queues", now+"x", plan.ActionCreate, i)
	}
	return p
}

// BenchmarkJoin shows how the cost of matching grows with the number of
// objects of one type.
func BenchmarkJoin(b *testing.B) {
	for _, shape := range []struct {
		name          string
		edited, twins bool
	}{{"equal", false, false}, {"edited", true, false}, {"twins", false, true}} {
		for _, n := range []int{100, 1000, 5000} {
			p := renamedPlan(n, shape.edited, shape.twins)
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f := migration.Inspect(migration.Input{Stack: "/", Plan: p})
					v := migration.Join([]*migration.Facts{f}, migration.History{})
					if shape.twins {
						continue
					}
					if len(v.Moves) != n {
						b.Fatalf("%d moves of %d objects", len(v.Moves), n)
					}
				}
			})
		}
	}
}
