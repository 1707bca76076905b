package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A peopleReader reads offices and the people who hold them.
type peopleReader struct {
	bodyReader
	depth int // of offices inside offices
}

// modifiers reads what stands before the noun of an office from j on, "former
// Japanese Deputy", and gives the first token of the noun and how many it has.
func (s *peopleReader) modifiers(o *office, j int) (first, n int, ok bool) {
	for range 13 {
		if j >= len(s.ws) || j > o.first && s.ws[j].cut {
			break
		}
		if k := s.nominated(j); k > j {
			o.status = "planned"
			j = k
			continue
		}
		noun, n := s.officeNoun(j)
		if n > 0 && noun.Full == "" && s.ws[j].named() && world.Genitive.Has(s.lowerAt(j+n)) && s.officeFollows(j+n+1) {
			o.keepTokens(j, j+n+1) // "President's Secretary"
			j += n + 1
			continue
		}
		if n > 0 && !(n == 1 && world.OfficeModifier.Has(s.ws[j].lower) && s.officeFollows(j+1)) {
			o.noun = noun
			return j, n, true
		}
		next := s.modifier(o, j)
		if next == j {
			break
		}
		j = next
	}
	return 0, 0, false
}

// modifier reads what stands at j before the noun of an office, and returns the token
// after it, j if an office has nothing like it.
func (s *peopleReader) modifier(o *office, j int) int {
	switch w := &s.ws[j]; {
	case world.Hyphen.Has(w.lower):
		if j == o.first || w.gap {
			return j
		}
		if len(o.keep) > 0 && o.keep[len(o.keep)-1] == j-1 {
			o.keep = append(o.keep, j)
		}
		return j + 1
	case w.lower == "immediate" && s.lowerAt(j+1) == "past" && !s.ends(j+2):
		o.keepTokens(j, j+2) // which is an office of societies
		return j + 2
	case world.FormerWord.Has(w.lower):
		o.status = "former"
		return j + 1
	case world.ComingWord.Has(w.lower):
		o.status = "planned"
		return j + 1
	case w.lower == "no" || w.lower == "not":
		return j
	case s.counts(j):
		return j + 1
	}
	if end, b := s.bodyAt(j); end > j && (s.officeFollows(s.skipGenitive(end)) || s.firmBeforeComma(end)) {
		if !s.possessor(o, &b, j, end) {
			return j
		}
		if s.firmBeforeComma(end) {
			return end + 1
		}
		return s.skipGenitive(end)
	}
	return s.modifierWord(o, j)
}

// firmBeforeComma tells whether the legal form of a firm ends before the comma at j, and an
// office that firms have follows with its holder: "Alder Foods Ltd., Group Chairman Ana Soto".
func (s *peopleReader) firmBeforeComma(j int) bool {
	if s.wordAt(j).form != "," || !world.LegalForm.Has(undotted(s.ws[j-1].lower)) {
		return false
	}
	for k := j + 1; k < j+4 && s.namedAt(k); k++ {
		if o, n := s.officeNoun(k); n > 0 {
			corporate := o.Rank == world.OrgRank || world.FirmOffice.Has(s.ws[k+n-1].lower)
			return corporate && s.holderFollows(k+n)
		}
	}
	return false
}

// possessor takes a body in the tokens [j, end) as the one whose office it is; false
// where that is taken.
func (s *peopleReader) possessor(o *office, b *body, j, end int) bool {
	if b.Type == entity.Place && o.of.Type == entity.Organization && len(o.keep) == 0 {
		o.keepTokens(j, end) // "Trade Council Caribbean Coordinator"
		return true
	}
	if b.Type == entity.Country {
		if o.of.ID != "" && o.of.Type != entity.Country {
			return false
		}
		o.country = b.ref
	}
	if b.Type != entity.Country || o.of.ID == "" {
		o.of = owner(b.ref)
	}
	if h := s.at[j]; b.Type == entity.Place && h.seat {
		// "White House Counsel"
		o.of = entity.CountryRef(h.capital)
		o.keepTokens(j, end)
	}
	if n := len(o.keep); n > 0 && s.ws[o.keep[n-1]].shape == lower && b.Type != entity.Country {
		o.keep = o.keep[:n-1]
	}
	o.inside = append(o.inside, s.insides(*b)...)
	return true
}

// modifierWord reads a word at j that is part of an office's name, "Deputy", "Trade",
// or says nothing of it, and returns the token after it, j if it is neither.
func (s *peopleReader) modifierWord(o *office, j int) int {
	if s.formerly(j) != "" {
		o.status = "former" // "ex-Trade Minister"
	}
	switch w := &s.ws[j]; {
	case world.OfficeGrading.Has(w.lower) || w.subject() && w.shape != punct:
		o.keep = append(o.keep, j)
	case s.drops(j) && !(j > o.first && w.shape == capital):
	case w.lower == "and" && o.unknown == 0 && len(o.keep) > 0 && s.modifies(j+1):
		o.keep = append(o.keep, j)
	case s.acronymOwner(o, j):
		// "FEMA Administrator"
		b := s.newBody(entity.Organization, j, j+1)
		o.of = b.ref
		o.inside = append(o.inside, s.insides(b)...)
		return s.skipGenitive(j + 1)
	case (w.shape == capital || w.shape == upper && len(w.form) > 1) && !world.ClosedWord.Has(w.lower):
		o.unknown++
		if o.unknown > 2 && !s.firmOffice(j) || o.unknown > 1 && s.nameLike(j-1) {
			return j
		}
		o.keep = append(o.keep, j)
	default:
		return j
	}
	return j + 1
}

