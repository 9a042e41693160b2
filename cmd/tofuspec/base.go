package main

import (
	"cmp"
	"context"
	"io/fs"

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
	return &gitBase{history: h}, nil
}

// close ends the reading of the base.
func (b *gitBase) close() {
	if b != nil {
		_ = b.history.Close() // it was only read
	}
}

// tree reads a stack's files at the base, nil when it was not there.
func (b *gitBase) tree(st *stacks.Stack) *tfconfig.Tree {
	if b == nil {
		return nil
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
		out.Gone = append(out.Gone, migration.Inspect(migration.Input{Stack: st.Path, Base: b.tree(st)}))
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
