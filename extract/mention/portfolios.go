package mention

import "github.com/relata-graph/relata/extract/world"

// portfolio reads what a minister is for, or the words of an organisation's
// name after its noun, and stops before a person's name: "Foreign Affairs",
// "Sustainability and the Environment". It returns the token after, start if
// there is none.
func (s *reader) portfolio(start int, organisation bool) int {
	end := start
	listed := false
	for j := start; j < len(s.ws); {
		w := s.ws[j]
		if j > start && w.cut {
			break
		}
		if s.at[j].country != nil && j > start && !s.at[j].adjective && s.at[j].countryLen > 0 && w.named() {
			j += s.at[j].countryLen
			end = j
			continue
		}
		switch {
		case w.named() && !world.ClosedWord.Has(w.lower):
			if j > start && s.honorific(j) > j {
				return end
			}
			if _, n := s.officeNoun(j); n > 0 && !world.PortfolioWord.Has(w.lower) {
				if !(j+n < len(s.ws) && (world.Genitive.Has(s.ws[j+n].lower))) {
					return end
				}
				j += n
				end = j
				continue
			}
			if !(subject(w) || world.OfficeGrading.Has(w.lower) || s.at[j].country != nil || s.at[j].org != nil || s.low[w.lower] && !s.nameLike(j)) {
				if j > start && !(world.Hyphen.Has(s.ws[j-1].lower) && !s.ws[j-1].gap) {
					if s.ws[j-1].lower != "the" || w.use.Given {
						return end
					}
				}
				if organisation && j == start && s.nameLike(j) && j+1 < len(s.ws) && s.nameLike(j+1) {
					return end
				}
			}
			j++
			end = j
		case world.PortfolioWord.Has(w.lower) && (end == j || end == start):
			if w.upos == "VERB" {
				return end
			}
			if j == start && w.shape == lower && !world.PortfolioWord.Has(w.lower) {
				return end
			}
			j++
			end = j
		case world.Hyphen.Has(w.lower) && !w.gap && j > start && j+1 < len(s.ws) && !s.ws[j+1].gap:
			j++
		case w.form == "&", w.lower == "and", w.lower == "of", w.lower == "for", w.lower == "the", w.lower == "on", w.lower == "or":
			if j == start {
				return start
			}
			k := j + 1
			for k < len(s.ws) && k < j+3 && (s.ws[k].lower == "the" || s.ws[k].lower == "of") {
				k++
			}
			if !s.subjectAt(k, s.ws[end-1].shape) || w.lower == "of" && s.at[k].country != nil && !s.at[k].adjective {
				return end
			}
			if organisation && (w.lower == "and" || w.form == "&") && s.kindAhead(k) {
				return end
			}
			if w.lower == "and" || w.form == "&" {
				if o, n := s.officeNoun(k); n > 0 && o.Rank != world.NoRank && !s.subjectAt(k+n, capital) || s.secondOffice(k) {
					return end
				}
			}
			j = k
		case w.form == ",":
			// "Trade, Tourism and Investment"
			if !s.subjectList(j+1, s.ws[end-1].shape) {
				if !(listed && j+1 < len(s.ws) && s.ws[j+1].lower == "and" && s.subjectAt(j+2, s.ws[end-1].shape) && !s.secondOffice(j+2)) {
					return end
				}
			}
			listed = true
			j++
		case world.Genitive.Has(w.lower):
			if !s.subjectAt(j+1, capital) {
				return end
			}
			j++
		default:
			return end
		}
	}
	return end
}

// strange gives the end of the name of an organisation that no list knows, of
// which the words [start, end) have been read as a portfolio; start if all of
// them are words of portfolios.
func (s *reader) strange(start, end int) int {
	unknown := false
	for k := start; k < end; k++ {
		if w := s.ws[k]; w.named() && !subject(w) && !world.OfficeGrading.Has(w.lower) && s.at[k].country == nil {
			unknown = true
		}
	}
	if !unknown {
		return start
	}
	k := end
	for k < len(s.ws) && s.ws[k].named() && !s.ws[k].cut && !world.ClosedWord.Has(s.ws[k].lower) {
		k++
	}
	if k == end+1 || k > end && !s.ws[end].use.Given {
		// No name follows, or it comes after a mark.
		if k >= len(s.ws) || s.ws[k].form == "," || s.ws[k].form == "." || s.ws[k].form == ")" {
			return k
		}
	}
	return end
}

// subjectAt tells whether a word of a portfolio stands at k in the same case
// as the words before.
func (s *reader) subjectAt(k int, like shape) bool {
	if k >= len(s.ws) || s.ws[k].cut {
		return false
	}
	w := s.ws[k]
	if (w.shape == lower) != (like == lower) {
		return false
	}
	return subject(w) || world.OfficeGrading.Has(w.lower) && w.shape != lower || s.at[k].country != nil && w.named()
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
