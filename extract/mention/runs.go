package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// run reads a run of words that can be the name of a thing, starting at i, up to its
// complements. last is the index of its last noun that heads a name, -1 if none.
func (s *bodyReader) run(i int) (end, last int) {
	last = -1
	j := i
	for j < len(s.ws) && j < i+24 && (j == i || !s.ws[j].cut) {
		next := j
		switch w := &s.ws[j]; {
		case world.Hyphen.Has(w.lower):
			if j > i {
				next = s.hyphenInRun(j)
			}
		case w.shape == number:
			if s.numberInRun(i, j, last) {
				next = j + 1
			}
		case w.form == "&":
			next = j + 1
		case w.form == "(":
			if j > i && (s.acronymInRun(j) || s.formInBrackets(j)) {
				next = j + 3
			}
		case world.Genitive.Has(w.lower):
			if j > i && s.genitiveInRun(i, j, last) {
				next = j + 1
			}
		case w.form == "," && j > i && s.formBehindComma(j):
			last, next = j+1, j+2
		case w.lower == "and" || w.form == ",": // two in "the United States and European Union"
			land := s.at[i].country != nil && i+s.at[i].countryLen == j && j+1 < len(s.ws) && s.at[j+1].org != nil
			if j > i && !land && s.listInRun(j, last) {
				next = j + 1
			}
		case w.named() && s.wordInRun(i, j):
			if s.kindOf(j) != "" {
				last = j
			}
			next = j + 1
			if n := max(s.at[j].countryLen, s.at[j].orgLen); n > 1 {
				next = j + n
				if s.kindOf(next-1) != "" {
					last = next - 1
				}
			}
		}
		if next == j {
			break
		}
		j = next
	}
	return j, last
}

// hyphenInRun returns the token where a run goes on behind the hyphen at j, j if it
// does not.
func (s *bodyReader) hyphenInRun(j int) int {
	if j+1 >= len(s.ws) {
		return j
	}
	gap, after := s.ws[j].gap, &s.ws[j+1]
	switch {
	case after.shape == lower && !gap && after.lower != "led" && world.HyphenTail.Has(after.lower):
		return j // "Lima-based Andean Bank", but not "African-led Mission"
	case after.shape == lower && !gap:
		return j + 2
	case !after.named() || gap && s.at[j+1].country == nil && s.at[j+1].org == nil:
		return j
	}
	return j + 1
}

// numberInRun tells whether a run that starts at i goes on with the number at j.
func (s *bodyReader) numberInRun(i, j, last int) bool {
	if j == i {
		return ordinal(s.ws[j].lower)
	}
	if last < 0 && world.MonthName.Has(s.lowerAt(j+1)) {
		return false // "Effective 1 April Alder Foods"
	}
	return last >= 0 || s.namedAt(j+1) && len(s.ws[j].form) <= 4
}

// acronymInRun tells whether a run goes on behind an acronym in brackets at j:
// "Communist Party of Vietnam (CPV) Central Committee".
func (s *bodyReader) acronymInRun(j int) bool {
	return s.acronymInside(j) && (s.ws[j+3].named() && s.kindAhead(j+3) || world.Genitive.Has(s.ws[j+3].lower))
}

// acronymInside tells whether an acronym in brackets stands at j, and something
// behind it.
func (s *bodyReader) acronymInside(j int) bool {
	return j+3 < len(s.ws) && s.ws[j].form == "(" && s.ws[j+1].shape == upper && s.ws[j+2].form == ")"
}

// genitiveInRun tells whether a run that starts at i goes on with the possessive
// ending at j: "Peru's Ministry", "the Prime Minister's Office".
func (s *bodyReader) genitiveInRun(i, j, last int) bool {
	if j+1 >= len(s.ws) || !s.kindAhead(j+1) || s.at[i].country != nil && s.formAhead(j+1) {
		return false
	}
	return last >= 0 || s.at[i].country != nil || s.at[i].org != nil || s.ws[j].lower == "'" ||
		s.officeBefore(j) && s.kindOf(j+1) == entity.Organization || s.ws[j-1].subject()
}

// formAhead tells whether the capitalised words at j go on to the legal form of a company,
// whose name does not begin with the land it is of: "Peru's Alder Foods Plc".
func (s *bodyReader) formAhead(j int) bool {
	for ; s.namedAt(j) && !s.ws[j].cut; j++ {
		if world.LegalForm.Has(undotted(s.ws[j].lower)) && s.kindOf(j) == entity.Organization {
			return true
		}
	}
	return false
}

