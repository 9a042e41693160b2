package plan

// A Plan is what one `tofu show -json PLANFILE` document says.
type Plan struct {
	FormatVersion string
	Tool          Tool   // which program made the plan, ToolUnknown when it does not tell
	Version       string // of that program, such as "1.12.6"
	Timestamp     string // RFC 3339, empty in old plans

	Changes  []*Change       // resource_changes, in document order, no-ops included when Options say so
	Drift    []*Change       // resource_drift
	Deferred []*Change       // deferred_changes
	Outputs  []*OutputChange // output_changes of the root module, sorted by name, no-ops left out
	Checks   []Check
	Actions  []Invocation // action_invocations, then deferred_action_invocations

	// Prior is what prior_state tells of existing objects, by address, when
	// Options ask.
	Prior []PriorResource
	// Config is the structure of configuration, when Options ask; nil when
	// the document has none.
	Config *Config

	// Errored tells that the plan failed half-way. It is never "no changes".
	Errored bool
	// Complete is nil when the tool does not say (OpenTofu up to 1.12).
	Complete *bool
	// Applyable is nil when the tool does not say.
	Applyable *bool
	// Partial lists the addresses of managed objects in prior_state that
	// resource_changes lacks, sorted: a targeted plan shows so in OpenTofu, and
	// so does a refresh-only one, which then lacks all of them.
	Partial []string
	// Entries is the number of entries of resource_changes, no-ops included.
	Entries int

	// ReplaceReferences has the ReplaceReferences of changes that went to
	// Options.Each, by Change.Pointer.
	ReplaceReferences map[string][]string

	// Counts counts Changes by action, as the tool's "Plan:" line does.
	Counts Counts
}

// LeavesOut tells that the plan speaks of a part of the resources only: it was
// made with -target or -exclude, or puts changes off. A refresh-only plan, which
// speaks of no change at all, is whole.
func (p *Plan) LeavesOut() bool {
	if p.Complete != nil && !p.Errored { // one that failed never is
		return !*p.Complete
	}
	return len(p.Partial) > 0 && p.Entries > 0
}

// A Tool is a program that makes plans.
type Tool string

// The tools that a plan can come from.
const (
	ToolUnknown   Tool = ""
	ToolTofu      Tool = "tofu"
	ToolTerraform Tool = "terraform"
)

// Counts is the number of changes by kind. A replacement counts in Replace,
// and also once in Add and once in Destroy as in the tool's "Plan:" line.
type Counts struct {
	Add      int `json:"add"`
	Change   int `json:"change"`
	Destroy  int `json:"destroy"`
	Replace  int `json:"replace"`
	Import   int `json:"import"`
	Move     int `json:"move"`
	Forget   int `json:"forget"`
	Read     int `json:"read"`
	NoOp     int `json:"no_op"`
	Unknown  int `json:"unknown"`
	Drift    int `json:"drift"`
	Deferred int `json:"deferred"`
	Output   int `json:"output"`
	Open     int `json:"open"` // ephemeral resources
}

// An Action is what a plan does with one object, in one word.
type Action string

// The actions. A combination that is none of the known ones is ActionUnknown,
// and Change.Actions keeps its words.
const (
	ActionNoOp    Action = "no-op"
	ActionCreate  Action = "create"
	ActionRead    Action = "read"
	ActionUpdate  Action = "update"
	ActionReplace Action = "replace" // either order, see Change.CreateFirst
	ActionDelete  Action = "delete"
	ActionForget  Action = "forget"
	// ActionForgetCreate forgets the old object and creates a new one:
	// OpenTofu's replacement under `lifecycle { destroy = false }`.
	ActionForgetCreate Action = "forget-create"
	ActionOpen         Action = "open" // ephemeral resources
	ActionUnknown      Action = "unknown"
)

