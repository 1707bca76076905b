package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A group is what stands before the noun of a group or country: "both", "the two
// respective", "the Southeast Asian".
type group struct {
	first, start, noun int    // tokens: the first, that after determiner and number, the noun
	det                string // "the", "both"
	count              int    // 0 where no number stands there
}

// group reads "both sides", "the two leaders", "the Southeast Asian nation", "the
// country", "our country", "both".
func (s *finder) group(i int) int {
	g, ok := s.groupAt(i)
	if !ok {
		return i
	}
	if _, end := s.ownLand(i); end > i {
		if _, ok := s.personAt(i); ok {
			return i
		}
	}
	noun := &s.ws[g.noun]
	alone := g.count == 0 && g.noun == i+1
	plural := g.det == "both" || g.det == "these"
	government := s.ownGovernment(&g)
	switch {
	case s.callsGroup(&g) && noun.shape == capital && s.namedAt(g.noun+1) && s.kindAhead(g.noun+1):
		return i // "the Neighbouring Countries Development Agency"
	case s.callsGroup(&g):
		return s.groupNoun(&g)
	case government > i:
		return s.writeOwned(&g, government)
	case s.bareIsland(&g):
		return s.writeOwned(&g, g.start)
	case g.count == 0 && !plural && noun.shape == lower && world.CountryNoun.Has(noun.lower):
		return s.countryNoun(&g)
	case g.count > 0 && (g.det == "the" || g.det == "these") && g.noun == i+2 && s.acts(g.noun):
		// "The two discussed trade."
		return s.writeNominal(entity.Mention{Plural: true, Count: g.count}, i, g.noun, g.noun-1)
	case alone && g.det == "the" && s.travelling(g.noun):
		return s.writeNominal(entity.Mention{Type: entity.Person}, i, g.noun+1, g.noun)
	case alone && g.det == "the" && s.ofTwo(g.noun):
		return s.writeNominal(entity.Mention{Plural: world.PairWord.Has(noun.lower)}, i, g.noun+1, g.noun)
	case g.det == "both" && g.noun == i+1 && noun.lower != "of" &&
		(world.StateActVerbForm.Has(noun.lower) || noun.upos == "VERB" && strings.HasSuffix(noun.lower, "ed")):
		// "Both agreed."
		return s.writeNominal(entity.Mention{Plural: true, Count: 2}, i, i+1, i)
	}
	return i
}

// groupAt reads what can stand before the noun of a group at i.
func (s *finder) groupAt(i int) (g group, ok bool) {
	w := &s.ws[i]
	g.first, g.det = i, w.lower
	j := i + 1
	switch {
	case w.lower == "both":
		g.count = 2
		if world.BothJoiner.Has(s.lowerAt(j)) {
			j++
		}
	case w.lower == "two":
		g.count = 2
	case world.GroupDeterminer.Has(w.lower):
		if n := world.GroupNumber.Number(s.lowerAt(j)); n > 0 {
			g.count = n
			j++
		}
	default:
		return g, false
	}
	g.start = j
	for j < g.start+4 && s.groupModifier(&g, j) {
		j++
	}
	g.noun = j
	return g, !s.ends(j) && (s.ws[j].shape != upper || s.ws[j].loud)
}

// groupModifier tells whether a word at j stands between a group's number and its
// noun: "the two Southeast Asian countries", "both top leaders".
func (s *finder) groupModifier(g *group, j int) bool {
	if s.ends(j) {
		return false
	}
	w := &s.ws[j]
	if world.RegionAdjective.Has(w.lower) || j > g.start && world.Hyphen.Has(w.lower) {
		return true
	}
	if p := s.at[j].place; p != nil && p.Kind == "continent" {
		return true
	}
	if g.count > 0 && w.upos == "ADV" && strings.HasSuffix(w.lower, "ly") && j+1 < len(s.ws) {
		return s.groupModifier(g, j+1) // "the two historically friendly nations"
	}
	return g.count > 0 && !world.GroupNoun.Has(w.lower) &&
		(world.GroupModifier.Has(w.lower) || world.PortfolioWord.Has(w.lower) && w.shape == lower)
}

// callsGroup tells whether the noun of a group is one by what stands before it.
func (s *finder) callsGroup(g *group) bool {
	noun := s.ws[g.noun].lower
	kind := entity.Type(world.GroupNoun.Value(noun))
	return kind != "" && (g.count > 0 || kind == entity.Person && g.det == "the" || g.noun == g.start ||
		world.RegionalGroupNoun.Has(noun))
}

