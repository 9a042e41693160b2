package document

import "sync"

// A Slot names a place in a spec that the tool can fill.
type Slot string

// The slots. Inline slots take one line of Markdown; the shape of the others
// is said with them.
const (
	Title   Slot = "title"        // the change's name in the first heading
	SpecID  Slot = "spec-id"      // "SPEC-0007"
	Issue   Slot = "issue"        // a link to the issue
	Status  Slot = "status"       // "Draft"
	Author  Slot = "author"       // a person's name
	Created Slot = "created"      // a date, written once
	Updated Slot = "last-updated" // a date, written only when something else is

	Summary Slot = "summary" // one or more paragraphs

	BlastRadius        Slot = "blast-radius"
	RollbackComplexity Slot = "rollback-complexity"
	Downtime           Slot = "downtime"
	CostLine           Slot = "cost-line"

	// Clarifications is a list with an item a question. Each item is kept
	// track of by itself: see Fill.
	Clarifications Slot = "clarifications"

	Diagram     Slot = "diagram"      // a fenced block
	Changes     Slot = "changes"      // a table with header: Stack, Action, Resources Affected
	ChangesText Slot = "changes-text" // blocks below that table

	Backend   Slot = "backend"
	StateLock Slot = "state-lock"
	// Migration is one line, and any blocks after it: a list item's content,
	// not indented.
	Migration Slot = "migration"

	Entities      Slot = "key-entities"      // a list
	Prerequisites Slot = "prerequisites"     // a list, of tasks as a rule
	Dependents    Slot = "dependent-systems" // a list, of tasks as a rule
	Apply         Slot = "apply"             // blocks below the list of Phase 2
	Rollback      Slot = "rollback-plan"     // an ordered list
	CostTable     Slot = "cost-table"        // a table with header: Resource, Monthly Cost, Notes
	CostText      Slot = "cost-text"         // blocks below that table
	References    Slot = "references"        // links to the changed stacks, in one line
)

// The hint slots: a list, whose items go under the checklist's item that
// speaks of the same thing. Each item is kept track of by itself.
const (
	HintPrivilege   Slot = "hint-least-privilege"
	HintExposure    Slot = "hint-public-endpoints"
	HintAtRest      Slot = "hint-encryption-at-rest"
	HintInTransit   Slot = "hint-encryption-in-transit"
	HintLogging     Slot = "hint-audit-logging"
	HintState       Slot = "hint-state"
	HintMonitoring  Slot = "hint-monitoring"
	HintRecovery    Slot = "hint-disaster-recovery"
	HintRollback    Slot = "hint-rollback"
	HintScanner     Slot = "hint-scanner"
	HintValidate    Slot = "hint-validate"
	HintPreview     Slot = "hint-preview"
	HintCost        Slot = "hint-cost"
	HintIdempotence Slot = "hint-idempotence"
)

// A shape is how a slot's text lies in the document.
type shape int

const (
	inline    shape = iota // a value in a line, or a cell
	multiline              // an inline value that may be followed by blocks
	blocks                 // whole blocks of a section
	below                  // whole blocks of a section, below what it holds
	fence                  // one fenced block
	rows                   // a table's body
	items                  // a list's items
	questions              // a list whose items are kept track of one by one
	hint                   // items under an item
)

// A definition tells how a slot is recognised.
type definition struct {
	slot  Slot
	shape shape
	// labels are names of a value: before a colon, or in the first cell of
	// a row.
	labels []string
	// headings are names of a section whose text the slot is.
	headings []string
	// columns are the header cells that tell a table; for rows.
	columns []column
	// words are sets of words; an item of a checklist that holds all words
	// of one set is the one; for hints. The first aliased ones are the
	// repository's own, which count in any list.
	words   []string
	aliased int
}

// A column is a table's column by the names that people give it.
type column struct {
	key   string
	names []string
}

// stackColumns and costColumns are in the order of the generated table.
var (
	stackColumns = []column{
		{"stack", []string{"stack", "stacks", "component", "module", "path", "folder", "directory", "unit", "layer"}},
		{"action", []string{"action", "actions", "change", "change type", "type", "operation", "type of change"}},
		{"resources affected", []string{"resources affected", "affected resources", "resources", "resource", "details", "description", "what changes", "what", "impact"}},
	}
	costColumns = []column{
		{"resource", []string{"resource", "resources", "item", "component", "service", "what"}},
		{"monthly cost", []string{"monthly cost", "cost", "monthly", "cost month", "monthly delta", "delta", "estimated cost", "per month", "usd month", "monthly change", "amount", "price"}},
		{"notes", []string{"notes", "note", "comment", "comments", "remarks", "details", "assumptions"}},
	}
)

