package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// nameAt reads a person's name at i; end is i when there is none. titled tells
// that a title or honorific stands before it.
func (s *reader) nameAt(i int, titled bool) (first, end int) {
	j := i
	solid := 0 // words other than initials and particles
	for j < len(s.ws) && j < i+10 {
		w := s.ws[j]
		if j > i && w.cut {
			break
		}
		if (w.form == "-" || w.form == "‑") && j > i && !w.gap && j+1 < len(s.ws) && !s.ws[j+1].gap {
			n := s.ws[j+1]
			if s.at[j+1].country != nil || s.kindOf(j+1) != "" || world.HyphenTail.Has(n.lower) || world.ComingWord.Has(n.lower) || n.shape == punct || n.shape == number {
				break
			}
			if n.shape == lower && len(n.form) > 6 {
				break
			}
			if !titled && solid == 1 && n.shape == capital && !(s.ws[j-1].use.Given && j+2 < len(s.ws) && s.ws[j+2].named() && s.kindOf(j+2) == "") {
				return i, i // "the Silva-Novak plan" is of two people
			}
			j += 2
			continue
		}
		if w.shape == lower {
			if world.NameParticle.Has(w.lower) && (j > i || titled || s.joined(j+1)) && s.particleRun(j) {
				j++
				if j < len(s.ws) && world.Hyphen.Has(s.ws[j].lower) && !s.ws[j].gap {
					j++
				}
				continue
			}
			break
		}
		if w.shape == initial {
			if w.form == "I" || j > i && len(w.form) == 1 && !(j+1 < len(s.ws) && s.ws[j+1].named()) {
				break
			}
			j++
			if j < len(s.ws) && s.ws[j].form == "." && !s.ws[j].gap && j+1 < len(s.ws) && s.ws[j+1].named() {
				j++
			}
			continue
		}
		if (w.form == `"` || w.form == "“" || w.form == "(") && j > i && j+3 < len(s.ws) && s.ws[j+1].shape == capital && (s.ws[j+2].form == `"` || s.ws[j+2].form == "”") && s.ws[j+3].shape == capital {
			j += 3
			continue
		}
		if !w.named() || !s.namePart(i, j, titled, solid) {
			break
		}
		solid++
		j++
	}
	for j > i && (s.ws[j-1].shape == lower && world.NameParticle.Has(s.ws[j-1].lower) && !s.joined(j-2) || s.ws[j-1].shape == punct) {
		j--
	}
	if solid == 0 || j == i {
		return i, i
	}
	return i, j
}

// particleRun tells whether a capitalised word follows the particles at j.
func (s *reader) particleRun(j int) bool {
	for k := j; k < len(s.ws) && k < j+6; k++ {
		w := s.ws[k]
		if w.named() {
			return !world.ClosedWord.Has(w.lower) && s.at[k].org == nil
		}
		if !world.NameParticle.Has(w.lower) && !world.Hyphen.Has(w.lower) {
			return false
		}
	}
	return false
}

