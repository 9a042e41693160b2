package plan

// leave skips the rest of everything that is open beyond depth, after a value
// there was of an unexpected type: the scanner stands at that value.
func (s *scanner) leave(depth int) {
	if s.space() == 0 {
		s.syntax("a value")
		return
	}
	s.skip()
	for s.err == nil && s.depth > depth {
		switch b := s.space(); b {
		case '}', ']':
			s.pos++
			s.depth--
		case ',':
			s.pos++
			s.space()
			s.skip()
			if s.space() == ':' {
				s.pos++
				s.space()
				s.skip()
			}
		default:
			s.syntax("a comma or the end of a list or object")
		}
	}
}
