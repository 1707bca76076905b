package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
)

// ownPeople gives those who are named with a country before them the country:
// "Ghana's Kofi Adu".
func (r *roster) ownPeople() {
	for s := range r.sentences() {
		for i := 1; i < len(s.mentions); i++ {
			c, m := &s.mentions[i-1], &s.mentions[i]
			if names(c, entity.Country) && !c.Adjective && !c.Inside && m.Kind == entity.Named && names(m, entity.Person) &&
				m.Tokens.First == c.Tokens.Last+1 && strings.HasSuffix(s.tokens[c.Tokens.Last].Form, "s") && s.tokens[c.Tokens.Last].UPOS == "PART" {
				r.belongs(m.Entities[0], r.Entities[c.Entities[0]].Ref)
			}
		}
	}
}
