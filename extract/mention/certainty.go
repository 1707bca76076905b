package mention

import (
	"github.com/relata-graph/relata/extract/world"
)

// confident tells whether the capitalised words [first, end) are surely a
// person's name.
func (s *reader) confident(first, end int) bool {
	if end-first == 1 {
		return s.names[s.ws[first].fold]
	}
	words, known := 0, 0
	given, family, inits := false, false, false
	for k := first; k < end; k++ {
		w := &s.ws[k]
		if w.shape == initial {
			inits = true
			continue
		}
		if !w.named() {
			continue
		}
		words++
		u := w.use
		if s.names[w.fold] {
			known++
		}
		if u.Given && words == 1 {
			given = true
		}
		if u.Surname || u.Given {
			known++
			family = family || words > 1 && u.Surname || u.FamilyFirst && u.Surname
		}
	}
	if h := s.at[first]; h.place != nil && h.plLen == end-first && !s.names[s.ws[end-1].fold] {
		return false
	}
	if words < 2 {
		return words == 1 && (inits && known > 0 || s.particled(first))
	}
	if first == 0 && !given && s.ws[0].upos != "" && s.ws[0].upos != "PROPN" {
		return false
	}
	return given || family && known*2 >= words || known >= 2 || inits && known > 0
}

// lone tells whether a capitalised word that stands alone is a person's name,
// though no title or longer name shows it: "Penny left".
func (s *reader) lone(i int) bool {
	if !s.unclaimed(i) || i > 0 && !s.ws[i].cut && !s.freeBefore(i) {
		return false
	}
	w, next := &s.ws[i], s.wordAt(i+1)
	if next.proper() || world.Hyphen.Has(next.lower) && !next.gap || next.shape == number {
		return false
	}
	verb := next.verb() || next.shape == lower && next.adverb()
	if s.taggedAlone(i) && (verb || world.Genitive.Has(next.lower) || s.tagged[i].Margin >= trusted) {
		return true
	}
	if s.human(i+1) || next.lower == "whom" || s.singled(i, next) {
		return true
	}
	if !w.use.Given && !w.use.Surname || s.at[i].place != nil && !verb {
		return false
	}
	if w.use.Given && w.use.Gender != world.UnknownGender {
		return true
	}
	return verb || world.Genitive.Has(next.lower) && world.KinNoun.Has(s.lowerAt(i+2)) ||
		i > 0 && world.HumanVerbForm.Has(s.ws[i-1].lower)
}

// unclaimed tells whether nothing known has the name of the word at i, unless a
// place does that hardly is meant.
func (s *reader) unclaimed(i int) bool {
	w, h := &s.ws[i], s.at[i]
	if w.shape != capital || w.loud || s.heading || w.upos != "PROPN" || s.low[w.lower] || len(w.form) < 3 {
		return false
	}
	if h.place != nil && !h.place.Ambiguous && !s.namesake(i) {
		return false
	}
	return h.country == nil && h.org == nil && h.capital == nil && s.kindOf(i) == ""
}

// freeBefore tells whether what stands before i does not claim the word for a
// larger name or a place.
func (s *reader) freeBefore(i int) bool {
	before := &s.ws[i-1]
	if before.proper() || world.ArticleWord.Has(before.lower) || world.Hyphen.Has(before.lower) {
		return false
	}
	if before.shape == number && !(i > 1 && world.PlaceCue.Has(s.ws[i-2].lower)) {
		return false
	}
	return !world.PlaceCue.Has(before.lower) || s.ws[i].use.Given && (before.lower == "to" || before.lower == "from")
}

// human tells whether what stands at j is said of people only: "who", "married".
func (s *reader) human(j int) bool {
	next := s.wordAt(j)
	return next.form == "," && s.lowerAt(j+1) == "who" || next.lower == "who" || world.HumanVerbForm.Has(next.lower)
}

// shown tells whether the words around show that unknown names [i, end) are a
// person's: "compatriot Vasek Pospisil", "Nichole Hiltz, who".
func (s *reader) shown(i, end int) bool {
	if i > 0 {
		before := &s.ws[i-1]
		if world.KinNoun.Has(before.lower) || before.shape == lower && world.RankOf(before.lower) == world.CallingRank {
			return true
		}
	}
	return s.human(end) || s.singled(end-1, s.wordAt(end))
}

// singled tells whether the words around show that the subject at i, with next
// behind it, is a person: "After 1987, Osterman kept her promise".
func (s *reader) singled(i int, next *word) bool {
	if next.shape != lower || !next.verb() && !next.adverb() || world.NameVerbForm.Has(next.lower) ||
		world.StateActVerbForm.Has(next.lower) && next.upos == "VERB" {
		return false
	}
	for k := i + 2; k < len(s.ws); k++ {
		w := &s.ws[k]
		if world.SingularPersonPronoun.Has(w.lower) && !world.QuotingVerbForm.Has(s.lowerAt(k+1)) {
			return true
		}
		if w.named() && w.upos == "PROPN" && s.nameLike(k) {
			return false
		}
	}
	return s.heNext
}

// speaks tells whether a verb that has people as its subjects stands at j.
func (s *reader) speaks(j int) bool {
	return world.NameVerbForm.Has(s.lowerAt(j))
}

// aloneAs tells whether one word that the model takes for a person's name can be
// one where it stands, for all that else has its name.
func (s *reader) aloneAs(i int) bool {
	h := s.at[i]
	return h.country == nil && h.org == nil && s.kindOf(i) == "" &&
		(h.place == nil || h.place.Ambiguous && !s.located(i, i+1))
}

// namesake tells whether a word is the name of a small place that the model
// takes for a person's where no place is likely: "Alice's hand", "Dyer said".
func (s *reader) namesake(i int) bool {
	h := s.at[i]
	p := h.place
	return p != nil && h.plLen == 1 && p.Kind == "city" && p.Population < world.Metropolis && h.capital == nil &&
		!s.located(i, i+1) && s.taggedAlone(i)
}

// nextPerson tells whether another person is named at j.
func (s *reader) nextPerson(j int) bool {
	h := s.honorific(j)
	first, end := s.nameAt(h, true)
	return h > j || end > first+1 && s.confident(first, end)
}
