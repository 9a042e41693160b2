package tfconfig

import (
	"path"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// A FileRead is a file or folder that an expression or a data source of the
// local provider reads by a path that the files settle.
type FileRead struct {
	Func  string // "file", "templatefile", "local_file", ...
	Path  string // within the file system
	Range hcl.Range
}

// FileReads lists the files that the module's expressions read, in the order
// of place. Paths that lead out of the file system are left out.
func (m *Module) FileReads() []FileRead {
	var out []FileRead
	for _, r := range m.reads {
		p, ok := m.EvalString(r.path)
		if !ok || path.IsAbs(p) {
			continue
		}
		p = path.Join(m.Dir, p)
		if p == ".." || strings.HasPrefix(p, "../") {
			continue
		}
		out = append(out, FileRead{Func: r.fn, Path: p, Range: r.path.Range()})
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.Range.Filename != b.Range.Filename {
			return a.Range.Filename < b.Range.Filename
		}
		return a.Range.Start.Byte < b.Range.Start.Byte
	})
	return out
}
