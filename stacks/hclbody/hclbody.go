// Package hclbody decodes the attributes of an HCL body into Go variables.
//
// It does what the programs here need of hcl's gohcl, and stands in its place
// because gohcl brings hclwrite and go-cmp into the program: their start alone
// costs as much as reading a plan of 200 KB.
package hclbody

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"
)

// Schema says what a body may hold. The keys are the names of attributes; the
// values are pointers to where each goes: a *string, *bool, *[]string,
// *map[string]string and so on.
type Schema struct {
	Required map[string]any
	Optional map[string]any
	Blocks   []hcl.BlockHeaderSchema
}

// Decode sets what the body's attributes say and leaves the rest as it is. The
// content, never nil, tells which attributes were written and holds the blocks.
func Decode(body hcl.Body, s Schema) (*hcl.BodyContent, hcl.Diagnostics) {
	schema := &hcl.BodySchema{Blocks: s.Blocks}
	for _, name := range slices.Sorted(maps.Keys(s.Required)) {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name, Required: true})
	}
	for _, name := range slices.Sorted(maps.Keys(s.Optional)) {
		schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: name})
	}
	content, diags := body.Content(schema)
	if content == nil {
		return &hcl.BodyContent{}, diags
	}
	for _, a := range schema.Attributes {
		to := s.Optional[a.Name]
		if a.Required {
			to = s.Required[a.Name]
		}
		if attr := content.Attributes[a.Name]; attr != nil {
			diags = append(diags, set(to, attr)...)
		}
	}
	return content, diags
}

// set puts the value of a constant expression where to points.
func set(to any, attr *hcl.Attribute) hcl.Diagnostics {
	value, diags := attr.Expr.Value(nil)
	if diags.HasErrors() {
		return diags
	}
	typ, err := gocty.ImpliedType(to)
	if err == nil {
		value, err = convert.Convert(value, typ)
	}
	if err == nil {
		err = gocty.FromCtyValue(value, to)
	}
	if err != nil {
		subject := attr.Expr.Range()
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError,
			Summary:  "Unsuitable value type",
			Detail:   fmt.Sprintf("Unsuitable value for %s: %s.", attr.Name, err),
			Subject:  &subject,
		})
	}
	return diags
}
