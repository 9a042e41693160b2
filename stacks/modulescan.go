package stacks

import (
	"bytes"
)

// moduleCalls returns the module calls in an OpenTofu file whose source is a
// local path, in the order of the file. It reads the file's tokens and builds
// no syntax tree, because it runs over every stack's code.
func moduleCalls(src []byte, name string) []moduleCall {
	if !bytes.Contains(src, []byte(`"./`)) && !bytes.Contains(src, []byte(`"../`)) {
		return nil
	}
	var calls []moduleCall
	s := codeScanner{src: src}
	depth := 0
	var head []token // the tokens of the current line at depth 0
	inModule := false
	for {
		t := s.next()
		switch t.kind {
		case endOfFile:
			return calls
		case newline:
			head = head[:0]
			continue
		case opening:
			if depth == 0 {
				inModule = t.text == "{" && isModuleHead(head)
			}
			depth++
			head = head[:0]
			continue
		case closing:
			depth = max(0, depth-1)
			head = head[:0]
			continue
		}
		head = append(head, t)
		if inModule && depth == 1 && len(head) == 3 && head[0].is(word, "source") && head[1].is(other, "=") &&
			t.kind == text && isLocal(t.text) {
			calls = append(calls, moduleCall{source: t.text, rng: rangeAt(name, src, s.at-len(t.text)-2, s.at)})
		}
	}
}

// isModuleHead tells whether the tokens before a brace are a module block's
// type and its one label.
func isModuleHead(head []token) bool {
	return len(head) == 2 && head[0].is(word, "module") && (head[1].kind == word || head[1].kind == text)
}

type tokenKind int

const (
	endOfFile tokenKind = iota
	newline
	word     // an identifier or number
	text     // a string without templates, unquoted
	template // a string with templates
	opening  // { [ (
	closing  // } ] )
	other
)

type token struct {
	kind tokenKind
	text string
}

func (t token) is(kind tokenKind, s string) bool { return t.kind == kind && t.text == s }

// A codeScanner splits HCL into the few kinds of tokens that finding module
// calls needs. Broken code gives some tokens too, and never an endless loop.
type codeScanner struct {
	src []byte
	at  int
}

func (s *codeScanner) next() token {
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case c == '\n':
			s.at++
			return token{kind: newline}
		case c == ' ' || c == '\t' || c == '\r':
			s.at++
		case c == '#' || c == '/' && s.peek(1) == '/':
			s.skipTo("\n", 0)
		case c == '/' && s.peek(1) == '*':
			s.at += 2
			s.skipTo("*/", 2)
		case c == '"':
			return s.quoted()
		case c == '<' && s.peek(1) == '<' && (isWord(s.peek(2)) || s.peek(2) == '-' && isWord(s.peek(3))):
			s.heredoc()
			return token{kind: template}
		case c == '{' || c == '[' || c == '(':
			s.at++
			return token{opening, string(c)}
		case c == '}' || c == ']' || c == ')':
			s.at++
			return token{closing, string(c)}
		case isWord(c):
			from := s.at
			for s.at < len(s.src) && isWord(s.src[s.at]) {
				s.at++
			}
			return token{word, string(s.src[from:s.at])}
		default:
			s.at++
			return token{other, string(c)}
		}
	}
	return token{}
}

func (s *codeScanner) peek(n int) byte {
	if s.at+n < len(s.src) {
		return s.src[s.at+n]
	}
	return 0
}

// skipTo moves to the next mark, or past it by n, or to the end.
func (s *codeScanner) skipTo(mark string, n int) {
	if i := bytes.Index(s.src[s.at:], []byte(mark)); i >= 0 {
		s.at += i + n
	} else {
		s.at = len(s.src)
	}
}

// quoted reads a string that starts here. Templates in it may hold strings
// again.
func (s *codeScanner) quoted() token {
	s.at++
	from, kind := s.at, text
	depth := 0 // of template braces
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case depth == 0 && c == '\\':
			kind = template // an escape: not a plain path
			s.at++
		case depth == 0 && (c == '$' || c == '%') && s.peek(1) == '{':
			kind = template
			if s.at > from && s.src[s.at-1] == c {
				break // $${ is a literal
			}
			depth = 1
			s.at++
		case depth == 0 && c == '"':
			s.at++
			return token{kind, string(s.src[from : s.at-1])}
		case depth == 0 && c == '\n':
			return token{kind: template} // unterminated
		case depth > 0 && c == '{':
			depth++
		case depth > 0 && c == '}':
			depth--
		case depth > 0 && c == '"':
			s.quoted()
			continue
		}
		s.at++
	}
	return token{kind: template}
}

// heredoc passes over a heredoc that starts here.
func (s *codeScanner) heredoc() {
	s.at += 2
	if s.peek(0) == '-' {
		s.at++
	}
	from := s.at
	for s.at < len(s.src) && isWord(s.src[s.at]) {
		s.at++
	}
	mark := s.src[from:s.at]
	s.skipTo("\n", 0)
	for s.at < len(s.src) {
		s.at++ // the line break
		line := s.src[s.at:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		if bytes.Equal(bytes.TrimSpace(line), mark) {
			s.at += len(line)
			return
		}
		s.skipTo("\n", 0)
	}
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c >= 0x80
}
