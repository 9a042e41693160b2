package stacks

import (
	"fmt"
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// rootOnly warns of settings that count in the project's root folder only.
// In another folder all of a terramate block has no effect but
// terramate.config.run.env.
func rootOnly(dir string, terramate []*hclsyntax.Block) hcl.Diagnostics {
	var diags hcl.Diagnostics
	ignored := func(kind, name string, rng hcl.Range) {
		detail := fmt.Sprintf("%s %s can only be declared at the project root directory.", kind, name)
		if path.Dir("/"+rng.Filename) != dir {
			detail += fmt.Sprintf("\nIt is imported from directory %q.", dir)
		}
		d := problem(rng, "Setting without effect: terramate schema error", detail)
		d.Severity = hcl.DiagWarning
		diags = append(diags, d)
	}
	var inside func(name string, body *hclsyntax.Body)
	inside = func(name string, body *hclsyntax.Body) {
		for _, attr := range sortedAttributes(body) {
			ignored("attribute", name+"."+attr.Name, attr.NameRange)
		}
		for _, b := range body.Blocks {
			switch below := name + "." + b.Type; below {
			case "terramate.config", "terramate.config.run":
				inside(below, b.Body)
			case "terramate.config.run.env":
			default:
				ignored("block", below, b.TypeRange)
			}
		}
	}
	for _, b := range terramate {
		inside("terramate", b.Body)
	}
	return diags
}
