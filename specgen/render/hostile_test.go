package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
)

// hostile are names that a plan or a repository can hold, and what each tries.
var hostile = []string{
	"a|b",                             // another cell
	"a\nb",                            // another row
	"a\r\n\r\n# heading",              // another block
	"`code`",                          // ends a code span
	"``` ```",                         // a fence
	"<!-- tofuspec -->",               // the tool's own bookkeeping
	"</details><script>x</script>",    // HTML
	"[x](javascript:alert(1))",        // a link
	"![x](https://example.org/p.png)", // a picture that calls home
	"@org/team #12 owner/repo#3",      // mentions and references
	"https://example.org/",            // a bare address
	"\x1b[31mred",                     // terminal escapes
	"\u202egnp.exe",                   // turned reading direction
	"**bold** _it_ ~~gone~~",          // emphasis
	"\\", "\\|", "a\\`|",              // escapes of escapes
	"-", "- [x] done", "1. one", "| --- |", // block starts
	strings.Repeat("long_", 400),
	"\xff\xfe", "", " ", "日本語",
}

// TestHostileNames renders every name at every place of a report, and reads
// the result back as GitHub would.
func TestHostileNames(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	for i, name := range hostile {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			r := reportNamed(name)
			rows := ChangesRows(r)

			src := []byte(ChangesTable(r))
			doc := md.Parser().Parse(text.NewReader(src))
			if doc.FirstChild() != doc.LastChild() || doc.FirstChild().Kind() != extast.KindTable {
				t.Fatalf("not one table:\n%s", src)
			}
			got := 0
			for row := doc.FirstChild().FirstChild(); row != nil; row = row.NextSibling() {
				cells := 0
				for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
					cells++
				}
				if cells != 3 {
					t.Errorf("a row of %d cells:\n%s", cells, src)
				}
				if row.Kind() == extast.KindTableRow {
					if action := string(content(row.FirstChild().NextSibling(), src)); action != rows[got].Action {
						t.Errorf("row %d reads %q, not %q", got, action, rows[got].Action)
					}
					got++
				}
			}
			if got != len(rows) {
				t.Errorf("%d rows are read back of %d:\n%s", got, len(rows), src)
			}

			for what, fragment := range map[string]string{
				"table": string(src), "unchanged": Unchanged(r), "summary": Summary(r), "entities": KeyEntities(r),
				"list": AllChanges(r, 1<<20),
			} {
				harmless(t, md, what, fragment)
			}
			if strings.ContainsAny(Title(r), "<>[]`|\n@#\x1b") {
				t.Errorf("the title is not plain: %q", Title(r))
			}
		})
	}
}

// opening is how the only HTML of a fragment begins.
var opening = regexp.MustCompile(`^<details> <!-- markdownlint-disable MD033 -->\n<summary>[A-Za-z0-9, ]*</summary>\n$`)

// harmless fails when a fragment holds what none of ours does: links,
// pictures, HTML but for the fold, headings, fences.
func harmless(t *testing.T, md goldmark.Markdown, what, fragment string) {
	t.Helper()
	src := []byte(fragment)
	err := ast.Walk(md.Parser().Parse(text.NewReader(src)), func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		if !enter {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindLink, ast.KindAutoLink, ast.KindImage, ast.KindHeading, ast.KindFencedCodeBlock, ast.KindCodeBlock,
			extast.KindTaskCheckBox, extast.KindStrikethrough, ast.KindBlockquote, ast.KindThematicBreak:
			t.Errorf("%s holds a %s:\n%s", what, n.Kind(), fragment)
		case ast.KindRawHTML:
			// A code span cannot hold some names in a table; code tags can.
			if tag := string(n.(*ast.RawHTML).Segments.Value(src)); tag != "<code>" && tag != "</code>" {
				t.Errorf("%s holds HTML %q", what, tag)
			}
		case ast.KindHTMLBlock:
			html := string(n.Lines().Value(src))
			if !opening.MatchString(html) && html != tail {
				t.Errorf("%s holds HTML %q", what, html)
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Error(err)
	}
}

// content returns a node's text.
func content(n ast.Node, src []byte) []byte {
	var out []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if leaf, ok := c.(*ast.Text); ok {
			out = append(out, leaf.Segment.Value(src)...)
			continue
		}
		out = append(out, content(c, src)...)
	}
	return out
}

// reportNamed makes a report that has the name at every place.
func reportNamed(name string) *analyzer.Report {
	change := func(action plan.Action, typ, module string) *plan.Change {
		return &plan.Change{
			Address: typ + "." + name, PreviousAddress: "", ModuleAddress: module, Mode: "managed", Type: typ, Name: name,
			Index: name, Actions: []string{string(action), name}, Action: action, Reason: name,
			Changed: []plan.Path{plan.Path(name), "tags"}, ReplacePaths: []plan.Path{plan.Path(name)},
			Before: map[string]plan.Value{"name": name, "load_balancer_type": name, "version": "1"},
			After:  map[string]plan.Value{"name": name, "load_balancer_type": name, "version": name},
		}
	}
	p := &plan.Plan{
		Changes: []*plan.Change{
			change(plan.ActionCreate, "aws_lb", ""), change(plan.ActionUpdate, "aws_eks_cluster", "module."+name),
			change(plan.ActionReplace, name, ""), change(plan.ActionReplace, "aws_"+name, "module."+name+"[\"a.b\"]"),
			change(plan.ActionDelete, "aws_vpc_"+name, "module."+name), change(plan.ActionUnknown, "acme_"+name, ""),
			change(plan.ActionCreate, "aws_vpc", "module."+name), change(plan.ActionCreate, "aws_subnet", "module."+name),
			change(plan.ActionCreate, "aws_eip", "module."+name),
		},
		Outputs: []*plan.OutputChange{{Name: name, Action: plan.ActionUpdate}},
	}
	c := catalog.Default()
	outputs := &plan.Plan{Outputs: p.Outputs}
	return &analyzer.Report{
		Stacks: []*analyzer.Facts{
			{Stack: analyzer.Stack{Path: "/" + name}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}, Outline: outline.Inspect(p, c)},
			{Stack: analyzer.Stack{Path: "/o/" + name}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}, Outline: outline.Inspect(outputs, c)},
			{Stack: analyzer.Stack{Path: "/n/" + name}, PlanRef: analyzer.PlanRef{State: analyzer.PlanMissing, Note: name}},
			{Stack: analyzer.Stack{Path: "/u/" + name}, PlanRef: analyzer.PlanRef{State: analyzer.PlanRead}, Outline: &outline.Facts{}},
		},
		History: analyzer.History{Deleted: []string{"/d/" + name}, Renamed: []analyzer.RenamedStack{{From: "/f/" + name, To: "/t/" + name}}},
	}
}
