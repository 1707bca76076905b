package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What the lists and the document tell of a token, for nlp.NameModel. The bits
// are part of the trained model: a change of their meaning needs new training.
const (
	clueGiven nlp.Clues = 1 << iota
	clueSurname
	clueFamilyFirst
	clueCountry
	clueDemonym
	cluePlace
	clueBigPlace
	clueInPlace // after the first word of a place or country
	clueOrganization
	clueInOrganization
	clueBodyNoun  // "Ministry", "Bank"
	clueEventNoun // "Summit", "Treaty"
	clueOffice
	clueCalling
	clueSalutation
	clueClosed
	clueLow // the document has it in lower case
)

// What the rest of the document tells of a token.
const (
	clueSeenName nlp.Clues = nlp.DocumentClue << iota // has a capital inside a sentence
	clueSeenPerson
	clueSeenPlace
	clueSeenOrganization
)

// Clues tells of each token of a document what the lists know of it, as
// nlp.NameModel wants it: by sentence and token.
func Clues(doc *nlp.Document) [][]nlp.Clues {
	low := lowWords(doc)
	known := map[string]knownWord{}
	seen := seenWords{}
	read := make([]reading, len(doc.Sentences))
	for i := range doc.Sentences {
		ws := wordsOf(doc, &doc.Sentences[i], known)
		read[i] = reading{ws: ws, at: look(ws)}
		seen.add(ws, read[i].at)
	}
	all := make([][]nlp.Clues, len(doc.Sentences))
	for i, r := range read {
		all[i] = cluesOf(r.ws, r.at, low, seen)
	}
	return all
}

// seenWords tells of words, in lower case, what the words around them show
// somewhere in the document: "Mr Haddad", "in Sidon", "(NRA)".
type seenWords map[string]nlp.Clues

// add learns from a sentence.
func (s seenWords) add(ws []word, at []hit) {
	if titleCased(ws) {
		return
	}
	named := func(i int) bool {
		return i >= 0 && i < len(ws) && ws[i].named() && !ws[i].loud && !world.ClosedWord.Has(ws[i].lower)
	}
	for i, w := range ws {
		if !named(i) || w.shape == initial {
			continue
		}
		c := nlp.Clues(0)
		before, after := word{shape: punct}, word{shape: punct}
		if i > 0 {
			before = ws[i-1]
		}
		if i+1 < len(ws) {
			after = ws[i+1]
		}
		_, saluted := world.HonorificGender(trimDot(before.lower))
		office := world.RankOf(before.lower)
		switch {
		case saluted,
			office != world.NoRank && office != world.CallingRank && before.named(),
			named(i-1) && before.use.Given && at[i-1].place == nil,
			w.use.Given && named(i+1) && after.use.Surname:
			c |= clueSeenPerson
		case !named(i+1) && (before.lower == "in" || before.lower == "near"),
			!named(i-1) && after.form == "," && i+2 < len(ws) && at[i+2].country != nil && !at[i+2].adjective:
			c |= clueSeenPlace
		case named(i+1) && world.CompanySuffix.Has(after.lower),
			w.shape == upper && before.form == "(" && after.form == ")" && named(i-2) && named(i-3):
			c |= clueSeenOrganization
		}
		if before.shape != punct {
			c |= clueSeenName
		}
		s[w.lower] |= c
	}
}

func lowWords(doc *nlp.Document) map[string]bool {
	low := map[string]bool{}
	for i := range doc.Sentences {
		for _, t := range doc.Sentences[i].Tokens {
			if shapeOf(t.Form) == lower {
				low[t.Form] = true
			}
		}
	}
	return low
}

