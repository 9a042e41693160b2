package stacks

import (
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"golang.org/x/sync/errgroup"

	"github.com/tofuspec/tofuspec/stacks/terragrunt"
)

// A gruntModule is what came of reading a folder's Terragrunt module; the
// module is nil when it cannot be run, or not be read.
type gruntModule struct {
	module *terragrunt.Module
	diags  hcl.Diagnostics
}

// readGrunts reads the Terragrunt modules of all folders, once.
func (p *Project) readGrunts() map[string]*gruntModule {
	p.gruntsOnce.Do(func() {
		root := p.Root
		if root == "" {
			root = "/project"
		}
		p.gruntModules = map[string]*gruntModule{}
		var group errgroup.Group
		group.SetLimit(runtime.GOMAXPROCS(0))
		for at, f := range p.folders {
			if !f.grunt || f.skipped {
				continue
			}
			m := &gruntModule{}
			p.gruntModules[at] = m
			group.Go(func() error {
				m.module, m.diags = terragrunt.Load(p.linked, root, at)
				return nil
			})
		}
		_ = group.Wait() // no worker fails
	})
	return p.gruntModules
}

// grunts returns the Terragrunt modules of the stacks that want asks for. What
// is wrong with them counts, unless another module makes use of the file, which
// then is a part of others; of other folders it is said only that their files
// cannot be run.
func (p *Project) grunts(want func(*Stack) bool) (map[*Stack]*terragrunt.Module, hcl.Diagnostics) {
	all := p.readGrunts()
	used := map[string]bool{}
	for _, m := range all {
		if m.module != nil && !m.diags.HasErrors() {
			for _, file := range m.module.Uses {
				used[file] = true
			}
		}
	}
	found := map[*Stack]*terragrunt.Module{}
	var diags hcl.Diagnostics
	for _, s := range p.Stacks {
		m := all[s.Path]
		if m != nil && want(s) && !(m.diags.HasErrors() && used[path.Join(s.Path, terragrunt.FileName)]) {
			diags = append(diags, m.diags...)
			if m.module != nil {
				found[s] = m.module
			}
		}
	}
	p.quote(diags)
	return found, append(diags, incomplete(all)...)
}

// incomplete names the terragrunt.hcl files without a source, of which
// Terramate speaks as well.
func incomplete(all map[string]*gruntModule) hcl.Diagnostics {
	const most = 3
	var names []string
	for _, at := range slices.Sorted(maps.Keys(all)) {
		if m := all[at]; m.module == nil && !m.diags.HasErrors() {
			names = append(names, relative(path.Join(at, terragrunt.FileName)))
		}
	}
	var which string
	switch n := len(names); {
	case n == 0:
		return nil
	case n == 1:
		which = names[0] + " is an incomplete root module: it has no terraform.source, so it is not watched for changes. If it is"
	case n <= most:
		which = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	default:
		which = fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), n-most)
	}
	if len(names) > 1 {
		which += " are each an incomplete root module: they have no terraform.source, so they are not watched for changes. If one is"
	}
	return hcl.Diagnostics{{
		Severity: hcl.DiagWarning, Summary: "Terragrunt file without a source",
		Detail: which + " only meant to be included, give it another name, such as root.hcl.",
	}}
}

// grunts marks the stacks whose Terragrunt module includes, reads or runs
// something that changed. Without a setting this is on: it finds nothing where
// there is no such module. Settled are the stacks that are marked already, but
// not for an OpenTofu module: Terragrunt's reason comes before that, as in
// Terramate.
func (d *detector) grunts(settled map[*Stack]string) {
	if d.p.settings.terragrunt == "off" {
		return
	}
	found, diags := d.p.grunts(func(s *Stack) bool { return settled[s] == "" })
	d.diags = append(d.diags, diags...)
	if diags.HasErrors() {
		return
	}
	marked := map[*Stack]bool{} // as far as Terramate has come, stack by stack
	for s := range settled {
		marked[s] = true
	}
	for _, s := range d.p.Stacks {
		if m := found[s]; m != nil {
			if why := d.grunt(s.Path, m, marked, map[string]bool{}); why != "" {
				d.why[s] = fmt.Sprintf("stack changed because module %q changed because %s", s.Path, why)
			}
		}
		if d.why[s] != "" {
			marked[s] = true
		}
	}
}

// grunt tells why the Terragrunt module in a folder changed, or "": for its
// local source, a file that it reads, or a folder that it looks up, which may
// be a changed stack or hold a module that changed itself.
func (d *detector) grunt(at string, m *terragrunt.Module, marked map[*Stack]bool, seen map[string]bool) string {
	seen[at] = true
	because := func(format string, args ...any) string {
		return fmt.Sprintf("module %q changed because ", at) + fmt.Sprintf(format, args...)
	}
	if isLocal(m.Source) {
		walk := &moduleWalk{p: d.p, touched: d.touched}
		changed, why, diags := walk.call(at, moduleCall{source: m.Source, rng: m.SourceRange}, map[string]bool{})
		d.diags = append(d.diags, diags...)
		if changed {
			return because("%s", why)
		}
	}
	for _, used := range m.Uses {
		f := d.p.folders[used]
		if f != nil && marked[f.stack] || d.touched(used) {
			return because("%q changed", used)
		}
		if f == nil || !f.grunt || f.skipped || seen[used] {
			continue
		}
		other := d.p.readGrunts()[used]
		if d.diags = append(d.diags, other.diags...); other.module == nil {
			continue
		}
		if why := d.grunt(used, other.module, marked, seen); why != "" {
			return because("%q changed because %s", used, why)
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
