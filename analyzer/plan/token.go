package plan

import "strconv"

// object reads an object and calls member for each name, which must read the
// value. The name is valid until the next read. A null counts as no members;
// anything else is an error of type.
func (s *scanner) object(member func(name []byte)) {
	switch s.space() {
	case '{':
	case 'n':
		s.literal("null")
		return
	default:
		s.wrongType("an object")
		return
	}
	s.pos++
	if !s.deeper('{') {
		return
	}
	at := len(s.ptr)
	for first := true; s.err == nil; first = false {
		b := s.space()
		switch {
		case b == '}':
			s.pos++
			s.open = s.open[:len(s.open)-1]
			s.ptr = s.ptr[:at]
			return
		case first:
		case b == ',':
			s.pos++
			b = s.space()
		default:
			s.syntax("a comma or the end of the object")
			return
		}
		if b != '"' {
			s.syntax("a member name")
			return
		}
		s.key = s.appendString(s.key[:0])
		if s.space() != ':' {
			s.syntax("a colon")
			return
		}
		s.pos++
		s.ptr = appendPointer(s.ptr[:at], s.key)
		member(s.key)
	}
}

// array reads a list and calls element for each element, which must read it. A
// null counts as an empty list.
func (s *scanner) array(element func(i int)) {
	switch s.space() {
	case '[':
	case 'n':
		s.literal("null")
		return
	default:
		s.wrongType("a list")
		return
	}
	s.pos++
	if !s.deeper('[') {
		return
	}
	at := len(s.ptr)
	for i := 0; s.err == nil; i++ {
		b := s.space()
		switch {
		case b == ']':
			s.pos++
			s.open = s.open[:len(s.open)-1]
			s.ptr = s.ptr[:at]
			return
		case i == 0:
		case b == ',':
			s.pos++
			s.space()
		default:
			s.syntax("a comma or the end of the list")
			return
		}
		s.ptr = strconv.AppendInt(append(s.ptr[:at], '/'), int64(i), 10)
		element(i)
	}
}

func (s *scanner) deeper(bracket byte) bool {
	if s.open = append(s.open, bracket); len(s.open) > maxDepth {
		s.fail(badSyntax, "nested too deep (more than 1000 levels)", nil)
		return false
	}
	return true
}

// wrongType fails because the next value is not what is wanted, or no value.
func (s *scanner) wrongType(want string) {
	switch b := s.space(); {
	case b == 0:
		s.syntax(want)
	case b == '"' || b == '{' || b == '[' || b == 't' || b == 'f' || b == 'n' || b == '-' || b >= '0' && b <= '9':
		s.fail(badType, "expected "+want+" here", nil)
	default:
		s.syntax(want)
	}
}

// appendString reads a string and appends what it means to to.
func (s *scanner) appendString(to []byte) []byte {
	if s.space() != '"' {
		s.wrongType("a string")
		return to
	}
	held := s.hold()
	start := s.pos - s.mark
	s.skipString()
	if s.err == nil {
		to = unquote(to, s.buf[s.mark+start:s.pos])
	}
	s.release(held)
	return to
}

// stringOrNull reads a string; null gives the empty one.
func (s *scanner) stringOrNull(to []byte) []byte {
	if s.space() == 'n' {
		s.literal("null")
		return to[:0]
	}
	return s.appendString(to[:0])
}

// text reads a string, or null, into a new string.
func (s *scanner) text() string {
	s.key = s.stringOrNull(s.key)
	return string(s.key)
}

// texts reads a list of strings.
func (s *scanner) texts() []string {
	var out []string
	s.array(func(int) { out = append(out, s.text()) })
	return out
}

// boolean reads true or false; null gives ok false.
func (s *scanner) boolean() (v, ok bool) {
	switch s.space() {
	case 't':
		s.literal("true")
		return true, true
	case 'f':
		s.literal("false")
		return false, true
	case 'n':
		s.literal("null")
		return false, false
	}
	s.wrongType("true or false")
	return false, false
}

// hold keeps the window from pos on, unless an outer hold does already.
func (s *scanner) hold() (mine bool) {
	if s.mark >= 0 {
		return false
	}
	s.mark = s.pos
	return true
}

// release ends a hold.
func (s *scanner) release(mine bool) {
	if mine {
		s.mark = -1
	}
}

// A span is a value in the held part of the window, relative to mark.
type span struct{ from, to int }

// capture skips one value and returns where it is. A hold must be on.
func (s *scanner) capture() span {
	s.space()
	from := s.pos - s.mark
	s.skip()
	return span{from, s.pos - s.mark}
}

// bytes returns a captured value. It is valid until the hold ends or the
// scanner moves on.
func (s *scanner) bytes(p span) []byte {
	if p.to == 0 {
		return nil
	}
	return s.buf[s.mark+p.from : s.mark+p.to]
}

func appendPointer(ptr, key []byte) []byte {
	ptr = append(ptr, '/')
	for _, b := range key {
		switch b {
		case '~':
			ptr = append(ptr, '~', '0')
		case '/':
			ptr = append(ptr, '~', '1')
		default:
			ptr = append(ptr, b)
		}
	}
	return ptr
}
