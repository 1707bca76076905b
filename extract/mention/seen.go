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
func (s seenWords) add(sent *sentence) {
	if sent.heading {
		return
	}
	ws, at := sent.ws, sent.at
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
