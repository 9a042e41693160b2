package main

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/git"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// gitBase is the project as it was before the changes. A nil gitBase is a
// project outside git.
type gitBase struct {
	history *stacks.History
	touched map[string]bool   // folders with a changed file, from the project's root; nil when nobody knows
	renamed map[string]string // what git takes for renames: a file's path at the base to its path now
}

// openBase reads the git base: ref, or Terramate's default. A repository with
// a single commit has no base by Terramate's rules; what is committed stands
// in for it, so that the work tree is compared with that. Without ref a base
// that cannot be read is none at all.
func openBase(ctx context.Context, p *stacks.Project, ref, script string) (*gitBase, hcl.Diagnostics) {
	if !p.Git && ref == "" {
		return nil, nil
	}
	changes, diags := p.Changed(ctx, stacks.ChangeOptions{Base: ref})
	if changes == nil || diags.HasErrors() {
		changes = &stacks.Changes{Range: git.Range{Base: cmp.Or(ref, "HEAD"), Head: "HEAD", Name: cmp.Or(ref, "HEAD")}}
	}
	h, diags := p.History(ctx, changes, script)
	if h == nil || h.FS() == nil {
		if ref == "" {
			return nil, nil
		}
		return nil, diags
	}
	return &gitBase{history: h, touched: touched(changes), renamed: renamed(changes)}, nil
}

// close ends the reading of the base.
func (b *gitBase) close() {
	if b != nil {
		_ = b.history.Close() // it was only read
	}
}

// touched returns the folders with a changed file; nil when change detection
// could not tell.
func touched(c *stacks.Changes) map[string]bool {
	if len(c.Files) == 0 && len(c.Dirty) == 0 && len(c.Stacks) == 0 {
		return nil
	}
	out := map[string]bool{}
	add := func(name string) { out[path.Dir(strings.TrimPrefix(name, "/"))] = true }
	for _, f := range c.Files {
		add(f.Path)
		if f.From != "" {
			add(f.From)
		}
	}
	for _, name := range c.Dirty {
		add(name)
	}
	return out
}

// renamed lists the files that lie elsewhere now, as git sees it.
func renamed(c *stacks.Changes) map[string]string {
	out := map[string]string{}
	for _, f := range c.Files {
		if f.From != "" && f.Status == 'R' {
			out[strings.TrimPrefix(f.From, "/")] = strings.TrimPrefix(f.Path, "/")
		}
	}
	return out
}

// renames is renamed of a base that may be none.
func (b *gitBase) renames() map[string]string {
	if b == nil {
		return nil
	}
	return b.renamed
}

// reaches tells whether a changed file may lie in one of the tree's folders.
func (b *gitBase) reaches(t *tfconfig.Tree) bool {
	if b.touched == nil || t == nil || b.touched[t.Module.Dir] || len(t.Missing) > 0 {
		return true
	}
	for _, child := range t.Children {
		if b.reaches(child) {
			return true
		}
	}
	return false
}

// tree reads a stack's files at the base, nil when it was not there. Now is
// what they say today, which is the answer when no file of theirs changed.
func (b *gitBase) tree(st *stacks.Stack, now *tfconfig.Tree) *tfconfig.Tree {
	if b == nil {
		return nil
	}
	if now != nil && !b.reaches(now) {
		return now
	}
	if info, err := fs.Stat(b.history.FS(), st.Rel()); err != nil || !info.IsDir() {
		return nil
	}
	t, _ := tfconfig.LoadTree(b.history.FS(), st.Rel()) // the base is past mending
	return t
}

// facts returns what the base tells about the set of stacks.
func (b *gitBase) facts() analyzer.History {
	if b == nil {
		return analyzer.History{}
	}
	h := b.history
	out := analyzer.History{Base: cmp.Or(h.Range.Name, h.Range.Base)}
	gone := func(st *stacks.Stack) {
		out.Gone = append(out.Gone, migration.Inspect(migration.Input{Stack: st.Path, Base: b.tree(st, nil)}))
	}
	for _, st := range h.Deleted {
		out.Deleted = append(out.Deleted, st.Path)
		gone(st)
	}
	for _, r := range h.Renamed {
		out.Renamed = append(out.Renamed, analyzer.RenamedStack{
			From: r.From.Path, To: r.To.Path, Similarity: r.Similarity, KeyMoved: r.Backend.Moved(),
		})
		gone(r.From)
	}
	for _, r := range h.Reached {
		if out.Reached == nil {
			out.Reached = map[string][]string{}
		}
		out.Reached[r.Stack.Path] = r.Globals
	}
	return out
}
