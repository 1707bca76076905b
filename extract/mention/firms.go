package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// learnFirm remembers the name at i where the words around it say that it is a
// company's.
func (s *reader) learnFirm(i int) {
	if i > 0 && s.ws[i-1].named() {
		return
	}
	end := s.firmName(i)
	if end == i {
		return
	}
	before := func(n int) word {
		if i >= n {
			return s.ws[i-n]
		}
		return word{shape: punct}
	}
	after := word{shape: punct}
	if end < len(s.ws) {
		after = s.ws[end]
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
	if j >= len(s.ws) || s.ws[j].lower != "a" && s.ws[j].lower != "an" && s.ws[j].lower != "the" {
		return false
	}
	for k := j + 1; k < len(s.ws) && k < j+7; k++ {
		if w := s.ws[k]; w.shape == punct && !world.Hyphen.Has(w.lower) || world.ClosedWord.Has(w.lower) {
			return false
		} else if world.CompanyNoun.Has(w.lower) && (k+1 == len(s.ws) || s.ws[k+1].shape == punct || world.ClosedWord.Has(s.ws[k+1].lower) || s.ws[k+1].lower == "based") {
			return true
		}
	}
	return false
}

// firmName gives the end of the capitalised words at i that can be a company's
// name, i if there are none.
func (s *reader) firmName(i int) int {
	j := i
	for j < len(s.ws) && j < i+5 && (j == i || !s.ws[j].cut) {
		w := s.ws[j]
		if !w.named() || w.loud || w.shape == initial || world.ClosedWord.Has(w.lower) || s.at[j].country != nil || s.low[w.lower] && s.kindOf(j) == "" || s.officeHere(j) {
			break
		}
		j++
	}
	if j == i || s.heading || s.ws[i].use.Given && j > i+1 || s.at[i].place != nil && j == i+1 {
		return i
	}
	return j
}

// firmAt reads a company that the document introduces somewhere.
func (s *reader) firmAt(i int) (b body, ok bool) {
	if len(s.firms) == 0 {
		return b, false
	}
	for end := s.firmName(i); end > i; end-- {
		if name := s.nameOf(i, end); s.firms[name] {
			return body{Type: entity.Organization, first: i, end: end, name: [2]int{i, end}, ref: entity.NewRef(entity.Organization, name)}, true
		}
	}
	return b, false
}