// groupNoun writes down a group that its noun calls so, unless it is none of those
// named before.
func (s *finder) groupNoun(g *group) int {
	noun := &s.ws[g.noun]
	m := entity.Mention{Plural: true, Count: g.count}
	if kind := world.GroupNoun.Value(noun.lower); kind != "any" {
		m.Type = entity.Type(kind)
	}
	if world.OneSideDeterminer.Has(g.det) {
		return g.first
	}
	if g.count > 0 {
		end := g.noun + 1
		if m.Type == entity.Person {
			// "the two Heads of State"
			_, n := s.officeNoun(g.noun)
			end = g.noun + max(n, 1)
		}
		return s.writeNominal(m, g.first, end, g.noun)
	}
	switch {
	case noun.lower == "states" && (noun.named() || g.det == "the"),
		world.DefiniteGroupNoun.Has(noun.lower) && g.det != "the",
		world.CountedGroupNoun.Has(noun.lower):
		return g.first
	}
	if m.Type == entity.Person {
		if _, n := s.officeNoun(g.noun); n > 1 || s.lowerAt(g.noun+1) == "of" {
			return g.first
		}
	}
	return s.writeNominal(m, g.first, g.noun+1, g.noun)
}

// ownGovernment gives the ruling noun of a group that is the subject or stands by itself, so
// that it means the country at hand; -1 if there is none.
func (s *finder) ownGovernment(g *group) int {
	if g.count > 0 || !world.OwnGovernmentDeterminer.Has(g.det) {
		return -1
	}
	j := s.rulingNoun(g.start)
	if j < 0 {
		return -1
	}
	w, next := &s.ws[j], s.wordAt(j+1)
	if next.lower == "in" && j+2 < len(s.ws) && s.at[j+2].capital != nil { // see governmentIn
		return -1
	}
	cased := world.RulingNoun.Value(w.lower) != "capital" || w.shape == capital
	alone := j+1 >= len(s.ws) || s.acts(j+1) || next.shape == punct || world.Genitive.Has(next.lower) ||
		next.upos == "ADP" && next.lower != "of"
	if !cased || !alone {
		return -1
	}
	return j
}

// countryNoun writes down what one country is called: "the Southeast Asian nation".
func (s *finder) countryNoun(g *group) int {
	if g.noun == g.start && !world.BareCountryNoun.Has(s.ws[g.noun].lower) || g.det == "each" || g.det == "this" {
		return g.first
	}
	if j := g.noun + 1; j < len(s.ws) && s.ws[j].upos == "NOUN" && s.ws[j].gap {
		return g.first
	}
	return s.writeOwned(g, g.noun)
}

// bareIsland tells whether a group is "the island", which may mean a country, and not "the
// island of Zanzibar", "the island state".
func (s *finder) bareIsland(g *group) bool {
	if g.det != "the" || g.count > 0 || g.noun != g.start+1 || s.ws[g.start].lower != "island" {
		return false
	}
	next := &s.ws[g.noun]
	return next.lower != "of" && next.shape != capital && next.shape != upper && next.upos != "NOUN" && next.upos != "PROPN" && next.upos != "ADJ" &&
		!world.Hyphen.Has(next.lower) && !world.Genitive.Has(next.lower)
}

// writeOwned writes down a country by the noun at head, and somebody whose it is: "his
// government".
func (s *finder) writeOwned(g *group, head int) int {
	end := s.writeNominal(entity.Mention{Type: entity.Country}, g.first, head+1, head)
	if p := pronounOf(world.PossessiveDeterminer.Value(g.det)); p.person {
		m := s.pronounAt(g.first, p)
		m.Inside = true
		s.out = append(s.out, m)
	}
	return end
}

// writeNominal writes down a nominal in the tokens [first, end).
func (s *finder) writeNominal(m entity.Mention, first, end, head int) int {
	m.Kind = entity.Nominal
	s.place(&m, first, end, head)
	s.out = append(s.out, m)
	return end
}

// travelling tells whether the word at j after "the" means those who come with somebody, who
// do something or are received: "the delegation met", "she welcomed the delegation".
func (s *finder) travelling(j int) bool {
	if noun := &s.ws[j]; noun.shape != lower || !world.TravellingParty.Has(noun.lower) || world.TravellingParty.Value(noun.lower) != "" {
		return false
	}
	if s.acts(j + 1) {
		return true
	}
	return j > 1 && world.HostVerbForm.Has(s.ws[j-2].lower) && s.wordAt(j+1).upos != "NOUN"
}

// ofTwo tells whether the word at j after "the" means one of two named before, or
// both: "the latter's visit", "the pair met", but "the former president".
func (s *finder) ofTwo(j int) bool {
	noun, next := s.ws[j].lower, s.wordAt(j+1)
	switch {
	case world.OneOfTwoNoun.Has(noun):
		return next.shape == punct || world.Genitive.Has(next.lower) || s.acts(j+1)
	case noun != "latter":
		return false
	case next.shape == punct:
		return true
	}
	switch next.upos {
	case "NOUN", "ADJ", "PROPN", "NUM":
		return false
	}
	return true
}
