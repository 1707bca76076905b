package mention

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// A pronoun is what a pronoun tells of whom it means.
type pronoun struct {
	kind   entity.Type // Person, or "" where it can be a thing too
	plural bool
	gender world.Gender
}

const anyType entity.Type = "any"

var pronouns = map[string]pronoun{
	"he": {entity.Person, false, world.Male}, "him": {entity.Person, false, world.Male}, "himself": {entity.Person, false, world.Male},
	"she": {entity.Person, false, world.Female}, "herself": {entity.Person, false, world.Female},
	"they": {anyType, true, 0}, "them": {anyType, true, 0}, "themselves": {anyType, true, 0},
	"i": {entity.Person, false, 0}, "me": {entity.Person, false, 0}, "myself": {entity.Person, false, 0},
	"we": {anyType, true, 0}, "us": {anyType, true, 0}, "ourselves": {anyType, true, 0},
	"it": {anyType, false, 0}, "itself": {anyType, false, 0},
}

var possessives = map[string]pronoun{
	"his": {entity.Person, false, world.Male}, "her": {entity.Person, false, world.Female}, "their": {anyType, true, 0},
	"my": {entity.Person, false, 0}, "our": {anyType, true, 0}, "its": {anyType, false, 0},
}

// pronoun emits a pronoun.
func (s *finder) pronoun(i int, p pronoun) int {
	w := s.ws[i]
	if w.lower == "i" && w.form != "I" || w.lower == "us" && w.form == "US" || w.lower == "it" && w.form == "IT" {
		return i + 1
	}
	m := entity.Mention{Kind: entity.Pronoun, Plural: p.plural, Gender: p.gender}
	if p.kind == entity.Person {
		m.Type = entity.Person
	}
	s.place(&m, i, i+1, i)
	s.out = append(s.out, m)
	return i + 1
}

// eachOther reads "each other" and "one another".
func (s *finder) eachOther(i int) int {
	if i+1 >= len(s.ws) || s.ws[i+1].cut {
		return i
	}
	if a, b := s.ws[i].lower, s.ws[i+1].lower; !(a == "each" && b == "other") && !(a == "one" && b == "another") {
		return i
	}
	m := entity.Mention{Kind: entity.Pronoun, Plural: true}
	s.place(&m, i, i+2, i)
	s.out = append(s.out, m)
	return i + 2
}