// namePart tells whether the capitalised word at j can go on the name that
// started at i.
func (s *reader) namePart(i, j int, titled bool, solid int) bool {
	w := s.ws[j]
	if hasDigit(w.form) {
		return false
	}
	u := w.use
	known := u.Given || u.Surname || s.names[w.fold]
	if solid > 0 && w.shape == capital && (s.ws[j-1].form == "Al" || s.ws[j-1].form == "El") && !s.heading && s.at[j].country == nil {
		return true // "Tarik Al Said"
	}
	if n, ok := s.taggedName(i); ok && n.Type == nlp.PersonName && n.First <= i && n.Last <= j && !known {
		return false // "Malcolm Smith Motorsports"
	}
	plain := strings.ReplaceAll(strings.TrimSuffix(w.lower, "."), ".", "")
	if solid > 0 && (w.shape == upper || plain == "jr" || plain == "sr" || plain == "phd") && world.Postnominal.Has(plain) && !w.loud {
		return false
	}
	if w.shape == capital && !w.loud && (solid > 0 && s.inPerson(i, j) || solid == 0 && s.startsPerson(j)) {
		return true // "Samantha Power", "Will Norris"
	}
	if world.ClosedWord.Has(w.lower) && j > 0 && !s.heading && !w.loud && w.shape == capital && len(w.form) > 1 && (solid > 0 && s.ws[j-1].use.FamilyFirst || solid == 0 && titled && u.FamilyFirst && j+1 < len(s.ws) && s.ws[j+1].named()) && u.Surname {
		return true // "To Lam"
	}
	if world.ClosedWord.Has(w.lower) {
		return solid > 0 && (world.MonthGivenName.Has(w.lower) || w.lower == "may") && j > i && s.ws[j-1].use.Given && !(j+1 < len(s.ws) && s.ws[j+1].shape == number)
	}
	if w.shape == upper && !w.loud {
		if s.at[j].org != nil || s.at[j].country != nil || s.defined[w.form].ID != "" {
			return false
		}
		return (solid > 0 || titled && len(w.form) > 3 || known && j+1 < len(s.ws) && s.ws[j+1].named()) && len(w.form) > 1 && !hasDigit(w.form)
	}
	if o, n := s.officeNoun(j); n > 0 {
		if solid == 1 && o.Rank == world.GradeRank && n == 1 && s.ws[j-1].use.Given && (s.closedBy(j+1) || world.Postnominal.Has(s.ws[j+1].lower) || s.ws[j+1].shape == lower && s.ws[j+1].lower != "of") {
			return true // "Julie Bishop"
		}
		if solid == 0 || o.Plural || !known || s.officeHere(j+n) || j+n < len(s.ws) && s.ws[j+n].named() && !world.Postnominal.Has(s.ws[j+n].lower) {
			return false
		}
		return true
	}
	if h := s.at[j]; h.country != nil {
		if h.countryLen > 1 {
			return false
		}
		nextNamed := j+1 < len(s.ws) && s.ws[j+1].named() && !world.ClosedWord.Has(s.ws[j+1].lower)
		if solid == 0 {
			return titled && u.Given && nextNamed && !h.adjective || !titled && u.Given && nextNamed && s.nameLike(j+1) && !subject(s.ws[j+1])
		}
		return (u.Given || u.Surname) && solid > 0 && s.skipGenitive(j+1) == j+1 && s.ws[j-1].use.Given && !s.joined(j+1)
	}
	if s.at[j].org != nil && s.at[j].orgLen > 1 {
		return false
	}
	if subject(w) || world.OfficeGrading.Has(w.lower) {
		if solid == 0 {
			return known && (titled || u.Given) && !s.kindAhead(j)
		}
		return known && !s.kindAhead(j)
	}
	if s.kindOf(j) != "" {
		return solid > 0 && known && !(j+1 < len(s.ws) && s.ws[j+1].named())
	}
	if w.loud || s.heading {
		if solid == 0 && titled {
			return known || !s.low[w.lower]
		}
		return known || solid > 0 && w.upos != "VERB" && !strings.HasSuffix(w.lower, "ing") && !s.low[w.lower] && s.runsOut(j)
	}
	if s.low[w.lower] && !known {
		return false
	}
	if solid > 0 && !known && s.at[j].place != nil && s.at[j].plLen > 1 {
		return false
	}
	return true
}

// runsOut tells whether the capitalised words after j are few and end at a
// mark, number or small letter, so that in a heading they can still be a name.
func (s *reader) runsOut(j int) bool {
	for k := j + 1; k < len(s.ws) && k < j+4; k++ {
		w := s.ws[k]
		if !w.named() || w.cut || s.officeHere(k) || hasDigit(w.form) || world.Postnominal.Has(w.lower) {
			return true
		}
		if world.ClosedWord.Has(w.lower) || subject(w) || s.kindOf(k) != "" || s.at[k].country != nil || s.at[k].org != nil || strings.HasSuffix(w.lower, "s") && !s.nameLike(k) {
			return false
		}
	}
	return j+4 >= len(s.ws)
}
