package tfconfig

import (
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Values are what a command line sets input variables to, beyond the files
// that the tool reads by itself.
type Values struct {
	Files []string          // -var-file, from the root folder, in their order
	Vars  map[string]string // -var
}

// assign gives the variables the values that the tool would take:
// terraform.tfvars, *.auto.tfvars, the named files, and single values, later
// ones winning. They serve to evaluate the settings of backends and the like.
// A variable that is marked sensitive gets none.
//
// Source: opentofu.org/docs/language/values/variables, "Variable Definition
// Precedence".
func (m *Module) assign(fsys fs.FS, more Values) {
	vars := map[string]cty.Value{}
	for _, name := range append(valueFiles(fsys, m.Dir), more.Files...) {
		file := path.Join(m.Dir, strings.ReplaceAll(name, `\`, "/"))
		if path.IsAbs(name) || !fs.ValidPath(file) {
			continue // outside the project: not ours to read
		}
		src, err := readBounded(fsys, file)
		if err != nil {
			continue
		}
		body, _ := parse(src, file)
		if body == nil {
			continue
		}
		attrs, _ := body.JustAttributes()
		for name, a := range attrs {
			m.set(vars, name, literal(a.Expr))
		}
	}
	for name, v := range more.Vars {
		m.set(vars, name, cty.StringVal(v))
	}
	if len(vars) > 0 {
		m.vars = vars
		m.settle()
	}
}

// Given lists the strings in the values that files and flags give to the
// module's variables, by variable. Sensitive variables are left out.
func (m *Module) Given() map[string][]string {
	out := map[string][]string{}
	for name, v := range m.vars {
		_ = cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) {
			if v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
				out[name] = append(out[name], v.AsString())
			}
			return true, nil
		})
	}
	return out
}

func (m *Module) set(vars map[string]cty.Value, name string, v cty.Value) {
	o := m.Variables[name]
	if o == nil || v == cty.NilVal || !small(v) {
		return
	}
	if a := o.Attrs["sensitive"]; a != nil {
		if s := literal(a.Expr); s == cty.NilVal || s.RawEquals(cty.True) {
			delete(vars, name)
			return
		}
	}
	vars[name] = v
}

// valueFiles lists the files that the tool reads by itself, in its order.
func valueFiles(fsys fs.FS, dir string) []string {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil
	}
	var first, auto []string
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "terraform.tfvars", name == "terraform.tfvars.json":
			first = append(first, name)
		case strings.HasSuffix(name, ".auto.tfvars"), strings.HasSuffix(name, ".auto.tfvars.json"):
			auto = append(auto, name)
		}
	}
	sort.Strings(first)
	sort.Strings(auto)
	return append(first, auto...)
}
