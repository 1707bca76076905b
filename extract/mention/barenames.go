package mention

import (
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// bareName reads a name without a title.
func (s *peopleReader) bareName(i int) (p person, ok bool) {
	_, end := s.nameAt(i, false)
	if end <= i {
		return p, false
	}
	seen := s.inPerson(i, end-1)
	if s.otherName(i, end, seen) {
		return p, false
	}
	p = person{first: i, name: [2]int{i, end}, end: s.suffix(end)}
	several, h := end-i > 1, s.at[i]
	sure := s.confident(i, end) || seen && s.aloneAs(i)
	if several {
		sure = sure || p.end > end || seen || s.startsPerson(i) || end == i+2 && s.dottedInitials(i)
		plain := !s.heading && !s.ws[i].loud && h.place == nil && h.org == nil
		sure = sure || plain && s.cued(i, end)
		if !sure && plain && end-i < 5 {
			// An office behind it would show it.
			bare := p.end
			s.apposition(&p)
			return p, p.end > bare
		}
	} else if !sure && s.lone(i) {
		s.names[s.ws[i].fold] = true
		sure = true
	}
	if !sure || s.placeName(i, end) {
		return p, false
	}
	if !several && s.properAt(end) && (s.kindAhead(end) || s.ws[end].loud != s.ws[i].loud) {
		return p, false // part of a larger name of another kind: "Biden Administration"
	}
	s.apposition(&p)
	return p, true
}

// otherName tells whether the words [i, end), in which the model may have seen a
// person, are rather the name of something else.
func (s *peopleReader) otherName(i, end int, seen bool) bool {
	last := &s.ws[end-1]
	if s.titleAlone(i, end) {
		return true
	}
	if s.low[last.lower] && !s.ws[i].use.Given && !seen {
		return true // "Pell Grant"
	}
	if s.names[last.fold] || s.articled(i, end) || s.dottedInitials(i) {
		return false
	}
	if !last.use.Given && !last.use.Surname && end-i > 1 && s.ws[i].shape != initial && s.noPerson(i) && s.noPerson(end-1) {
		return true // "Du Bois Medal"
	}
	n, ok := s.taggedName(i)
	return ok && n.Type != nlp.PersonName && n.Last >= end // "Juvenile Justice"
}

// titleAlone tells whether the words [i, end) are a title without a name: "the
// Princess", "Chief Justice".
func (s *peopleReader) titleAlone(i, end int) bool {
	if s.names[s.ws[end-1].fold] || s.ws[end-1].loud {
		return false
	}
	if _, n := s.officeNoun(i); n == end-i && n > 1 {
		return true
	}
	return end == i+1 && world.RoyalTitle.Has(s.ws[i].form)
}

// articled tells whether the words [i, end) are a given name and others with an Arabic
// article between them: "Mohamad Zein El Dine".
func (s *peopleReader) articled(i, end int) bool {
	if !s.ws[i].use.Given {
		return false
	}
	for k := i + 2; k < end; k++ {
		if s.afterArticle(k) {
			return true
		}
	}
	return false
}

// cued tells whether the words around show that the unknown names [i, end) are a
// person's.
func (s *peopleReader) cued(i, end int) bool {
	if s.speaks(end) || i > 0 && world.InvertedSpeechVerb.Has(s.ws[i-1].lower) {
		return true
	}
	return s.at[i].capital == nil && !s.ws[i].cut && s.ws[end-1].upos == "PROPN" && s.shown(i, end)
}

// placeName tells whether the words [i, end) are rather the name of a place.
func (s *peopleReader) placeName(i, end int) bool {
	h := s.at[i]
	return h.place != nil && h.plLen >= end-i && !h.place.Ambiguous && !s.names[s.ws[end-1].fold] && !s.namesake(i)
}
