package render

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// joinedPlatform is the example monorepo as the commands analyse it: plans,
// files, and the run order of its stacks.
func joinedPlatform(t *testing.T) *analyzer.Report {
	t.Helper()
	const root = "../../fixtures/platform"
	c := catalog.Default()
	var facts []*analyzer.Facts
	var order []string
	for _, stack := range []string{"network", "openbao/cluster", "openbao/management", "eks/init", "eks/configure", "llm-platform"} {
		dir := "opentofu/" + stack
		order = append(order, "/"+dir)
		tree, diags := tfconfig.LoadTree(os.DirFS(root), dir)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		in := analyzer.Input{Stack: &stacks.Stack{Path: "/" + dir, Name: filepath.Base(dir)}, Files: tree, Catalog: c}
		src, err := os.ReadFile(filepath.Join(root, dir, "out.tfplan.json"))
		if err != nil {
			in.PlanRef = analyzer.PlanRef{State: analyzer.PlanMissing, Note: "the preview wrote none"}
		} else {
			opts := analyzer.PlanOptions(c)
			p, diags := plan.Read(context.Background(), bytes.NewReader(src), opts)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			in.Plan, in.PlanRef = p, analyzer.PlanRef{State: analyzer.PlanRead, Counts: p.Counts}
		}
		facts = append(facts, analyzer.Inspect(in))
	}
	return analyzer.Join(facts, analyzer.Joined{Order: order})
}

// TestBlastOfThePlatform looks for what a reviewer of the example must read.
func TestBlastOfThePlatform(t *testing.T) {
	r := joinedPlatform(t)
	js, err := BlastJSON(r, BlastOptions{})
	if err != nil {
		t.Fatal(err)
	}
	tree := string(BlastText(r, BlastOptions{}))
	for _, row := range []struct{ why, in, want string }{
		{"a listener goes with its load balancer", tree, "├─ aws_lb_listener.api  replaced with it (load_balancer_arn)"},
		{"and is no change of its own beside it", tree, "reaches 2 other stacks and 3 resources beyond what changes"},
		{"the way into another stack is proven", tree, "proven: reads its state: the same backend (s3) with the same settings"},
		{"the order of replacement is told in words", tree, "-/+ aws_lb.openbao  replaced: name forces it, old before new"},
		{"a stack that reaches nobody says so", tree, "opentofu/eks/configure  2 changes, reaches nothing beyond what changes"},
		{"what looks like a move is marked as one", tree, "-   aws_kms_key.logs  destroyed, looks like a move to module.encryption.aws_kms_key.this"},
		{"a missing block is told where people look first", tree, "Migration  Required            opentofu/eks/init: 2 objects are planned as destroy and create"},
		{"what goes by itself does not go with anything", tree, "aws_security_group_rule.ssh  destroyed too"},
		{"what has no plan is said", tree, "opentofu/llm-platform: has no plan"},
		{"the stack that is hit is named with the cause", BlastRadius(r), "`opentofu/openbao/management` depends on the load balancer `aws_lb.openbao` (replaced, in `opentofu/openbao/cluster`)"},
		{"a stack that changes can be hit by another one's change", BlastRadius(r), "`opentofu/eks/init` is hit beyond its own changes"},
		{"a level comes with its reason", DowntimeRequired(r), "Maintenance Window, if the moves under State Management are added: the load balancer `aws_lb.openbao` is destroyed before the new one exists"},
		{"what a suggested move saves does not count", RollbackComplexity(r), "Moderate, if the moves under State Management are added: the load balancer `aws_lb.openbao` is replaced"},
		{"replaced stacks differ by shape and words", Diagram(r), `{{"opentofu/openbao/cluster<br/>1 changed, 3 replaced, 1 destroyed"}}:::replaced`},
		{"a suggested move counts once, and replaces nothing", Diagram(r), `["opentofu/eks/init<br/>1 changed, 2 look like moves"]:::changed`},
		{"affected stacks too", Diagram(r), `(["opentofu/openbao/management<br/>affected: 3 objects"]):::affected`},
		{"arrows carry their evidence", Diagram(r), `-->|"remote state"|`},
		{"what must be there before", Prerequisites(r), "- [ ] `opentofu/network` is applied; needed by `opentofu/eks/init` ("},
		{"who must look afterwards", DependentSystems(r), "- [ ] `opentofu/openbao/management` depends on the load balancer `aws_lb.openbao`"},
		{"the way back names what does not come back", RollbackPlan(r), "Does not come back by itself: the load balancer `aws_lb.openbao`"},
		{"the apply order is the run order", ApplyOrder(r), "2. `opentofu/openbao/cluster`: 1 changed, 3 replaced, 1 destroyed"},
		{"a plan that was made before is not the last one", ApplyOrder(r), "Preview again afterwards, since they read what changes: `opentofu/eks/init` and `opentofu/openbao/management`"},
		{"a revert without blocks would destroy what has moved", RollbackPlan(r), "Turn the `moved` blocks round in the revert, `from` and `to` swapped, in `opentofu/eks/init`"},
		{"an outage is asked about", Clarifications(r), "Is the outage agreed, or should it be create_before_destroy?"},
		{"programs get the same", string(js), `"kind": "replaced upstream"`},
	} {
		if !strings.Contains(row.in, row.want) {
			t.Errorf("%s: %q is missing in\n%s", row.why, row.want, row.in)
		}
	}
	one := string(BlastText(r, BlastOptions{Only: map[string]bool{"/opentofu/network": true}, Depth: 1}))
	if strings.Contains(one, "aws_lb_listener") || !strings.Contains(one, "aws_subnet.private") {
		t.Errorf("one stack alone:\n%s", one)
	}
}

