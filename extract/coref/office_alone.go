package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
)

// notBeside leaves out of people whoever is named beside mention m at the same verb: in
// "The President thanked President Soto" the first is another.
func (r *roster) notBeside(m *entity.Mention, people []int) []int {
	verb := r.verbOf(m)
	if verb < 0 {
		return people
	}
	tokens := r.tokens(m)
	return slices.DeleteFunc(slices.Clone(people), func(e int) bool {
		return slices.ContainsFunc(r.inSentence(m.Sentence), func(o entity.Mention) bool {
			return names(&o, entity.Person) && !o.Inside && o.Entities[0] == e && o.Tokens.First != m.Tokens.First &&
				tokens[r.anchor(&o)].Head == verb
		})
	})
}

// oursAlone gives the one of several holders of an office of whom the document never says of
// which country he is: "the president" of a text about "President Soto" and "Peruvian
// President Quispe" is Soto.
func (r *roster) oursAlone(people []int) int {
	found := nobody
	for _, e := range people {
		if r.calledAbroad(e) {
			continue
		}
		if found != nobody {
			return nobody
		}
		found = e
	}
	return found
}

// calledAbroad tells whether the document names a person with an office and its country.
func (r *roster) calledAbroad(e int) bool {
	return slices.ContainsFunc(r.Mentions, func(m entity.Mention) bool {
		return names(&m, entity.Person) && m.Entities[0] == e && slices.ContainsFunc(r.landsIn(&m), func(c int) bool {
			return r.Entities[c].ID == r.Entities[e].Country.ID
		})
	})
}

// landsIn gives the countries that are named inside a mention.
func (r *roster) landsIn(m *entity.Mention) (lands []int) {
	for _, o := range r.inSentence(m.Sentence) {
		if o.Start >= m.Start && o.End <= m.End && names(&o, entity.Country) {
			lands = append(lands, o.Entities[0])
		}
	}
	return lands
}
