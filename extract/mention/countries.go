package mention

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// countryBody makes a body of the country at i.
func (s *reader) countryBody(i int) body {
	h := s.at[i]
	b := listedBody(entity.CountryRef(h.country), i, i+h.countryLen)
	b.adjective = h.adjective
	return b
}

// countriesIn finds the countries named inside a larger name.
func (s *reader) countriesIn(i, end int) []body {
	var in []body
	for k := i; k < end; k++ {
		if h := s.at[k]; h.country != nil && k+h.countryLen <= end {
			b := s.countryBody(k)
			in = append(in, b)
			k = b.end - 1
		}
	}
	return in
}

// governmentAt reads "Japanese government", "Kenya's government", "Government
// of Kenya".
func (s *reader) governmentAt(i int) body {
	if h := s.at[i]; h.country != nil {
		j := s.skipGenitive(i + h.countryLen)
		if world.GovernmentLevel.Has(s.lowerAt(j)) {
			j++
		}
		// "Kenya's cabinet", but not "Kenya's Cabinet Secretary"
		if world.GovernmentNoun.Has(s.lowerAt(j)) && !(s.ws[j].named() && s.officeHere(j+1)) {
			b := s.countryBody(i)
			b.end, b.adjective = j+1, false
			return b
		}
		// "Kenya's foreign ministry", but not its spokesman
		if n := s.rulingNoun(j); n >= 0 && !(s.wordAt(n+1).upos == "NOUN" && s.ws[n+1].gap) && !s.officeHere(n+1) {
			b := s.countryBody(i)
			b.end, b.adjective = n+1, false
			return b
		}
	}
	if b := s.governmentOf(i); b.end > i {
		return b
	}
	if b := s.governmentLedBy(i); b.end > i {
		return b
	}
	return s.governmentIn(i)
}

// governmentLedBy reads "Obama administration", "Biden-Harris administration", "Putin's
// regime", told by the leaders of one country.
func (s *reader) governmentLedBy(i int) body {
	if i > 0 && s.ws[i-1].proper() {
		return body{} // "Vladimir Putin's regime"
	}
	land, j := s.landLedBy(i), i+1
	for land != nil && j+1 < len(s.ws) && world.Hyphen.Has(s.ws[j].form) {
		if !s.leads(j+1, land) {
			return body{}
		}
		j += 2
	}
	if j = s.skipGenitive(j); land == nil || !world.RulingNoun.Has(s.lowerAt(j)) {
		return body{}
	}
	return listedBody(entity.CountryRef(land), i, j+1)
}

// landLedBy gives the country of the leaders called by the word at i, nil if there is none or
// if they are of several.
func (s *reader) landLedBy(i int) *world.CountryInfo {
	var land *world.CountryInfo
	for _, l := range world.LeadersCalled(world.Fold(s.ws[i].form)) {
		if land != nil && l.Country != land {
			return nil
		}
		land = l.Country
	}
	return land
}

// leads tells whether the word at i calls a leader of a country.
func (s *reader) leads(i int, land *world.CountryInfo) bool {
	return slices.ContainsFunc(world.LeadersCalled(world.Fold(s.ws[i].form)), func(l world.Leader) bool { return l.Country == land })
}

// governmentIn reads "government in Nairobi", "Foreign Ministry in Nairobi", told by its
// capital.
func (s *reader) governmentIn(i int) body {
	j, noun := i, s.lowerAt(i)
	if !world.GovernmentNoun.Has(noun) || world.RetinueNoun.Has(noun) {
		for j < i+2 && world.PortfolioWord.Has(s.lowerAt(j)) && !world.MinistryNoun.Has(s.lowerAt(j)) {
			j++
		}
		if j == i || !world.MinistryNoun.Has(s.lowerAt(j)) {
			return body{}
		}
	}
	if s.lowerAt(j+1) != "in" || s.ends(j+2) {
		return body{}
	}
	h := s.at[j+2]
	if h.capital == nil {
		return body{}
	}
	return listedBody(entity.CountryRef(h.capital), j+2, j+2+h.capitalLen)
}

// rulingNoun gives the token of the noun at j that means who rules a country: "government",
// and "ministry" behind what it is of, "foreign ministry"; -1 if there is none.
func (s *sentence) rulingNoun(j int) int {
	for k := j; k < j+5 && !s.ends(k); k++ {
		w := &s.ws[k]
		switch {
		case k == j && world.RulingNoun.Has(w.lower):
			return k
		case k > j && w.shape == lower && world.MinistryNoun.Has(w.lower):
			return k
		case w.shape != lower || !world.PortfolioWord.Has(w.lower) && w.upos != "CCONJ":
			return -1
		}
	}
	return -1
}

// governmentOf reads "Government of Kenya", but not "government of Kenya's leader".
func (s *reader) governmentOf(i int) body {
	if !world.GovernmentHead.Has(s.ws[i].lower) || i+2 >= len(s.ws) || s.ws[i+1].lower != "of" {
		return body{}
	}
	j := i + 2
	if s.ws[j].lower == "the" {
		j++
	}
	if j >= len(s.ws) || s.at[j].country == nil || s.at[j].adjective {
		return body{}
	}
	b := s.countryBody(j)
	if s.skipGenitive(b.end) > b.end {
		return body{}
	}
	return b
}
