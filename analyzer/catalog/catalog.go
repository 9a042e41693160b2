package catalog

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

//go:embed data
var embedded embed.FS

// A Catalog answers what is known of a resource type. It is safe for use by
// several goroutines.
type Catalog struct {
	rows      fs.FS
	overrides *shelf

	mu      sync.Mutex
	shelves map[string]*shelf // by provider
	facts   map[string]Fact   // answers given so far
}

// Default returns the embedded catalog. It reads nothing until it is asked.
func Default() *Catalog {
	rows, err := fs.Sub(embedded, "data")
	if err != nil { // the folder is embedded by this very file
		panic(err)
	}
	return &Catalog{rows: rows}
}

// With returns the embedded catalog with a repository's own resource_type
// blocks over it. What a block does not write keeps the embedded value. The
// diagnostics tell of blocks that are not as they should be; those are left
// out.
func With(blocks hcl.Blocks) (*Catalog, hcl.Diagnostics) {
	c := Default()
	own := newShelf()
	var diags hcl.Diagnostics
	for _, b := range blocks {
		if before, ok := own.blocks[b.Labels[0]]; ok {
			diags = append(diags, duplicate(b, before.parse()))
			continue
		}
		_, d := decode(b, c.embedded(strings.TrimSuffix(b.Labels[0], "*")))
		diags = append(diags, d...)
		if !d.HasErrors() {
			own.add(b)
		}
	}
	if len(own.blocks) > 0 {
		c = Default()
		c.overrides = own
	}
	return c, diags
}

// Lookup returns what is known of a type: its own row, else the row of the
// longest prefix, else a name made from the type.
func (c *Catalog) Lookup(typ string) Fact {
	c.mu.Lock()
	defer c.mu.Unlock()
	if f, ok := c.facts[typ]; ok {
		return f
	}
	f := c.lookup(typ)
	if c.facts == nil {
		c.facts = map[string]Fact{}
	}
	c.facts[typ] = f
	return f
}

func (c *Catalog) lookup(typ string) Fact {
	f := c.embedded(typ)
	if c.overrides == nil {
		return f
	}
	// The overrides were decoded once already, so that they hold no error.
	if b := c.overrides.exact(typ); b != nil {
		f, _ = decode(b, f)
		f.Type, f.Match = typ, MatchExact
	} else if b := c.overrides.prefix(typ); b != nil && f.Match != MatchExact {
		f = c.family(typ, b)
	}
	return f
}

// embedded answers from the embedded rows alone.
func (c *Catalog) embedded(typ string) Fact {
	s := c.shelf(provider(typ))
	if b := s.exact(typ); b != nil {
		f, _ := decode(b, Fact{})
		f.Type, f.Match = typ, MatchExact
		if f.Docs == "" {
			f.Docs = s.page(b.Labels[0])
		}
		return f
	}
	if b := s.prefix(typ); b != nil {
		return c.family(typ, b)
	}
	f := Fact{Type: typ, Match: MatchDerived, Category: Other, Docs: s.page(typ)}
	f.Singular = vocabulary().name(typ)
	f.Plural = plural(f.Singular)
	return f
}

// family makes a fact from a prefix row: its name stands before what the type
// adds to the prefix. Cost and state are not inherited, since a family's
// members differ in those.
func (c *Catalog) family(typ string, b *hcl.Block) Fact {
	row, _ := decode(b, Fact{})
	f := Fact{
		Type: typ, Match: MatchPrefix, Row: row.Row, File: row.File, Line: row.Line,
		Category: row.Category, Criticality: row.Criticality, Docs: row.Docs,
	}
	rest := strings.TrimPrefix(typ, strings.TrimSuffix(b.Labels[0], "*"))
	f.Singular = join(row.Singular, vocabulary().ending(rest))
	f.Plural = plural(f.Singular)
	if f.Docs == "" {
		f.Docs = c.shelf(provider(typ)).page(typ)
	}
	return f
}

// Types returns every type that the embedded catalog has a row for, in no
// order, aliases included and families left out.
func (c *Catalog) Types() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	dirs, _ := fs.ReadDir(c.rows, ".")
	var out []string
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		for label := range c.shelf(d.Name()).blocks {
			if !strings.HasSuffix(label, "*") {
				out = append(out, label)
			}
		}
	}
	return out
}

// Check decodes every embedded row and tells what is wrong with which, by
// file and line.
func (c *Catalog) Check() hcl.Diagnostics {
	c.mu.Lock()
	defer c.mu.Unlock()
	dirs, err := fs.ReadDir(c.rows, ".")
	if err != nil {
		return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Catalog not readable", Detail: err.Error()}}
	}
	var diags hcl.Diagnostics
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		s := c.shelf(d.Name())
		diags = append(diags, s.diags...)
		for label, one := range s.blocks {
			if label != one.label {
				continue
			}
			_, bad := decode(one.parse(), Fact{})
			diags = append(append(diags, one.diags...), bad...)
		}
	}
	return diags
}

// provider returns the part of a type that names its provider.
func provider(typ string) string {
	name, _, _ := strings.Cut(typ, "_")
	return name
}

// shelf reads a provider's files, once.
func (c *Catalog) shelf(name string) *shelf {
	if s, ok := c.shelves[name]; ok {
		return s
	}
	s := newShelf()
	s.read(c.rows, name)
	if c.shelves == nil {
		c.shelves = map[string]*shelf{}
	}
	c.shelves[name] = s
	return s
}
