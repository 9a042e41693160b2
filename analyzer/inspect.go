package analyzer

import (
	"path"
	"slices"

	"github.com/tofuspec/tofuspec/analyzer/catalog"
	"github.com/tofuspec/tofuspec/analyzer/depend"
	"github.com/tofuspec/tofuspec/analyzer/migration"
	"github.com/tofuspec/tofuspec/analyzer/outline"
	"github.com/tofuspec/tofuspec/analyzer/plan"
	"github.com/tofuspec/tofuspec/analyzer/risk"
	"github.com/tofuspec/tofuspec/stacks"
	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// Input is one stack as Inspect reads it.
type Input struct {
	Stack *stacks.Stack
	// Before lists the paths of the stacks that this one runs before.
	Before []string
	// Outside tells that the stack is not among those asked for.
	Outside bool

	// Plan is nil when there is none; PlanRef says why. It was read with
	// PlanOptions.
	Plan    *plan.Plan
	PlanRef PlanRef

	// Files is what the stack's folder says, nil when it cannot be read.
	Files *tfconfig.Tree
	// BaseFiles is the same at the git base, nil when there is no base or
	// the stack was not there.
	BaseFiles *tfconfig.Tree
	// Renamed are files that git takes for renamed since the base: path at
	// the base to path now, from the project's root.
	Renamed map[string]string

	// Shared are the inputs that Terramate's output sharing fills.
	Shared []depend.Shared

	Catalog *catalog.Catalog
}

// PlanOptions is what Inspect needs of a plan: the structure of everything,
// and the unmarked values of what acts.
func PlanOptions(c *catalog.Catalog) plan.Options {
	o := plan.Options{
		NoOps:     true,
		Keep:      acts,
		Prior:     true,
		KeepPrior: func(_, typ string) []string { return append([]string{"id", "arn", "name"}, c.Wants(typ)...) },
		Config:    true,
	}
	depend.Need(&o)
	return o
}

// acts tells whether a change does anything to a managed object.
func acts(c *plan.Change) bool {
	switch c.Action {
	case plan.ActionNoOp, plan.ActionRead, plan.ActionOpen:
		return c.Moves() || c.Importing != nil
	}
	return c.Mode != "data"
}

// Inspect looks at one stack alone. The plan can be dropped afterwards.
func Inspect(in Input) *Facts {
	f := &Facts{Stack: describe(in), PlanRef: in.PlanRef}
	f.Migration = migration.Inspect(migration.Input{Stack: in.Stack.Path, Plan: in.Plan, Head: in.Files, Base: in.BaseFiles, Renamed: in.Renamed})
	if in.Plan != nil {
		f.Outline = outline.Inspect(in.Plan, in.Catalog)
		if in.Files != nil {
			f.Outline.Locate(func(c *outline.Change) (string, int, int) { return declared(in.Files, c) })
		}
	}
	f.Depend = depend.Inspect(depend.Input{
		Stack:  in.Stack.Path,
		ID:     in.Stack.ID,
		Tree:   in.Files,
		Plan:   in.Plan,
		Shared: in.Shared,
	})
	f.Risk = risk.Inspect(risk.Input{Stack: in.Stack.Path, Plan: in.Plan, Tree: in.Files, Catalog: in.Catalog})
	return f
}

func describe(in Input) Stack {
	s := Stack{
		Path:        in.Stack.Path,
		Name:        in.Stack.Name,
		ID:          in.Stack.ID,
		Description: in.Stack.Description,
		Tags:        in.Stack.Tags,
		Before:      slices.Sorted(slices.Values(in.Before)),
		Outside:     in.Outside,
		File:        in.Stack.Range.Filename,
		Line:        in.Stack.Range.Start.Line,
	}
	if in.Files != nil {
		s.Configured = len(in.Files.Module.Files) > 0
		s.Backend = backend(in.Files.Module)
	}
	return s
}

// keys are the attributes that name a state within its backend, by backend
// type, most telling first.
// Source: opentofu.org/docs/language/settings/backends.
var keys = map[string][]string{
	"s3":         {"key"},
	"azurerm":    {"key"},
	"oss":        {"prefix", "key"},
	"cos":        {"prefix", "key"},
	"gcs":        {"prefix"},
	"local":      {"path"},
	"http":       {"address"},
	"consul":     {"path"},
	"kubernetes": {"secret_suffix"},
	"pg":         {"schema_name"},
}

// backend tells where a module's state lives. A module without a backend
// block keeps it in a local file, which is nil here: nothing says so.
func backend(m *tfconfig.Module) *Backend {
	switch {
	case m.Cloud != nil:
		return &Backend{Type: "cloud", File: m.Cloud.Range.Filename, Line: m.Cloud.Range.Start.Line}
	case m.Backend == nil:
		return nil
	}
	b := &Backend{Type: m.Backend.Type, File: path.Clean(m.Backend.Range.Filename), Line: m.Backend.Range.Start.Line}
	for _, name := range keys[b.Type] {
		if v, ok := m.Backend.Constant(name); ok {
			b.Key = v
			break
		}
	}
	if v, ok := m.Backend.Constant("use_lockfile"); ok && v == "true" {
		b.Lock = "use_lockfile"
	}
	if _, ok := m.Backend.Attrs["dynamodb_table"]; ok {
		b.Lock = "dynamodb_table"
	}
	return b
}