// listInRun tells whether a run goes on with the comma or "and" at j: "Trade, Industry
// and Energy Ministry".
func (s *bodyReader) listInRun(j, last int) bool {
	if j+1 >= len(s.ws) {
		return false
	}
	if last < 0 && s.ws[j].lower == "and" && s.matter(j-1) && s.matter(j+1) && s.kindAhead(j+1) && !s.secondOffice(j+1) {
		return true
	}
	if s.ministryList(j) {
		return true
	}
	if !s.ws[j-1].subject() || s.kindOf(j-1) != "" && last >= 0 {
		return false
	}
	return s.subjectAt(j+1, capital) && s.kindAhead(j+1) && !s.secondOffice(j+1) &&
		(s.ws[j].form != "," || s.subjectList(j+1, capital))
}

// ministryList tells whether the comma or "and" at j stands between the portfolios of one
// ministry, which ends with its noun: "Housing, Water Supply and Roads Ministry".
func (s *bodyReader) ministryList(j int) bool {
	if !s.ws[j-1].subject() && !s.matter(j-1) {
		return false
	}
	joined := s.ws[j].lower == "and"
	for k := j + 1; k < j+16 && !s.ends(k) && !s.ws[k].cut; k++ {
		switch w := &s.ws[k]; {
		case w.form == ",":
			joined = false
		case w.lower == "and" || w.form == "&":
			joined = true
		case w.shape != capital || w.loud || s.officeHere(k) && !world.PortfolioWord.Has(w.lower) || s.honorific(k) > k:
			return false
		case world.MinistryNoun.Has(w.lower):
			return joined && !s.officeHere(k) && s.lowerAt(k+1) != "of"
		case !w.subject() && !s.matter(k) && !world.OfficeGrading.Has(w.lower):
			return false
		}
	}
	return false
}

// formBehindComma tells whether the legal form of a company stands behind the comma at j:
// "Alder Foods, Inc.".
func (s *bodyReader) formBehindComma(j int) bool {
	if s.ends(j+1) || !s.ws[j-1].proper() || !s.ws[j+1].named() {
		return false
	}
	form := undotted(s.ws[j+1].lower)
	return len(form) > 2 && world.LegalForm.Has(form) && s.kindOf(j+1) == entity.Organization
}

// formInBrackets tells whether half of a company's legal form or its country stands in brackets
// at j: "Alder Foods (Pvt) Ltd", "Alder Foods (Malta) Plc".
func (s *bodyReader) formInBrackets(j int) bool {
	return j+3 < len(s.ws) && (world.LegalForm.Has(undotted(s.ws[j+1].lower)) || s.at[j+1].country != nil) && s.ws[j+2].form == ")" &&
		world.LegalForm.Has(undotted(s.ws[j+3].lower)) && s.kindOf(j+3) == entity.Organization
}

// matter tells whether the capitalised word at j is an everyday noun and no name: "the
// Wool and Leather Institute", but not "Kestrel and Alder Bank".
func (s *bodyReader) matter(j int) bool {
	w, h := &s.ws[j], s.at[j]
	return w.shape == capital && !w.loud && !s.heading && h.country == nil && h.place == nil && h.org == nil &&
		s.kindOf(j) == "" && !s.nameLike(j) && !s.officeHere(j) && !w.use.Given && isNoun(w.lower)
}

// wordInRun tells whether a run that starts at i goes on with the capitalised word
// at j, which starts no honorific and no office.
func (s *bodyReader) wordInRun(i, j int) bool {
	w := &s.ws[j]
	month := world.MonthGivenName.Has(w.lower) || j == i && world.MonthName.Has(w.lower)
	press := world.OfficeGrading.Has(w.lower) && !s.ends(j+1) && s.kindOf(j+1) != "" // "Press Section"
	if !month && !press && !w.proper() || j == i && j > 0 && world.MonthName.Has(w.lower) && s.ws[j-1].shape == number {
		return false
	}
	if j > i && s.honorific(j) > j && !w.subject() {
		return false
	}
	o, n := s.officeNoun(j)
	switch {
	case n == 0 || o.Plural || world.Genitive.Has(s.lowerAt(j+n)):
		return true
	case world.PortfolioWord.Has(w.lower) && s.kindAhead(j+1):
		return true
	}
	return j > i && j+n < len(s.ws) && s.kindOf(j+n) != ""
}
