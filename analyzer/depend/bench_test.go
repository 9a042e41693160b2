package depend

import (
	"fmt"
	"path"
	"runtime"
	"testing"

	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// wide makes the facts of many stacks of many resources: each resource reads
// an earlier one, each stack reads the state of two earlier stacks, some names
// and ids are shared.
func wide(stacks, resources int) []*Facts {
	out := make([]*Facts, stacks)
	for s := range stacks {
		b := &builder{facts: &Facts{Stack: fmt.Sprintf("/stacks/s%04d", s)}, index: map[string]int{}, edges: map[edgeKey]bool{}}
		for r := range resources {
			n := b.node(fmt.Sprintf("aws_thing.r%d", r), Resource)
			if r > 0 {
				b.edge(Edge{From: n, To: r / 2, Via: "parent", Reads: "id", File: "main.tf", Line: int32(r)})
			}
			b.facts.Offers = append(b.facts.Offers, Token{Node: int32(n), Hash: fingerprint(fmt.Sprintf("id-%d-%d", s, r)), Attr: "id", Type: "aws_thing"})
			b.facts.Names = append(b.facts.Names, Token{Node: int32(n), Hash: fingerprint(fmt.Sprintf("name-%d", r)), Attr: "name", Type: "aws_thing"})
			b.facts.Asks = append(b.facts.Asks, Token{Node: int32(n), Hash: fingerprint(fmt.Sprintf("id-%d-%d", s/2, r)), Attr: "vpc_id"})
		}
		o := b.node("output.last", Output)
		b.edge(Edge{From: o, To: resources - 1, Via: "value", Reads: "id", Plain: true})
		b.facts.State = &State{Type: "s3", Key: fmt.Sprintf("s3 bucket=b key=%d", s)}
		for i, up := range []int{s / 2, s / 3} {
			if up == s {
				continue
			}
			d := b.node(fmt.Sprintf("data.terraform_remote_state.up%d", i), Data)
			b.edge(Edge{From: 0, To: d, Via: "vpc", Reads: "outputs.last"})
			b.facts.Remote = append(b.facts.Remote, Remote{Node: d, State: State{Type: "s3", Key: fmt.Sprintf("s3 bucket=b key=%d", up)}})
		}
		out[s] = b.facts
	}
	return out
}

// BenchmarkJoinAndReach joins 1,000 stacks of 200 resources and follows what
// depends on a tenth of them.
func BenchmarkJoinAndReach(b *testing.B) {
	facts := wide(1000, 200)
	b.ReportAllocs()
	for b.Loop() {
		g := Join(facts, nil)
		var starts []Start
		for i := range g.Nodes {
			if i%10 == 0 && g.Nodes[i].Kind == Resource {
				starts = append(starts, Start{Node: i})
			}
		}
		if len(g.Reach(starts, 0)) == 0 {
			b.Fatal("nothing was reached")
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MiB-heap")
	}
}

// BenchmarkInspect builds the graph of one stack of 200 resources from files
// and plan; a thousand of these are the other half of the whole.
func BenchmarkInspect(b *testing.B) {
	src := ""
	p := &plan.Plan{}
	for r := range 200 {
		src += fmt.Sprintf("resource \"aws_thing\" \"r%d\" {\n  name = \"n-${local.l%d}\"\n  parent = aws_thing.r%d.id\n}\nlocals {\n  l%d = \"${aws_thing.r%d.id}-x\"\n}\n", r, r, r/2, r, r/3)
		p.Prior = append(p.Prior, plan.PriorResource{
			Address: fmt.Sprintf("aws_thing.r%d", r), Mode: "managed", Type: "aws_thing",
			Values: map[string]plan.Value{"id": fmt.Sprintf("thing-%08x", r), "vpc_id": "vpc-0123456789abcdef0"},
		})
	}
	fsys := fileSystem(map[string]string{"s/main.tf": src})
	b.ReportAllocs()
	for b.Loop() {
		tree, diags := tfconfig.LoadTree(fsys, "s")
		if diags.HasErrors() {
			b.Fatal(diags)
		}
		if f := Inspect(Input{Stack: path.Join("/", "s"), Tree: tree, Plan: p}); len(f.Edges) < 200 {
			b.Fatal(len(f.Edges))
		}
	}
}
