package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// localCountries gives officials without a country the one that the sentence
// is set in: "In Chile, he met with Foreign Minister A and President B."
func (r *roster) localCountries() {
	for s := range r.sentences() {
		var place entity.Ref
		first := true // nobody has been named yet
		for i := range s.mentions {
			m := &s.mentions[i]
			if names(m, entity.Country) && !m.Adjective && !m.Inside && first && s.opensWithIn(m) {
				place = r.Entities[m.Entities[0]].Ref
			}
			if m.Type != entity.Person || m.Inside {
				continue
			}
			subject := first && m.Kind != entity.Pronoun
			if m.Kind == entity.Pronoun || m.Kind == entity.Named {
				first = false
			}
			if place.ID != "" && names(m, entity.Person) && !(subject && r.beforeVerb(m)) {
				r.holdsIn(m, place)
			}
		}
	}
}

// opensWithIn tells whether a sentence begins with "in" and a country.
func (s *sentence) opensWithIn(m *entity.Mention) bool {
	k := m.Tokens.First
	return k > 0 && k <= 3 && strings.EqualFold(s.tokens[k-1].Form, "in")
}

// holdsIn gives the offices of a mention, and who holds them, a country where they
// have none.
func (r *roster) holdsIn(m *entity.Mention, country entity.Ref) {
	e := &r.Entities[m.Entities[0]]
	for k := range m.Offices {
		o := &m.Offices[k]
		if o.Of.ID == "" && e.Country.ID == "" && National(o) {
			o.Of = country
		}
	}
	for _, o := range m.Offices {
		if o.Of == country {
			r.belongs(m.Entities[0], country)
		}
	}
}

// beforeVerb tells whether a mention is what the sentence is about.
func (r *roster) beforeVerb(m *entity.Mention) bool {
	tokens := r.tokens(m)
	if d := tokens[m.Head].Deprel; d != "" {
		return strings.HasPrefix(d, "nsubj")
	}
	for k := m.Tokens.First - 1; k >= 0 && k >= m.Tokens.First-6; k-- {
		if world.NestedClauseMark.Has(strings.ToLower(tokens[k].Form)) || tokens[k].UPOS == "VERB" {
			return false
		}
	}
	return true
}
