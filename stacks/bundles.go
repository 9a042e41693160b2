package stacks

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// A bundleInstance is a bundle block, or a YAML file that says the same.
type bundleInstance struct {
	name, dir, file string
	uuid, source    hcl.Expression
	whole           hcl.Expression
	inputs          map[string]hcl.Expression
	environments    []bundleEnvironment
	rng             hcl.Range
}

// A bundleEnvironment makes an instance for one environment.
type bundleEnvironment struct {
	id     string
	source hcl.Expression // nil: the instance's
	inputs map[string]hcl.Expression
	rng    hcl.Range
}

// newBundleInstance reads a merged bundle block.
func newBundleInstance(b *hclsyntax.Block) *bundleInstance {
	file := "/" + b.TypeRange.Filename
	inst := &bundleInstance{name: b.Labels[0], dir: path.Dir(file), file: file, inputs: map[string]hcl.Expression{}, rng: b.DefRange()}
	for name, attr := range b.Body.Attributes {
		switch name {
		case "uuid":
			inst.uuid = attr.Expr
		case "source":
			inst.source = attr.Expr
		case "inputs":
			inst.whole = attr.Expr
		}
	}
	for _, sub := range b.Body.Blocks {
		switch sub.Type {
		case "inputs":
			maps.Copy(inst.inputs, expressions(sub.Body))
		case "environment":
			env := bundleEnvironment{id: sub.Labels[0], inputs: map[string]hcl.Expression{}, rng: sub.DefRange()}
			if attr := sub.Body.Attributes["source"]; attr != nil {
				env.source = attr.Expr
			}
			for _, in := range sub.Body.Blocks {
				maps.Copy(env.inputs, expressions(in.Body))
			}
			inst.environments = append(inst.environments, env)
		}
	}
	return inst
}

func expressions(body *hclsyntax.Body) map[string]hcl.Expression {
	out := make(map[string]hcl.Expression, len(body.Attributes))
	for name, attr := range body.Attributes {
		out[name] = attr.Expr
	}
	return out
}

// A bundler evaluates the instances of a project and gives the stacks that
// were generated from them what the bundles say of them.
type bundler struct {
	w            *walker
	p            *Project
	environments []*eval.Environment
	diags        hcl.Diagnostics
}

// A pendingBundle is an instance that waits to be evaluated.
type pendingBundle struct {
	*eval.Bundle
	scope  *eval.Scope
	define *hclsyntax.Body
}

// applyBundles adds to stacks what bundles say of them: a name and description
// where there is none, and tags, order, wants and watched files. A stack that
// is not generated yet is passed over. A project whose bundles cannot be found
// is refused, as Terramate refuses it; an expression that cannot be evaluated
// here is a warning.
func (p *Project) applyBundles(w *walker) hcl.Diagnostics {
	b := &bundler{w: w, p: p}
	b.readEnvironments()
	var pending []*pendingBundle
	for _, at := range slices.Sorted(maps.Keys(w.folders)) {
		for _, inst := range w.folders[at].bundles {
			pending = append(pending, b.prepare(at, inst)...)
		}
	}
	var done []*eval.Bundle
	var last hcl.Diagnostics
	for progress := true; progress && len(pending) > 0; {
		progress, last = false, nil
		pending = slices.DeleteFunc(pending, func(next *pendingBundle) bool {
			found, waits, diags := next.scope.Bundle(next.Bundle, next.define, done)
			if waits {
				last = append(last, diags...)
				return false
			}
			progress = true
			done = append(done, next.Bundle)
			b.diags = append(b.diags, softened(diags)...)
			for _, st := range found {
				b.apply(st)
			}
			return true
		})
	}
	return append(b.diags, last...)
}

// softened turns what only the evaluation stumbled over into warnings.
func softened(diags hcl.Diagnostics) hcl.Diagnostics {
	for _, d := range diags {
		if d.Summary != eval.BundleProblem {
			d.Severity = hcl.DiagWarning
		}
	}
	return diags
}

func (b *bundler) fail(at hcl.Range, format string, args ...any) {
	b.diags = append(b.diags, problem(at, "Bundle cannot be used", fmt.Sprintf(format, args...)))
}

