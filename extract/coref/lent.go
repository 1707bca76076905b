package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// lentNames gives people whom the text calls by a country and their names, "Peru's Rosa
// Delgado", that country, and notes who is called so without an office.
func (r *roster) lentNames() {
	for s := range r.sentences() {
		for i := 1; i < len(s.mentions); i++ {
			land, who := &s.mentions[i-1], &s.mentions[i]
			if !names(land, entity.Country) || land.Adjective || !names(who, entity.Person) {
				continue
			}
			if k := land.Tokens.Last; who.Tokens.First == k+1 && s.tokens[k].XPOS == "POS" {
				r.belongs(who.Entities[0], r.Entities[land.Entities[0]].Ref)
				r.profiles[who.Entities[0]].lent = r.profiles[who.Entities[0]].lent || len(who.Offices) == 0
			}
		}
	}
}

// lent gives the one whom the text calls by a country and a name, without ever an office, as
// one calls those who lead it.
func (r *roster) lent(office title, country entity.Ref) int {
	if country.ID == "" || office.rank != world.HeadRank && office.noun != "leader" || office.vice {
		return nobody
	}
	like := func(e entity.Entity) bool { return e.Type == entity.Person && e.Country.ID == country.ID }
	found := slices.IndexFunc(r.Entities, like)
	for e := range r.Entities {
		if like(r.Entities[e]) && (e != found || !r.profiles[e].lent || len(r.profiles[e].titles) > 0) {
			return nobody
		}
	}
	return found
}
