package stacks

import (
	"crypto/md5" //nolint:gosec // names a folder as Terramate does, and guards nothing
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// definition returns what a source defines, or nil.
func (b *bundler) definition(source string, at hcl.Range) *hclsyntax.Body {
	dir := b.folder(source, "bundles", at)
	if dir == "" {
		return nil
	}
	for _, block := range b.w.folders[dir].define {
		for _, sub := range block.Body.Blocks {
			if sub.Type == "bundle" {
				return sub.Body
			}
		}
	}
	b.fail(at, "The source %q is not a bundle definition.", source)
	return nil
}

// folder returns the folder of a source, loaded, or "". Kind is the folder of
// .terramate that packages of its kind are installed in.
func (b *bundler) folder(source, kind string, at hcl.Range) string {
	dir := path.Clean(source)
	if !path.IsAbs(source) {
		if dir = installed(source, kind); dir == "" || !b.load(dir) {
			b.fail(at, "The package %q is not in this project's .terramate folder. Running `terramate generate` downloads it.", source)
			return ""
		}
	} else if b.w.folders[dir] == nil && !b.load(dir) {
		b.fail(at, "The source %q could not be loaded.", source)
		return ""
	}
	return dir
}

// schemas reads the schemas that a definition uses, and tells whether all could
// be read.
func (b *bundler) schemas(define *hclsyntax.Body, scope *eval.Scope) (eval.Schemas, bool) {
	out := eval.Schemas{}
	before := len(b.diags)
	for _, uses := range define.Blocks {
		if uses.Type != "uses" || len(uses.Labels) < 2 {
			continue
		}
		expr := uses.Body.Attributes["source"].Expr
		source, diags := scope.String(expr)
		if diags.HasErrors() {
			b.diags = append(b.diags, diags...)
			continue
		}
		dir := b.folder(source, "schemas", expr.Range())
		if dir == "" {
			continue
		}
		found := false
		for _, block := range b.w.folders[dir].define {
			for _, sub := range block.Body.Blocks {
				if sub.Type == "schema" {
					found = true
					b.diags = append(b.diags, scope.AddSchema(out, uses.Labels[1], sub)...)
				}
			}
		}
		if !found {
			b.fail(expr.Range(), "The source %q defines no schemas.", source)
		}
	}
	return out, len(b.diags) == before
}

// load reads a folder that the walk passed over.
func (b *bundler) load(dir string) bool {
	before := len(b.w.diags)
	f, _ := b.w.list(dir)
	if f == nil {
		b.w.diags = b.w.diags[:before]
		return false
	}
	delete(b.w.folders, dir) // It is no part of the tree.
	b.w.read(f)
	b.w.stacks = slices.DeleteFunc(b.w.stacks, func(s *Stack) bool { return s == f.stack })
	b.w.folders[dir] = &folder{path: dir, skipped: true, define: f.define}
	return true
}

// packageVersion is what Terramate writes in place of a package's version when it names
// the package's folder.
// Source: generate/resolve/resolver.go in terramate 0.17.2.
const packageVersion = "TODO"

// installed returns the folder that Terramate installs a package of GitHub or
// any other git host into, or "".
func installed(source, kind string) string {
	rest, query, _ := strings.Cut(source, "?")
	if query != "" {
		query = "?" + query
	}
	scheme := ""
	if i := strings.Index(rest, "://"); i >= 0 {
		scheme, rest = rest[:i+3], rest[i+3:]
	}
	base, sub, _ := strings.Cut(rest, "//")
	switch {
	case strings.HasPrefix(scheme, "git::"):
	case scheme == "" && strings.HasPrefix(base, "github.com/"):
		parts := strings.SplitN(base, "/", 4)
		if len(parts) < 3 {
			return ""
		}
		scheme, base = "git::https://", strings.TrimSuffix(strings.Join(parts[:3], "/"), ".git")+".git"
	default:
		return ""
	}
	sum := md5.Sum([]byte(scheme + base + query + sub + packageVersion)) //nolint:gosec // see the import
	return "/.terramate/" + kind + "/" + hex.EncodeToString(sum[:])
}
