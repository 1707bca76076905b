package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// actor tells whether a capital or seat at [first, end) stands for a government: as
// a subject, as one to whom states give or say something, or between two such.
func (s *sentence) actor(first, end int, seat bool) bool {
	if world.Genitive.Has(s.lowerAt(end)) && s.stateOwned(end+1) {
		return true
	}
	if s.dealtWith(first) || seat && s.officials(end) || s.officialsIn(first, end) {
		return true
	}
	if first > 0 && (world.PlaceCue.Has(s.ws[first-1].lower) || s.ws[first-1].lower == "of" && !seat) {
		return false
	}
	if end < len(s.ws) && s.ws[end].form == "," {
		return false
	}
	k := s.otherState(end)
	if k > end && s.betweenStates(first) || s.secondState(first) {
		return true
	}
	if world.Genitive.Has(s.lowerAt(k)) {
		return seat
	}
	return s.addressed(first) || s.governs(k)
}

// officialsIn tells whether a capital at [first, end) is where those sit who speak for a
// state, "officials in Nairobi accused".
func (s *sentence) officialsIn(first, end int) bool {
	if first < 2 || s.ws[first-1].lower != "in" {
		return false
	}
	return (s.officials(first-2) || world.GovernmentNoun.Has(s.ws[first-2].lower)) && s.governs(end)
}

// officials tells whether the word at j is "official" or another for who speaks for a state, or
// its plural.
func (s *sentence) officials(j int) bool {
	return world.OfficialNoun.Has(strings.TrimSuffix(s.lowerAt(j), "s"))
}

// stateOwned tells whether what stands at j is what states have or do, after
// "Lima's": "long-standing policy", but not "long-standing mayor".
func (s *sentence) stateOwned(j int) bool {
	if j < len(s.ws) && s.ws[j].shape == punct { // Lima's "quiet diplomacy"
		j++
	}
	for n := 0; n < 3 && !s.ends(j) && s.ws[j].shape == lower; n++ {
		if world.StateActNoun.Has(s.ws[j].lower) {
			return j+1 == len(s.ws) || s.ws[j+1].upos != "NOUN"
		}
		j++
	}
	return false
}

// dealtWith tells whether what stands before a token leads to a state: "arms to",
// "ambassador from", "ties with", "criticism of", "anger at", "hit back at", "rejected by".
func (s *sentence) dealtWith(j int) bool {
	if j < 2 {
		return false
	}
	noun := s.ws[j-2].lower
	switch s.ws[j-1].lower {
	case "to":
		return world.SupplyNoun.Has(noun)
	case "from":
		return world.EnvoyNoun.Has(noun) || world.SupplyNoun.Has(noun) || world.BlameNoun.Has(noun) || world.DispleasureNoun.Has(noun)
	case "with":
		return world.StateRelationNoun.Has(noun)
	case "of":
		return world.BlameNoun.Has(noun)
	case "by":
		return world.AddressVerbForm.Has(noun) || world.StateActVerbForm.Has(noun)
	case "at":
		return world.DispleasureNoun.Has(noun) || j > 2 && world.OutburstVerbForm.Has(s.ws[j-3].lower+" "+noun)
	}
	return false
}

// otherState returns the token after "and Quito" or "and Chile" at j, j if it is not
// there.
func (s *sentence) otherState(j int) int {
	if j+1 >= len(s.ws) || s.ws[j].lower != "and" {
		return j
	}
	h := s.at[j+1]
	if h.capital == nil && h.country == nil {
		return j
	}
	return j + 1 + max(h.capitalLen, h.countryLen)
}

// secondState tells whether "between Quito and" or the like stands before a token.
func (s *sentence) secondState(j int) bool {
	if j < 2 || s.ws[j-1].lower != "and" || !s.ws[j-2].named() {
		return false
	}
	for i := j - 2; i >= max(j-4, 0); i-- {
		h := s.at[i]
		whole := h.capital != nil && i+h.capitalLen == j-1 || h.country != nil && i+h.countryLen == j-1
		if whole && s.betweenStates(i) {
			return true
		}
	}
	return false
}

// betweenStates tells whether "both" or "relations between" stands before a token.
func (s *sentence) betweenStates(j int) bool {
	if j < 1 {
		return false
	}
	w := s.ws[j-1].lower
	return w == "both" || w == "between" && j > 1 && world.StateRelationNoun.Has(s.ws[j-2].lower)
}

// addressed tells whether "accused" or "sanctions on" stands before a token.
func (s *sentence) addressed(j int) bool {
	if j < 1 {
		return false
	}
	w := s.ws[j-1].lower
	if world.AddressVerbForm.Has(w) {
		return true
	}
	if j < 2 {
		return false
	}
	before := s.ws[j-2].lower
	switch w {
	case "on":
		return world.PenaltyNoun.Has(before)
	case "against":
		return world.PenaltyNoun.Has(before) || world.BlameNoun.Has(before)
	}
	return false
}

// governs tells whether a verb of states and governments stands at k, perhaps behind
// a weekday or an adverb: "Lima on Monday sharply accused".
func (s *sentence) governs(k int) bool {
	if s.ends(k) {
		return false
	}
	if k+2 < len(s.ws) && s.ws[k].lower == "on" && world.WeekdayName.Has(s.ws[k+1].lower) {
		k += 2
	}
	if k+1 < len(s.ws) && s.ws[k].adverb() && s.ws[k].shape == lower {
		k++
	}
	w := &s.ws[k]
	if world.StateActVerbForm.Has(w.lower) || w.upos == "AUX" {
		return w.lower != "struck" || s.lowerAt(k+1) != "by" // an earthquake
	}
	return w.upos == "VERB" && (world.AddressVerbForm.Has(w.lower) || strings.HasSuffix(w.lower, "ed"))
}