// TestManyAlikeAreOneLine: instances that change alike are counted in one line,
// what is left out is counted, and what takes something away is always shown.
func TestManyAlikeAreOneLine(t *testing.T) {
	f := &risk.Facts{Stack: "/s"}
	for i := range 40 {
		f.Changes = append(f.Changes, risk.Change{Address: fmt.Sprintf("t.alarm[%d]", i), Action: plan.ActionUpdate, Changed: []string{"threshold"}},
			risk.Change{Address: fmt.Sprintf("t.own%02d", i), Action: plan.ActionCreate}, risk.Change{Address: fmt.Sprintf("t.old%02d", i), Action: plan.ActionDelete})
	}
	r := &analyzer.Report{
		Stacks: []*analyzer.Facts{{Stack: analyzer.Stack{Path: "/s"}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}, Risk: f}},
		Graph:  depend.Join(nil, nil), Risk: risk.Join([]*risk.Facts{f}, nil, nil, nil),
	}
	got := string(BlastText(r, BlastOptions{}))
	for _, want := range []string{"~   t.alarm (40 instances)  changed in place (threshold)", "and 25 more added; `tofuspec changes` lists all", "t.old39  destroyed", "t.own14  added"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.Contains(got, "t.own15") || strings.Contains(got, "t.alarm[7]") {
		t.Errorf("too much is shown:\n%s", got)
	}
}

// TestManyAlikeAreAskedOnce: many objects of one kind raise one question, a few
// raise one each.
func TestManyAlikeAreAskedOnce(t *testing.T) {
	ask := func(n int) string {
		r := &analyzer.Report{Stacks: []*analyzer.Facts{{Stack: analyzer.Stack{Path: "/"}}}, Risk: &risk.Assessment{}}
		for i := range n {
			r.Risk.Questions = append(r.Risk.Questions, risk.Question{Stack: "/", Address: fmt.Sprintf("t.a%d", i), Called: "thing", Text: "is replaced. Is that meant?"})
		}
		return Clarifications(r)
	}
	if got := ask(3); strings.Count(got, "NEEDS CLARIFICATION") != 3 || !strings.Contains(got, "The thing `t.a2` is replaced.") {
		t.Errorf("three:\n%s", got)
	}
	want := "- [NEEDS CLARIFICATION: The thing `t.a0` is replaced. Is that meant? The same for `t.a1`, `t.a2`, `t.a3`, `t.a4` and 3 more.]"
	if got := ask(8); got != want {
		t.Errorf("eight:\n%s\nwant\n%s", got, want)
	}
}

