package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// lessons are what the document has taught so far. The first reading learns them,
// so that the second has them from its first sentence on.
type lessons struct {
	names       map[string]bool       // folded words of people's names
	low         map[string]bool       // words that stand in lower case somewhere
	abbreviated map[string]string     // abbreviations of offices that it introduces: "SMS"
	defined     map[string]entity.Ref // abbreviations of things that it introduces: "JICA"
	firms       map[string]bool       // names that it shows to be those of companies
	vessels     map[string]bool       // and of ships
}

// newLessons makes lessons of which only the words in lower case are known.
func newLessons(low map[string]bool) *lessons {
	return &lessons{
		names: map[string]bool{}, low: low, abbreviated: map[string]string{},
		defined: map[string]entity.Ref{}, firms: map[string]bool{}, vessels: map[string]bool{},
	}
}

// learnName remembers a word as one of people's names, with its last part if it has
// a hyphen: "al-Abadi".
func (l *lessons) learnName(w *word) {
	l.names[w.fold] = true
	if _, last, ok := strings.Cut(w.form, "-"); ok && len(last) > 3 && shapeOf(last) == capital {
		l.names[world.Fold(last)] = true
	}
}

// A foundNoun is what officeNoun has found at a token.
type foundNoun struct {
	asked bool
	noun  world.OfficeNoun
	n     int
}

// A reader is at one sentence of a document with what the document has taught. It
// reads what needs no more than words: the nouns of offices, honorifics, names,
// portfolios. Its methods take the index of a token and, where they read, return
// the token after what they read, which is the same index where it is not there.
type reader struct {
	sentence
	*lessons
	nouns []foundNoun // by token of the open sentence
}

// nameLike tells whether the word at j is known to belong to a person's name.
func (s *reader) nameLike(j int) bool {
	if !s.properAt(j) {
		return false
	}
	u := s.ws[j].use
	return u.Given || u.Surname || s.names[s.ws[j].fold]
}

// learnNames remembers the words of the name [i, end) of a person, but no everyday
// ones.
func (s *reader) learnNames(i, end int) {
	for ; i < end; i++ {
		w := &s.ws[i]
		if i+1 < end && w.shape == lower && world.NameParticle.Has(w.lower) {
			s.names[w.lower+" "+s.ws[i+1].fold] = true
		}
		if w.named() && w.shape != initial && !(s.low[w.lower] && !w.use.Given && !w.use.Surname) {
			s.learnName(w)
		}
	}
}

// particled tells whether a particle in small letters stands at i with the rest of a name
// that the document has told in full: "ben Horin" after "Oren ben Horin".
func (s *reader) particled(i int) bool {
	return s.ws[i].shape == lower && i+1 < len(s.ws) && s.ws[i+1].named() && s.names[s.ws[i].lower+" "+s.ws[i+1].fold]
}

// trusted is the margin from which on the model of names is believed where the
// lists and the words around leave it open. Measured with TestNames.
const trusted = 25

// taggedName gives the name that the model sees at token i, if it is sure of it.
func (s *reader) taggedName(i int) (nlp.Name, bool) {
	if i >= len(s.tagged) || s.tagged[i].Type == 0 || s.tagged[i].Margin < trusted {
		return nlp.Name{}, false
	}
	return *s.tagged[i], true
}

// inPerson tells whether the model is sure that tokens i and j are of one
// person's name.
func (s *reader) inPerson(i, j int) bool {
	n, ok := s.taggedName(j)
	return ok && n.Type == nlp.PersonName && n.First <= i && j < n.Last
}

// startsPerson tells whether the model is sure that a person's name of several
// words starts at i, which a word that else is none may do: "Will Norris".
func (s *reader) startsPerson(i int) bool {
	if n, ok := s.taggedName(i); ok && n.Type == nlp.PersonName && n.First == i && n.Last > i+1 {
		return true
	}
	// "May Tanaka said", "Minister May Tanaka", but "in May Tanaka said".
	if !world.MonthGivenName.Has(s.ws[i].lower) || s.ends(i+1) {
		return false
	}
	person := i+1 < len(s.tagged) && s.tagged[i+1].Type == nlp.PersonName
	if i == 0 {
		return person
	}
	return (person || s.nameLike(i+1)) && world.RankOf(s.ws[i-1].lower) != world.NoRank
}

// taggedAlone tells whether the model sees a person's name of one word at i.
func (s *reader) taggedAlone(i int) bool {
	return i < len(s.tagged) && s.tagged[i].Type == nlp.PersonName && s.tagged[i].First == i && s.tagged[i].Last == i+1
}

// noPerson tells whether the model was asked and sees no person at token i.
func (s *reader) noPerson(i int) bool {
	return i < len(s.tagged) && s.tagged[i].Type != nlp.PersonName
}
