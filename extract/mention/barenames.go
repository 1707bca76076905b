package mention

import (
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// bareName reads a name without a title.
func (s *peopleReader) bareName(i int) (p person, ok bool) {
	first, end := s.nameAt(i, false)
	if end <= first {
		return p, false
	}
	last := s.ws[end-1]
	seen := s.inPerson(first, end-1)
	if s.low[last.lower] && !s.ws[first].use.Given && !seen {
		return p, false // "Pell Grant"
	}
	if !last.use.Given && !last.use.Surname && !s.names[last.fold] && end-first > 1 && s.noPerson(first) && s.noPerson(end-1) {
		return p, false // "Du Bois Medal"
	}
	if n, ok := s.taggedName(first); ok && n.Type != nlp.PersonName && n.Last >= end && !s.names[s.ws[end-1].fold] {
		return p, false // "Juvenile Justice"
	}
	p = person{first: first, name: [2]int{first, end}}
	p.end = s.suffix(end)
	post := p.end > end
	confident := post && end-first > 1 || s.confident(first, end) || seen && (end-first > 1 || s.aloneAs(first)) || end-first > 1 && s.startsPerson(first)
	if !confident && end-first > 1 && !s.ws[i].loud && !s.heading {
		confident = s.speaks(end) || i > 0 && (s.ws[i-1].lower == "said" || s.ws[i-1].lower == "told")
		confident = confident && s.at[i].place == nil && s.at[i].org == nil
		if !confident && s.at[i].place == nil && s.at[i].capital == nil && s.at[i].org == nil && !s.ws[i].cut && s.ws[end-1].upos == "PROPN" {
			confident = s.shown(i, end)
		}
	}
	if !confident && end-first > 1 && end-first < 5 && s.at[i].place == nil && s.at[i].org == nil && !s.heading && !s.ws[i].loud {
		before := p
		s.apposition(&before)
		if before.end > p.end {
			p = before
			return p, true
		}
		return p, false
	}
	if !confident && end-first == 1 && s.lone(first) {
		s.names[s.ws[first].fold] = true
		confident = true
	}
	if !confident {
		return p, false
	}
	if h := s.at[i]; h.place != nil && h.plLen >= end-first && !h.place.Ambiguous && !s.names[s.ws[end-1].fold] && !s.namesake(i) {
		return p, false
	}
	if end-first == 1 && i+1 < len(s.ws) && s.ws[end].named() && !world.ClosedWord.Has(s.ws[end].lower) {
		// Part of a larger name of another kind: "Biden Administration".
		if s.kindAhead(end) || s.ws[end].loud != s.ws[i].loud {
			return p, false
		}
	}
	s.apposition(&p)
	return p, true
}
