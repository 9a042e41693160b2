package stacks

import (
	"fmt"
	"runtime"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/stacks/terragrunt"
)

// grunts reads the Terragrunt modules of all stacks that have one and that
// want asks for.
func (p *Project) grunts(want func(*Stack) bool) (map[*Stack]*terragrunt.Module, hcl.Diagnostics) {
	type result struct {
		module *terragrunt.Module
		diags  hcl.Diagnostics
	}
	root := p.Root
	if root == "" {
		root = "/project"
	}
	results := make([]result, len(p.Stacks))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range p.Stacks {
		if !p.folders[s.Path].grunt || !want(s) {
			continue
		}
		group.Go(func() error {
			results[i].module, results[i].diags = terragrunt.Load(p.linked, root, s.Path)
			return nil
		})
	}
	_ = group.Wait() // no worker fails
	found := map[*Stack]*terragrunt.Module{}
	var diags hcl.Diagnostics
	for i, r := range results {
		diags = append(diags, r.diags...)
		if r.module != nil {
			found[p.Stacks[i]] = r.module
		}
	}
	return found, diags
}

// grunts marks the stacks whose Terragrunt module includes, reads or runs
// something that changed. Without a setting this is on: it finds nothing where
// there is no such module.
func (d *detector) grunts() {
	if d.p.settings.terragrunt == "off" {
		return
	}
	found, diags := d.p.grunts(func(s *Stack) bool { return d.why[s] == "" })
	d.diags = append(d.diags, diags...)
	for _, s := range d.p.Stacks {
		if m := found[s]; m != nil {
			if why := d.grunt(s, m); why != "" {
				d.why[s] = fmt.Sprintf("stack changed because module %q changed because %s", s.Path, why)
			}
		}
	}
}

// grunt tells why a Terragrunt module changed, or "".
func (d *detector) grunt(s *Stack, m *terragrunt.Module) string {
	if isLocal(m.Source) {
		walk := &moduleWalk{p: d.p, touched: d.touched}
		changed, why, diags := walk.call(s.Path, moduleCall{source: m.Source, rng: m.SourceRange}, map[string]bool{})
		d.diags = append(d.diags, diags...)
		if changed {
			return fmt.Sprintf("module %q changed because %s", s.Path, why)
		}
	}
	for _, used := range m.Uses {
		if d.touched(used) {
			return fmt.Sprintf("module %q changed because %q changed", s.Path, used)
		}
	}
	return ""
}

// gruntEdges adds what Terragrunt's dependency blocks lead to: stacks that take
// an output of another.
func (p *Project) gruntEdges(to, from map[*Stack][]*Stack) hcl.Diagnostics {
	found, diags := p.grunts(func(*Stack) bool { return true })
	for _, s := range p.Stacks {
		m := found[s]
		if m == nil {
			continue
		}
		for _, at := range m.Dependencies {
			if f := p.folders[at]; f != nil && f.stack != nil {
				to[s] = append(to[s], f.stack)
				from[f.stack] = append(from[f.stack], s)
			}
		}
	}
	return diags
}
