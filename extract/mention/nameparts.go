package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// A namePart is a capitalised word that may go on a person's name.
type namePart struct {
	first, at int  // the first token of the name, and that of the word
	titled    bool // a title or honorific stands before the name
	solid     int  // words of the name before it, other than initials and particles
}

// goesOn tells whether a word goes on the name.
func (s *reader) goesOn(p namePart) bool {
	w, h := &s.ws[p.at], s.at[p.at]
	known := w.use.Given || w.use.Surname || s.names[w.fold]
	switch {
	case hasDigit(w.form) || w.form[0] == '@':
		return false // "@anasoto" is an address
	case p.solid == 0 && !p.titled && world.PartisanNoun.Has(w.lower) && s.namedAt(p.at+1):
		return false // "Populist Ana Soto"
	case p.solid > 0 && w.shape == capital && s.afterArticle(p.at) && !s.heading && h.country == nil:
		return true // "Tarik Al Said"
	case !known && s.taggedEnd(p) && !(w.loud && p.titled && p.solid == 1 && s.ws[p.at-1].use.Given && s.ends(p.at+1)):
		return false // "Malcolm Smith Motorsports"
	case p.solid > 0 && strings.Count(w.form, ".") > 1 && len(w.form) == 4 && s.nameLike(p.at+1) && !s.ws[p.at+1].cut:
		return true // "Kwame M.D. Mensah"
	case p.solid > 0 && !w.loud && closesName(w):
		return false
	case p.solid > 1 && !known && s.officeHere(p.at) && !s.ws[p.at-1].use.Given:
		return false // "Ana Soto Secretary of the Council"
	case w.shape == capital && !w.loud && s.taggedPart(p):
		return true // "Samantha Power", "Will Norris"
	case world.ClosedWord.Has(w.lower):
		return s.closedGoesOn(p)
	case w.shape == upper && !w.loud:
		return s.acronymGoesOn(p, known)
	}
	if o, n := s.officeNoun(p.at); n > 0 {
		return s.officeGoesOn(p, o, n, known)
	}
	switch {
	case h.country != nil:
		return s.countryGoesOn(p)
	case h.org != nil && h.orgLen > 1:
		return false
	case w.subject() || world.OfficeGrading.Has(w.lower):
		return known && (p.solid > 0 || p.titled || w.use.Given) && !s.kindAhead(p.at)
	case s.kindOf(p.at) != "":
		return p.solid > 0 && known && !s.namedAt(p.at+1)
	case p.at > p.first && p.solid == 0 && s.dottedInitials(p.at-1):
		return true // "W.P.P. Silva – Secretary to the Board"
	case (w.loud || s.heading) && p.solid == 0 && p.titled:
		return known || !s.low[w.lower]
	case w.loud || s.heading:
		return known || p.solid > 0 && w.upos != "VERB" && !strings.HasSuffix(w.lower, "ing") &&
			!s.low[w.lower] && s.runsOut(p.at)
	}
	return known || !s.low[w.lower] && !(p.solid > 0 && h.place != nil && h.plLen > 1)
}

// afterArticle tells whether the word before j is an Arabic article that is a word
// of its own.
func (s *reader) afterArticle(j int) bool {
	return s.ws[j-1].form == "Al" || s.ws[j-1].form == "El"
}

// taggedEnd tells whether the model is sure that the name ends before the word.
func (s *reader) taggedEnd(p namePart) bool {
	n, ok := s.taggedName(p.first)
	return ok && n.Type == nlp.PersonName && n.First <= p.first && n.Last <= p.at
}

// taggedPart tells whether the model is sure that the word is of the name.
func (s *reader) taggedPart(p namePart) bool {
	if p.solid > 0 {
		return s.inPerson(p.first, p.at)
	}
	return s.startsPerson(p.at)
}

// closesName tells whether a word is what stands after a name: "Jr", "MP".
func closesName(w *word) bool {
	plain := undotted(w.lower)
	return (w.shape == upper || world.NameClosingPostnominal.Has(plain)) && world.Postnominal.Has(plain)
}

// closedGoesOn tells whether a word that else is no name goes on one: "To Lam",
// "Theresa May".
func (s *reader) closedGoesOn(p namePart) bool {
	w := &s.ws[p.at]
	if p.at > 0 && !s.heading && !w.loud && w.shape == capital && len(w.form) > 1 && w.use.Surname {
		if p.solid > 0 && s.ws[p.at-1].use.FamilyFirst {
			return true
		}
		if p.solid == 0 && p.titled && w.use.FamilyFirst && s.namedAt(p.at+1) {
			return true
		}
	}
	if p.solid == 0 && p.titled && world.MonthGivenName.Has(w.lower) && s.joined(p.at+1) && s.namedAt(p.at+2) {
		return true // "May-Britt"
	}
	if p.solid == 0 && p.titled && w.shape == capital && !w.loud && !s.heading && s.strangeAt(p.at+1) {
		return true // "Trade Minister Will Banda"
	}
	before := s.wordAt(max(p.at-1, 0)).use
	return p.solid > 0 && (world.MonthGivenName.Has(w.lower) || w.lower == "may") && p.at > p.first &&
		(before.Given || before.Surname && p.solid == 1 && (p.titled || s.closedBy(p.at+1))) && !(p.at+1 < len(s.ws) && s.ws[p.at+1].shape == number)
}