// A Change is one entry of resource_changes, resource_drift or
// deferred_changes.
type Change struct {
	Address         string // as the tool writes it, keys quoted
	PreviousAddress string // set by a move, also on a no-op
	ModuleAddress   string // "" in the root module
	Mode            string // "managed", "data" or "ephemeral"
	Type            string
	Name            string
	Index           any    // nil, string or json.Number
	Provider        string // full source address
	Deposed         string // key of a deposed object, else ""

	Actions     []string // as written
	Action      Action
	CreateFirst bool   // a replacement creates before it destroys
	Reason      string // action_reason as written

	ReplacePaths []Path // attributes that force the replacement
	// ReplaceReferences are the references, such as "random_pet.vpc.id", that
	// feed the attributes in ReplacePaths, where configuration tells.
	ReplaceReferences []string

	Importing       *Importing
	GeneratedConfig bool   // the plan carries generated configuration
	Deferred        string // reason for a deferral, else ""

	// Drift tells that the entry is from resource_drift.
	Drift bool
	// Unmarked tells that the plan does not say which values are sensitive
	// (before Terraform 0.15): none of them may be shown.
	Unmarked bool

	// Changed lists the paths that differ, sorted, as deep as both sides have
	// the same shape: a list whose length changes is one path. Sensitive parts
	// are among them by path, also when only their sensitivity changes. Empty
	// for creates and deletes.
	Changed []Path
	// Sensitive lists the paths marked sensitive on either side, sorted.
	Sensitive []Path
	// Unknown lists the paths known only after apply, sorted.
	Unknown []Path

	// Before and After are the object's values, kept only when Options.Keep
	// asks for this change. Sensitive and unknown parts are markers.
	Before, After Value

	// Pointer is the JSON Pointer of the entry, such as "/resource_changes/3".
	Pointer string
}

// Moves tells whether the change gives the object a new address.
func (c *Change) Moves() bool {
	return c.PreviousAddress != "" && c.PreviousAddress != c.Address
}

// A Path is an attribute path in HCL syntax: `ingress[0].cidr_blocks`,
// `tags["kubernetes.io/name"]`.
type Path string

// Root returns the top-level attribute that the path starts with.
func (p Path) Root() string {
	for i := range len(p) {
		if p[i] == '.' || p[i] == '[' {
			return string(p[:i])
		}
	}
	return string(p)
}

// Key returns the path of an attribute or a map's key below p.
func (p Path) Key(k string) Path { return Path(appendStep([]byte(p), k)) }

// Index returns the path of a list's element below p, base 0.
func (p Path) Index(i int) Path { return Path(appendIndex([]byte(p), i)) }

// Importing is how an object comes under management.
type Importing struct {
	ID       string // empty when the provider gave an identity instead
	Identity bool
	Unknown  bool // the id is known only after apply
}

// An OutputChange is a root module output that changes.
type OutputChange struct {
	Name      string
	Action    Action
	Sensitive bool // on either side
	Unknown   bool // known only after apply, in whole or in part
	// Before and After are kept only when Options.OutputValues asks.
	Before, After Value
	Pointer       string
}

// A Check is the result of a check block or condition.
type Check struct {
	Address  string
	Kind     string
	Status   string // "pass", "fail", "error", "unknown"
	Problems int
}

// An Invocation is a provider action that the plan would run.
type Invocation struct {
	Address string
	Type    string
	Name    string
	Trigger string // address of the resource that triggers it, else ""
	Event   string // when it runs, such as "AfterCreate", else ""

	Deferred string // reason for a deferral, else ""
}

// A PriorResource is an existing object as prior_state tells of it.
type PriorResource struct {
	Address   string
	Mode      string
	Type      string
	DependsOn []string // configuration addresses, transitive
	Tainted   bool
	Deposed   string
	// Values holds the attributes that Options.KeepPrior asks for, sensitive
	// ones replaced by Sensitive.
	Values map[string]Value
}

// Config is the structure of the configuration: who refers to whom, and no
// constant.
type Config struct {
	Root      *ConfigModule
	Providers map[string]ConfigProvider // by provider_config_key
}

// A ConfigProvider is one provider configuration.
type ConfigProvider struct {
	Name, FullName, Alias, ModuleAddress string
	References                           []string
}

// A ConfigModule is one module's configuration.
type ConfigModule struct {
	Resources []ConfigResource
	Calls     map[string]*ConfigCall
	Outputs   map[string]ConfigOutput
	Variables []string // names, sorted
}

// A ConfigResource is a resource, data source or ephemeral resource block.
type ConfigResource struct {
	Address     string // within its module
	Mode        string
	Type        string
	Name        string
	ProviderKey string
	Expressions map[string][]string // attribute path without indexes -> references
	Constants   []string            // attribute paths without indexes that are written as constants, sorted
	Count       []string            // references
	ForEach     []string            // references
	DependsOn   []string
}

// A ConfigCall is a module call.
type ConfigCall struct {
	Source      string
	Expressions map[string][]string // input variable -> references
	Count       []string
	ForEach     []string
	DependsOn   []string
	Module      *ConfigModule
}

// A ConfigOutput is an output block.
type ConfigOutput struct {
	References []string
	DependsOn  []string
}
