package rules

import (
	"slices"
	"strings"
	"unicode"
)

// A Pattern is a sequence of words that starts a rule where a sentence has no
// syntax to speak of: headlines, lists, schedules.
type Pattern struct {
	Text   string
	Pieces []Piece
	Pos    Pos
}

// A Piece is one element of a Pattern. At most one of Words, Tags, Types,
// Alternatives, Start and End is set; none of them stands for any word.
type Piece struct {
	Words        []string  // lemmas or forms in lower case
	Tags         []string  // universal or Penn tags, "NOUN", "VBD"
	Types        []string  // types of entities: the whole of a name, its title included
	Alternatives [][]Piece // sequences
	Start, End   bool      // of the sentence
	Capture      string    // function that it has for the roles of the rule, "" if none
	Optional     bool
	Many         bool // may be repeated
}

// Captures gives the names that a pattern gives to its parts, in their order.
func (p *Pattern) Captures() []string { return captures(p.Pieces, nil) }

func captures(pieces []Piece, names []string) []string {
	for i := range pieces {
		if c := pieces[i].Capture; c != "" && !slices.Contains(names, c) {
			names = append(names, c)
		}
		for _, a := range pieces[i].Alternatives {
			names = captures(a, names)
		}
	}
	return names
}

// Keys gives words of which a sentence must have one for the pattern to fit,
// those of the piece that has the longest; nil if it could fit anything.
func (p *Pattern) Keys() []string {
	keys, _ := keysOf(p.Pieces)
	return keys
}

// keysOf also tells how long the shortest of the words is.
func keysOf(pieces []Piece) (keys []string, length int) {
	for i := range pieces {
		piece := &pieces[i]
		if piece.Optional {
			continue
		}
		words := slices.Clone(piece.Words)
		for _, a := range piece.Alternatives {
			more, _ := keysOf(a)
			if more == nil {
				words = nil
				break
			}
			words = append(words, more...)
		}
		shortest := 0
		for _, w := range words {
			n := 0
			for _, c := range w {
				if unicode.IsLetter(c) {
					n++
				}
			}
			if shortest == 0 || n < shortest {
				shortest = n
			}
		}
		if shortest > length {
			keys, length = words, shortest
		}
	}
	return keys, length
}

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
		at := s.at
		s.next()
		name := s.while(func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' })
		p.Words = texts(s.r.list(word{name, s.posAt(at)}))
		if slices.ContainsFunc(p.Words, func(w string) bool { return strings.Contains(w, " ") }) {
			for _, w := range p.Words {
				var phrase []Piece
				for part := range strings.FieldsSeq(w) {
					phrase = append(phrase, Piece{Words: []string{part}})
				}
				p.Alternatives = append(p.Alternatives, phrase)
			}
			p.Words = nil
		}
	default:
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
	return p
}

// alone takes a sign that stands for itself, not at the start of a word.
func (s *scanner) alone(c rune) bool {
	if s.peek() != c || s.at+1 < len(s.text) && !unicode.IsSpace(s.text[s.at+1]) && !strings.ContainsRune("()|?*+", s.text[s.at+1]) {
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
