package specgen

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/tofuspec/tofuspec/analyzer"
	"github.com/tofuspec/tofuspec/specgen/escape"
)

// references links to the stacks that change, as seen from the spec's folder.
func references(r *analyzer.Report, dir string) string {
	var out []string
	for _, f := range r.Stacks {
		if f.Outline == nil || len(f.Outline.Changes)+len(f.Outline.Outputs) == 0 {
			continue
		}
		stack := strings.TrimPrefix(f.Stack.Path, "/")
		to, err := filepath.Rel("/"+dir, path.Join("/", stack))
		if err != nil {
			to = stack
		}
		name := stack
		if name == "" {
			name = f.Stack.Name
		}
		out = append(out, "["+escape.LinkText(name)+"]("+escape.URL(filepath.ToSlash(to)+"/")+")")
	}
	return strings.Join(out, ", ")
}
