package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A scene is the clause at hand, and what its sentence says of others. It has no
// predicate where facts are stated without a clause: those of titles and patterns.
type scene struct {
	doc *reading.Document
	p   *clause.Predicate
}

// before is the word before one of the sentence, in lower case; "" at its start.
func (s scene) before(token int) string {
	if token == 0 {
		return ""
	}
	return strings.ToLower(s.tokens()[token-1].Form)
}

func (s scene) tokens() []nlp.Token { return s.doc.Tokens(s.p.Sentence) }

// speaksOf tells whether the sentence speaks of one of some nouns as known: "the
// visit", "their talks".
func (s scene) speaksOf(nouns world.Class) bool {
	return s.speaks(nouns.Has, func(int) bool { return true })
}

// speaksOfWord is speaksOf for one noun.
func (s scene) speaksOfWord(noun string) bool {
	return s.speaks(func(word string) bool { return word == noun }, func(int) bool { return true })
}

// travels tells whether the sentence speaks of what was done on a journey that is
// known: "during the visit".
func (s scene) travels() bool {
	return s.speaks(world.JourneyNoun.Has, func(determiner int) bool {
		return determiner > 0 && world.JourneyPreposition.Has(s.before(determiner))
	})
}

// speaks tells whether the sentence speaks of one of some nouns as known, where
// their determiner fits.
func (s scene) speaks(isOne func(noun string) bool, fits func(determiner int) bool) bool {
	if s.p == nil {
		return false
	}
	tokens := s.tokens()
	for i := 1; i < len(tokens); i++ {
		noun := tokens[i].Lemma
		if !isOne(noun) {
			continue
		}
		switch before := s.before(i); {
		case before == "on" || before == "upon":
			if noun == "arrival" {
				return true
			}
		case world.AnaphoricDeterminer.Has(before):
			if fits(i - 1) {
				return true
			}
		}
	}
	return false
}

// isKnown tells whether a noun of the sentence is told of as known: "the long meeting".
func (s scene) isKnown(noun int) bool {
	tokens := s.tokens()
	for i := noun - 1; i >= 0; i-- {
		if upos := tokens[i].UPOS; upos != "ADJ" && upos != "NOUN" && upos != "PROPN" {
			return world.AnaphoricDeterminer.Has(strings.ToLower(tokens[i].Form))
		}
	}
	return false
}

// ends tells whether the clause tells of something that somebody ended, not of the days it took:
// "wrapped up a visit".
func (s scene) ends() bool {
	return s.p != nil && s.p.Kind == clause.Noun && !s.p.Days && s.p.Status == string(fact.Actual) &&
		slices.ContainsFunc(s.p.Under, world.CompletionVerb.Has)
}

// continues tells whether the sentence speaks of what was told before: "after
// the talks", "at the ceremony".
func (s scene) continues() bool { return s.speaksOf(world.OccasionNoun) }

// lasts tells whether an outcome is told as what goes on or is to come rather
// than as what somebody did then: "their cooperation on trade", "will cooperate".
func (s scene) lasts() bool {
	if s.p == nil {
		return false
	}
	seen := false // "witnessed the signing", "reaffirmed their commitment"
	for i, governor := range s.p.Under {
		seen = seen || world.WitnessingVerb.Has(governor) || i == 0 && world.VoicingVerb.Has(governor)
	}
	return s.p.Kind == clause.Noun && !seen || s.p.Status == string(fact.Planned)
}
