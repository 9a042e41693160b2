package stacks

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// triggerFolder holds files that mark a stack as changed or as unchanged.
const triggerFolder = "/.tmtriggers"

// trigger reads a changed trigger file and does what it says. A deleted one
// says nothing.
func (d *detector) trigger(file string) {
	if _, err := fs.Stat(d.p.fsys, relative(file)); err != nil {
		return
	}
	kind, diags := d.p.triggerKind(file)
	if diags.HasErrors() {
		d.diags = append(d.diags, diags...)
		return
	}
	target := path.Dir(strings.TrimPrefix(file, triggerFolder))
	if kind == "ignore-change" {
		if d.ignored == nil {
			d.ignored = map[string]bool{}
		}
		d.ignored[target] = true
		return
	}
	if f := d.p.folders[target]; f != nil && f.stack != nil {
		d.why[f.stack] = "stack has been triggered by: " + file
	}
}

var triggerSchema = &hcl.BodySchema{Attributes: []hcl.AttributeSchema{
	{Name: "ctime", Required: true}, {Name: "reason", Required: true}, {Name: "type"}, {Name: "context"},
}}

// triggerKind reads one trigger file: "changed" or "ignore-change".
func (p *Project) triggerKind(file string) (string, hcl.Diagnostics) {
	w := &walker{fsys: p.fsys, linked: p.linked, sources: p.sources}
	src, diag := w.readFile(file)
	if diag != nil {
		return "", hcl.Diagnostics{diag}
	}
	f, diags := safehcl.Parse(src, relative(file))
	p.sources[relative(file)] = f
	if diags.HasErrors() {
		return "", diags
	}
	content, diags := f.Body.Content(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "trigger"}}})
	if diags.HasErrors() {
		return "", diags
	}
	if len(content.Blocks) != 1 {
		rng := f.Body.MissingItemRange()
		return "", hcl.Diagnostics{problem(rng, "Malformed trigger", fmt.Sprintf("A trigger file holds exactly one trigger block; this one holds %d.", len(content.Blocks)))}
	}
	inner, diags := content.Blocks[0].Body.Content(triggerSchema)
	if diags.HasErrors() {
		return "", diags
	}
	kind := "changed"
	for name, attr := range inner.Attributes {
		keyword := hcl.ExprAsKeyword(attr.Expr)
		wrong := ""
		switch name {
		case "type":
			if kind = keyword; kind != "changed" && kind != "ignore-change" {
				wrong = "must be changed or ignore-change"
			}
		case "context":
			if keyword != "stack" {
				wrong = "must be stack"
			}
		case "reason", "ctime":
			want := cty.String
			if name == "ctime" {
				want = cty.Number
			}
			if v, more := attr.Expr.Value(nil); more.HasErrors() || v.Type() != want {
				wrong = "must be a " + want.FriendlyName()
			}
		}
		if wrong != "" {
			diags = append(diags, problem(attr.Expr.Range(), "Malformed trigger", fmt.Sprintf("trigger.%s %s.", name, wrong)))
		}
	}
	return kind, diags
}
