package specgen

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// folders are where specs lie when the repository does not say.
var folders = []string{"docs/specs/active", "docs/specs/completed", "docs/specs/done", "docs/specs"}

// Folder is where a new spec goes: the first of the configured folders.
func Folder(configured []string) string {
	if len(configured) > 0 {
		return configured[0]
	}
	return folders[0]
}

// numbered matches a spec's file or folder name.
var numbered = regexp.MustCompile(`^(\d{1,9})-`)

// NextNumber returns the number after the highest one in the spec folders,
// and 1 when there is no spec yet.
func NextNumber(root fs.FS, configured []string) (int, error) {
	in := configured
	if len(in) == 0 {
		in = folders
	}
	highest := 0
	for _, dir := range in {
		entries, err := fs.ReadDir(root, path.Clean(dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return 0, fmt.Errorf("look for the highest spec number: %w", err)
		}
		for _, e := range entries {
			if m := numbered.FindStringSubmatch(e.Name()); m != nil {
				n, err := strconv.Atoi(m[1])
				if err == nil {
					highest = max(highest, n)
				}
			}
		}
	}
	return highest + 1, nil
}

// FileName is the spec's file name: "0007-#412-second-nat-gateway.md".
func (h Header) FileName() string {
	parts := []string{fmt.Sprintf("%04d", h.Number)}
	if h.Issue != "" {
		parts = append(parts, "#"+slug(h.Issue))
	}
	if s := slug(h.Title); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, "-") + ".md"
}

// longest is how many bytes a slug may have.
const longest = 60

// slug turns text into lower-case words joined by hyphens, cut at a word.
func slug(s string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if b.Len()+len(word) >= longest && b.Len() > 0 {
			break
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word[:min(len(word), longest)])
	}
	return b.String()
}
