package document

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A span is a range of bytes, [start, end).
type span struct{ start, end int }

// A block is a top-level block: whole lines, without the last line's end.
type block struct {
	span
	node ast.Node
}

// A section is a heading and the blocks up to the next heading of any level.
// The first section has no heading.
type section struct {
	head   block
	level  int
	title  string // as normal gives it
	after  string // of it, what stands behind a colon, such as "Phase 2: Apply"
	blocks []block
}

// markdown finds the blocks of Markdown as GitHub does. It holds no state.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(tableBlocks{}, 200)), // after link definitions
	)
})

// pseudoLevel is the level of a heading that is a bold line: below all others.
const pseudoLevel = 7

// boldLine is a paragraph that is one line in bold.
var boldLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^ {0,3}(?:\*\*([^*\n]{1,60})\*\*|__([^_\n]{1,60})__)[ \t]*:?[ \t]*$`)
})

// pseudoTitle returns the title of a paragraph that stands in for a heading.
func pseudoTitle(src []byte, b block) string {
	if b.node.Kind() != ast.KindParagraph || b.end-b.start > 80 {
		return ""
	}
	m := boldLine().FindSubmatch(src[b.start:b.end])
	if m == nil {
		return ""
	}
	return normal(string(m[1]) + string(m[2]))
}

// outline cuts a document into sections. Bold lines count as headings where
// one of them is a title that is known.
func outline(src []byte, known func(title string) bool) []section {
	root := markdown().Parse(text.NewReader(body(src)))
	var all []block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		start := lineStart(src, min(max(n.Pos(), 0), len(src)))
		if len(all) > 0 && start <= all[len(all)-1].start {
			continue // no line of its own
		}
		all = append(all, block{span{start, start}, n})
	}
	for i := range all {
		end := len(src)
		if i+1 < len(all) {
			end = all[i+1].start
		}
		all[i].end = trimBlank(src, all[i].start, end)
	}
	bold := slices.ContainsFunc(all, func(b block) bool { return known(pseudoTitle(src, b)) })
	sections := []section{{}}
	for _, b := range all {
		if title := ""; bold {
			if title = pseudoTitle(src, b); title != "" {
				sections = append(sections, section{head: b, level: pseudoLevel, title: title})
				continue
			}
		}
		if h, ok := b.node.(*ast.Heading); ok {
			s := section{head: b, level: h.Level, title: normal(plainText(h, src))}
			if _, rest, ok := bytes.Cut(src[b.start:b.end], []byte(": ")); ok && h.Level > 1 {
				s.after = normal(strings.TrimRight(string(rest), "# \t\r\n=-"))
			}
			sections = append(sections, s)
			continue
		}
		last := &sections[len(sections)-1]
		last.blocks = append(last.blocks, b)
	}
	return sections
}

// body returns src with a byte-order mark and front matter blanked out, so
// that positions stay as they are.
func body(src []byte) []byte {
	end := 0
	if bytes.HasPrefix(src, []byte("\ufeff")) {
		end = 3
	}
	end = frontMatter(src, end)
	if end == 0 {
		return src
	}
	out := bytes.Clone(src)
	for i := range out[:end] {
		if out[i] != '\n' && out[i] != '\r' {
			out[i] = ' '
		}
	}
	return out
}

// frontMatter returns where the front matter that starts at from ends, or
// from when there is none.
func frontMatter(src []byte, from int) int {
	first := lineEnd(src, from)
	fence := strings.TrimRight(string(src[from:first]), " \t")
	if fence != "---" && fence != "+++" {
		return from
	}
	for at := nextLine(src, first); at < len(src); at = nextLine(src, lineEnd(src, at)) {
		l := strings.TrimRight(string(src[at:lineEnd(src, at)]), " \t")
		if l == fence || (fence == "---" && l == "...") {
			return lineEnd(src, at)
		}
	}
	return from
}

// lineStart returns the offset where the line that holds at starts.
func lineStart(src []byte, at int) int {
	return bytes.LastIndexByte(src[:at], '\n') + 1
}

// lineEnd returns the offset where the line that holds at ends, before its
// line break.
func lineEnd(src []byte, at int) int {
	end := bytes.IndexByte(src[at:], '\n')
	if end < 0 {
		return len(src)
	}
	end += at
	if end > at && src[end-1] == '\r' {
		end--
	}
	return end
}

// nextLine returns the start of the line after the one that ends at end.
func nextLine(src []byte, end int) int {
	if i := bytes.IndexByte(src[end:], '\n'); i >= 0 {
		return end + i + 1
	}
	return len(src)
}

// trimBlank returns the end of the last line of src[start:end] that holds
// more than white space.
func trimBlank(src []byte, start, end int) int {
	for end > start {
		l := lineStart(src, end-1)
		if src[end-1] != '\n' && l < start {
			l = start
		}
		if len(bytes.TrimSpace(src[l:end])) > 0 {
			if src[end-1] == '\n' {
				end--
				if end > start && src[end-1] == '\r' {
					end--
				}
			}
			return end
		}
		end = l
	}
	return start
}

// plainText returns the text of a node without its marks.
func plainText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if in {
				b.Write(n.Segment.Value(src))
				b.WriteByte(' ')
			}
		case *ast.String:
			if in {
				b.Write(n.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

var numbering = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:\d+[.)]?)(?:\d+[.)]?)*\s+`) })

// normal returns a name as it is compared: lower case, words parted by one
// space, without numbering, marks and pictures.
func normal(s string) string {
	s = strings.TrimSpace(s)
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = numbering().ReplaceAllString(s, "")
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}