// modifies tells whether a word of a portfolio or grade stands at j.
func (s *peopleReader) modifies(j int) bool {
	return j < len(s.ws) && (s.ws[j].subject() || world.OfficeGrading.Has(s.ws[j].lower))
}

// acronymOwner tells whether the word at j is the acronym of an organisation that has
// the office.
func (s *peopleReader) acronymOwner(o *office, j int) bool {
	w := &s.ws[j]
	return w.shape == upper && !w.loud && len(w.form) >= 3 && len(w.form) <= 6 && !hasDigit(w.form) &&
		o.of.Type != entity.Organization && s.officeFollows(s.skipGenitive(j+1))
}

// ownFirm makes the unknown words with which an office of firms begins the name of the
// one that has it: "Alder Foods Managing Director".
func (s *peopleReader) ownFirm(o *office) {
	if o.unknown == 0 || !s.ofFirm(o) || o.of.ID != "" && o.of.Type != entity.Country || o.head-o.words+1-o.first < o.unknown {
		return
	}
	n := 0
	for n < len(o.keep) && o.keep[n] == o.keep[0]+n && o.keep[n] <= o.head-o.words && s.strangeWord(o.keep[n]) {
		n++
	}
	if n != o.unknown || n == len(o.keep) && o.full == "" || n < len(o.keep) && s.ws[o.keep[n]].shape == punct {
		return // "Trade Plus Founder", "Head/Managing Director"
	}
	b := s.newBody(entity.Organization, o.keep[0], o.keep[0]+n)
	o.of, o.unknown = b.ref, 0
	o.inside = append(o.inside, s.insides(b)...)
	o.keep = o.keep[n:]
}

// strangeWord tells whether the word at k is capitalised, and none of those that offices
// are named by.
func (s *peopleReader) strangeWord(k int) bool {
	w := &s.ws[k]
	return w.proper() && w.shape != initial && !w.subject() && !world.OfficeGrading.Has(w.lower) && !s.drops(k)
}

// firmOffice tells whether the capitalised words at j, which are no names of people,
// come to the office of a firm within a few.
func (s *peopleReader) firmOffice(j int) bool {
	for k := j; k < j+4 && !s.ends(k) && s.ws[k].named(); k++ {
		if o, n := s.officeNoun(k); n > 0 {
			return o.Rank == world.OrgRank && s.firmNoun(k, k+n)
		}
		if s.nameLike(k) {
			return false
		}
	}
	return false
}

// ofFirm tells whether an office is one of firms and societies.
func (s *peopleReader) ofFirm(o *office) bool {
	return o.noun.Rank == world.OrgRank && s.firmNoun(o.head+1-o.words, o.head+1)
}

// firmNoun tells whether the noun of an office in the tokens [i, end) is one that firms
// and societies have, and no department of them: "CEO", "Chairman", "Managing Director".
func (s *peopleReader) firmNoun(i, end int) bool {
	return world.FirmOffice.Has(strings.ToLower(s.nameOf(i, end))) || world.FirmOffice.Has(s.ws[end-1].lower)
}

// ownLand reads "the island nation's" at i before an office: the noun, and the token behind;
// both are i if it is not there.
func (s *peopleReader) ownLand(i int) (noun, end int) {
	if s.ws[i].lower != "the" {
		return i, i
	}
	j := i + 1
	for ; j < i+4 && !s.ends(j) && s.ws[j].shape != punct; j++ {
		if s.ws[j].shape == lower && world.CountryNoun.Has(s.ws[j].lower) && world.Genitive.Has(s.lowerAt(j+1)) {
			if s.officeFollows(j + 2) {
				return j, j + 2
			}
			break
		}
	}
	return i, i
}

// ownHolder reads "the ministry's", "the late president's" at i before an office: whose it is
// by a body or an office without a name. It returns the token behind, i if it is not there.
func (s *peopleReader) ownHolder(i int) int {
	for j := i + 1; j < i+4 && !s.ends(j) && s.ws[j].shape == lower; j++ {
		n := 1
		if _, office := s.officeNoun(j); office > 0 {
			n = office
		} else if world.NameHead.Value(s.ws[j].lower) != string(entity.Organization) {
			continue
		}
		if world.Genitive.Has(s.lowerAt(j+n)) && s.officeFollows(j+n+1) {
			return j + n + 1
		}
	}
	return i
}
