package skim

import "unicode/utf8"

// A Block is one top-level block.
type Block struct {
	Type   string
	Labels []string
	// Attrs are the names of its attributes, in the order of the file.
	Attrs []string
	// Nested tells that it holds blocks.
	Nested bool
}

// A File is what a skimmed file holds.
type File struct {
	Blocks []Block
	Attrs  []string // top-level attributes
}

// deepest is how deep brackets and blocks may be nested.
const deepest = 60

// Read skims a file. It reports false when the file may be wrong, or holds what
// this package does not know.
func Read(src []byte) (File, bool) {
	for _, c := range src {
		if c >= utf8.RuneSelf {
			if !utf8.Valid(src) {
				return File{}, false
			}
			break
		}
	}
	s := skimmer{src: string(src)}
	attrs, _, ok := s.body()
	s.file.Attrs = attrs
	return s.file, ok && s.at == len(s.src)
}

type skimmer struct {
	src   string
	at    int
	depth int
	file  File
}

// enter counts a level of nesting; leave takes it back.
func (s *skimmer) enter() bool { s.depth++; return s.depth <= deepest }
func (s *skimmer) leave()      { s.depth-- }

// body reads items up to the end of the file, or to the brace that closes a
// block, and returns the names of its attributes and whether it holds blocks.
func (s *skimmer) body() (attrs []string, nested, ok bool) {
	if !s.enter() {
		return nil, false, false
	}
	defer s.leave()
	top := s.depth == 1
	for {
		if !s.emptyLines() {
			return nil, false, false
		}
		if s.at == len(s.src) || s.src[s.at] == '}' {
			return attrs, nested, top == (s.at == len(s.src))
		}
		name := s.word()
		s.blanks()
		switch {
		case name == "":
			return nil, false, false
		case s.peek() == '=' && s.next() != '=':
			for _, known := range attrs {
				if known == name {
					return nil, false, false
				}
			}
			attrs = append(attrs, name)
			s.at++
			s.blanks()
			if !s.expression(false) {
				return nil, false, false
			}
		default:
			block, ok := s.block(name)
			if !ok {
				return nil, false, false
			}
			nested = true
			if top {
				s.file.Blocks = append(s.file.Blocks, block)
			}
		}
		if !s.endOfLine() {
			return nil, false, false
		}
	}
}

// block reads labels and the body of a block whose type has been read.
func (s *skimmer) block(kind string) (Block, bool) {
	b := Block{Type: kind}
	for s.peek() != '{' {
		label := ""
		if s.peek() == '"' {
			from := s.at + 1
			if !s.plainString() {
				return b, false
			}
			label = s.src[from : s.at-1]
		} else if label = s.word(); label == "" {
			return b, false
		}
		b.Labels = append(b.Labels, label)
		s.blanks()
	}
	s.at++
	s.blanks()
	if s.peek() == '}' {
		s.at++
		return b, true
	}
	if isLetter(s.peek()) {
		return b, s.oneLine(&b)
	}
	if !s.endOfLine() {
		return b, false
	}
	var ok bool
	b.Attrs, b.Nested, ok = s.body()
	if !ok || s.peek() != '}' {
		return b, false
	}
	s.at++
	return b, true
}

// oneLine reads the one attribute of a block of one line, and the brace.
func (s *skimmer) oneLine(b *Block) bool {
	name := s.word()
	s.blanks()
	if name == "" || s.peek() != '=' || s.next() == '=' {
		return false
	}
	b.Attrs = []string{name}
	s.at++
	return s.lineToBrace()
}

// endOfLine reads blanks, a comment and the end of the line or the file.
func (s *skimmer) endOfLine() bool {
	s.blanks()
	if !s.comment() {
		return false
	}
	switch {
	case s.at == len(s.src):
		return true
	case s.src[s.at] == '\n':
		s.at++
		return true
	}
	return false
}

// emptyLines reads lines without content, and the blanks before what follows.
func (s *skimmer) emptyLines() bool {
	for {
		s.blanks()
		if !s.comment() {
			return false
		}
		if s.peek() != '\n' {
			return true
		}
		s.at++
	}
}

// comment reads a comment up to the end of its line, if there is one here.
func (s *skimmer) comment() bool {
	if s.peek() != '#' && (s.peek() != '/' || s.next() != '/') {
		return true
	}
	for s.at < len(s.src) && s.src[s.at] != '\n' {
		if c := s.src[s.at]; c < ' ' && c != '\t' || c == 0x7f {
			return false
		}
		s.at++
	}
	return true
}

func (s *skimmer) blanks() {
	for s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t') {
		s.at++
	}
}

// peek returns the next byte, and next the one after it; 0 at the end.
func (s *skimmer) peek() byte { return s.byteAt(s.at) }
func (s *skimmer) next() byte { return s.byteAt(s.at + 1) }

func (s *skimmer) byteAt(i int) byte {
	if i < len(s.src) {
		return s.src[i]
	}
	return 0
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// word reads an identifier, or nothing.
func (s *skimmer) word() string {
	from := s.at
	if !isLetter(s.peek()) {
		return ""
	}
	for c := s.peek(); isLetter(c) || isDigit(c) || c == '-'; c = s.peek() {
		s.at++
	}
	if s.peek() >= utf8.RuneSelf {
		return "" // a letter of another alphabet may go on
	}
	return s.src[from:s.at]
}
