package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// remit reads what an office is for, or of, where that stands with no more than a dash or a
// stroke between the office and the name of its holder: "Director General – East Africa Ana
// Soto", "Director Sales and Marketing Ana Soto", "Secretary/Fisheries Directorate Ana Soto".
func (s *peopleReader) remit(o *office) {
	if s.depth > 0 || !o.visible || o.noun.Plural || o.complement || s.ends(o.end) || s.ws[o.end].cut || s.heading {
		return
	}
	first := o.end
	dash := world.Hyphen.Has(s.ws[first].form) || world.DatelineDash.Has(s.ws[first].form)
	if dash {
		first++
	}
	corporate := dash && o.noun.Rank == world.HeadRank && o.words > 1 // "Vice President – Ports"
	if s.ends(first) || s.ws[first].loud || s.ws[first].cut || o.noun.Rank != world.StateRank && o.noun.Rank != world.OrgRank && !corporate {
		return
	}
	end := s.remitWords(first)
	if stop, b := s.bodyAt(end); stop > end && b.Type == entity.Organization && o.of.Type != entity.Organization && s.surelyHeld(stop) {
		o.country = o.country.Or(o.of)
		o.of = b.ref
		o.inside = append(o.inside, s.insides(b)...)
		if end > first {
			o.keepTokens(o.end, end)
		}
		o.end, o.complement = stop, true
		return
	}
	if end > first && (s.surelyHeld(end) || dash && s.strangerAt(end)) {
		o.keepTokens(o.end, end)
		o.end = end
	}
}

// remitWords gives the end of the capitalised words at j that tell what an office is for, and
// no person's name: those of portfolios, everyday nouns, parts of the world.
func (s *peopleReader) remitWords(j int) int {
	end := j
	for k := j; !s.ends(k) && !(k > j && s.ws[k].cut); {
		w := &s.ws[k]
		noun, n := s.officeNoun(k)
		switch p := s.at[k].place; {
		case (w.lower == "and" || w.form == "&") && k > j:
			k++
			continue
		case !w.proper() || w.use.Given || !w.subject() && s.startsPerson(k) || s.honorific(k) > k || n > 1 || n > 0 && (noun.Rank == world.GradeRank || !world.PortfolioWord.Has(w.lower)):
			return end
		case p != nil && p.Kind != "city" && s.at[k].country == nil:
			k += s.at[k].plLen
		case w.subject(), world.OfficeGrading.Has(w.lower), w.shape == capital && !s.nameLike(k) && isNoun(w.lower):
			k++
		default:
			return end
		}
		end = k
	}
	return end
}

// surelyHeld tells whether an honorific, a grade or the full name of a person stands at j.
func (s *peopleReader) surelyHeld(j int) bool {
	if s.ends(j) || s.ws[j].cut {
		return false
	}
	if o, n := s.officeNoun(j); n > 0 {
		return o.Rank == world.GradeRank && s.holderFollows(j+n)
	}
	first, end := s.nameAt(s.honorific(j), true)
	return end > first && (s.honorific(j) > j || end > first+1 && (s.nameLike(first) || s.ws[first].shape == initial || s.inPerson(first, end-1)))
}

// strangerAt tells whether two or three capitalised words that are neither nouns nor anything
// known stand at j before a mark or a word in small letters, as an unknown name does.
func (s *peopleReader) strangerAt(j int) bool {
	first, end := s.nameAt(j, true)
	if first != j || end < j+2 || end > j+3 || s.properAt(end) {
		return false
	}
	for k := j; k < end; k++ {
		w := &s.ws[k]
		if w.subject() || isNoun(w.lower) || s.at[k].org != nil || s.at[k].country != nil || s.officeHere(k) || w.shape == upper {
			return false
		}
	}
	return true
}
