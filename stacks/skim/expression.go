package skim

import "strings"

// expression reads an expression. Inside of brackets, free, it may go over
// several lines.
func (s *skimmer) expression(free bool) bool {
	if !s.enter() {
		return false
	}
	defer s.leave()
	for {
		for s.peek() == '!' && s.next() != '=' || s.peek() == '-' {
			s.at++
			s.space(free)
		}
		if !s.term() {
			return false
		}
		if !s.space(free) {
			return false
		}
		if s.peek() == '?' {
			s.at++
			if !s.space(free) || !s.expression(free) || !s.space(free) || s.peek() != ':' {
				return false
			}
			s.at++
			return s.space(free) && s.expression(free)
		}
		if !s.operator() {
			return true
		}
		if !s.space(free) {
			return false
		}
	}
}

// space reads blanks, and where lines do not count line breaks and comments.
func (s *skimmer) space(free bool) bool {
	if free {
		return s.emptyLines()
	}
	s.blanks()
	return true
}

// operator reads a binary operator, if there is one here.
func (s *skimmer) operator() bool {
	rest := s.src[s.at:]
	for _, op := range []string{"==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%"} {
		if strings.HasPrefix(rest, op) {
			if rest[0] == '/' && len(rest) > 1 && (rest[1] == '/' || rest[1] == '*') || strings.HasPrefix(rest, "<<") {
				return false // a comment, or a heredoc
			}
			s.at += len(op)
			return true
		}
	}
	return false
}

// term reads a value with the steps into it.
func (s *skimmer) term() bool {
	switch c := s.peek(); {
	case c == '"':
		return s.template() && s.steps()
	case c == '<':
		return s.heredoc()
	case isDigit(c):
		return s.number()
	case c == '[':
		return s.tuple() && s.steps()
	case c == '{':
		return s.object() && s.steps()
	case c == '(':
		s.at++
		if !s.space(true) || !s.expression(true) || !s.space(true) || s.peek() != ')' {
			return false
		}
		s.at++
		return s.steps()
	}
	if s.word() == "" {
		return false
	}
	if s.peek() == '(' && !s.arguments() {
		return false
	}
	return s.steps()
}

// steps reads attribute names and indexes behind a value.
func (s *skimmer) steps() bool {
	for {
		switch s.peek() {
		case '.':
			s.at++
			if s.word() == "" {
				return false
			}
		case '[':
			s.at++
			if s.peek() == '*' && s.next() == ']' {
				s.at += 2
				continue
			}
			if !s.space(true) || !s.expression(true) || !s.space(true) || s.peek() != ']' {
				return false
			}
			s.at++
		case ' ', '\t':
			// A step after a blank is legal and rare.
			at := s.at
			s.blanks()
			if c := s.peek(); c == '.' || c == '[' || c == '(' {
				return false
			}
			s.at = at
			return true
		case '(', '"', '{', ':':
			return s.peek() == ':' && s.next() != ':'
		default:
			return true
		}
	}
}

// number reads digits with at most one point.
func (s *skimmer) number() bool {
	for isDigit(s.peek()) {
		s.at++
	}
	if s.peek() == '.' {
		s.at++
		if !isDigit(s.peek()) {
			return false
		}
		for isDigit(s.peek()) {
			s.at++
		}
	}
	c := s.peek()
	return !isLetter(c) && c != '.' && c != '[' && c != '(' && c < 0x80
}

// arguments reads the arguments of a function call.
func (s *skimmer) arguments() bool {
	s.at++
	if !s.space(true) {
		return false
	}
	for s.peek() != ')' {
		if !s.expression(true) || !s.space(true) {
			return false
		}
		if s.peek() == ')' {
			break
		}
		if s.peek() != ',' {
			return false
		}
		s.at++
		if !s.space(true) || s.peek() == ')' {
			return false
		}
	}
	s.at++
	return true
}

// tuple reads a list.
func (s *skimmer) tuple() bool {
	s.at++
	if !s.space(true) {
		return false
	}
	if s.isFor() {
		return s.forExpression(']')
	}
	for s.peek() != ']' {
		if !s.expression(true) || !s.space(true) {
			return false
		}
		if s.peek() == ',' {
			s.at++
			if !s.space(true) {
				return false
			}
		} else if s.peek() != ']' {
			return false
		}
	}
	s.at++
	return true
}

// isFor tells whether a for expression starts here.
func (s *skimmer) isFor() bool {
	at := s.at
	defer func() { s.at = at }()
	return s.word() == "for"
}

