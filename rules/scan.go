package rules

import "unicode"

// A scanner reads the small notations inside of texts.
type scanner struct {
	r      *reader
	text   []rune
	at     int
	pos    Pos // of the text
	quoted int // 1 if a quote stands before the text, -1 if it has several lines
	what   string
	count  int
	failed bool
}

func (s *scanner) end() bool { return s.at >= len(s.text) || s.failed }

func (s *scanner) peek() rune {
	if s.end() {
		return 0
	}
	return s.text[s.at]
}

func (s *scanner) next() rune {
	c := s.peek()
	s.at++
	return c
}

func (s *scanner) take(c rune) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) while(ok func(rune) bool) string {
	from := s.at
	for !s.end() && ok(s.text[s.at]) {
		s.at++
	}
	return string(s.text[from:s.at])
}

func (s *scanner) space() { s.while(unicode.IsSpace) }

// repeat reads "?", "*" or "+".
func (s *scanner) repeat() (optional, many bool) {
	switch {
	case s.take('?'):
		return true, false
	case s.take('*'):
		return true, true
	case s.take('+'):
		return false, true
	}
	return false, false
}

// fault reports what is wrong where the scanner stands, and ends the reading.
func (s *scanner) fault(format string, args ...any) {
	if !s.failed {
		s.faultAt(min(s.at, len(s.text)), format, args...)
	}
	s.failed = true
}

func (s *scanner) faultAt(at int, format string, args ...any) {
	s.r.fault(s.posAt(at), s.what+": "+format, args...)
}

// posAt gives the place of a rune of the text; of a text in several lines only
// the start is known.
func (s *scanner) posAt(at int) Pos {
	pos := s.pos
	if s.quoted >= 0 {
		pos.Column += s.quoted + at
	}
	return pos
}
