package catalog

// A Fact is what the catalog knows of one resource type.
type Fact struct {
	Type  string // the type that was looked up
	Match Match  // how it was found
	Row   string // label of the row that it comes from, such as "aws_vpc" or "aws_vpc_*"; empty when derived

	Singular string // "IAM role"
	Plural   string // "IAM roles"
	Summary  string // what it is for, without article and full stop: "way out to the internet for private subnets"

	Category    Category
	Criticality Criticality
	// Stateful tells that the object keeps data that only it has.
	Stateful bool
	// Part tells that the object is a detail of another one, such as an
	// association or an attachment: it ranks below what it belongs to.
	Part bool
	// Billed tells that the object costs money by merely existing.
	Billed bool

	// Destroy and Replace are what it costs to destroy or replace an object.
	// Both are empty when the row says that it costs nothing, and when there
	// is no row: Match tells these apart.
	Destroy, Replace Toll

	Protections []Protection
	// Telling are attributes whose values may be shown to a person when they
	// change, as long as they are not sensitive.
	Telling []Telling
	// Label are attribute paths that hold an object's name, best first. Only
	// set where the name says more than the address does.
	Label []string
	// Variant is an attribute whose value is said before the name, such as
	// load_balancer_type: "network load balancer". Empty for most types.
	Variant string

	Docs string // the documentation page that says so
	File string // catalog file and line of the row, for messages
	Line int
}

// Match is how a type was found.
type Match string

// The ways to find a type, surest first.
const (
	MatchExact   Match = "exact"   // a row names the type
	MatchPrefix  Match = "prefix"  // a row names the type's family: criticality and category only
	MatchDerived Match = "derived" // no row: only a name, made from the type
)

// Known tells whether a row names the type, so that the facts on cost and
// state can be relied on.
func (f Fact) Known() bool { return f.Match == MatchExact }

// Category is what a type is for, in one word.
type Category string

// The categories.
const (
	Network       Category = "network"
	Compute       Category = "compute"
	Cluster       Category = "cluster"
	Kubernetes    Category = "kubernetes"
	Database      Category = "database"
	Storage       Category = "storage"
	Cache         Category = "cache"
	Messaging     Category = "messaging"
	Identity      Category = "identity"
	Encryption    Category = "encryption"
	Secret        Category = "secret"
	Certificate   Category = "certificate"
	DNS           Category = "dns"
	Firewall      Category = "firewall"
	LoadBalancer  Category = "load balancer"
	Delivery      Category = "delivery" // CDN, API gateways
	Observability Category = "observability"
	Audit         Category = "audit"
	Backup        Category = "backup"
	Governance    Category = "governance" // accounts, folders, policies, budgets
	CICD          Category = "ci"
	Source        Category = "source" // repositories and their rules
	Analytics     Category = "analytics"
	Email         Category = "email"
	Helper        Category = "helper" // exists in the state only
	Other         Category = "other"
)

// Criticality is how much hangs on a type as a rule.
type Criticality string

// The criticalities, lightest first.
const (
	Low      Criticality = "low"
	Medium   Criticality = "medium"
	High     Criticality = "high"
	Critical Criticality = "critical"
)

// Weight orders criticalities: 0 for an unknown one, then from 1 for Low to 4
// for Critical.
func (c Criticality) Weight() int {
	switch c {
	case Low:
		return 1
	case Medium:
		return 2
	case High:
		return 3
	case Critical:
		return 4
	}
	return 0
}

// A Cost is what is lost when an object goes.
type Cost string

// The costs, heaviest first.
const (
	DataLoss           Cost = "data_loss"           // what it holds is gone
	Outage             Cost = "outage"              // what runs on it stops
	CredentialsInvalid Cost = "credentials_invalid" // keys or certificates in use stop working
	AccessLost         Cost = "access_lost"         // somebody can no longer do what they could
	ProtectionLost     Cost = "protection_lost"     // a guard, log or alarm is gone
	AddressLost        Cost = "address_lost"        // its address or endpoint is not the same again
	NameLost           Cost = "name_lost"           // its name can be taken by others, or not be used again for a while
)

// A Toll is what destroying or replacing an object costs.
type Toll struct {
	Costs []Cost // heaviest first
	// Why is a clause for a person, without full stop: "what it encrypts can
	// never be read again". Empty when the costs say it all.
	Why string
}

// Has tells whether c is among the costs.
func (t Toll) Has(c Cost) bool {
	for _, have := range t.Costs {
		if have == c {
			return true
		}
	}
	return false
}

// A Telling is an attribute worth showing.
type Telling struct {
	Path  string // attribute path, "version" or "spec.replicas"
	Label string // what a person calls it, "version"
}