// definitions is in the order in which slots claim their places.
var definitions = []definition{
	{slot: Title, shape: inline, labels: []string{"title", "change title", "name of the change", "change name", "title of the change"}},
	{slot: SpecID, shape: inline, labels: []string{"spec id", "spec", "id", "spec number", "number", "spec no", "rfc", "adr", "change id", "change number"}},
	{slot: Issue, shape: inline, labels: []string{"github issue", "gitlab issue", "issue", "tracking issue", "ticket", "issue link", "tracking", "jira", "jira issue", "jira ticket", "related issue", "github issue s", "linked issue", "issue number"}},
	{slot: Status, shape: inline, labels: []string{"status", "state"}},
	{slot: Author, shape: inline, labels: []string{"author", "authors", "owner", "written by", "author s", "requester", "requested by", "proposer", "proposed by", "submitter", "submitted by", "created by", "reporter"}},
	{slot: Created, shape: inline, labels: []string{"created", "date", "created on", "date created", "creation date", "start date", "submitted", "submitted on", "requested on", "request date", "created at", "date of request"}},
	{slot: Updated, shape: inline, labels: []string{"last updated", "updated", "last modified", "date updated", "updated on", "last update", "modified", "last modified on"}},
	{slot: BlastRadius, shape: inline, labels: []string{"blast radius", "impact radius", "scope of impact"}, headings: []string{"blast radius", "impact radius", "scope of impact"}},
	{slot: RollbackComplexity, shape: inline, labels: []string{"rollback complexity", "rollback difficulty", "reversibility", "rollback effort", "ease of rollback"}, headings: []string{"rollback complexity", "reversibility"}},
	{slot: Downtime, shape: inline, labels: []string{"downtime required", "downtime", "expected downtime", "outage", "expected outage", "outage required", "service interruption", "planned downtime"}, headings: []string{"downtime required", "downtime", "expected downtime", "expected outage", "outage", "service interruption", "planned downtime", "downtime and outage"}},
	{slot: CostLine, shape: inline, labels: []string{"cost impact", "cost", "monthly cost impact", "cost change", "cost estimate", "estimated cost", "monthly cost", "cost delta", "cost per month"}},
	{slot: Backend, shape: inline, labels: []string{"backend", "state backend", "remote state"}},
	{slot: StateLock, shape: inline, labels: []string{"state lock", "state locking", "lock", "locking"}},
	{slot: Migration, shape: multiline, labels: []string{"migration required", "state migration required", "state migration", "migration"}, headings: []string{"migration required", "state migration", "migration", "state migration required", "state moves", "state changes"}},
	{slot: References, shape: multiline, labels: []string{"existing stack reference", "existing stack references", "existing stack", "existing stacks", "stack reference", "stack references", "changed stacks", "stacks"}},
	{slot: Summary, shape: blocks, headings: []string{"summary", "overview", "abstract", "tl dr", "tldr", "change summary", "executive summary", "what changes", "change description", "description of change", "description of the change", "summary of change", "summary of changes", "summary of the change", "what is the change", "what is changing", "what does this change do", "what does this pr do", "description"}},
	{slot: Diagram, shape: fence, headings: []string{"architecture diagram", "diagram", "architecture", "component diagram", "stack diagram", "architecture overview", "infrastructure diagram", "topology"}},
	{slot: Changes, shape: rows, columns: stackColumns, headings: []string{"opentofu terramate changes", "opentofu changes", "terraform changes", "terramate changes", "infrastructure changes", "stack changes", "planned changes", "changes", "affected stacks", "infrastructure change", "terraform opentofu changes", "changes by stack", "changed stacks", "terraform plan summary", "plan summary"}},
	{slot: CostTable, shape: rows, columns: costColumns, headings: []string{"cost impact", "cost", "costs", "cost estimate", "cost analysis", "monthly cost", "cost changes", "cost delta", "costs per month", "monthly costs", "finops"}},
	{slot: Clarifications, shape: questions, headings: []string{"open clarifications", "open questions", "clarifications", "questions", "clarifications needed", "unresolved questions", "outstanding questions", "open issues", "open points", "to be clarified"}},
	{slot: Entities, shape: items, headings: []string{"key entities", "entities", "main resources", "key resources", "key resources affected"}},
	{slot: Prerequisites, shape: items, headings: []string{"prerequisites", "prerequisite", "preconditions", "requirements before apply", "pre requisites", "before you apply"}},
	{slot: Dependents, shape: items, headings: []string{"dependent systems", "dependents", "affected systems", "downstream", "downstream systems", "impacted systems", "affected services", "impacted services", "services affected", "services hit", "which services will be hit", "which services are affected", "dependent services", "dependent stacks", "downstream dependencies"}},
	{slot: Rollback, shape: items, headings: []string{"rollback plan", "rollback", "rollback steps", "rollback procedure", "backout plan", "recovery plan", "roll back", "rollback strategy", "back out plan", "back out", "backout", "backout procedure", "roll back plan", "rolling back", "how to roll back", "revert plan", "reverting"}},
	{slot: ChangesText, shape: below, headings: []string{"opentofu terramate changes", "opentofu changes", "terraform changes", "terramate changes", "infrastructure changes", "stack changes", "planned changes", "changes", "affected stacks", "infrastructure change", "terraform opentofu changes", "changes by stack", "changed stacks", "terraform plan summary", "plan summary"}},
	{slot: CostText, shape: below, headings: []string{"cost impact", "cost", "costs", "cost estimate", "cost analysis", "monthly cost", "cost changes", "cost delta", "costs per month", "monthly costs", "finops"}},
	{slot: Apply, shape: below, headings: []string{"phase 2 apply", "apply", "apply order", "deployment", "rollout", "rollout plan", "deployment plan", "deploy", "apply plan", "order of apply", "deployment order", "deployment steps", "roll out", "roll out plan", "release plan"}},
	{slot: HintPrivilege, shape: hint, words: []string{"least privilege", "iam policies", "iam permissions"}},
	{slot: HintExposure, shape: hint, words: []string{"public endpoints", "public endpoint", "publicly", "public access", "exposed"}},
	{slot: HintAtRest, shape: hint, words: []string{"at rest"}},
	{slot: HintInTransit, shape: hint, words: []string{"in transit", "tls"}},
	{slot: HintLogging, shape: hint, words: []string{"audit logging", "audit log", "audit logs", "logging"}},
	{slot: HintState, shape: hint, words: []string{"state management", "state migration", "state is"}},
	{slot: HintMonitoring, shape: hint, words: []string{"monitoring", "alerting"}},
	{slot: HintRecovery, shape: hint, words: []string{"disaster recovery", "backups", "backup"}},
	{slot: HintRollback, shape: hint, words: []string{"rollback plan", "rollback"}},
	{slot: HintScanner, shape: hint, words: []string{"trivy", "checkov", "security scan", "scanner", "tfsec"}},
	{slot: HintValidate, shape: hint, words: []string{"tofu validate", "terraform validate", "validate"}},
	{slot: HintPreview, shape: hint, words: []string{"shows expected changes", "plan reviewed", "plan output", "expected changes"}},
	{slot: HintCost, shape: hint, words: []string{"cost estimate", "cost impact", "cost"}},
	{slot: HintIdempotence, shape: hint, words: []string{"idempotent"}},
}

