package tfconfig

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/tofuspec/tofuspec/stacks/disk"
)

// The bounds on what is read of one folder.
const (
	maxFile  = 2 << 20 // bytes of one file
	maxFiles = 5000
)

// configFiles lists the folder's configuration files: first the primary ones,
// then the override files, each sorted. As in OpenTofu, `x.tofu` hides `x.tf`
// and `x.tofu.json` hides `x.tf.json`.
func configFiles(fsys fs.FS, dir string) (primary, override []string, err error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, nil, err
	}
	names := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() || ignored(e.Name()) || suffix(e.Name()) == "" {
			continue
		}
		names[e.Name()] = true
	}
	if len(names) > maxFiles {
		return nil, nil, fmt.Errorf("more than %d configuration files", maxFiles)
	}
	for name := range names {
		ext := suffix(name)
		stem := strings.TrimSuffix(name, ext)
		if twin := strings.Replace(ext, ".tf", ".tofu", 1); strings.HasPrefix(ext, ".tf") && names[stem+twin] {
			continue
		}
		if stem == "override" || strings.HasSuffix(stem, "_override") {
			override = append(override, name)
		} else {
			primary = append(primary, name)
		}
	}
	sort.Strings(primary)
	sort.Strings(override)
	return primary, override, nil
}

// suffix returns the configuration suffix of a file name, or "".
func suffix(name string) string {
	for _, s := range []string{".tf.json", ".tofu.json", ".tf", ".tofu"} {
		if strings.HasSuffix(name, s) {
			return s
		}
	}
	return ""
}

// ignored tells whether a name is an editor's or a hidden file.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// inside resolves the symbolic links in a path and refuses one that leads out
// of the file system. File systems without links are taken as they are.
func inside(fsys fs.FS, name string) (string, error) {
	links, ok := fsys.(fs.ReadLinkFS)
	if !ok {
		return name, nil
	}
	left := strings.Split(name, "/")
	at := "."
	for hops := 0; len(left) > 0; {
		next := path.Join(at, left[0])
		left = left[1:]
		if !fs.ValidPath(next) {
			return "", fmt.Errorf("%s leads out of the project", name)
		}
		st, err := links.Lstat(next)
		if err != nil {
			return "", err
		}
		if st.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		if hops++; hops > 16 {
			return "", fmt.Errorf("too many links in %s", name)
		}
		target, err := links.ReadLink(next)
		if err != nil {
			return "", err
		}
		target = strings.ReplaceAll(target, `\`, "/")
		if path.IsAbs(target) || !fs.ValidPath(path.Join(at, target)) {
			return "", fmt.Errorf("%s is a link that leads out of the project", next)
		}
		left = append(strings.Split(path.Join(at, target), "/"), left...)
		at = "."
	}
	return at, nil
}

// readBounded reads a file inside the file system.
func readBounded(fsys fs.FS, name string) ([]byte, error) {
	if src, ok := disk.ReadPlain(fsys, name, maxFile); ok {
		return src, nil
	}
	real, err := inside(fsys, name)
	if err != nil {
		return nil, err
	}
	st, err := fs.Stat(fsys, real)
	if err != nil {
		return nil, err
	}
	if !st.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	if st.Size() > maxFile {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, maxFile)
	}
	return fs.ReadFile(fsys, real)
}

// tooDeep tells whether a source nests so deep that a recursive parser would
// run out of stack. It counts brackets and chains of prefix and conditional
// operators without looking at strings, so that it errs on the safe side.
func tooDeep(src []byte) bool {
	const limit, ternaries = 1000, 20000
	depth, chain, marks := 0, 0, 0
	for _, b := range src {
		switch b {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		case '?':
			marks++
		}
		switch b {
		case '!', '-':
			chain++
		case ' ', '\t', '\n', '\r':
		default:
			chain = 0
		}
		if depth > limit || chain > limit && b == '!' || marks > ternaries {
			return true
		}
		if chain > 100*limit { // a long run of dashes is a comment's rule, a longer one is not
			return true
		}
	}
	return false
}
