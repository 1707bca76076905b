package mention

import (
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
	return s.governmentIn(i)
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
