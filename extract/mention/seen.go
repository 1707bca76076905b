package mention

import (
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// What the rest of the document tells of a token.
const (
	clueSeenName nlp.Clues = nlp.DocumentClue << iota // has a capital inside a sentence
	clueSeenPerson
	clueSeenPlace
	clueSeenOrganization
)

// seenWords tells of words, in lower case, what the words around them show
// somewhere in the document: "Mr Haddad", "in Sidon", "(NRA)".
type seenWords map[string]nlp.Clues

// add learns from a sentence.
func (seen seenWords) add(s *sentence) {
	if s.heading {
		return
	}
	for i := range s.ws {
		if w := &s.ws[i]; plainName(s, i) && w.shape != initial {
			seen[w.lower] |= seenAt(s, i)
		}
	}
}

// plainName tells whether a word that is a name by its capital stands at i.
func plainName(s *sentence, i int) bool {
	return i >= 0 && s.properAt(i) && !s.ws[i].loud
}

// seenAt tells what the words around the name at i show.
func seenAt(s *sentence, i int) (c nlp.Clues) {
	w, before, after := &s.ws[i], &endMark, &endMark
	if i > 0 {
		before = &s.ws[i-1]
	}
	if i+1 < len(s.ws) {
		after = &s.ws[i+1]
	}
	_, saluted := world.HonorificGender(trimDot(before.lower))
	office := world.RankOf(before.lower)
	led, goesOn := plainName(s, i-1), plainName(s, i+1)
	switch {
	case saluted,
		office != world.NoRank && office != world.CallingRank && before.named(),
		led && before.use.Given && s.at[i-1].place == nil,
		w.use.Given && goesOn && after.use.Surname:
		c |= clueSeenPerson
	case !goesOn && (before.lower == "in" || before.lower == "near"),
		!led && after.form == "," && i+2 < len(s.ws) && s.at[i+2].country != nil && !s.at[i+2].adjective:
		c |= clueSeenPlace
	case goesOn && world.CompanySuffix.Has(after.lower),
		w.shape == upper && before.form == "(" && after.form == ")" && plainName(s, i-2) && plainName(s, i-3):
		c |= clueSeenOrganization
	}
	if before.shape != punct {
		c |= clueSeenName
	}
	return c
}