// readEnvironments evaluates the environment blocks of the root folder.
func (b *bundler) readEnvironments() {
	root := b.w.folders["/"]
	if root == nil {
		return
	}
	scope := eval.NewBundleScope(b.p.linked, b.p.Root, b.p.rootNamespace(), nil)
	known := map[string]bool{}
	for _, block := range root.environments {
		env := &eval.Environment{}
		for name, to := range map[string]*string{"id": &env.ID, "name": &env.Name, "description": &env.Description, "promote_from": &env.PromoteFrom} {
			attr := block.Body.Attributes[name]
			if attr == nil {
				if name == "id" || name == "name" {
					b.fail(block.DefRange(), "The environment block is missing the required attribute %q.", name)
				}
				continue
			}
			var diags hcl.Diagnostics
			*to, diags = scope.String(attr.Expr)
			b.diags = append(b.diags, diags...)
		}
		switch {
		case known[env.ID]:
			b.fail(block.DefRange(), "The environment %q is defined already.", env.ID)
		case env.PromoteFrom != "" && !known[env.PromoteFrom]:
			b.fail(block.DefRange(), "The environment %q of promote_from does not exist.", env.PromoteFrom)
		}
		known[env.ID] = true
		b.environments = append(b.environments, env)
	}
}

// prepare finds the definition of an instance, for each of its environments.
func (b *bundler) prepare(at string, inst *bundleInstance) []*pendingBundle {
	scope := eval.NewBundleScope(b.p.linked, b.p.Root, b.p.rootNamespace(), b.p.layersAt(at))
	instances := []bundleEnvironment{{source: inst.source, inputs: inst.inputs, rng: inst.rng}}
	if len(inst.environments) > 0 {
		instances = inst.environments
	}
	var out []*pendingBundle
	for _, env := range instances {
		if env.source == nil {
			env.source = inst.source
		}
		if env.source == nil {
			b.fail(inst.rng, "The bundle %q has no source.", inst.name)
			continue
		}
		source, diags := scope.String(env.source)
		if diags.HasErrors() {
			b.diags = append(b.diags, softened(diags)...)
			continue
		}
		define := b.definition(source, env.source.Range())
		if define == nil {
			continue
		}
		bundle := &eval.Bundle{
			Name: inst.name, Dir: inst.dir, File: inst.file, Host: hostPath(b.p.Root, inst.file),
			Whole: inst.whole, Inputs: env.inputs, Range: inst.rng,
		}
		if inst.uuid != nil {
			bundle.UUID, diags = scope.String(inst.uuid)
			b.diags = append(b.diags, diags...)
		}
		ok := b.environment(bundle, env, define, scope)
		if ok {
			bundle.Schemas, ok = b.schemas(define, scope)
		}
		if ok {
			out = append(out, &pendingBundle{Bundle: bundle, scope: scope, define: define})
		}
	}
	return out
}

// environment puts an instance into its environment, and tells whether the
// definition agrees.
func (b *bundler) environment(bundle *eval.Bundle, env bundleEnvironment, define *hclsyntax.Body, scope *eval.Scope) bool {
	required := false
	for _, block := range define.Blocks {
		if attr := block.Body.Attributes["required"]; block.Type == "environments" && attr != nil {
			v, diags := scope.Value(attr.Expr)
			required = !diags.HasErrors() && v.Type() == cty.Bool && v.IsKnown() && !v.IsNull() && v.True()
		}
	}
	switch {
	case required && env.id == "":
		b.fail(env.rng, "The bundle %q requires an environment, and none is given.", bundle.Name)
		return false
	case !required && env.id != "":
		b.fail(env.rng, "The bundle %q does not support environments.", bundle.Name)
		return false
	case env.id == "":
		return true
	}
	for _, e := range b.environments {
		if e.ID == env.id {
			bundle.Environment = e
			return true
		}
	}
	b.fail(env.rng, "There is no environment %q.", env.id)
	return false
}

// apply gives a stack what a bundle says of it.
func (b *bundler) apply(st eval.BundleStack) {
	for _, tag := range st.Tags {
		if wrong := invalidTag(tag); wrong != "" {
			b.fail(st.Range, "The tag %q of stack %s is invalid: %s.", tag, st.Path, wrong)
		}
	}
	f := b.w.folders[st.Path]
	if f == nil || f.stack == nil {
		return
	}
	s := f.stack
	if !s.named && st.Name != "" {
		s.Name, s.named = st.Name, true
	}
	if s.Description == "" {
		s.Description = st.Description
	}
	for i, entry := range st.Watch {
		watched, wrong := b.w.watched(s.Path, entry)
		if wrong != "" {
			b.fail(st.Range, "invalid stack.watch attribute of %s: it holds %q, which %s.", s.Path, entry, wrong)
		}
		st.Watch[i] = watched
	}
	for own, more := range map[*[]string][]string{
		&s.Tags: st.Tags, &s.After: st.After, &s.Before: st.Before,
		&s.Wants: st.Wants, &s.WantedBy: st.WantedBy, &s.Watch: st.Watch,
	} {
		*own = slices.Compact(slices.Sorted(slices.Values(slices.Concat(*own, more))))
	}
}
