package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

func (s *reader) countryBody(i int) body {
	h := s.at[i]
	return body{Type: entity.Country, ref: entity.CountryRef(h.country), end: i + h.countryLen, name: [2]int{i, i + h.countryLen}, adjective: h.adjective}
}

// countriesIn finds the countries named inside a larger name.
func (s *reader) countriesIn(i, end int) []body {
	var in []body
	for k := i; k < end; k++ {
		if h := s.at[k]; h.country != nil && k+h.countryLen <= end {
			b := s.countryBody(k)
			b.first = k
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
		if j < len(s.ws) && (s.ws[j].lower == "federal" || s.ws[j].lower == "central") {
			j++
		}
		if j < len(s.ws) && world.GovernmentNoun.Has(s.ws[j].lower) && !(s.ws[j].named() && s.officeHere(j+1)) { // "Kenya's Cabinet Secretary"
			b := s.countryBody(i)
			b.end, b.adjective = j+1, false
			return b
		}
	}
	if w := s.ws[i].lower; (w == "government" || w == "governments") && i+2 < len(s.ws) && s.ws[i+1].lower == "of" {
		j := i + 2
		if s.ws[j].lower == "the" {
			j++
		}
		if j < len(s.ws) {
			if h := s.at[j]; h.country != nil && !h.adjective {
				b := s.countryBody(j)
				return b
			}
		}
	}
	return body{}
}
