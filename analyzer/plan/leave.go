package plan

// leave skips the rest of everything that is open beyond depth, after a value
// there was of an unexpected type: the scanner stands at that value.
func (s *scanner) leave(depth int) {
	s.space()
	s.skip()
	for s.err == nil && len(s.open) > depth {
		last := s.open[len(s.open)-1]
		switch b := s.space(); b {
		case last + 2: // '{'+2 is '}', '['+2 is ']'
			s.pos++
			s.open = s.open[:len(s.open)-1]
		case ',':
			s.pos++
			if last == '{' {
				s.skipName()
			}
			s.space()
			s.skip()
		default:
			s.syntax("a comma or the end of a list or object")
		}
	}
}

// skipName passes over a member's name and the colon.
func (s *scanner) skipName() {
	if s.space() != '"' {
		s.syntax("a member name")
		return
	}
	s.skipString()
	if s.space() != ':' {
		s.syntax("a colon")
		return
	}
	s.pos++
}
