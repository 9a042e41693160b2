package tfconfig

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/json"

	"github.com/tofuspec/tofuspec/stacks/safehcl"
)

// Load reads the configuration files of one folder. dir is a path within fsys
// ("." for its root), and so are the file names in ranges. The module is never
// nil: a file that cannot be read is named in the diagnostics, and the rest
// still counts. A folder without configuration files is an empty module.
//
// Links are followed only where they stay inside fsys.
func Load(fsys fs.FS, dir string) (*Module, hcl.Diagnostics) { return loadAs(fsys, dir, dir) }

// loadAs is Load of a folder that is called something else than where it is.
func loadAs(fsys fs.FS, dir, called string) (*Module, hcl.Diagnostics) {
	m := newModule(called)
	var diags hcl.Diagnostics
	real, err := inside(fsys, dir)
	if err != nil {
		return m, diags.Append(unreadable(dir, err))
	}
	primary, override, err := configFiles(fsys, real)
	if err != nil {
		return m, diags.Append(unreadable(dir, err))
	}
	for i, name := range append(append([]string(nil), primary...), override...) {
		file := path.Join(called, name)
		src, err := readBounded(fsys, path.Join(real, name))
		if err != nil {
			diags = diags.Append(unreadable(file, err))
			continue
		}
		body, more := parse(src, file)
		diags = append(diags, more...)
		m.Files = append(m.Files, file)
		if body == nil {
			continue
		}
		diags = append(diags, m.decode(body, i >= len(primary))...)
	}
	m.settle()
	return m, diags
}

func newModule(dir string) *Module {
	return &Module{
		Dir:               dir,
		RequiredProviders: map[string]*RequiredProvider{},
		Providers:         map[string]*Provider{},
		Calls:             map[string]*Call{},
		Resources:         map[string]*Resource{},
		Locals:            map[string]*Local{},
		Variables:         map[string]*Object{},
		Outputs:           map[string]*Object{},
		Checks:            map[string]*Object{},
	}
}

// parse parses one file in the syntax that its name tells. What can be read
// of a broken file is returned along with the diagnostics.
func parse(src []byte, file string) (body hcl.Body, diags hcl.Diagnostics) {
	isJSON := strings.HasSuffix(file, ".json")
	if isJSON && tooDeep(src) {
		return nil, diags.Append(unreadable(file, fmt.Errorf("expressions nest too deep")))
	}
	defer func() { // the parser is a library fed with hostile input
		if p := recover(); p != nil {
			body, diags = nil, diags.Append(unreadable(file, fmt.Errorf("the parser gave up: %v", p)))
		}
	}()
	var f *hcl.File
	if isJSON {
		f, diags = json.Parse(src, file)
	} else {
		f, diags = safehcl.Parse(src, file)
	}
	if f == nil || f.Body == nil {
		return nil, diags
	}
	return f.Body, diags
}

func unreadable(name string, err error) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  "Configuration not read",
		Detail:   fmt.Sprintf("Could not read %s: %s. What it says is missing from the analysis.", name, err),
		Subject:  &hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos},
	}
}
