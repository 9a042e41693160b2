package specgen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/document"
	"github.com/tofuspec/tofuspec/specgen/escape"
	"github.com/tofuspec/tofuspec/specgen/render"
)

// foldedBudget is how many bytes the folded list of all changes may take.
const foldedBudget = 40_000

// Fragments renders the report into the text of each slot. A slot that the
// report has nothing to say of is absent, so that the template's text stays.
func Fragments(r *analyzer.Report, h Header) map[document.Slot]string {
	f := h.fragments()
	f[document.Summary] = render.Summary(r)
	f[document.Changes] = render.ChangesTable(r)
	f[document.ChangesText] = paragraphs(render.Unchanged(r), render.Drifted(r), render.AllChanges(r, foldedBudget))
	f[document.Entities] = render.KeyEntities(r)
	f[document.Backend], f[document.StateLock] = backends(r)
	f[document.Migration] = render.Migration(r)
	f[document.References] = references(r, h.Dir)
	impact(f, r)
	checklist(f, r)
	costs(f, r, h)
	scanned(f, r, h.Findings)
	for slot, text := range f {
		if text == "" && !mayBeEmpty[slot] {
			delete(f, slot)
			continue
		}
		f[slot] = wrap(text, labelled[slot])
	}
	return f
}

// labelled is the room that a slot's label takes in the built-in template.
var labelled = map[document.Slot]int{
	document.Migration:  len("- **Migration Required**: "),
	document.References: len("- Existing stack reference: "),
}

// mayBeEmpty are the slots in which nothing to say takes away what was said
// before.
var mayBeEmpty = map[document.Slot]bool{
	document.ChangesText:    true,
	document.CostText:       true,
	document.Clarifications: true,
	document.Apply:          true,
	document.HintPrivilege:  true, document.HintExposure: true, document.HintAtRest: true,
	document.HintInTransit: true, document.HintLogging: true, document.HintState: true,
	document.HintMonitoring: true, document.HintRecovery: true, document.HintRollback: true,
	document.HintScanner: true, document.HintValidate: true, document.HintPreview: true,
	document.HintCost: true, document.HintIdempotence: true,
}

// impact adds what the graph and the judgement fill.
func impact(f map[document.Slot]string, r *analyzer.Report) {
	f[document.BlastRadius] = render.BlastRadius(r)
	f[document.RollbackComplexity] = render.RollbackComplexity(r)
	f[document.Downtime] = render.DowntimeRequired(r)
	f[document.Clarifications] = render.Clarifications(r)
	f[document.Diagram] = render.DiagramBlock(r)
	f[document.Prerequisites] = render.Prerequisites(r)
	f[document.Dependents] = render.DependentSystems(r)
	f[document.Apply] = render.ApplyOrder(r)
	f[document.Rollback] = render.RollbackPlan(r)
	f[document.HintPrivilege] = render.Hints(r, "least privilege")
	f[document.HintExposure] = render.Hints(r, "public")
	f[document.HintAtRest] = render.Hints(r, "encryption")
	f[document.HintInTransit] = render.Hints(r, "in transit")
	f[document.HintLogging] = render.Hints(r, "logging")
	f[document.HintRecovery] = render.Hints(r, "recovery")
}

// paragraphs joins the blocks that say something.
func paragraphs(blocks ...string) string {
	return strings.Join(slices.DeleteFunc(blocks, func(b string) bool { return b == "" }), "\n\n")
}

// lockNames are the lock mechanisms as a person names them.
var lockNames = map[string]string{
	"use_lockfile":   "S3 lockfile (`use_lockfile`, existing)",
	"dynamodb_table": "DynamoDB (`dynamodb_table`, existing)",
}

// backendNames are the backends whose name is more than the type in capitals.
var backendNames = map[string]string{
	"s3": "S3", "gcs": "Google Cloud Storage", "azurerm": "Azure Blob Storage", "http": "HTTP", "pg": "PostgreSQL",
	"kubernetes": "Kubernetes secret", "consul": "Consul", "cos": "Tencent COS", "oss": "Alibaba OSS",
	"local": "Local file", "remote": "Remote", "cloud": "HCP Terraform",
}

// unread stands where no file says which backend there is.
const unread = "not known: no configuration was read"

// backends says what the stacks' own backend blocks say.
func backends(r *analyzer.Report) (backend, lock string) {
	types, locks := map[string][]string{}, map[string][]string{}
	keys := map[string]bool{}
	for _, s := range r.Stacks {
		b := s.Stack.Backend
		if b == nil {
			kind, l := "none written, so a local file", "the local file's own (no backend is written)"
			if !s.Stack.Configured {
				kind, l = unread, unread
			}
			types[kind] = append(types[kind], s.Stack.Path)
			locks[l] = append(locks[l], s.Stack.Path)
			continue
		}
		name := backendNames[b.Type]
		if name == "" {
			name = escape.Text(b.Type)
		}
		types[name+" (existing)"] = append(types[name+" (existing)"], s.Stack.Path)
		if b.Key != "" {
			keys[b.Key] = true
		}
		l := lockNames[b.Lock]
		if l == "" {
			l = "the backend's own (" + name + " has no lock setting here)"
		}
		locks[l] = append(locks[l], s.Stack.Path)
	}
	backend = spread(types, len(r.Stacks))
	if len(keys) == len(r.Stacks) && len(keys) > 1 && len(types) == 1 {
		backend += ", one key per stack"
	}
	return backend, spread(locks, len(r.Stacks))
}

// spread says which stacks hold what: one phrase when all agree, else the most
// common first with the others by name.
func spread(by map[string][]string, all int) string {
	names := make([]string, 0, len(by))
	for n := range by {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := len(by[b]) - len(by[a]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var out []string
	for i, n := range names {
		switch {
		case len(by[n]) == all:
			out = append(out, n)
		case i == 0 && len(by[n]) > 3:
			out = append(out, fmt.Sprintf("%s in %d stacks", n, len(by[n])))
		default:
			var stacks []string
			for _, p := range by[n] {
				stacks = append(stacks, escape.Code(strings.TrimPrefix(p, "/")))
			}
			out = append(out, n+" in "+strings.Join(stacks, ", "))
		}
	}
	return strings.Join(out, "; ")
}