// Names lists all slots, in the order of a spec.
func Names() []Slot {
	out := make([]Slot, len(definitions))
	for i, d := range definitions {
		out[i] = d.slot
	}
	return out
}

// ranks is where each slot stands in Names.
var ranks = sync.OnceValue(func() map[Slot]int {
	out := map[Slot]int{}
	for i, s := range Names() {
		out[s] = i
	}
	return out
})

// headed returns the names of all headings that a slot is known by.
func headed(defs []definition) map[string]bool {
	if len(defs) > 0 && &defs[0] == &definitions[0] {
		return knownHeadings()
	}
	return headingsOf(defs)
}

var knownHeadings = sync.OnceValue(func() map[string]bool { return headingsOf(definitions) })

func headingsOf(defs []definition) map[string]bool {
	out := map[string]bool{}
	for _, d := range defs {
		for _, n := range d.headings {
			out[n] = true
		}
	}
	return out
}

// Aliases are further names of slots: of a label, a heading or, for a hint, a
// checklist's item. A key is a slot, or the slot's name in the seed template
// ("Open Clarifications").
type Aliases map[string][]string

// Resolve returns the slot that a key of Aliases stands for.
func Resolve(key string) (Slot, bool) {
	want := normal(key)
	for _, d := range definitions {
		if string(d.slot) == key || normal(string(d.slot)) == want {
			return d.slot, true
		}
	}
	for _, d := range definitions {
		if len(d.headings) > 0 && d.headings[0] == want {
			return d.slot, true
		}
	}
	for _, d := range definitions {
		if len(d.labels) > 0 && d.labels[0] == want {
			return d.slot, true
		}
	}
	return "", false
}

// with returns the definitions with the aliases' names before their own.
// Slots that share a heading share its aliases.
func (a Aliases) with() []definition {
	if len(a) == 0 {
		return definitions
	}
	out := make([]definition, len(definitions))
	copy(out, definitions)
	for key, names := range a {
		slot, ok := Resolve(key)
		if !ok {
			continue
		}
		first := ""
		for _, d := range definitions {
			if d.slot == slot && len(d.headings) > 0 {
				first = d.headings[0]
			}
		}
		var more []string
		for _, n := range names {
			more = append(more, normal(n))
		}
		for i, d := range out {
			switch {
			case d.slot == slot && d.shape == hint:
				out[i].words, out[i].aliased = append(append([]string{}, more...), d.words...), len(more)
			case d.slot == slot:
				out[i].labels = append(append([]string{}, more...), d.labels...)
				out[i].headings = append(append([]string{}, more...), d.headings...)
			case first != "" && len(d.headings) > 0 && d.headings[0] == first:
				out[i].headings = append(append([]string{}, more...), d.headings...)
			}
		}
	}
	return out
}