// TestBlastHostileNames puts every hostile name where an address, a stack and
// a reason stand, and looks for what would break out of its place.
func TestBlastHostileNames(t *testing.T) {
	plainTags := ""
	for _, name := range hostile {
		stack := "/s/" + strings.Trim(strings.ReplaceAll(name, "/", ""), " ")
		df := &depend.Facts{
			Stack: stack, Nodes: []depend.Node{{Address: name + "1", Kind: depend.Resource}, {Address: name + "2", Kind: depend.Resource}},
			Edges: []depend.Edge{{From: 1, To: 0, Via: name}},
		}
		other := &depend.Facts{Stack: stack + "x", Nodes: []depend.Node{{Address: name, Kind: depend.Resource}}}
		g := depend.Join([]*depend.Facts{df, other}, []depend.Order{{Before: stack, After: stack + "x"}})
		rf := &risk.Facts{
			Stack: stack, Changes: []risk.Change{{Address: name + "1", Called: name, Action: plan.ActionReplace, Forced: []string{name}}},
			Findings: []risk.Finding{{Kind: "open ingress", Stack: stack, Address: name, Called: name, Text: name}},
		}
		r := &analyzer.Report{
			Graph: g, Risk: risk.Join([]*risk.Facts{rf}, g, []risk.Missing{{Stack: stack + "x", Kind: "missing"}}, nil),
			Stacks: []*analyzer.Facts{{Stack: analyzer.Stack{Path: stack}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}, Risk: rf}},
		}
		terminal := string(BlastText(r, BlastOptions{}))
		if strings.ContainsFunc(terminal, func(c rune) bool { return unicode.IsControl(c) && c != '\n' || c == '\u202e' }) {
			t.Errorf("%q reaches the terminal:\n%q", name, terminal)
		}
		for what, cell := range map[string]string{"blast radius": BlastRadius(r), "rollback": RollbackComplexity(r), "downtime": DowntimeRequired(r)} {
			if strings.Contains(cell, "\n") || strings.Contains(strings.ReplaceAll(cell, `\|`, ""), "|") || active(cell) {
				t.Errorf("%s: %q breaks out of its cell: %s", what, name, cell)
			}
		}
		for _, line := range strings.Split(Clarifications(r), "\n") {
			if !strings.HasPrefix(line, "- [NEEDS CLARIFICATION: ") || !strings.HasSuffix(line, "]") {
				t.Errorf("%q breaks a question: %q", name, line)
			}
		}
		page, err := BlastHTML(r, BlastOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := tags(page); plainTags == "" {
			plainTags = got
		} else if got != plainTags && name != "" { // without a name some are left out
			t.Errorf("%q makes other tags of the page:\n%s\nnot\n%s", name, got, plainTags)
		}
		if bytes.ContainsAny(page, "\x1b\u202e") || bytes.Contains(page, []byte("<script")) || bytes.Contains(page, []byte("src=")) || bytes.Contains(page, []byte("href=")) {
			t.Errorf("%q reaches the page", name)
		}
		q := &Question{Of: name, Graph: g, Starts: []int{0}, Reached: g.Reach([]depend.Start{{Node: 0}}, 0)}
		for _, d := range []string{string(DependentsMermaid(q)), Diagram(r)} {
			if strings.Contains(d, `|""|`) {
				t.Errorf("%q makes an empty label, which Mermaid refuses:\n%s", name, d)
			}
		}
		if d := DiagramBlock(r); strings.Count(d, "```") != 2 || strings.Contains(d, "<script") {
			t.Errorf("%q breaks the diagram:\n%s", name, d)
		}
	}
}

// tags lists the tags of a page, attributes left out.
func tags(page []byte) string {
	var out []string
	for _, m := range regexp.MustCompile(`</?[a-zA-Z][a-zA-Z0-9]*|<!`).FindAllString(string(page), -1) {
		if m != "<code" && m != "</code" { // an empty address has none
			out = append(out, m)
		}
	}
	return strings.Join(out, " ")
}

// active tells whether Markdown holds HTML, a link or a picture.
func active(src string) bool {
	found := false
	src = strings.NewReplacer("<code>", "", "</code>", "").Replace(src) // how escape writes a code span with a backquote
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader([]byte(src)))
	_ = ast.Walk(doc, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindRawHTML, ast.KindHTMLBlock, ast.KindLink, ast.KindImage, ast.KindAutoLink:
			found = true
		}
		return ast.WalkContinue, nil
	})
	return found
}

func TestNothingChanges(t *testing.T) {
	r := analyzer.Join([]*analyzer.Facts{{Stack: analyzer.Stack{Path: "/a"}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}}}, analyzer.Joined{Order: []string{"/a"}})
	if got := BlastRadius(r); got != "No stack changes." {
		t.Errorf("%q", got)
	}
	if RollbackPlan(r) != "" || ApplyOrder(r) != "" || DiagramBlock(r) != "" || Clarifications(r) != "" {
		t.Error("nothing changes, and something is planned for it")
	}
}
