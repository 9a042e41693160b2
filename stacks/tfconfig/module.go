package tfconfig

import (
	"sort"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// A Module is what one folder's files say, override files merged in.
type Module struct {
	Dir   string   // within the file system it was read from, "." for its root
	Files []string // the files that were read, sorted; hidden ones are left out

	Backend           *Backend // nil when none is written: the state is a local file
	Cloud             *Object  // the `cloud` block
	Encryption        *Encryption
	RequiredVersions  []string
	RequiredProviders map[string]*RequiredProvider // by local name
	Providers         map[string]*Provider         // by "aws" or "aws.alias"

	Calls     map[string]*Call     // by name
	Resources map[string]*Resource // by "aws_lb.a", "data.t.n", "ephemeral.t.n"
	Locals    map[string]*Local
	Variables map[string]*Object
	Outputs   map[string]*Object
	Checks    map[string]*Object

	Moved   []Moved
	Removed []Removed
	Imports []Import

	reads     []pendingRead
	vars      map[string]cty.Value // defaults, where they are assumed
	constants map[string]cty.Value // locals that are constant
	once      sync.Once
	assuming  *Module // the same locals with variables at their defaults
}

// An Object is a block: its references, its attributes, and where it stands.
type Object struct {
	Name  string
	Range hcl.Range // of the block's header
	// EndLine is where the block's closing brace stands; 0 in JSON syntax.
	EndLine int
	// Refs lists every reference in the block, nested and dynamic blocks
	// included, in the order written.
	Refs []Ref
	// Attrs holds the block's own attributes, nested blocks left out. In JSON
	// syntax it holds every property.
	Attrs map[string]*hcl.Attribute
	// Literals are the plain strings in the block that could name an object
	// elsewhere: ids, ARNs, names.
	Literals []Literal
	// Blocks tells which nested block types the block holds.
	Blocks map[string][]*Object
}

// A Literal is a plain string in an expression.
type Literal struct {
	Attr  string
	Value string
	Range hcl.Range
}

// Has tells whether the block sets the attribute.
func (o *Object) Has(attr string) bool { return o != nil && o.Attrs[attr] != nil }

// A Resource is a resource, data source or ephemeral resource.
type Resource struct {
	Object
	Mode string // "managed", "data" or "ephemeral"
	Type string
	// Provider is the provider configuration named by the meta-argument, such
	// as "aws.west", or the type's default one when there is none.
	Provider         string
	Count, ForEach   bool   // the meta-argument is set
	Check            string // the check block that holds it, else ""
	CreateFirst      bool   // lifecycle.create_before_destroy = true
	PreventDestroy   bool   // lifecycle.prevent_destroy = true
	KeepOnDestroy    bool   // lifecycle.destroy = false (OpenTofu)
	IgnoreChanges    []string
	IgnoreAllChanges bool
}

// Address returns the resource's address within its module.
func (r *Resource) Address() string {
	a := r.Type + "." + r.Name
	if r.Mode == "managed" {
		return a
	}
	return r.Mode + "." + a
}

// A Call is a module block.
type Call struct {
	Object
	Source         string // as written, "" when it is no constant
	Version        string
	Local          string // folder in the file system that a local source means, else ""
	Count, ForEach bool
	// Providers maps the called module's provider configuration to the
	// caller's: "aws.west" to "aws.eu". Nil passes the default ones on.
	Providers map[string]string
}

// A Local is one local value.
type Local struct {
	Object
	Expr hcl.Expression
}

// A Provider is one provider configuration.
type Provider struct {
	Object
	Alias   string
	ForEach bool // OpenTofu
}

// Key returns "aws", or "aws.alias".
func (p *Provider) Key() string {
	if p.Alias == "" {
		return p.Name
	}
	return p.Name + "." + p.Alias
}

// A RequiredProvider is an entry of required_providers.
type RequiredProvider struct {
	Name    string
	Source  string // as written, "" when left out
	Version string
	Aliases []string // configuration_aliases
	Range   hcl.Range
}

// A Backend is a `backend` block.
type Backend struct {
	Type  string
	Attrs map[string]*Setting
	// Blocks are the nested blocks, such as workspaces of the remote backend.
	Blocks map[string][]*Object
	Range  hcl.Range
}

// A Setting is an attribute of a block that is read without an apply.
type Setting struct {
	Name string
	// Value is the constant's value. It is cty.NilVal when the expression is
	// no constant; Refs then tells what it hangs on.
	Value cty.Value
	Expr  hcl.Expression
	Refs  []Ref
	Range hcl.Range
}

// String returns the setting as a string; ok is false when it is not a known
// string, number or bool.
func (s *Setting) String() (string, bool) {
	if s == nil {
		return "", false
	}
	return stringOf(s.Value)
}

// Constant returns the value of the backend's attribute as a string, of a URL
// without the secrets in it.
func (b *Backend) Constant(name string) (string, bool) {
	if b == nil {
		return "", false
	}
	value, known := b.Attrs[name].String()
	return WithoutSecrets(value), known
}

// Nonconstant names the attributes whose values are no constants, sorted.
func (b *Backend) Nonconstant() []string {
	var out []string
	if b == nil {
		return nil
	}
	for name, s := range b.Attrs {
		if s.Value == cty.NilVal {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// Encryption is OpenTofu's state and plan encryption.
type Encryption struct {
	KeyProviders []Keyed // "pbkdf2" "mykey"
	Methods      []Keyed // "aes_gcm" "m"
	State        *Target
	Plan         *Target
	RemoteState  *Object // remote_state_data_sources
	Range        hcl.Range
}

// A Keyed is a key provider or an encryption method.
type Keyed struct {
	Object
	Type string
}

// A Target is what `state` or `plan` are encrypted with.
type Target struct {
	Object
	Method   string // "method.aes_gcm.m", "" when none is set
	Enforced bool
	Fallback *Target
}

// A Moved is a `moved` block.
type Moved struct {
	From, To string // addresses as written, instance keys included
	Range    hcl.Range
}

// A Removed is a `removed` block.
type Removed struct {
	From string
	// Destroy is what lifecycle.destroy says; nil without a lifecycle block,
	// where OpenTofu forgets and Terraform destroys.
	Destroy *bool
	Range   hcl.Range
}

// An Import is an `import` block.
type Import struct {
	To      string // address as written
	ForEach bool
	ID      string // when constant
	Refs    []Ref  // what id and for_each refer to
	Range   hcl.Range
}
