package mention

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A pronoun is what a pronoun tells of whom it means.
type pronoun struct {
	person bool // a person, where it cannot be a thing too
	plural bool
	gender world.Gender
}

// pronounOf reads the value of a word in world.PersonalPronoun or
// world.PossessiveDeterminer.
func pronounOf(value string) pronoun {
	switch value {
	case "male":
		return pronoun{person: true, gender: world.Male}
	case "female":
		return pronoun{person: true, gender: world.Female}
	case "person":
		return pronoun{person: true}
	case "plural":
		return pronoun{plural: true}
	}
	return pronoun{}
}

// pronoun reads a personal pronoun or a possessive one.
func (s *finder) pronoun(i int) int {
	w := &s.ws[i]
	value := world.PossessiveDeterminer.Value(w.lower)
	if value == "" {
		value = world.PersonalPronoun.Value(w.lower)
	}
	if value == "" || w.lower == "i" && w.form != "I" {
		return i
	}
	if world.AcronymPronoun.Has(w.lower) && w.form == strings.ToUpper(w.lower) {
		return i
	}
	s.out = append(s.out, s.pronounAt(i, pronounOf(value)))
	return i + 1
}

// pronounAt makes the mention of a pronoun.
func (s *finder) pronounAt(i int, p pronoun) entity.Mention {
	m := entity.Mention{Kind: entity.Pronoun, Plural: p.plural, Gender: p.gender}
	if p.person {
		m.Type = entity.Person
	}
	s.place(&m, i, i+1, i)
	return m
}

// eachOther reads "each other" and "one another".
func (s *finder) eachOther(i int) int {
	if s.ends(i + 1) {
		return i
	}
	a, b := s.ws[i].lower, s.ws[i+1].lower
	if !(a == "each" && b == "other") && !(a == "one" && b == "another") {
		return i
	}
	m := entity.Mention{Kind: entity.Pronoun, Plural: true}
	s.place(&m, i, i+2, i)
	s.out = append(s.out, m)
	return i + 2
}
