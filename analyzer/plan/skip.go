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
//
// Most of a plan is passed over here, so the window and the position are kept
// in local variables; pos is only right while another method runs.
func (s *scanner) skip() {
	stack := s.stack[:0]
	state := wantValue
	buf, p := s.buf[:s.end], s.pos
	for {
		if p >= len(buf) {
			s.pos = p
			if !s.more() {
				s.syntax("the rest of a value")
				return
			}
			buf, p = s.buf[:s.end], s.pos
		}
		b := buf[p]
		switch b {
		case ' ', '\t', '\r', '\n':
			p++
			continue
		case '"':
			if state == wantComma {
				s.pos = p
				s.syntax("a comma or the end of the list or object")
				return
			}
			q := shortString(buf, p+1)
			if q < len(buf) && buf[q] == '"' {
				p = q + 1
			} else {
				s.pos = q - 1
				s.skipString()
				if s.err != nil {
					return
				}
				buf, p = s.buf[:s.end], s.pos
			}
			if state == wantKey || state == wantFirstKey {
				if p < len(buf) && buf[p] == ':' {
					p++
				} else {
					s.pos = p
					if s.space() != ':' {
						s.syntax("a colon")
						return
					}
					s.pos++
					buf, p = s.buf[:s.end], s.pos
				}
				state = wantValue
				continue
			}
		case ',':
			if state != wantComma {
				s.pos = p
				s.syntax(wanted[state])
				return
			}
			p++
			state = wantValue
			if stack[len(stack)-1] == '{' {
				state = wantKey
			}
			continue
		case '{', '[':
			if state != wantValue && state != wantFirstValue {
				s.pos = p
				s.syntax(wanted[state])
				return
			}
			if len(stack)+len(s.open) >= maxDepth {
				s.pos = p
				s.fail(badSyntax, "nested too deep (more than 1000 levels)", nil)
				return
			}
			stack = append(stack, b)
			p++
			state = wantFirstKey
			if b == '[' {
				state = wantFirstValue
			}
			continue
		case '}', ']':
			empty := state == wantFirstKey && b == '}' || state == wantFirstValue && b == ']'
			if state != wantComma && !empty {
				s.pos = p
				s.syntax(wanted[state])
				return
			}
			if stack[len(stack)-1] != b-2 { // '{'+2 is '}', '['+2 is ']'
				s.pos = p
				s.syntax("the other kind of bracket")
				return
			}
			stack = stack[:len(stack)-1]
			p++
		default:
			s.pos = p
			if state != wantValue && state != wantFirstValue {
				s.syntax(wanted[state])
				return
			}
			if p+4 < len(buf) && (string(buf[p:p+4]) == "true" || string(buf[p:p+4]) == "null") {
				p += 4
				break
			}
			s.skipScalar(b)
			if s.err != nil {
				return
			}
			buf, p = s.buf[:s.end], s.pos
		}
		if len(stack) == 0 {
			s.stack, s.pos = stack, p
			return
		}
		state = wantComma
	}
}

// wanted names the states for people.
var wanted = [...]string{
	wantValue: "a value", wantFirstValue: "a value or the end of the list", wantFirstKey: "a member name or the end of the object",
	wantKey: "a member name", wantComma: "a comma or the end of the list or object",
}

// shortString looks for the end of a string from p on, over simple escapes, and
// returns where it stopped: at the closing quote, or at something that skipString
// must look at.
func shortString(buf []byte, p int) int {
	for p+8 <= len(buf) {
		m := special(binary.LittleEndian.Uint64(buf[p:]))
		if m == 0 {
			p += 8
			continue
		}
		p += bits.TrailingZeros64(m) >> 3
		if buf[p] != '\\' || p+1 >= len(buf) {
			return p
		}
		switch buf[p+1] {
		case '"', '\\', '/', 'n', 't', 'r', 'b', 'f':
			p += 2
		case 'u': // of <, > and & in every plan
			if p+6 > len(buf) || !isHex(buf[p+2]) || !isHex(buf[p+3]) || !isHex(buf[p+4]) || !isHex(buf[p+5]) {
				return p
			}
			p += 6
		default:
			return p
		}
	}
	return p
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
	if end := s.pos + len(word); end <= s.end && string(s.buf[s.pos:end]) == word {
		s.pos = end
		return
	}
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
	p, buf := s.pos, s.buf[:s.end]
	if buf[p] >= '1' && buf[p] <= '9' { // nearly all of them
		for p++; p < len(buf) && buf[p] >= '0' && buf[p] <= '9'; p++ {
		}
		if p < len(buf) && (buf[p] == ',' || buf[p] == '}' || buf[p] == ']') {
			s.pos = p
			return
		}
	}
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
