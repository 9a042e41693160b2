package stacks

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A rule says what a block may hold. Blocks that Terramate reads lazily (the
// expressions of globals, scripts and code generation) are only checked for
// their shape, as Terramate does.
type rule struct {
	labels    labelRule
	attrs     map[string]valueRule // nil: any attribute
	required  []string
	blocks    map[string]*rule // nil: none
	anyBlocks bool             // blocks are not looked at
	unique    []string         // blocks that may appear once
	also      func(*hclsyntax.Block) hcl.Diagnostics
}

type labelRule int

const (
	noLabels labelRule = iota
	oneLabel
	someLabels   // at least one
	schemasLabel // "schemas" and a name
	anyLabels
)

// A valueRule checks a constant attribute's value and returns what is wrong
// with it. A nil rule leaves the expression alone.
type valueRule func(cty.Value) string

// check applies the rule to a block.
func (r *rule) check(b *hclsyntax.Block) hcl.Diagnostics {
	diags := r.checkLabels(b)
	for _, attr := range sortedAttributes(b.Body) {
		diags = append(diags, r.checkAttribute(b.Type, attr)...)
	}
	for _, name := range r.required {
		if b.Body.Attributes[name] == nil {
			diags = append(diags, problem(b.DefRange(), "Missing attribute", fmt.Sprintf("%s block needs the attribute %q.", article(b.Type), name)))
		}
	}
	seen := map[string]bool{}
	for _, sub := range b.Body.Blocks {
		if r.anyBlocks {
			break
		}
		next, ok := r.blocks[sub.Type]
		if !ok {
			diags = append(diags, problem(sub.DefRange(), "Unrecognized block", fmt.Sprintf("%s block cannot hold a block %q.", article(b.Type), sub.Type)))
			continue
		}
		for _, once := range r.unique {
			if once == sub.Type && seen[once] {
				diags = append(diags, problem(sub.DefRange(), "Duplicate block", fmt.Sprintf("%s block can hold only one block %q.", article(b.Type), sub.Type)))
			}
		}
		seen[sub.Type] = true
		if next != nil {
			diags = append(diags, next.check(sub)...)
		}
	}
	if r.also != nil {
		diags = append(diags, r.also(b)...)
	}
	return diags
}

func (r *rule) checkAttribute(block string, attr *hclsyntax.Attribute) hcl.Diagnostics {
	if r.attrs == nil {
		return nil
	}
	value, ok := r.attrs[attr.Name]
	if !ok {
		return hcl.Diagnostics{problem(attr.NameRange, "Unrecognized attribute", fmt.Sprintf("%s block has no attribute %q.", article(block), attr.Name))}
	}
	if value == nil {
		return nil
	}
	v, diags := attr.Expr.Value(nil)
	if diags.HasErrors() {
		return diags
	}
	if wrong := value(v); wrong != "" {
		return hcl.Diagnostics{problem(attr.Expr.Range(), "Invalid value", fmt.Sprintf("%s.%s %s.", block, attr.Name, wrong))}
	}
	return nil
}

func (r *rule) checkLabels(b *hclsyntax.Block) hcl.Diagnostics {
	n, want := len(b.Labels), ""
	switch {
	case r.labels == noLabels && n > 0:
		want = "has no labels"
	case r.labels == oneLabel && (n != 1 || b.Labels[0] == ""):
		want = "has exactly one label that is not empty"
	case r.labels == schemasLabel && (n != 2 || b.Labels[0] != "schemas"):
		want = `has the label "schemas" and a name`
	case r.labels == someLabels && n == 0:
		want = "needs at least one label"
	default:
		return nil
	}
	return hcl.Diagnostics{problem(b.DefRange(), "Wrong labels", fmt.Sprintf("%s block %s.", article(b.Type), want))}
}

// sortedAttributes returns a body's attributes in the order of the source.
func sortedAttributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	attrs := make([]*hclsyntax.Attribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		attrs = append(attrs, a)
	}
	sortByPlace(attrs)
	return attrs
}

// article puts "A" or "An" before a block's type.
func article(name string) string {
	if name != "" && strings.ContainsRune("aeiou", rune(name[0])) {
		return "An " + name
	}
	return "A " + name
}
