package catalog

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tofuspec/tofuspec/stacks/hclbody"
)

// A row is one resource_type block, as written. A label that ends with "*"
// names a family of types.
type row struct {
	Name        string
	Plural      string
	Summary     string
	Category    string
	Criticality string
	Stateful    bool
	Part        bool
	Billed      bool
	Destroy     []string
	DestroyWhy  string
	Replace     []string
	ReplaceWhy  string
	Telling     map[string]string
	Label       []string
	Variant     string
	Also        []string // other types that are the same thing
	Docs        string
	Protections []protection
}

type protection struct{ Guard, Attribute, On, Default string }

// read sets what the block says.
func (r *row) read(body hcl.Body) (*hcl.BodyContent, hcl.Diagnostics) {
	content, diags := hclbody.Decode(body, hclbody.Schema{
		Optional: map[string]any{
			"name": &r.Name, "plural": &r.Plural, "summary": &r.Summary, "category": &r.Category, "criticality": &r.Criticality,
			"stateful": &r.Stateful, "part": &r.Part, "billed": &r.Billed, "destroy": &r.Destroy, "destroy_why": &r.DestroyWhy,
			"replace": &r.Replace, "replace_why": &r.ReplaceWhy, "telling": &r.Telling, "label": &r.Label, "variant": &r.Variant,
			"also": &r.Also, "docs": &r.Docs,
		},
		Blocks: []hcl.BlockHeaderSchema{{Type: "protection", LabelNames: []string{"guard"}}},
	})
	for _, b := range content.Blocks {
		p := protection{Guard: b.Labels[0]}
		_, more := hclbody.Decode(b.Body, hclbody.Schema{
			Required: map[string]any{"attribute": &p.Attribute, "on": &p.On},
			Optional: map[string]any{"default": &p.Default},
		})
		diags = append(diags, more...)
		r.Protections = append(r.Protections, p)
	}
	return content, diags
}

var (
	categories = []Category{
		Network, Compute, Cluster, Kubernetes, Database, Storage, Cache, Messaging, Identity, Encryption, Secret,
		Certificate, DNS, Firewall, LoadBalancer, Delivery, Observability, Audit, Backup, Governance, CICD, Source,
		Analytics, Email, Helper, Other,
	}
	criticalities = []Criticality{Low, Medium, High, Critical}
	costs         = []Cost{DataLoss, Outage, CredentialsInvalid, AccessLost, ProtectionLost, AddressLost, NameLost}
	guards        = []Guard{DeletionProtection, RecoveryWindow, FinalSnapshot, NotEmpty, SoftDelete, Versioning}
)

// decode turns a resource_type block into a fact for its label. Base is what
// attributes that are not written keep: the embedded row under an override.
func decode(block *hcl.Block, base Fact) (Fact, hcl.Diagnostics) {
	var r row
	attrs, diags := r.read(block.Body)
	if diags.HasErrors() {
		return base, diags
	}
	wrong := func(name, detail string) {
		subject := block.DefRange
		if a, ok := attrs.Attributes[name]; ok {
			subject = a.Expr.Range()
		}
		diags = append(diags, &hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Invalid resource_type", Detail: detail, Subject: &subject,
		})
	}
	written := func(name string) bool { return attrs.Attributes[name] != nil }

	f := base
	f.Row, f.File, f.Line = block.Labels[0], block.DefRange.Filename, block.DefRange.Start.Line
	if r.Name != "" {
		f.Singular, f.Plural = r.Name, plural(r.Name)
	}
	if r.Plural != "" {
		f.Plural = r.Plural
	}
	if r.Summary != "" {
		f.Summary = r.Summary
	}
	if written("category") {
		f.Category = Category(r.Category)
		if !slices.Contains(categories, f.Category) {
			wrong("category", fmt.Sprintf("There is no category %q; the categories are %s.", r.Category, list(categories)))
		}
	}
	if written("criticality") {
		f.Criticality = Criticality(r.Criticality)
		if !slices.Contains(criticalities, f.Criticality) {
			wrong("criticality", fmt.Sprintf("There is no criticality %q; there are %s.", r.Criticality, list(criticalities)))
		}
	}
	if written("stateful") {
		f.Stateful = r.Stateful
	}
	if written("part") {
		f.Part = r.Part
	}
	if written("billed") {
		f.Billed = r.Billed
	}
	if written("destroy") {
		f.Destroy = Toll{Costs: toll(r.Destroy, func(c string) { wrong("destroy", noCost(c)) })}
		if !written("replace") {
			f.Replace = f.Destroy
		}
	}
	if written("replace") {
		f.Replace = Toll{Costs: toll(r.Replace, func(c string) { wrong("replace", noCost(c)) })}
	}
	if r.DestroyWhy != "" {
		f.Destroy.Why = r.DestroyWhy
		if !written("replace") {
			f.Replace.Why = r.DestroyWhy
		}
	}
	if r.ReplaceWhy != "" {
		f.Replace.Why = r.ReplaceWhy
	}
	if written("telling") {
		f.Telling = nil
		for path, label := range r.Telling {
			f.Telling = append(f.Telling, Telling{Path: path, Label: label})
		}
		sort.Slice(f.Telling, func(i, j int) bool { return f.Telling[i].Path < f.Telling[j].Path })
	}
	if written("label") {
		f.Label = r.Label
	}
	if r.Variant != "" {
		f.Variant = r.Variant
	}
	if len(r.Protections) > 0 {
		f.Protections = nil
		for _, p := range r.Protections {
			if !slices.Contains(guards, Guard(p.Guard)) {
				wrong("", fmt.Sprintf("There is no protection %q; there are %s.", p.Guard, list(guards)))
			}
			f.Protections = append(f.Protections, Protection{Guard(p.Guard), p.Attribute, p.On, p.Default})
		}
	}
	if written("docs") {
		f.Docs = r.Docs
		if !strings.HasPrefix(r.Docs, "https://") {
			wrong("docs", "The documentation page is an https:// address.")
		}
	}
	if f.Singular == "" {
		wrong("", "A resource_type needs a name, such as name = \"IAM role\".")
	}
	return f, diags
}

func noCost(c string) string {
	return fmt.Sprintf("There is no cost %q; there are %s.", c, list(costs))
}

// toll sorts costs heaviest first and reports the unknown ones.
func toll(names []string, unknown func(string)) []Cost {
	var out []Cost
	for _, c := range costs {
		if slices.Contains(names, string(c)) {
			out = append(out, c)
		}
	}
	for _, n := range names {
		if !slices.Contains(costs, Cost(n)) {
			unknown(n)
		}
	}
	return out
}

func list[T ~string](all []T) string {
	var b strings.Builder
	for i, one := range all {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", string(one))
	}
	return b.String()
}
