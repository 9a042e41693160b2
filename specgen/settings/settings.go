package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/stacks/hclbody"
	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// FileName is the file's name, at the project's root.
const FileName = ".tofuspec.hcl"

// maxSize is how much of a file is read, in bytes.
const maxSize = 1 << 20

// Settings is what a .tofuspec.hcl says. The zero value, but for Catalog, is
// what holds without one.
type Settings struct {
	Spec  Spec
	Check Check
	// Catalog is the embedded catalog, with the file's resource_type blocks
	// over it. Never nil.
	Catalog *catalog.Catalog
	// Source is the file's text, for excerpts in messages; nil without one.
	Source []byte
}

// Spec is the `spec` block: where specs come from and go to.
type Spec struct {
	Template string   // path from the project's root
	Folders  []string // folders of specs, the first is where new ones go
	// Aliases are further headings and labels by which a slot is found:
	// slot name to texts.
	Aliases map[string][]string
}

// Check is the `check` block: what the gate fails on.
type Check struct {
	FailOn     []string
	Rules      []Rule
	Exceptions []Exception
}

// A Rule replaces fail_on for the stacks that its label selects: a stack path
// such as "/opentofu/network" (and the stacks below it), or "tag:prod".
type Rule struct {
	Stacks string
	FailOn []string
	Range  hcl.Range
}

// An Exception accepts what a threshold would fail on, until a day.
type Exception struct {
	Threshold string
	Stack     string
	Address   string
	Reason    string
	Expires   string // YYYY-MM-DD, the last day on which it holds
	Range     hcl.Range
}

// Load reads FileName in root. A missing file is not an error.
func Load(root fs.FS) (*Settings, hcl.Diagnostics) {
	file, err := root.Open(FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return &Settings{Catalog: catalog.Default()}, nil
	}
	if err != nil {
		return &Settings{Catalog: catalog.Default()}, unreadable(err.Error())
	}
	defer file.Close() //nolint:errcheck // read only
	src, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	switch {
	case err != nil:
		return &Settings{Catalog: catalog.Default()}, unreadable(err.Error())
	case len(src) > maxSize:
		return &Settings{Catalog: catalog.Default()}, unreadable(fmt.Sprintf("it is larger than %d bytes", maxSize))
	}
	return Parse(src, FileName)
}

func unreadable(why string) hcl.Diagnostics {
	return hcl.Diagnostics{{
		Severity: hcl.DiagError,
		Summary:  "Settings not readable",
		Detail:   FileName + " could not be read: " + why + ".",
	}}
}

var schema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "spec"},
	{Type: "check"},
	{Type: "resource_type", LabelNames: []string{"type"}},
}}

// Parse decodes the content of a settings file. The result is never nil, and
// holds every block that could be read.
func Parse(src []byte, filename string) (*Settings, hcl.Diagnostics) {
	s := &Settings{Catalog: catalog.Default(), Source: src}
	parsed, diags := safehcl.Parse(src, filename)
	if parsed == nil || parsed.Body == nil {
		return s, diags
	}
	content, d := parsed.Body.Content(schema)
	diags = append(diags, d...)
	if content == nil {
		return s, diags
	}
	blocks := content.Blocks.ByType()
	if b := single(blocks["spec"], &diags); b != nil {
		diags = append(diags, s.Spec.read(b.Body)...)
		diags = append(diags, unknownSlots(s.Spec.Aliases, &b.DefRange)...)
	}
	if b := single(blocks["check"], &diags); b != nil {
		diags = append(diags, s.Check.read(b.Body)...)
	}
	own, d := catalog.With(blocks["resource_type"])
	diags = append(diags, d...)
	s.Catalog = own
	return s, diags
}

// unknownSlots reports the keys of aliases that are the name of no slot.
func unknownSlots(aliases map[string][]string, at *hcl.Range) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, key := range slices.Sorted(maps.Keys(aliases)) {
		if _, ok := document.Resolve(key); ok {
			continue
		}
		var names []string
		for _, n := range document.Names() {
			names = append(names, string(n))
		}
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Unknown slot", Subject: at,
			Detail: fmt.Sprintf("spec.aliases has the key %q, which is the name of no slot. The slots are %s.", key, strings.Join(names, ", ")),
		})
	}
	return diags
}

// single returns the only block of a kind, and reports the ones after it.
func single(blocks hcl.Blocks, diags *hcl.Diagnostics) *hcl.Block {
	if len(blocks) == 0 {
		return nil
	}
	for _, b := range blocks[1:] {
		*diags = append(*diags, &hcl.Diagnostic{
			Severity: hcl.DiagError,
			Summary:  "Duplicate block",
			Detail:   fmt.Sprintf("There is one %s block already, at %s.", b.Type, blocks[0].DefRange),
			Subject:  &b.DefRange,
		})
	}
	return blocks[0]
}

func (s *Spec) read(body hcl.Body) hcl.Diagnostics {
	_, diags := hclbody.Decode(body, hclbody.Schema{
		Optional: map[string]any{"template": &s.Template, "folders": &s.Folders, "aliases": &s.Aliases},
	})
	return diags
}

func (c *Check) read(body hcl.Body) hcl.Diagnostics {
	content, diags := hclbody.Decode(body, hclbody.Schema{
		Optional: map[string]any{"fail_on": &c.FailOn},
		Blocks:   []hcl.BlockHeaderSchema{{Type: "rule", LabelNames: []string{"stacks"}}, {Type: "exception", LabelNames: []string{"threshold"}}},
	})
	for _, b := range content.Blocks {
		var more hcl.Diagnostics
		switch b.Type {
		case "rule":
			r := Rule{Stacks: b.Labels[0], Range: b.DefRange}
			_, more = hclbody.Decode(b.Body, hclbody.Schema{Required: map[string]any{"fail_on": &r.FailOn}})
			c.Rules = append(c.Rules, r)
		case "exception":
			e := Exception{Threshold: b.Labels[0], Range: b.DefRange}
			_, more = hclbody.Decode(b.Body, hclbody.Schema{
				Required: map[string]any{"reason": &e.Reason, "expires": &e.Expires},
				Optional: map[string]any{"stack": &e.Stack, "address": &e.Address},
			})
			c.Exceptions = append(c.Exceptions, e)
		}
		diags = append(diags, more...)
	}
	return diags
}
