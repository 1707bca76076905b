package mention

import (
	"slices"
	"sort"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// Find finds what a document mentions: people with their titles, countries,
// organisations, places, events, agreements, pronouns and nominals ("the
// ambassador", "both sides"). Tokens and capitals are enough; tags make it more
// exact where the document has them. Mentions come sorted by start, larger ones
// first; they overlap only where one is Inside another. Entities are left to
// coref. Find takes time linear in the document and is safe for concurrent use.
func Find(doc *nlp.Document) []entity.Mention { return NewFinder().Find(doc) }

// FindBy is Find with another model of names than the built-in one, or with none.
func FindBy(names *nlp.NameModel, doc *nlp.Document) []entity.Mention {
	t := newText()
	f := Finder{names, t, newFinder(t.low)}
	return f.Find(doc)
}

// A Finder finds what the parts of one text mention, one after the other: the names and
// abbreviations that a part introduces it knows in those after it. It is for one
// goroutine.
type Finder struct {
	names  *nlp.NameModel // nil is none
	text   *text
	finder *finder
}

// NewFinder makes a Finder that has read nothing.
func NewFinder() *Finder {
	names, err := nlp.LoadNames()
	if err != nil {
		names = nil
	}
	t := newText()
	return &Finder{names, t, newFinder(t.low)}
}

// Find is the function Find for the next part of the text.
func (f *Finder) Find(doc *nlp.Document) []entity.Mention {
	t := f.text
	t.look(doc)
	for i := range t.sentences {
		if f.names != nil {
			t.tagNames(f.names, &t.sentences[i])
		}
	}
	// The first reading learns the names and abbreviations that the document
	// introduces anywhere, so that the second knows them everywhere.
	f.finder.read(t.sentences)
	out := f.finder.read(t.sentences)
	t.sentences = nil
	sort.SliceStable(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End > b.End
		}
		return !a.Inside && b.Inside
	})
	return out
}

// read reads sentences one after the other and gives what it has written down.
func (s *finder) read(sentences []sentence) []entity.Mention {
	s.out, s.row = nil, row{}
	for i := range sentences {
		s.open(&sentences[i])
		for token := 0; token < len(s.ws); {
			token = s.step(token)
		}
	}
	return s.out
}

// open makes a sentence the one at hand, of which nothing has been asked.
func (s *finder) open(sent *sentence) {
	s.sentence = *sent
	s.nouns = slices.Grow(s.nouns[:0], len(s.ws))[:len(s.ws)]
	clear(s.nouns)
	s.bodies = slices.Grow(s.bodies[:0], len(s.ws))[:len(s.ws)]
	for i := range s.bodies {
		s.bodies[i] = body{end: -1}
	}
	for i := range s.at {
		h := s.at[i]
		if h.org != nil && h.orgLen == 1 && s.names[s.ws[i].fold] {
			h.org, h.orgLen = nil, 0 // "Honda" of a text about Minister Taro Honda
		}
	}
}

// step reads what starts at token i and returns the token after it: the first that
// is there of what a token can start.
func (s *finder) step(i int) int {
	if s.ws[i].shape == punct {
		return i + 1
	}
	for _, read := range []func(*finder, int) int{
		(*finder).group,
		(*finder).eachOther,
		(*finder).firm,
		(*finder).titledPeople,
		(*finder).name,
		(*finder).nominal,
		(*finder).bodyNoun,
		(*finder).anniversary,
		(*finder).pronoun,
	} {
		if end := read(s, i); end > i {
			return end
		}
	}
	return i + 1
}

// firm reads a company that the document introduces as one, and a vessel, which is
// nobody and is not written down.
func (s *finder) firm(i int) int {
	if !s.ws[i].named() {
		return i
	}
	s.learnFirm(i)
	if end := s.vesselAt(i); end > i {
		return end
	}
	if b, ok := s.firmAt(i); ok && s.body(b) {
		return b.end
	}
	return i
}

// titledPeople reads one or several people with titles.
func (s *finder) titledPeople(i int) int {
	if !s.opensTitle(i) {
		return i
	}
	if p, ok := s.personAt(i); ok {
		n := len(s.out)
		s.person(&p)
		s.shareBody(&p, n)
		return p.end
	}
	list := s.respective(i)
	if list == nil {
		list = s.list(i)
	}
	for k := range list {
		n := len(s.out)
		s.person(&list[k])
		s.shareBody(&list[k], n)
		i = list[k].end
	}
	return i
}

// opensTitle tells whether a word can be the first of a title.
func (s *finder) opensTitle(i int) bool {
	w := &s.ws[i]
	return w.named() || world.TitleOpener.Has(w.lower) || world.RankOf(w.lower) != world.NoRank ||
		strings.Contains(w.lower, "-") || world.FormerWord.Has(w.lower) || world.ComingWord.Has(w.lower) ||
		world.OfficeGrading.Has(w.lower) || world.PortfolioWord.Has(w.lower) || s.drops(i)
}

// name reads the name of a person without title or of a thing, or an office that
// starts with the name of a thing: "the Japanese ambassador".
func (s *finder) name(i int) int {
	w := &s.ws[i]
	// "US tariffs", which is no pronoun
	open := w.named() && (!world.ClosedWord.Has(w.lower) || s.at[i].country != nil || s.startsPerson(i)) || s.particled(i)
	if !open && !ordinal(w.lower) && w.lower != "the" && !(w.named() && world.MonthName.Has(w.lower)) {
		return i
	}
	end, b := s.bodyAt(i)
	if open && !s.surelyBody(i, end, &b) {
		p, ok := s.bareName(i)
		if ok && (end <= i || p.name[1] > end || p.name[1] == end && b.Type != entity.Country) {
			s.person(&p)
			return p.end
		}
	}
	if end <= i {
		if b, ok := s.taggedBody(i); ok && s.body(b) {
			return b.end
		}
		return i
	}
	if b.Type == entity.Country || b.Type == entity.Organization {
		if e := s.nominalBeyond(i, end); e > i {
			return e
		}
	}
	if s.body(b) {
		return end
	}
	return i
}

// surelyBody tells whether the body [i, end) is no person's name: one of several
// words that a list knows or that ends like a company's.
func (s *finder) surelyBody(i, end int, b *body) bool {
	if end <= i+1 || b.Type == entity.Place || b.Type == entity.Country {
		return false
	}
	return s.at[i].org != nil || b.Type == entity.Organization && world.BodySuffix.Has(s.ws[end-1].lower)
}
