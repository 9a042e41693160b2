package tfconfig

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
)

// A snapshot is the configuration that a binary plan carries along: the files
// of each module in a folder "m-KEY", and in modules.json the folders that they
// come from.
type snapshot struct {
	fsys fs.FS
	dirs map[string]string // "a.b" to the folder it comes from, from the root folder
}

// readSnapshot reads the index of a snapshot; nil when there is none.
func readSnapshot(fsys fs.FS, root string) *snapshot {
	if fsys == nil {
		return nil
	}
	src, err := readBounded(fsys, "modules.json")
	if err != nil {
		return nil
	}
	var index []struct{ Key, Dir string }
	if json.Unmarshal(src, &index) != nil {
		return nil
	}
	s := &snapshot{fsys: fsys, dirs: map[string]string{}}
	for _, m := range index {
		at := path.Join(root, strings.ReplaceAll(m.Dir, `\`, "/"))
		if m.Key != "" && !path.IsAbs(m.Dir) && fs.ValidPath(at) {
			s.dirs[m.Key] = at
		}
	}
	return s
}

// module reads one module, with the file names that it had. It is nil when the
// snapshot has none.
func (s *snapshot) module(key string) *Module {
	if s == nil || s.dirs[key] == "" || !fs.ValidPath("m-"+key) {
		return nil
	}
	m, _ := loadAs(s.fsys, "m-"+key, s.dirs[key]) // the tool has read it before
	if len(m.Files) == 0 {
		return nil
	}
	return m
}
