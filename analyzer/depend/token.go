package depend

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/tfconfig"
)

// A Fingerprint stands for a value without telling it.
type Fingerprint [10]byte

// MarshalText writes the fingerprint in hexadecimal digits.
func (f Fingerprint) MarshalText() ([]byte, error) {
	return hex.AppendEncode(nil, f[:]), nil
}

// UnmarshalText reads what MarshalText writes.
func (f *Fingerprint) UnmarshalText(b []byte) error {
	if len(b) != hex.EncodedLen(len(f)) {
		return errors.New("a fingerprint has 20 digits")
	}
	_, err := hex.Decode(f[:], b)
	return err
}

func fingerprint(s string) Fingerprint {
	sum := sha256.Sum256([]byte("tofuspec\x00" + s))
	return Fingerprint(sum[:len(Fingerprint{})])
}

// lookups notes what a data source looks for by name or tag.
func (b *builder) lookups(m *tfconfig.Module, r *tfconfig.Resource, n int) {
	for attr, values := range namesOf(m, &r.Object) {
		for _, v := range values {
			b.facts.Lookups = append(b.facts.Lookups, Token{Node: int32(n), Hash: fingerprint(v), Attr: attr, Type: r.Type})
		}
	}
	for _, f := range r.Blocks["filter"] {
		name, ok := evalString(m, f.Attrs["name"])
		if !ok {
			continue
		}
		attr := "tags." + strings.TrimPrefix(name, "tag:")
		if !strings.HasPrefix(name, "tag:") {
			attr = strings.ReplaceAll(name, "-", "_")
		}
		for _, v := range evalStrings(m, f.Attrs["values"]) {
			if !strings.ContainsAny(v, "*?") {
				b.facts.Lookups = append(b.facts.Lookups, Token{Node: int32(n), Hash: fingerprint(v), Attr: attr, Type: r.Type})
			}
		}
	}
}

// called notes what a managed resource is called.
func (b *builder) called(m *tfconfig.Module, r *tfconfig.Resource, n int) {
	for attr, values := range namesOf(m, &r.Object) {
		for _, v := range values {
			b.facts.Names = append(b.facts.Names, Token{Node: int32(n), Hash: fingerprint(v), Attr: attr, Type: r.Type})
		}
	}
}

// namesOf returns the name attributes and tags whose values the files settle.
func namesOf(m *tfconfig.Module, o *tfconfig.Object) map[string][]string {
	out := map[string][]string{}
	for _, attr := range names {
		if v, ok := evalString(m, o.Attrs[attr]); ok && v != "" {
			out[attr] = append(out[attr], v)
		}
	}
	if a := o.Attrs["tags"]; a != nil {
		if v, _ := m.EvalAssuming(a.Expr); v != cty.NilVal && !v.IsNull() && v.CanIterateElements() && (v.Type().IsObjectType() || v.Type().IsMapType()) {
			for k, e := range v.AsValueMap() {
				if s, ok := text(e); ok && s != "" {
					out["tags."+k] = append(out["tags."+k], s)
				}
			}
		} else if pairs, diags := hcl.ExprMap(a.Expr); !diags.HasErrors() { // one tag may be settled where another is not
			for _, p := range pairs {
				k, _ := m.EvalAssuming(p.Key)
				e, _ := m.EvalAssuming(p.Value)
				if ks, ok := text(k); ok {
					if s, ok := text(e); ok && s != "" {
						out["tags."+ks] = append(out["tags."+ks], s)
					}
				}
			}
		}
	}
	return out
}

func evalString(m *tfconfig.Module, a *hcl.Attribute) (string, bool) {
	if a == nil {
		return "", false
	}
	v, _ := m.EvalAssuming(a.Expr)
	return text(v)
}

func evalStrings(m *tfconfig.Module, a *hcl.Attribute) []string {
	if a == nil {
		return nil
	}
	v, _ := m.EvalAssuming(a.Expr)
	if v == cty.NilVal || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	var out []string
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		if s, ok := text(e); ok {
			out = append(out, s)
		}
	}
	return out
}

func text(v cty.Value) (string, bool) {
	if v == cty.NilVal || v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}
