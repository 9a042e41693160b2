package stacks

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// isBundleYAML tells whether a file of that name holds a bundle's instance.
func isBundleYAML(name string) bool {
	return strings.HasSuffix(name, ".tm.yml") || strings.HasSuffix(name, ".tm.yaml")
}

var (
	validBundleName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]([a-z0-9_-]{0,253}[a-z0-9])?$`) })
	validUUID       = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?i:urn:uuid:)?\{?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\}?$`)
	})
)

// A yamlReader turns the nodes of one YAML file into expressions.
type yamlReader struct {
	file  string // from the project's root
	diags hcl.Diagnostics
}

// bundleYAML reads an instance from a YAML file.
func (w *walker) bundleYAML(projectPath string) (*bundleInstance, hcl.Diagnostics) {
	src, diag := w.readFile(projectPath)
	if diag != nil {
		return nil, hcl.Diagnostics{diag}
	}
	r := &yamlReader{file: relative(projectPath)}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil || len(doc.Content) == 0 {
		if err == nil {
			err = fmt.Errorf("it is empty")
		}
		r.fail(&yaml.Node{Line: 1, Column: 1}, err.Error())
		return nil, r.diags
	}
	top := r.fields(doc.Content[0], "", "apiVersion", "kind", "metadata", "spec", "environments")
	if v := top["apiVersion"]; v == nil || v.Value != "terramate.io/cli/v1" {
		r.fail(doc.Content[0], `apiVersion must be "terramate.io/cli/v1"`)
	}
	if v := top["kind"]; v == nil || v.Value != "BundleInstance" {
		r.fail(doc.Content[0], `kind must be "BundleInstance"`)
	}
	inst := &bundleInstance{dir: parent(projectPath), file: projectPath, rng: r.at(doc.Content[0])}
	meta := r.fields(top["metadata"], "metadata.", "name", "uuid")
	if name := meta["name"]; name == nil || !validBundleName().MatchString(name.Value) {
		r.fail(doc.Content[0], "metadata.name must start with a-z, end with a-z or 0-9, and hold only those, '-' and '_'")
	} else {
		inst.name = name.Value
	}
	if id := meta["uuid"]; id != nil {
		if !validUUID().MatchString(id.Value) {
			r.fail(id, "metadata.uuid must be a UUID")
		}
		inst.uuid = &hclsyntax.LiteralValueExpr{Val: cty.StringVal(strings.ToLower(id.Value)), SrcRange: r.at(id)}
	}
	spec := r.fields(top["spec"], "spec.", "source", "inputs")
	inst.source = r.optional(spec["source"])
	inst.whole = r.optional(spec["inputs"])
	r.each(top["environments"], func(key, value *yaml.Node) {
		env := bundleEnvironment{id: key.Value, rng: r.at(key), inputs: map[string]hcl.Expression{}}
		fields := r.fields(value, "environments."+key.Value+".", "source", "inputs")
		env.source = r.optional(fields["source"])
		r.each(fields["inputs"], func(key, value *yaml.Node) { env.inputs[key.Value] = r.expression(value) })
		inst.environments = append(inst.environments, env)
	})
	if inst.source == nil && len(inst.environments) == 0 {
		r.fail(doc.Content[0], "spec.source is missing")
	}
	return inst, r.diags
}

// each goes through the entries of a mapping; null has none.
func (r *yamlReader) each(node *yaml.Node, visit func(key, value *yaml.Node)) {
	switch {
	case node == nil || node.Tag == "!!null":
	case node.Kind != yaml.MappingNode:
		r.fail(node, "a mapping is needed here")
	default:
		for i := 0; i+1 < len(node.Content); i += 2 {
			visit(node.Content[i], resolved(node.Content[i+1]))
		}
	}
}

// fields returns the entries of a mapping, which must be among those allowed.
func (r *yamlReader) fields(node *yaml.Node, prefix string, allowed ...string) map[string]*yaml.Node {
	found := map[string]*yaml.Node{}
	r.each(node, func(key, value *yaml.Node) {
		for _, name := range allowed {
			if key.Value == name {
				found[name] = value
				return
			}
		}
		if prefix != "" {
			r.fail(key, fmt.Sprintf("%s%s is not known; there can be %s", prefix, key.Value, strings.Join(allowed, ", ")))
		}
	})
	return found
}

func (r *yamlReader) optional(node *yaml.Node) hcl.Expression {
	if node == nil || node.Tag == "!!null" {
		return nil
	}
	return r.expression(node)
}

// expression turns a node into the expression that it stands for. A node with
// the tag !hcl holds one as text.
func (r *yamlReader) expression(node *yaml.Node) hclsyntax.Expression {
	node = resolved(node)
	literal := func(v cty.Value) hclsyntax.Expression {
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: r.at(node)}
	}
	switch {
	case node.Tag == "!hcl":
		expr, diags := safehcl.ParseExpression([]byte(node.Value), r.file, r.at(node).Start)
		if r.diags = append(r.diags, diags...); expr == nil {
			return literal(cty.DynamicVal)
		}
		return expr
	case node.Kind == yaml.SequenceNode:
		tuple := &hclsyntax.TupleConsExpr{SrcRange: r.at(node)}
		for _, e := range node.Content {
			tuple.Exprs = append(tuple.Exprs, r.expression(e))
		}
		return tuple
	case node.Kind == yaml.MappingNode:
		object := &hclsyntax.ObjectConsExpr{SrcRange: r.at(node)}
		r.each(node, func(key, value *yaml.Node) {
			object.Items = append(object.Items, hclsyntax.ObjectConsItem{
				KeyExpr:   &hclsyntax.LiteralValueExpr{Val: cty.StringVal(key.Value), SrcRange: r.at(key)},
				ValueExpr: r.expression(value),
			})
		})
		return object
	}
	var v any
	if err := node.Decode(&v); err != nil {
		r.fail(node, err.Error())
	}
	switch v := v.(type) {
	case nil:
		return literal(cty.NullVal(cty.DynamicPseudoType))
	case bool:
		return literal(cty.BoolVal(v))
	case int:
		return literal(cty.NumberIntVal(int64(v)))
	case float64:
		return literal(cty.NumberFloatVal(v))
	}
	return literal(cty.StringVal(node.Value))
}

// resolved follows an alias to what it stands for.
func resolved(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode {
		return node.Alias
	}
	return node
}

func (r *yamlReader) at(node *yaml.Node) hcl.Range {
	pos := hcl.Pos{Line: max(node.Line, 1), Column: max(node.Column, 1)}
	return hcl.Range{Filename: r.file, Start: pos, End: pos}
}

func (r *yamlReader) fail(node *yaml.Node, detail string) {
	r.diags = append(r.diags, problem(r.at(node), "Malformed bundle instance", fmt.Sprintf("%s: %s.", path.Base(r.file), detail)))
}