func cluesOf(ws []word, at []hit, low map[string]bool, seen seenWords) []nlp.Clues {
	clues := make([]nlp.Clues, len(ws))
	for i, w := range ws {
		c := &clues[i]
		if world.ClosedWord.Has(w.lower) {
			*c |= clueClosed
		}
		switch world.RankOf(w.lower) {
		case world.NoRank:
		case world.CallingRank:
			*c |= clueCalling
		default:
			*c |= clueOffice
		}
		if _, ok := world.HonorificGender(trimDot(w.lower)); ok {
			*c |= clueSalutation
		}
		if !w.named() {
			continue
		}
		*c |= seen[w.lower]
		switch kinds[w.lower] {
		case entity.Organization:
			*c |= clueBodyNoun
		case entity.Event, entity.Agreement:
			*c |= clueEventNoun
		}
		if low[w.lower] {
			*c |= clueLow
		}
		if w.use.Given {
			*c |= clueGiven
		}
		if w.use.Surname {
			*c |= clueSurname
		}
		if w.use.FamilyFirst {
			*c |= clueFamilyFirst
		}
		h := &at[i]
		mark := func(n int, first, inside nlp.Clues) {
			for k := i; k < i+n; k++ {
				if k > i {
					clues[k] |= inside
				} else {
					*c |= first
				}
			}
		}
		if h.country != nil {
			if h.adjective {
				mark(h.countryLen, clueDemonym, clueDemonym)
			} else {
				mark(h.countryLen, clueCountry, clueInPlace)
			}
		}
		if h.place != nil {
			first := cluePlace
			if h.place.Population >= world.Metropolis || h.place.Kind != "city" {
				first = clueBigPlace
			}
			mark(h.plLen, first, clueInPlace)
		}
		if h.org != nil {
			mark(h.orgLen, clueOrganization, clueInOrganization)
		}
	}
	return clues
}

// tagNames gives the name in which each token stands, as the trained model sees
// it. It is nil for a sentence without tags.
func (s *scanner) tagNames(ws []word, at []hit) []nlp.Name {
	if len(ws) == 0 || ws[0].upos == "" {
		return nil
	}
	model, err := nlp.LoadNames()
	if err != nil {
		return nil
	}
	tagged := make([]nlp.Name, len(ws))
	for _, n := range model.Names(s.sent.Tokens, cluesOf(ws, at, s.low, s.seen)) {
		for i := n.First; i < n.Last; i++ {
			tagged[i] = n
		}
	}
	return tagged
}

// trusted is the margin from which on the model of names is believed where the
// lists and the words around leave it open. Measured with TestNames.
const trusted = 25

// taggedName gives the name that the model sees at token i, if it is sure of it.
func (s *scanner) taggedName(i int) (nlp.Name, bool) {
	if i >= len(s.tagged) || s.tagged[i].Type == 0 || s.tagged[i].Margin < trusted {
		return nlp.Name{}, false
	}
	return s.tagged[i], true
}

// inPerson tells whether the model is sure that tokens i and j are of one
// person's name.
func (s *scanner) inPerson(i, j int) bool {
	n, ok := s.taggedName(j)
	return ok && n.Type == nlp.PersonName && n.First <= i && j < n.Last
}

// startsPerson tells whether the model is sure that a person's name of several
// words starts at i, which a word that else is none may do: "Will Norris".
func (s *scanner) startsPerson(i int) bool {
	if n, ok := s.taggedName(i); ok && n.Type == nlp.PersonName && n.First == i && n.Last > i+1 {
		return true
	}
	// "May Tanaka said", "Minister May Tanaka", but "in May Tanaka said".
	if !world.MonthGivenName.Has(s.ws[i].lower) || i+1 >= len(s.ws) || s.ws[i+1].cut {
		return false
	}
	person := i+1 < len(s.tagged) && s.tagged[i+1].Type == nlp.PersonName
	return i == 0 && person || i > 0 && (person || s.nameLike(i+1)) && world.RankOf(s.ws[i-1].lower) != world.NoRank
}

// noPerson tells whether the model was asked and sees no person at token i.
func (s *scanner) noPerson(i int) bool {
	return i < len(s.tagged) && s.tagged[i].Type != nlp.PersonName
}

// taggedBody gives the organisation or place that the model is sure to see
// at i.
func (s *scanner) taggedBody(i int) (b body, ok bool) {
	n, ok := s.taggedName(i)
	if !ok || n.First != i || s.heading || s.ws[i].loud || s.low[s.ws[i].lower] {
		return b, false
	}
	switch n.Type {
	case nlp.OrganizationName:
		b.Type = entity.Organization
	case nlp.LocationName:
		b.Type = entity.Place
	}
	if b.Type == "" {
		return b, false
	}
	for k := i; k < n.Last; k++ {
		if k > i && s.ws[k].cut || world.GovernmentNoun.Has(s.ws[k].lower) || b.Type == entity.Place && s.at[k].country != nil {
			return b, false
		}
	}
	b.first, b.end, b.name = i, n.Last, [2]int{i, n.Last}
	name := s.nameOf(i, n.Last)
	b.ref = entity.NewRef(b.Type, name)
	return b, true
}

func trimDot(s string) string {
	if n := len(s); n > 1 && s[n-1] == '.' {
		return s[:n-1]
	}
	return s
}
