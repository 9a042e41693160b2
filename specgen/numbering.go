package specgen

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Folders are where specs lie when the repository's settings do not tell, as
// paths from the project's root. New ones go to the first.
var Folders = []string{"docs/specs/active", "docs/specs/completed", "docs/specs/done", "docs/specs"}

// SpecFolders returns the folders of specs: those configured, else Folders.
func SpecFolders(configured []string) []string {
	if len(configured) > 0 {
		return configured
	}
	return Folders
}

// Find returns the spec in a folder that is for an issue; without an issue,
// the one with a title's slug.
func Find(dir string, issue int, title string) (NamedSpec, bool, error) {
	specs, err := List(dir)
	if err != nil {
		return NamedSpec{}, false, err
	}
	for i := len(specs) - 1; i >= 0; i-- {
		s := specs[i]
		if strings.HasSuffix(s.Path, ".md") && (issue > 0 && s.Issue == issue || issue == 0 && s.Issue == 0 && s.Slug == Slug(title)) {
			return s, true, nil
		}
	}
	return NamedSpec{}, false, nil
}

var (
	// specFile is a spec's file or folder name: its number, also behind a word
	// as in SPEC-0007, its issue, the rest.
	specFile = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^((?:[A-Za-z]+[-_])?(\d{3,6}))(?:-#(\d+))?(?:[-_.]|$)`)
	})
	// dated is a name that starts with a day.
	dated = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:\D|$)`) })
)

// A NamedSpec is a spec that lies in a folder.
type NamedSpec struct {
	Path   string // on this machine
	Number int
	Issue  int    // 0 when the name tells none
	Slug   string // what follows number and issue, without extension
}

// List returns the specs in a folder, in the order of their names. A folder
// that does not exist holds none.
func List(dir string) ([]NamedSpec, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the spec folder: %w", err)
	}
	var out []NamedSpec
	for _, e := range entries {
		m := specFile().FindStringSubmatch(e.Name())
		if m == nil || dated().MatchString(e.Name()) {
			continue
		}
		s := NamedSpec{Path: filepath.Join(dir, e.Name())}
		s.Number, _ = strconv.Atoi(m[2])
		rest := strings.TrimSuffix(e.Name()[len(m[1]):], ".md")
		if m[3] != "" {
			s.Issue, _ = strconv.Atoi(m[3])
			rest = rest[2+len(m[3]):]
		}
		s.Slug = strings.TrimLeft(rest, "-_")
		out = append(out, s)
	}
	return out, nil
}

// NextNumber returns the number after the highest in the folders.
func NextNumber(folders []string) (int, error) {
	highest := 0
	for _, dir := range folders {
		specs, err := List(dir)
		if err != nil {
			return 0, err
		}
		for _, s := range specs {
			highest = max(highest, s.Number)
		}
	}
	return highest + 1, nil
}

// FileName returns a new spec's file name: "0007-#412-second-nat-gateway.md".
func FileName(number int, issue int, title string) string {
	name := fmt.Sprintf("%04d-", number)
	if issue > 0 {
		name += fmt.Sprintf("#%d-", issue)
	}
	return name + Slug(title) + ".md"
}

// Slug returns a title as it stands in a file name: lower case ASCII words
// joined by dashes, at most 60 characters, letters without their accents. A
// title of which nothing is left gives "change-" and a hash, so that two of
// them differ.
func Slug(title string) string {
	const longest = 60
	plain := strings.NewReplacer("ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "ł", "l", "đ", "d", "þ", "th").Replace(strings.ToLower(title))
	plain = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(plain))
	var words []string
	length := 0
	for _, w := range strings.FieldsFunc(plain, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if len(words) == 0 && len(w) > longest {
			w = w[:longest]
		}
		if length+len(w) > longest {
			break
		}
		words = append(words, w)
		length += len(w) + 1
	}
	if len(words) == 0 {
		sum := sha256.Sum256([]byte(title))
		return "change-" + hex.EncodeToString(sum[:3])
	}
	return strings.Join(words, "-")
}

// NumberOf returns the number that a spec's file name starts with.
func NumberOf(name string) (int, bool) {
	m := specFile().FindStringSubmatch(filepath.Base(name))
	if m == nil || dated().MatchString(filepath.Base(name)) {
		return 0, false
	}
	n, err := strconv.Atoi(m[2])
	return n, err == nil
}
