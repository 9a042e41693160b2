package stacks

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tofuspec/tofuspec/stacks/eval"
)

// validID is what Terramate takes as a stack's id.
var validID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-zA-Z0-9_-]{1,64}$`) })

// stack reads a folder's stack block. Its attributes may call functions, but
// know no globals.
func (w *walker) stack(f *folder, block *hclsyntax.Block) (*Stack, hcl.Diagnostics) {
	s := &Stack{Path: f.path, Range: block.DefRange()}
	var diags hcl.Diagnostics
	for _, sub := range block.Body.Blocks {
		diags = append(diags, problem(sub.DefRange(), "Unrecognized block", fmt.Sprintf("A stack block cannot hold a block %q.", sub.Type)))
	}
	for _, attr := range sortedAttributes(block.Body) {
		v, more := w.constant(f.path, attr.Expr)
		if more.HasErrors() {
			diags = append(diags, more...)
			continue
		}
		if d := w.assign(s, attr, v); d != nil {
			diags = append(diags, d)
		}
	}
	if s.named = s.Name != ""; !s.named {
		s.Name = path.Base(f.path)
		if f.path == "/" {
			s.Name = w.rootName
		}
	}
	return s, diags
}

// constant evaluates an expression, with functions only where it needs them.
func (w *walker) constant(dir string, expr hclsyntax.Expression) (cty.Value, hcl.Diagnostics) {
	v, diags := expr.Value(nil)
	if !diags.HasErrors() {
		return v, nil
	}
	v, diags = expr.Value(&hcl.EvalContext{Functions: eval.Functions(w.linked, w.root, relative(dir))})
	for _, d := range diags {
		if d.Summary == "Variables not allowed" {
			d.Detail = "A stack block may call functions, but it is read before there are any globals or other variables."
		}
	}
	return v, diags
}

// assign sets one attribute of a stack, or says why it cannot.
func (w *walker) assign(s *Stack, attr *hclsyntax.Attribute, v cty.Value) *hcl.Diagnostic {
	invalid := func(detail string) *hcl.Diagnostic {
		return problem(attr.Expr.Range(), "Invalid stack attribute", fmt.Sprintf("invalid stack.%s attribute: it %s.", attr.Name, detail))
	}
	var text *string
	var set *[]string
	switch attr.Name {
	case "id":
		text = &s.ID
	case "name":
		text = &s.Name
	case "description":
		text = &s.Description
	case "from_bundle_file", "from_bundle_label":
		text = new(string)
	case "tags":
		set = &s.Tags
	case "after":
		set = &s.After
	case "before":
		set = &s.Before
	case "wants":
		set = &s.Wants
	case "wanted_by":
		set = &s.WantedBy
	case "watch":
		set = &s.Watch
	default:
		return problem(attr.NameRange, "Unrecognized attribute", fmt.Sprintf("A stack block has no attribute %q.", attr.Name))
	}
	if text != nil {
		value, ok := asString(v)
		if !ok {
			return invalid("must be a string")
		}
		*text = value
	} else {
		list, wrong := stringSet(v)
		if wrong != "" {
			return invalid(wrong)
		}
		*set = list
	}
	switch attr.Name {
	case "id":
		if s.ID != "" && !validID().MatchString(s.ID) {
			return late(invalid(fmt.Sprintf("must match %s", validID())))
		}
	case "tags":
		for _, tag := range s.Tags {
			if wrong := invalidTag(tag); wrong != "" {
				return late(problem(attr.Expr.Range(), "Invalid stack attribute", fmt.Sprintf("invalid stack.tags entry %q: %s.", tag, wrong)))
			}
		}
	case "watch":
		for i, file := range s.Watch {
			watched, wrong := w.watched(s.Path, file)
			if wrong != "" {
				return late(invalid(fmt.Sprintf("holds %q, which %s", file, wrong)))
			}
			s.Watch[i] = watched
		}
	}
	return nil
}

// watched turns an entry of stack.watch into a project path. The file need
// not exist, but must not be anything else than a file.
func (w *walker) watched(stack, entry string) (string, string) {
	rel := path.Join(relative(stack), entry)
	if path.IsAbs(entry) {
		rel = path.Clean("./" + entry)
	}
	if rel == ".." || strings.HasPrefix(rel, "../") {
		return "", "lies outside the project"
	}
	if info, err := fs.Stat(w.linked, rel); err == nil {
		switch {
		case info.IsDir():
			return "", "is a folder, and only files can be watched"
		case !info.Mode().IsRegular():
			return "", "is not a regular file"
		}
	}
	return path.Join("/", rel), ""
}

// invalidTag says what is wrong with a tag, or returns "".
func invalidTag(tag string) string {
	for i, r := range tag {
		alnum := r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
		switch {
		case alnum:
		case i == 0:
			return "a tag starts with a lowercase letter or a digit"
		case i == len(tag)-1:
			return "a tag ends with a lowercase letter or a digit"
		case r != '-' && r != '_' && r != '.' && r != '/':
			return "a tag holds only a-z, 0-9, '-', '_', '.' and '/'"
		}
	}
	return ""
}

// checkIDs refuses two stacks with the same id, whatever its case.
func checkIDs(stacks []*Stack) hcl.Diagnostics {
	var diags hcl.Diagnostics
	seen := map[string]*Stack{}
	for _, s := range stacks {
		if s.ID == "" {
			continue
		}
		key := strings.ToLower(s.ID)
		if other := seen[key]; other != nil {
			diags = append(diags, late(problem(s.Range, "Duplicate stack id",
				fmt.Sprintf("Stack %s has the id %q, and so has %s (%s:%d). Ids are compared without regard to case.", s.Path, s.ID, other.Path, other.Range.Filename, other.Range.Start.Line))))
			continue
		}
		seen[key] = s
	}
	return diags
}

// lateError marks what Terramate finds only once it needs the stacks.
type lateError struct{}

func late(d *hcl.Diagnostic) *hcl.Diagnostic {
	d.Extra = lateError{}
	return d
}

// OnlyLate tells whether there are errors, and Terramate would find each of
// them only once it needs the stacks, which it does not when no file changed.
func OnlyLate(diags hcl.Diagnostics) bool {
	for _, d := range diags {
		if _, late := d.Extra.(lateError); d.Severity == hcl.DiagError && !late {
			return false
		}
	}
	return diags.HasErrors()
}

// hostPath returns where a project path lies on this machine.
func hostPath(root, projectPath string) string {
	return filepath.Join(root, filepath.FromSlash(projectPath))
}
