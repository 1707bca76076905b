package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/world"
)

// officeNoun reads the longest noun of an office at token i, of n tokens: "Prime
// Minister". n is 0 where there is none, and before the sentence is open.
func (s *reader) officeNoun(i int) (noun world.OfficeNoun, n int) {
	if i >= len(s.nouns) {
		return world.OfficeNoun{}, 0
	}
	f := &s.nouns[i]
	if !f.asked {
		f.noun, f.n = s.readNoun(i)
		f.asked = true
	}
	return f.noun, f.n
}

// readNoun is officeNoun, which asks it once for each token.
func (s *reader) readNoun(i int) (noun world.OfficeNoun, n int) {
	key := ""
	for k := i; k < len(s.ws) && k < i+6; k++ {
		w := &s.ws[k]
		if k > i && (w.cut || world.Hyphen.Has(w.lower) && w.gap) {
			break
		}
		if world.Hyphen.Has(w.lower) && k > i {
			continue
		}
		if w.shape == punct || w.shape == number {
			break
		}
		if pre, rest, ok := strings.Cut(w.lower, "-"); ok && k == i && world.OfficePrefix.Has(pre) {
			if got, ok := world.LookupOffice(strings.ReplaceAll(rest, "-", " ")); ok {
				noun, n = got, 1
			}
		}
		if key != "" {
			key += " "
		}
		key += strings.ReplaceAll(w.lower, "-", " ")
		if got, ok := world.LookupOffice(key); ok && (got.Full == "" || w.shape != lower) {
			noun, n = got, k+1-i
		} else if full, ok := s.abbreviated[w.form]; ok && k == i && w.shape == upper && !w.loud {
			noun, n = world.OfficeNoun{Rank: world.StateRank, Full: full}, 1
		}
		if !world.BeginsOffice(key) {
			break
		}
	}
	return noun, n
}

// officeHere tells whether a noun of an office starts at j.
func (s *reader) officeHere(j int) bool {
	_, n := s.officeNoun(j)
	return n > 0
}

// officeIn tells whether a noun of an office starts in [j, end).
func (s *reader) officeIn(j, end int) bool {
	for ; j < end; j++ {
		if s.officeHere(j) {
			return true
		}
	}
	return false
}

// officeBefore tells whether a noun of an office ends before j.
func (s *reader) officeBefore(j int) bool {
	for n := 1; n <= 3 && j-n >= 0; n++ {
		if _, m := s.officeNoun(j - n); m == n {
			return true
		}
	}
	return false
}

// officeFollows tells whether a noun of an office comes up within a few
// modifiers.
func (s *reader) officeFollows(j int) bool {
	for k := j; k < len(s.ws) && k < j+6; k++ {
		w := &s.ws[k]
		if w.cut {
			return false
		}
		if s.officeHere(k) {
			return true
		}
		switch {
		case world.OfficeGrading.Has(w.lower), w.subject(), s.drops(k), world.FormerWord.Has(w.lower),
			world.ComingWord.Has(w.lower), world.OrdinalWord.Has(w.lower), world.HolderAdjective.Has(w.lower),
			ordinal(w.lower), w.lower == "and", w.lower == "immediate", world.Hyphen.Has(w.lower) && !w.gap, world.Genitive.Has(w.lower):
		case s.at[k].country != nil:
			k += s.at[k].countryLen - 1
		case s.at[k].place != nil && s.at[k].place.Kind != "city" && k > j:
			k += s.at[k].plLen - 1
		case s.at[k].seat:
			k += s.at[k].capitalLen - 1
		case w.shape == upper && !w.loud && w.upos != "VERB":
		default:
			return false
		}
	}
	return false
}

// drops tells whether a word says nothing of an office before its noun, and is no
// verb of its own: "the newly elected president", but not "Peru elected".
func (s *reader) drops(j int) bool {
	if w := &s.ws[j]; !world.OfficeEpithet.Has(w.lower) || w.upos != "VERB" || j == 0 {
		return world.OfficeEpithet.Has(w.lower)
	}
	switch s.ws[j-1].upos {
	case "AUX", "PROPN", "NOUN", "PRON":
		return world.Genitive.Has(s.ws[j-1].lower)
	}
	return true
}

// counts tells whether the word at j says the how manieth the holder of an office
// is, which is no part of its name: "the 45th president", "its first female
// president", but "first vice president".
func (s *reader) counts(j int) bool {
	w := &s.ws[j]
	if ordinal(w.lower) && j+1 < len(s.ws) {
		return s.officeFollows(j + 1)
	}
	if w.shape != lower || !world.OrdinalWord.Has(w.lower) || j+1 >= len(s.ws) {
		return false
	}
	if world.HolderAdjective.Has(s.ws[j+1].lower) {
		return s.officeFollows(j + 2)
	}
	noun, n := s.officeNoun(j + 1)
	return n > 0 && noun.Rank == world.HeadRank &&
		!strings.HasPrefix(s.ws[j+1].lower, "vice") && !world.FirstTitleNoun.Has(s.ws[j+n].lower)
}

// nominated reads "nominee for the office of" before the noun of an office, and
// returns the token after it, i if it is not there.
func (s *reader) nominated(i int) int {
	if s.ws[i].lower != "nominee" || i+2 >= len(s.ws) || s.ws[i+1].lower != "for" && s.ws[i+1].lower != "as" {
		return i
	}
	j := i + 2
	if world.ArticleWord.Has(s.ws[j].lower) {
		j++
	}
	if !s.officeFollows(j) {
		return i
	}
	return j
}
