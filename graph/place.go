package graph

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// CountryOf gives the country in which a place of the lists lies, and a country
// itself; nothing for all else, as for seas.
func CountryOf(r entity.Ref) entity.Ref {
	switch r.Type {
	case entity.Country:
		return r
	case entity.Place:
		words, id := strings.Fields(r.Name), r.ID
		if _, region, ok := strings.Cut(r.ID, "."); ok { // "San Jose, California"
			_, within, _ := strings.Cut(r.Name, ", ")
			words, id = strings.Fields(within), "place:"+region
			if c := world.CountryByID("country:" + region); c != nil {
				return entity.CountryRef(c)
			}
		}
		if p, n := world.FindPlace(words); p != nil && n == len(words) && p.ID == id {
			if c := world.CountryByID(p.CountryID); c != nil {
				return entity.CountryRef(c)
			}
		}
	}
	return entity.Ref{}
}

// isAround tells whether a country has a place in it.
func isAround(country, place entity.Ref) bool {
	return country.Type == entity.Country && place.Type == entity.Place && CountryOf(place).ID == country.ID
}
