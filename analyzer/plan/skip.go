package plan

import (
	"encoding/binary"
	"math/bits"
)

// What skip expects next.
const (
	wantValue      = iota // any value
	wantFirstValue        // a value or the end of an empty list
	wantFirstKey          // a member name or the end of an empty object
	wantKey               // a member name
	wantComma             // a comma or the end of what is open
)

// skip passes over one value. It checks that the brackets, commas, names and
// strings in it are as JSON has them.
func (s *scanner) skip() {
	stack := s.stack[:0]
	state := wantValue
	for {
		if s.pos >= s.end && !s.more() {
			s.syntax("the rest of a value")
			return
		}
		b := s.buf[s.pos]
		switch b {
		case ' ', '\t', '\r', '\n':
			s.pos++
			continue
		}
		switch state {
		case wantFirstKey, wantKey:
			if b == '}' && state == wantFirstKey {
				break
			}
			if b != '"' {
				s.syntax("a member name")
				return
			}
			s.skipString()
			if s.space() != ':' {
				s.syntax("a colon")
				return
			}
			s.pos++
			state = wantValue
			continue
		case wantComma:
			if b == ',' {
				s.pos++
				state = wantValue
				if stack[len(stack)-1] == '{' {
					state = wantKey
				}
				continue
			}
			if b != '}' && b != ']' {
				s.syntax("a comma or the end of the list or object")
				return
			}
		case wantFirstValue:
			if b == ']' {
				break
			}
			state = wantValue
		}
		if state == wantValue {
			switch b {
			case '"':
				s.skipString()
			case '{', '[':
				if len(stack)+len(s.open) >= maxDepth {
					s.fail(badSyntax, "nested too deep (more than 1000 levels)", nil)
					return
				}
				stack = append(stack, b)
				s.pos++
				state = wantFirstKey
				if b == '[' {
					state = wantFirstValue
				}
				continue
			default:
				s.skipScalar(b)
			}
		} else {
			if stack[len(stack)-1] != b-2 { // '{'+2 is '}', '['+2 is ']'
				s.syntax("the other kind of bracket")
				return
			}
			stack = stack[:len(stack)-1]
			s.pos++
		}
		if s.err != nil {
			return
		}
		if len(stack) == 0 {
			s.stack = stack
			return
		}
		state = wantComma
	}
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// special flags the quotes, backslashes and control characters among eight
// bytes. The lowest flag is exact.
func special(w uint64) uint64 {
	q := w ^ '"'*ones
	b := w ^ '\\'*ones
	return ((q-ones)&^q | (b-ones)&^b | (w-0x20*ones)&^w) & highs
}

// skipString passes over a string; pos is at its opening quote.
func (s *scanner) skipString() {
	s.pos++
	for {
		buf := s.buf[:s.end]
		p := s.pos
		for p+8 <= len(buf) {
			if m := special(binary.LittleEndian.Uint64(buf[p:])); m != 0 {
				p += bits.TrailingZeros64(m) >> 3
				break
			}
			p += 8
		}
		for p < len(buf) && buf[p] != '"' && buf[p] != '\\' && buf[p] >= 0x20 {
			p++
		}
		s.pos = p
		if p >= len(buf) {
			if !s.more() {
				s.syntax("the end of a string")
				return
			}
			continue
		}
		switch buf[p] {
		case '"':
			s.pos++
			return
		case '\\':
			s.skipEscape()
			if s.err != nil {
				return
			}
		default:
			s.fail(badSyntax, "a control character in a string", nil)
			return
		}
	}
}

// skipEscape passes over one escape; pos is at its backslash.
func (s *scanner) skipEscape() {
	s.pos++
	if !s.more() {
		s.syntax("the rest of an escape")
		return
	}
	b := s.buf[s.pos]
	s.pos++
	switch b {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return
	case 'u':
		for range 4 {
			if !s.more() || !isHex(s.buf[s.pos]) {
				s.syntax("four hexadecimal digits")
				return
			}
			s.pos++
		}
		return
	}
	s.pos--
	s.fail(badSyntax, "an unknown escape in a string", nil)
}

func isHex(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F'
}

// skipScalar passes over a number or a literal that starts with b.
func (s *scanner) skipScalar(b byte) {
	switch b {
	case 't':
		s.literal("true")
	case 'f':
		s.literal("false")
	case 'n':
		s.literal("null")
	default:
		if b == '-' || b >= '0' && b <= '9' {
			s.skipNumber()
			return
		}
		s.syntax("a value")
	}
}

func (s *scanner) literal(word string) {
	for i := range len(word) {
		if s.pos >= s.end && !s.more() || s.buf[s.pos] != word[i] {
			s.syntax("a value")
			return
		}
		s.pos++
	}
}

func (s *scanner) digits() {
	n := 0
	for (s.pos < s.end || s.more()) && s.buf[s.pos] >= '0' && s.buf[s.pos] <= '9' {
		s.pos++
		n++
	}
	if n == 0 {
		s.syntax("a digit")
	}
}

func (s *scanner) skipNumber() {
	if s.buf[s.pos] == '-' {
		s.pos++
	}
	if s.more() && s.buf[s.pos] == '0' {
		s.pos++
	} else {
		s.digits()
	}
	if s.more() && s.buf[s.pos] == '.' {
		s.pos++
		s.digits()
	}
	if s.more() && s.buf[s.pos]|0x20 == 'e' {
		s.pos++
		if s.more() && (s.buf[s.pos] == '+' || s.buf[s.pos] == '-') {
			s.pos++
		}
		s.digits()
	}
}
