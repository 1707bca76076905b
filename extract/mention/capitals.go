package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// actor tells whether a capital at [first, end) stands for a government: as a
// subject, or between two such.
func (s *sentence) actor(first, end int, seat bool) bool {
	if end < len(s.ws) && world.Genitive.Has(s.ws[end].lower) && s.stateOwned(end+1) {
		return true
	}
	if first > 1 && (s.ws[first-1].lower == "to" && world.SupplyNoun.Has(s.ws[first-2].lower) || s.ws[first-1].lower == "from" && world.EnvoyNoun.Has(s.ws[first-2].lower)) {
		return true
	}
	if first > 0 && (world.PlaceCue.Has(s.ws[first-1].lower) || s.ws[first-1].lower == "of" && !seat) {
		return false
	}
	if end < len(s.ws) && s.ws[end].form == "," {
		return false
	}
	k := end
	if k+1 < len(s.ws) && s.ws[k].lower == "and" && (s.at[k+1].capital != nil || s.at[k+1].country != nil) {
		n := max(s.at[k+1].capitalLen, s.at[k+1].countryLen)
		if s.betweenStates(first) {
			return true
		}
		k += 1 + n
	}
	if first > 1 && s.ws[first-1].lower == "and" && (s.ws[first-2].named()) {
		for b := 1; b <= 3 && first-1-b >= 0; b++ {
			f := first - 1 - b
			if h := s.at[f]; (h.capital != nil && f+h.capitalLen == first-1 || h.country != nil && f+h.countryLen == first-1) && s.betweenStates(f) {
				return true
			}
		}
	}
	if k < len(s.ws) && world.Genitive.Has(s.ws[k].lower) {
		return seat
	}
	if first > 0 && world.AddressVerbForm.Has(s.ws[first-1].lower) || first > 1 && (s.ws[first-1].lower == "on" || s.ws[first-1].lower == "against") && world.PenaltyNoun.Has(s.ws[first-2].lower) {
		return true
	}
	if k < len(s.ws) && !s.ws[k].cut {
		if k+2 < len(s.ws) && s.ws[k].lower == "on" && world.WeekdayName.Has(s.ws[k+1].lower) { // "Lima on Monday accused"
			k += 2
		}
		if k+1 < len(s.ws) && strings.HasSuffix(s.ws[k].lower, "ly") && s.ws[k].shape == lower {
			k++
		}
		return world.StateActVerbForm.Has(s.ws[k].lower) || world.AddressVerbForm.Has(s.ws[k].lower) && s.ws[k].upos == "VERB" || s.ws[k].upos == "VERB" && strings.HasSuffix(s.ws[k].lower, "ed") || s.ws[k].upos == "AUX"
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

// stateOwned tells whether what stands at j is what states have or do, after
// "Lima's": "long-standing policy", but not "long-standing mayor".
func (s *sentence) stateOwned(j int) bool {
	if j < len(s.ws) && s.ws[j].shape == punct { // Lima's "quiet diplomacy"
		j++
	}
	for n := 0; n < 3 && j < len(s.ws) && !s.ws[j].cut && s.ws[j].shape == lower; n++ {
		if world.StateActNoun.Has(s.ws[j].lower) {
			return j+1 == len(s.ws) || s.ws[j+1].upos != "NOUN"
		}
		j++
	}
	return false
}
