package tfconfig

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

func (m *Module) call(b *hcl.Block, override bool) {
	c := &Call{Object: *m.block(b, exclusion{"providers": true, "source": true, "version": true})}
	if override {
		if old := m.Calls[c.Name]; old != nil {
			old.override(&c.Object)
			c = old
		}
	}
	c.Count, c.ForEach = c.Has("count"), c.Has("for_each")
	if a := c.Attrs["version"]; a != nil {
		c.Version, _ = stringOf(literal(a.Expr))
	}
	if a := c.Attrs["providers"]; a != nil {
		c.providers(a.Expr)
	}
	m.Calls[c.Name] = c
}

// settle reads the source, which in OpenTofu may be made of locals.
func (c *Call) settle(m *Module) {
	if a := c.Attrs["source"]; a != nil {
		c.Source, _ = m.EvalString(a.Expr)
	}
	c.Local = localSource(m.Dir, c.Source)
}

// assumedSource returns the folder that a local source means with variables at
// their defaults, which OpenTofu takes for a source that is no constant; else "".
func (m *Module) assumedSource(c *Call) string {
	a := c.Attrs["source"]
	if c.Source != "" || a == nil {
		return ""
	}
	v, _ := m.EvalAssuming(a.Expr)
	source, _ := stringOf(v)
	return localSource(m.Dir, source)
}

// providers reads `providers = { aws = aws.west }`.
func (c *Call) providers(e hcl.Expression) {
	pairs, _ := hcl.ExprMap(e)
	c.Providers = map[string]string{}
	for _, p := range pairs {
		inner, _ := providerKey(p.Key)
		outer, extra := providerKey(p.Value)
		if inner == "" || outer == "" {
			continue
		}
		c.Providers[inner] = outer
		c.Refs = append(c.Refs, extra...)
	}
}

// localSource returns the folder that a local module source means, or "" when
// the source is not local or leads out of the file system.
func localSource(dir, source string) string {
	if !strings.HasPrefix(source, "./") && !strings.HasPrefix(source, "../") && source != "." && source != ".." {
		return ""
	}
	p := path.Join(dir, source)
	if p == ".." || strings.HasPrefix(p, "../") {
		return ""
	}
	return p
}

func (m *Module) provider(b *hcl.Block, override bool) {
	p := &Provider{Object: *m.block(b, nil)}
	if a := p.Attrs["alias"]; a != nil {
		if p.Alias = hcl.ExprAsKeyword(a.Expr); p.Alias == "" {
			p.Alias, _ = stringOf(literal(a.Expr))
		}
	}
	p.ForEach = p.Has("for_each")
	if old := m.Providers[p.Key()]; old != nil && override {
		old.override(&p.Object)
		return
	}
	m.Providers[p.Key()] = p
}
