package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/nlp"
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
		w := s.ws[k]
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
		return words == 1 && inits && known > 0
	}
	if first == 0 && !given && s.ws[0].upos != "" && s.ws[0].upos != "PROPN" {
		return false
	}
	return given || family && known*2 >= words || known >= 2 || inits && known > 0
}

// lone tells whether a capitalised word that stands alone is a person's name,
// though no title or longer name shows it: "Penny left".
func (s *reader) lone(i int) bool {
	w := s.ws[i]
	if w.shape != capital || w.loud || s.heading || w.upos != "PROPN" || s.low[w.lower] || len(w.form) < 3 || s.at[i].place != nil && !s.at[i].place.Ambiguous && !s.namesake(i) || s.at[i].country != nil || s.at[i].org != nil || s.at[i].capital != nil || s.kindOf(i) != "" {
		return false
	}
	if i > 0 && !s.ws[i].cut {
		before := s.ws[i-1]
		if before.named() && !world.ClosedWord.Has(before.lower) || before.lower == "the" || before.lower == "a" || before.lower == "an" || world.Hyphen.Has(before.lower) || before.shape == number && !(i > 1 && world.PlaceCue.Has(s.ws[i-2].lower)) {
			return false
		}
		if world.PlaceCue.Has(before.lower) && !(w.use.Given && (before.lower == "to" || before.lower == "from")) {
			return false
		}
	}
	j := i + 1
	next := word{shape: punct}
	if j < len(s.ws) && !s.ws[j].cut {
		next = s.ws[j]
	}
	if next.named() && !world.ClosedWord.Has(next.lower) || world.Hyphen.Has(next.lower) && !next.gap || next.shape == number {
		return false
	}
	verb := next.upos == "VERB" || next.upos == "AUX" || next.shape == lower && strings.HasSuffix(next.lower, "ly")
	if i < len(s.tagged) && s.tagged[i].Type == nlp.PersonName && s.tagged[i].First == i && s.tagged[i].Last == i+1 && (verb || world.Genitive.Has(next.lower) || s.tagged[i].Margin >= trusted) {
		return true
	}
	if next.form == "," && j+1 < len(s.ws) && s.ws[j+1].lower == "who" || next.lower == "who" || next.lower == "whom" || world.HumanVerbForm.Has(next.lower) {
		return true
	}
	if s.singled(i, next) {
		return true
	}
	if !w.use.Given && !w.use.Surname || s.at[i].place != nil && !verb {
		return false
	}
	if w.use.Given && w.use.Gender != world.UnknownGender {
		return true
	}
	return verb || world.Genitive.Has(next.lower) && j+1 < len(s.ws) && world.KinNoun.Has(s.ws[j+1].lower) || i > 0 && world.HumanVerbForm.Has(s.ws[i-1].lower)
}

// shown tells whether the words around show that unknown names [i, end) are a
// person's: "compatriot Vasek Pospisil", "Nichole Hiltz, who".
func (s *reader) shown(i, end int) bool {
	if i > 0 && (world.KinNoun.Has(s.ws[i-1].lower) || s.ws[i-1].shape == lower && world.RankOf(s.ws[i-1].lower) == world.CallingRank) {
		return true
	}
	next := word{shape: punct}
	if end < len(s.ws) && !s.ws[end].cut {
		next = s.ws[end]
	}
	return next.form == "," && end+1 < len(s.ws) && s.ws[end+1].lower == "who" || next.lower == "who" || world.HumanVerbForm.Has(next.lower) || s.singled(end-1, next)
}

// singled tells whether the words around show that the subject at i is a
// person: "After 1987, Osterman kept her promise".
func (s *reader) singled(i int, next word) bool {
	if next.shape != lower || next.upos != "VERB" && next.upos != "AUX" && !strings.HasSuffix(next.lower, "ly") || world.NameVerbForm.Has(next.lower) || world.StateActVerbForm.Has(next.lower) && next.upos == "VERB" {
		return false
	}
	for k := i + 2; k < len(s.ws); k++ {
		if world.SingularPersonPronoun.Has(s.ws[k].lower) && !(k+1 < len(s.ws) && world.QuotingVerbForm.Has(s.ws[k+1].lower)) {
			return true
		}
		if s.ws[k].named() && s.ws[k].upos == "PROPN" && s.nameLike(k) {
			return false
		}
	}
	return s.heNext
}

func (s *reader) speaks(j int) bool {
	return j < len(s.ws) && world.NameVerbForm.Has(s.ws[j].lower)
}

// aloneAs tells whether one word that the model takes for a person's name can be
// one where it stands, for all that else has its name.
func (s *reader) aloneAs(i int) bool {
	h := &s.at[i]
	return h.country == nil && h.org == nil && s.kindOf(i) == "" && (h.place == nil || h.place.Ambiguous && !s.located(i, i+1))
}

// namesake tells whether a word is the name of a small place that the model
// takes for a person's where no place is likely: "Alice's hand", "Dyer said".
func (s *reader) namesake(i int) bool {
	p := s.at[i].place
	return p != nil && s.at[i].plLen == 1 && p.Kind == "city" && p.Population < world.Metropolis && s.at[i].capital == nil && !s.located(i, i+1) &&
		i < len(s.tagged) && s.tagged[i].Type == nlp.PersonName && s.tagged[i].First == i && s.tagged[i].Last == i+1
}
