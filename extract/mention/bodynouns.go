package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// bodyNoun reads what an organisation told of before is called: "the bank", "the Swiss
// lender", "the ten-member bloc".
func (s *finder) bodyNoun(i int) int {
	if l := s.ws[i].lower; l != "the" && l != "this" {
		return i
	}
	j := i + 1
	for range 3 {
		n := s.bodyModifier(j)
		if n == j || s.ends(n) || s.callsBody(j) {
			break
		}
		if end, b := s.bodyAt(n); n > j+1 && end > n+1 && b.Type == entity.Organization {
			return i // "the Lima-based Andean Development Bank"
		}
		j = n
	}
	if s.ends(j) || !s.callsBody(j) {
		return i
	}
	return s.writeNominal(entity.Mention{Type: entity.Organization}, i, j+1, j)
}

// callsBody tells whether the word at j is the noun, and the last word, of what a body is
// called.
func (s *finder) callsBody(j int) bool {
	w := &s.ws[j]
	if !world.BodyNoun.Has(w.lower) && !world.CompanyNoun.Has(w.lower) || w.shape == upper || w.upos == "VERB" {
		return false
	}
	next := s.wordAt(j + 1)
	if world.Genitive.Has(next.lower) || next.shape == punct && !world.Hyphen.Has(next.lower) {
		return true
	}
	named := next.named() && !next.cut
	return !named && next.upos != "NOUN" && next.upos != "PROPN" && !world.ComplementPreposition.Has(next.lower)
}

// bodyModifier reads a word at j that may stand before the noun, and returns the token
// after it, j if it is none.
func (s *finder) bodyModifier(j int) int {
	if s.ends(j) {
		return j
	}
	w := &s.ws[j]
	if world.Hyphen.Has(s.lowerAt(j + 1)) {
		if world.BodyModifierEnd.Has(s.lowerAt(j + 2)) {
			return j + 3
		}
		return j
	}
	if h := s.at[j]; h.country != nil && h.adjective {
		return j + h.countryLen
	}
	if world.BodyModifier.Has(w.lower) || world.RegionAdjective.Has(w.lower) {
		return j + 1
	}
	return j
}
