package mention

import "github.com/relata-graph/relata/extract/world"

// A portfolio is what a minister is for, or the words of an organisation's name
// after its noun, as far as it has been read: tokens [start, end).
type portfolio struct {
	start, end   int
	organisation bool // it is of an organisation
	listed       bool // a comma has been passed
}

// portfolio reads a portfolio at start and stops before a person's name: "Foreign
// Affairs", "Sustainability and the Environment". It returns the token after,
// start if there is none.
func (s *reader) portfolio(start int, organisation bool) int {
	p := portfolio{start: start, end: start, organisation: organisation}
	for j := start; j < len(s.ws) && (j == start || !s.ws[j].cut); {
		next := j
		switch w, h := &s.ws[j], s.at[j]; {
		case j > start && w.named() && h.country != nil && !h.adjective && h.countryLen > 0:
			next = j + h.countryLen
			p.end = next
		case w.proper():
			if next = s.portfolioName(&p, j); next > j {
				p.end = next
			}
		case world.PortfolioWord.Has(w.lower) && (p.end == j || p.end == start):
			if w.upos != "VERB" {
				next = j + 1
				p.end = next
			}
		case j > start && s.joined(j) && j+1 < len(s.ws) && !s.ws[j+1].gap:
			next = j + 1
		case world.PortfolioJoiner.Has(w.lower):
			next = s.portfolioJoint(&p, j)
		case w.form == ",":
			if s.portfolioComma(&p, j) {
				p.listed = true
				next = j + 1
			}
		case world.Genitive.Has(w.lower):
			if s.subjectAt(j+1, capital) {
				next = j + 1
			}
		}
		if next == j {
			break
		}
		j = next
	}
	return p.end
}

// portfolioName reads the capitalised word at j as one of a portfolio, and returns
// the token after it, j where it is none: where an honorific, the noun of an office
// or a person's name starts.
func (s *reader) portfolioName(p *portfolio, j int) int {
	w, h := &s.ws[j], s.at[j]
	if j > p.start && s.honorific(j) > j {
		return j
	}
	if j > p.start && p.organisation && world.OfficeGrading.Has(w.lower) && s.namesHolder(j+1) {
		return j // "Ministry of Technology Joint Secretary Luis Rey"
	}
	if _, n := s.officeNoun(j); n > 0 && !(j > p.start && s.justice(j)) && (!world.PortfolioWord.Has(w.lower) || j > p.start && p.organisation && s.holderFollows(j+n)) {
		if world.Genitive.Has(s.lowerAt(j + n)) {
			return j + n
		}
		return j
	}
	if w.subject() || world.OfficeGrading.Has(w.lower) || h.country != nil || h.org != nil ||
		s.low[w.lower] && !s.nameLike(j) {
		return j + 1
	}
	if j > p.start && !s.joined(j-1) && (s.ws[j-1].lower != "the" || w.use.Given) {
		return j
	}
	if p.organisation && j == p.start && s.nameLike(j) && s.nameLike(j+1) {
		return j
	}
	return j + 1
}

// namesHolder tells whether the noun of an office stands at j with the name of who holds it.
func (s *reader) namesHolder(j int) bool {
	_, n := s.officeNoun(j)
	k := s.pastBracket(j + n) // "Joint Secretary (Ports) Luis Rey"
	return n > 0 && (s.holderFollows(k) || world.DatelineDash.Has(s.wordAt(k).form) && s.namedAt(k+1))
}

// portfolioJoint reads "and", "of", "for the" at j inside a portfolio, and returns
// the token after it, j where the portfolio does not go on.
func (s *reader) portfolioJoint(p *portfolio, j int) int {
	if j == p.start {
		return j
	}
	w := &s.ws[j]
	k := j + 1
	for k < len(s.ws) && k < j+3 && (s.ws[k].lower == "the" || s.ws[k].lower == "of") {
		k++
	}
	if !s.subjectAt(k, s.ws[p.end-1].shape) || w.lower == "of" && s.at[k].country != nil && !s.at[k].adjective {
		return j
	}
	if w.lower != "and" && w.form != "&" {
		return k
	}
	if p.organisation && s.kindAhead(k) {
		return j
	}
	if o, n := s.officeNoun(k); n > 0 && o.Rank != world.NoRank && !s.subjectAt(k+n, capital) && !s.justice(k) || s.secondOffice(k) {
		return j
	}
	return k
}

// portfolioComma tells whether the portfolio goes on after the comma at j: "Trade,
// Tourism and Investment".
func (s *reader) portfolioComma(p *portfolio, j int) bool {
	like := s.ws[p.end-1].shape
	return s.subjectList(j+1, like) ||
		p.listed && s.lowerAt(j+1) == "and" && s.subjectAt(j+2, like) && !s.secondOffice(j+2)
}

// strange gives the end of the name of an organisation that no list knows, of
// which the words [start, end) have been read as a portfolio; start if all of
// them are words of portfolios.
func (s *reader) strange(start, end int) int {
	unknown := false
	for k := start; k < end; k++ {
		if w := &s.ws[k]; w.named() && !w.subject() && !world.OfficeGrading.Has(w.lower) && s.at[k].country == nil {
			unknown = true
		}
	}
	if !unknown {
		return start
	}
	k := end
	for s.properAt(k) && !s.ws[k].cut {
		k++
	}
	if k == end+1 || k > end && !s.ws[end].use.Given {
		// No name follows, or it comes after a mark.
		if k >= len(s.ws) || world.PhraseEndMark.Has(s.ws[k].form) {
			return k
		}
	}
	return end
}

// subjectAt tells whether a word of a portfolio stands at k in the same case
// as the words before.
func (s *reader) subjectAt(k int, like shape) bool {
	if s.ends(k) {
		return false
	}
	w := &s.ws[k]
	if (w.shape == lower) != (like == lower) {
		return false
	}
	return w.subject() || world.OfficeGrading.Has(w.lower) && w.shape != lower || s.at[k].country != nil && w.named()
}

// subjectList tells whether portfolio words up to an "and" and one more follow.
func (s *reader) subjectList(k int, like shape) bool {
	for n := 0; k < len(s.ws) && n < 10; n++ {
		if s.ws[k].lower == "and" {
			return n > 0 && s.subjectAt(k+1, like) && !s.secondOffice(k+1)
		}
		if s.ws[k].form != "," && !s.subjectAt(k, like) || s.secondOffice(k) {
			return false
		}
		k++
	}
	return false
}

// secondOffice tells whether another office starts at k: "and Second Minister
// for Home Affairs".
func (s *reader) secondOffice(k int) bool {
	for n := 0; k < len(s.ws) && n < 5; n++ {
		if s.justice(k) {
			return false
		}
		if o, m := s.officeNoun(k); m > 0 && !(m == 1 && world.OfficeModifier.Has(s.ws[k].lower)) {
			return n == 0 || o.Rank != world.GradeRank // "and Ports Prof. Soto"
		}
		if !world.OfficeGrading.Has(s.ws[k].lower) && !s.ws[k].subject() && s.at[k].country == nil {
			return false
		}
		k++
	}
	return false
}

// justice tells whether "Justice" at k is what a minister is for, not the grade of somebody:
// "Minister for Law and Justice Mr Rey".
func (s *reader) justice(k int) bool {
	return s.lowerAt(k) == "justice" && (s.ends(k+1) || s.wordAt(k+1).shape == punct || s.wordAt(k+1).shape == lower || s.honorific(k+1) > k+1)
}