// strangeAt tells whether a capitalised word stands at j that is no everyday noun and
// begins nothing else with a name.
func (s *reader) strangeAt(j int) bool {
	if !s.properAt(j) || s.ws[j].shape != capital || s.ws[j].cut {
		return false
	}
	h := s.at[j]
	return h.country == nil && (h.place == nil || s.ws[j].use.Surname) && h.org == nil && !s.officeHere(j) && !isNoun(s.ws[j].lower)
}

// acronymGoesOn tells whether a word in capitals goes on a name: "Ana LIMA".
func (s *reader) acronymGoesOn(p namePart, known bool) bool {
	w, h := &s.ws[p.at], s.at[p.at]
	if h.org != nil || h.country != nil || s.defined[w.form].ID != "" {
		return false
	}
	initials := p.titled && p.solid == 0 && len(w.form) <= 3 && s.nameLike(p.at+1) && !s.ws[p.at+1].cut // "KP Silva"
	return (p.solid > 0 || p.titled && len(w.form) > 3 || initials || known && s.namedAt(p.at+1)) && len(w.form) > 1
}

// officeGoesOn tells whether the noun of an office, of n tokens, goes on a name:
// "Julie Bishop".
func (s *reader) officeGoesOn(p namePart, o world.OfficeNoun, n int, known bool) bool {
	if p.solid == 1 && o.Rank == world.GradeRank && n == 1 && s.ws[p.at-1].use.Given && s.nameOver(p.at+1) {
		return true
	}
	if p.solid == 0 || o.Plural || !known || s.officeHere(p.at+n) {
		return false
	}
	return !s.namedAt(p.at+n) || world.Postnominal.Has(s.ws[p.at+n].lower)
}

// nameOver tells whether what stands at j is no more of a name.
func (s *reader) nameOver(j int) bool {
	return s.closedBy(j) || world.Postnominal.Has(s.ws[j].lower) || s.ws[j].shape == lower && s.ws[j].lower != "of"
}

// countryGoesOn tells whether the name of a country goes on one of a person:
// "Jordan Pryce", "Michael Jordan".
func (s *reader) countryGoesOn(p namePart) bool {
	w, h := &s.ws[p.at], s.at[p.at]
	switch {
	case h.countryLen > 1:
		return false
	case p.solid > 0:
		return (w.use.Given || w.use.Surname) && s.ws[p.at-1].use.Given &&
			s.skipGenitive(p.at+1) == p.at+1 && !s.joined(p.at+1)
	case !w.use.Given || !s.properAt(p.at+1):
		return false
	case p.titled:
		return !h.adjective
	}
	return s.nameLike(p.at+1) && !s.ws[p.at+1].subject()
}

// runsOut tells whether the capitalised words after j are few and end at a
// mark, number or small letter, so that in a heading they can still be a name.
func (s *reader) runsOut(j int) bool {
	for k := j + 1; k < len(s.ws) && k < j+4; k++ {
		w, h := &s.ws[k], s.at[k]
		if !w.named() || w.cut || s.officeHere(k) || hasDigit(w.form) || world.Postnominal.Has(w.lower) {
			return true
		}
		if world.ClosedWord.Has(w.lower) || w.subject() || s.kindOf(k) != "" || h.country != nil || h.org != nil ||
			strings.HasSuffix(w.lower, "s") && !s.nameLike(k) {
			return false
		}
	}
	return j+4 >= len(s.ws)
}

// dottedInitials tells whether several initials in one stand at j before a capitalised word
// that can be a surname: "W.P.P. Silva", but not "U.S. Senator".
func (s *reader) dottedInitials(j int) bool {
	w := &s.ws[j]
	if w.shape != upper || w.loud || !strings.HasSuffix(w.form, ".") || strings.Count(w.form, ".")*2 != len(w.form) || !s.properAt(j+1) || s.ws[j+1].cut {
		return false
	}
	h, next := s.at[j], &s.ws[j+1]
	return h.country == nil && h.org == nil && s.defined[w.form].ID == "" && next.shape == capital &&
		!s.officeHere(j+1) && s.kindOf(j+1) == "" && !next.subject() && (s.nameLike(j+1) || !isNoun(next.lower))
}
