package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// learnFirm remembers the name at i where the words around it say that it is a
// company's.
func (s *reader) learnFirm(i int) {
	before := func(n int) *word {
		if i >= n {
			return &s.ws[i-n]
		}
		return &endMark
	}
	words := s.firmWords(i)
	switch {
	case words == i:
		return
	case world.VesselNoun.Has(before(1).lower):
		s.vessels[s.nameOf(i, words)] = true
		return
	case before(1).named():
		return
	case world.OutletNoun.Has(before(1).lower) || world.OutletNoun.Has(s.lowerAt(words)) && words > i+1 && !s.ws[words].cut:
		s.firms[s.nameOf(i, words)] = true // "the broadcaster Ana Vision", "Ana Vision reporter"
		return
	}
	end := s.firmName(i)
	if end == i {
		return
	}
	after := &endMark
	if end < len(s.ws) {
		after = &s.ws[end]
	}
	switch {
	case world.CompanyNoun.Has(before(1).lower) && before(1).shape == lower,
		before(1).lower == "up" && before(3).lower == "start",
		before(1).form == "," && world.CompanyNoun.Has(before(2).lower) && after.form == ",",
		world.CompanyContext.Has(after.lower),
		world.CompanyContext.Has(before(2).lower) && (before(1).lower == "in" || before(1).lower == "of"),
		after.form == "," && s.firmAfter(end+1):
		s.firms[s.nameOf(i, end)] = true
	}
}

// firmAfter tells whether "a Danish maker of toys" or the like stands at j.
func (s *reader) firmAfter(j int) bool {
	if !world.ArticleWord.Has(s.lowerAt(j)) {
		return false
	}
	for k := j + 1; k < len(s.ws) && k < j+7; k++ {
		w := &s.ws[k]
		if w.shape == punct && !world.Hyphen.Has(w.lower) || world.ClosedWord.Has(w.lower) {
			return false
		}
		if world.CompanyNoun.Has(w.lower) && s.phraseOver(k+1) {
			return true
		}
	}
	return false
}

// phraseOver tells whether the phrase whose noun stands before k goes on with no
// other noun.
func (s *reader) phraseOver(k int) bool {
	if k == len(s.ws) {
		return true
	}
	w := &s.ws[k]
	return w.shape == punct || world.ClosedWord.Has(w.lower) || w.lower == "based"
}

// firmName gives the end of the capitalised words at i that can be a company's
// name and hardly a person's or place's, i if there are none.
func (s *reader) firmName(i int) int {
	j := s.firmWords(i)
	if s.heading || s.ws[i].use.Given && j > i+1 || s.at[i].place != nil && j == i+1 {
		return i
	}
	return j
}

// firmWords gives the end of the capitalised words at i that can be the name of a
// company or vessel, i if there are none.
func (s *reader) firmWords(i int) int {
	j := i
	for j < len(s.ws) && j < i+5 && (j == i || !s.ws[j].cut) {
		w := &s.ws[j]
		if !w.proper() || w.loud || w.shape == initial || s.at[j].country != nil ||
			s.low[w.lower] && s.kindOf(j) == "" || s.officeHere(j) {
			break
		}
		j++
	}
	return j
}

// vesselAt reads a vessel that the document introduces somewhere, with its number, and
// returns the token after it, i if there is none: "Shi Yan 6".
func (s *reader) vesselAt(i int) int {
	if len(s.vessels) == 0 {
		return i
	}
	for end := s.firmWords(i); end > i; end-- {
		if s.vessels[s.nameOf(i, end)] {
			if !s.ends(end) && s.ws[end].shape == number {
				end++
			}
			return end
		}
	}
	return i
}

// firmAt reads a company that the document introduces somewhere.
func (s *reader) firmAt(i int) (b body, ok bool) {
	if len(s.firms) == 0 {
		return b, false
	}
	for end := s.firmWords(i); end > i; end-- {
		if s.firms[s.nameOf(i, end)] {
			return s.newBody(entity.Organization, i, end), true
		}
	}
	return b, false
}