// forExpression reads a for expression up to its closing bracket.
func (s *skimmer) forExpression(end byte) bool {
	s.at += len("for")
	if !s.space(true) || s.word() == "" || !s.space(true) {
		return false
	}
	if s.peek() == ',' {
		s.at++
		if !s.space(true) || s.word() == "" || !s.space(true) {
			return false
		}
	}
	if s.word() != "in" || !s.space(true) || !s.expression(true) || !s.space(true) || s.peek() != ':' {
		return false
	}
	s.at++
	if !s.space(true) || !s.expression(true) || !s.space(true) {
		return false
	}
	if s.peek() == '=' && s.next() == '>' {
		s.at += 2
		if end != '}' || !s.space(true) || !s.expression(true) || !s.space(true) {
			return false
		}
	} else if end == '}' {
		return false
	}
	if s.peek() != end && (s.word() != "if" || !s.space(true) || !s.expression(true) || !s.space(true)) {
		return false
	}
	if s.peek() != end {
		return false
	}
	s.at++
	return true
}

// object reads an object. Its items end with a comma or a line break.
func (s *skimmer) object() bool {
	if !s.enter() {
		return false
	}
	defer s.leave()
	s.at++
	if !s.emptyLines() {
		return false
	}
	if s.isFor() {
		return s.forExpression('}')
	}
	for s.peek() != '}' {
		if s.peek() == '"' {
			if !s.plainString() {
				return false
			}
		} else if s.word() == "" {
			return false
		}
		s.blanks()
		if s.peek() != '=' && s.peek() != ':' || s.next() == '=' || s.next() == ':' || s.next() == '>' {
			return false
		}
		s.at++
		s.blanks()
		if !s.expression(false) {
			return false
		}
		s.blanks()
		switch s.peek() {
		case '}':
		case ',':
			s.at++
			if !s.emptyLines() {
				return false
			}
		default:
			if !s.endOfLine() || !s.emptyLines() {
				return false
			}
		}
	}
	s.at++
	return true
}

// plainString reads a string without templates and escapes.
func (s *skimmer) plainString() bool {
	s.at++
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c == '"':
			s.at++
			return true
		case c == '\\' || c == '$' || c == '%' || c < ' ' || c == 0x7f:
			return false
		}
		s.at++
	}
	return false
}

// template reads a string that may hold interpolations of one line.
func (s *skimmer) template() bool {
	s.at++
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c == '"':
			s.at++
			return true
		case c == '\\':
			if !strings.ContainsRune(`nrt"\`, rune(s.next())) || s.next() == 0 {
				return false
			}
			s.at++
		case c == '$' && s.next() == '{':
			if !s.interpolation() {
				return false
			}
			continue
		case (c == '$' || c == '%') && (s.next() == c || s.next() == '{'), c < ' ', c == 0x7f:
			return false
		}
		s.at++
	}
	return false
}

// interpolation reads ${ and } with an expression of one line between them.
func (s *skimmer) interpolation() bool {
	s.at += len("${")
	return s.lineToBrace()
}

// lineToBrace reads an expression of one line and the brace behind it.
func (s *skimmer) lineToBrace() bool {
	s.blanks()
	if !s.expression(false) {
		return false
	}
	s.blanks()
	if s.peek() != '}' {
		return false
	}
	s.at++
	return true
}

// heredoc reads lines up to the one that holds its mark, and not the end of
// that one.
func (s *skimmer) heredoc() bool {
	if s.next() != '<' {
		return false
	}
	s.at += 2
	if s.peek() == '-' {
		s.at++
	}
	mark := s.word()
	if mark == "" || s.peek() != '\n' {
		return false
	}
	for s.at < len(s.src) {
		s.at++ // the end of the line before
		length := strings.IndexByte(s.src[s.at:], '\n')
		if length < 0 {
			return false
		}
		line, end := s.src[s.at:s.at+length], s.at+length
		if strings.TrimSpace(line) == mark {
			s.at = end
			return true
		}
		// A mark behind an interpolation may end it too, where nothing
		// stands before.
		if strings.HasSuffix(strings.TrimSpace(line), mark) && strings.Contains(line, "${") || !s.heredocLine(end) {
			return false
		}
	}
	return false
}

// heredocLine reads up to the end of a line.
func (s *skimmer) heredocLine(end int) bool {
	for s.at < end {
		switch c := s.peek(); {
		case c == '$' && s.next() == '{':
			if !s.interpolation() {
				return false
			}
			continue
		case (c == '$' || c == '%') && (s.next() == c || s.next() == '{'), c < ' ' && c != '\t', c == 0x7f:
			return false
		}
		s.at++
	}
	return s.at == end
}
