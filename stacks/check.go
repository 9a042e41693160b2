package stacks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// check validates one folder's configuration, the imported files first, and
// fills the folder with what it says.
func (w *walker) check(f *folder, files []*parsed) hcl.Diagnostics {
	var diags hcl.Diagnostics
	attrs, merged := redeclared{}, redeclared{}
	var stackBlock, vendor *hclsyntax.Block
	var terramate []*hclsyntax.Block
	scripts := map[string]*hclsyntax.Block{}
	var bundles bundleBlocks
	for _, p := range files {
		if p.body == nil && merged.addSkimmed(p) {
			f.globals = true
			continue
		}
		if p.body == nil {
			p = w.parse(p.path) // An attribute is set twice; this finds out where.
		}
		if p.body == nil {
			diags = append(diags, p.diags...)
			continue
		}
		for _, attr := range sortedAttributes(p.body) {
			diags = append(diags, problem(attr.NameRange, "Unrecognized attribute", fmt.Sprintf("A Terramate file has no top-level attribute %q.", attr.Name)))
			diags = append(diags, attrs.add(p.dir, "", attr)...)
		}
		for _, b := range p.body.Blocks {
			r, known := topLevel()[b.Type]
			switch {
			case !known:
				diags = append(diags, problem(b.DefRange(), "Unrecognized block", fmt.Sprintf("Terramate has no block %q.", b.Type)))
				continue
			case r != nil:
				diags = append(diags, r.check(b)...)
			}
			switch b.Type {
			case "terramate":
				terramate = append(terramate, b)
				diags = append(diags, merged.addBlock(p.dir, b, "terramate")...)
			case "globals":
				f.globals = true
				diags = append(diags, merged.addBlock(p.dir, b, mergeKey("", b))...)
			case "define", "bundle", "component":
				b = bundles.add(b)
				diags = append(diags, merged.addBlock(p.dir, b, mergeKey("", b))...)
			case "stack":
				if stackBlock != nil {
					diags = append(diags, problem(b.DefRange(), "Second stack block", fmt.Sprintf("The stack of this folder is declared at %s already.", place(stackBlock))))
					continue
				}
				stackBlock = b
			case "vendor":
				if vendor != nil {
					diags = append(diags, problem(b.DefRange(), "Second vendor block", fmt.Sprintf("Another one stands at %s.", place(vendor))))
				}
				vendor = b
			case "script":
				f.scripts = true
				key := strings.Join(b.Labels, "\x00")
				if other := scripts[key]; other != nil {
					diags = append(diags, problem(b.DefRange(), "Script declared twice", fmt.Sprintf("A script with the same labels stands at %s.", place(other))))
				}
				scripts[key] = b
			case "input":
				f.inputs = true
			case "environment":
				f.environments = append(f.environments, b)
			}
		}
	}
	diags = append(diags, bundles.check(f)...)
	set, more := readSettings(terramate)
	diags = append(diags, more...)
	if f.path == "/" {
		w.settings = set
	} else {
		diags = append(diags, rootOnly(f.path, terramate)...)
	}
	diags = append(diags, w.checkExperiments(files, set)...)
	if stackBlock != nil {
		stack, more := w.stack(f, stackBlock)
		diags = append(diags, more...)
		if !more.HasErrors() {
			f.stack = stack
			w.mu.Lock()
			w.stacks = append(w.stacks, stack)
			w.mu.Unlock()
		}
	}
	return diags
}

// checkExperiments refuses blocks whose experiment neither the root's
// configuration nor the folder's own enables.
func (w *walker) checkExperiments(files []*parsed, own settings) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, p := range files {
		if p.body == nil {
			continue
		}
		for _, b := range p.body.Blocks {
			name, gated := experimental[b.Type]
			if !gated || w.settings.experiments[name] || own.experiments[name] {
				continue
			}
			diags = append(diags, problem(b.DefRange(), "Experiment not enabled",
				fmt.Sprintf("%s block needs terramate.config.experiments = [%q] in the project's root folder.", article(b.Type), name)))
		}
	}
	return diags
}

// redeclared remembers which folder set an attribute of a merged block last.
// Setting it twice in one folder is an error; an import may be overridden.
type redeclared map[string]string

func (r redeclared) add(dir, key string, attr *hclsyntax.Attribute) hcl.Diagnostics {
	key += "\x00" + attr.Name
	if last, ok := r[key]; ok && last == dir {
		return hcl.Diagnostics{problem(attr.NameRange, "Attribute set twice", fmt.Sprintf("%q is set in this folder already.", attr.Name))}
	}
	r[key] = dir
	return nil
}

// addSkimmed adds the globals of a file that was not parsed, or nothing and
// returns false when one of them is set in the folder already.
func (r redeclared) addSkimmed(p *parsed) bool {
	type change struct{ key, was string }
	var changes []change
	for _, b := range p.globals {
		block := "\x01" + b.Type + "\x02" + strings.Join(b.Labels, "\x02") + "\x00"
		for _, name := range b.Attrs {
			key := block + name
			was, ok := r[key]
			if ok && was == p.dir {
				for _, c := range slices.Backward(changes) {
					if r[c.key] = c.was; c.was == "" {
						delete(r, c.key)
					}
				}
				return false
			}
			changes = append(changes, change{key, was})
			r[key] = p.dir
		}
	}
	return true
}

// addBlock adds a block and all blocks in it.
func (r redeclared) addBlock(dir string, b *hclsyntax.Block, key string) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, attr := range sortedAttributes(b.Body) {
		diags = append(diags, r.add(dir, key, attr)...)
	}
	for _, sub := range b.Body.Blocks {
		diags = append(diags, r.addBlock(dir, sub, mergeKey(key, sub))...)
	}
	return diags
}

func mergeKey(key string, b *hclsyntax.Block) string {
	return key + "\x01" + b.Type + "\x02" + strings.Join(b.Labels, "\x02")
}

// place says where a block stands.
func place(b *hclsyntax.Block) string {
	rng := b.DefRange()
	return fmt.Sprintf("%s:%d", rng.Filename, rng.Start.Line)
}

func sortByPlace(attrs []*hclsyntax.Attribute) {
	slices.SortFunc(attrs, func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.NameRange.Start.Byte, b.NameRange.Start.Byte)
	})
}
