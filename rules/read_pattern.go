package rules

import (
	"slices"
	"strings"
	"unicode"
)

// maxPieces bounds what a pattern costs at each word of a sentence.
const maxPieces = 200

// readPattern reads "^ a:<Country> , b:<Country> (sign|ink) what:([ADJ]* [NOUN]+)".
func (r *reader) readPattern(w word, quoted int) Pattern {
	s := &scanner{r: r, text: []rune(w.text), pos: w.pos, quoted: quoted, what: "pattern"}
	p := Pattern{Text: w.text, Pos: w.pos, Pieces: s.pieces(0)}
	switch {
	case s.failed:
	case !s.end():
		s.fault("closing bracket without an opening one")
	case s.count > maxPieces:
		r.fault(w.pos, "pattern: want at most %d words and brackets, got %d", maxPieces, s.count)
	case p.Keys() == nil && !r.partial:
		r.fault(w.pos, "pattern: could fit anywhere, want a word that it must have")
	}
	return p
}

// pieces reads a sequence up to its end, or to the | or ) of the group that it
// stands in.
func (s *scanner) pieces(depth int) []Piece {
	var all []Piece
	for s.space(); !s.end(); s.space() {
		if c := s.peek(); c == '|' || c == ')' {
			if depth == 0 {
				s.fault("%q without an opening bracket, want \\%c for the sign itself", string(c), c)
			}
			break
		}
		if s.count++; depth > 20 {
			s.fault("brackets in more than 20 others")
			break
		}
		p := s.piece(depth)
		p.Optional, p.Many = s.repeat()
		if c := s.peek(); !s.end() && c != '|' && c != ')' && !unicode.IsSpace(c) {
			s.fault("want a space before %q", string(c))
		}
		if s.failed {
			break
		}
		all = append(all, p)
	}
	return all
}

func (s *scanner) piece(depth int) (p Piece) {
	p.Capture = s.capture()
	switch c := s.peek(); {
	case s.take('<'):
		p.Types = s.names('>', "type", types)
	case s.take('['):
		p.Tags = s.names(']', "tag", tags)
	case s.take('('):
		for {
			p.Alternatives = append(p.Alternatives, s.pieces(depth+1))
			if !s.take('|') {
				break
			}
		}
		if !s.take(')') {
			s.fault("want a closing bracket")
		}
	case s.alone('^'):
		p.Start = true
	case s.alone('$'):
		p.End = true
	case s.alone('_'):
	case c == '$':
		s.list(&p)
	default:
		s.word(&p)
	}
	return p
}

// list reads the words of "$name"; where it has phrases each is an alternative.
func (s *scanner) list(p *Piece) {
	at := s.at
	s.next()
	name := s.while(func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' })
	p.Words = texts(s.r.list(word{name, s.posAt(at)}))
	if !slices.ContainsFunc(p.Words, func(w string) bool { return strings.Contains(w, " ") }) {
		return
	}
	for _, w := range p.Words {
		var phrase []Piece
		for part := range strings.FieldsSeq(w) {
			phrase = append(phrase, Piece{Words: []string{part}})
		}
		p.Alternatives = append(p.Alternatives, phrase)
	}
	p.Words = nil
}

// word reads one word.
func (s *scanner) word(p *Piece) {
	at := s.at
	var b strings.Builder
	for !s.end() {
		c := s.peek()
		if c == '\\' {
			if s.next(); s.end() {
				s.fault("want a sign after the \\")
			}
			b.WriteRune(s.next())
			continue
		}
		if unicode.IsSpace(c) || strings.ContainsRune("()|<>[]?*+", c) {
			break
		}
		b.WriteRune(s.next())
	}
	if p.Words = []string{b.String()}; p.Words[0] == "" {
		s.fault("want a word before %q, or \\%c for the sign itself", string(s.peek()), s.peek())
	} else if strings.ToLower(p.Words[0]) != p.Words[0] {
		s.faultAt(at, "want a lemma in lower case, got %q", p.Words[0])
	}
}

// alone takes a sign that stands for itself, not at the start of a word.
func (s *scanner) alone(c rune) bool {
	if s.peek() != c {
		return false
	}
	if rest := s.text[s.at+1:]; len(rest) > 0 && !unicode.IsSpace(rest[0]) && !strings.ContainsRune("()|?*+", rest[0]) {
		return false
	}
	s.at++
	return true
}

// capture reads the "who:" of "who:<Person>".
func (s *scanner) capture() string {
	from := s.at
	name := s.while(func(c rune) bool { return unicode.IsLetter(c) || c == '-' })
	if c := s.at + 1; name == "" || !s.take(':') || c >= len(s.text) || unicode.IsSpace(s.text[c]) {
		s.at = from
		return ""
	}
	return name
}

// names reads the names of types or tags up to a closing bracket.
func (s *scanner) names(closing rune, what string, known []string) []string {
	var all []string
	for {
		at := s.at
		name := strings.TrimSpace(s.while(func(c rune) bool { return c != '|' && c != closing }))
		if !slices.Contains(known, name) {
			s.faultAt(at, "unknown %s %q%s", what, name, suggest(name, known))
		}
		all = append(all, name)
		if !s.take('|') {
			break
		}
	}
	if !s.take(closing) {
		s.fault("want a closing %q", string(closing))
	}
	return all
}
