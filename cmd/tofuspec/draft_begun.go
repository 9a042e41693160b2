package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tofuspec/tofuspec/specgen"
	"github.com/tofuspec/tofuspec/specgen/document"
)

// trunks are branches that no change of its own is made on.
var trunks = []string{"", "main", "master", "trunk", "develop"}

// past lists the files that the spec folder held at the git base; nil when
// there is no base to look at.
func past(in *inputs) map[string]bool {
	if in.base == nil {
		return nil
	}
	folder := filepath.ToSlash(specgen.SpecFolders(in.Settings.Spec.Folders)[0])
	entries, err := fs.ReadDir(in.base.history.FS(), strings.TrimPrefix(folder, "./"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	out := map[string]bool{}
	for _, e := range entries {
		out[e.Name()] = true
	}
	return out
}

// begun finds the spec that this branch has begun: the only one in the folder
// that the tool has written to and that the git base does not have. It is what
// a run without an issue and without a title refreshes, since the title that
// is made of the plans changes with them.
func (o *draftOptions) begun(dir string) (specgen.NamedSpec, bool) {
	if o.before == nil || slices.Contains(trunks, o.branch) {
		return specgen.NamedSpec{}, false
	}
	specs, err := specgen.List(dir)
	if err != nil {
		return specgen.NamedSpec{}, false
	}
	specs = slices.DeleteFunc(specs, func(s specgen.NamedSpec) bool {
		if o.before[filepath.Base(s.Path)] || !strings.HasSuffix(s.Path, ".md") {
			return true
		}
		src, err := specgen.Read(s.Path)
		return err != nil || !bytes.Contains(src, []byte("<!-- tofuspec:")) || !document.Parse(src).Tracked()
	})
	if len(specs) != 1 {
		return specgen.NamedSpec{}, false
	}
	return specs[0], true
}
