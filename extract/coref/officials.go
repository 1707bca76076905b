package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// nation tells the country that an office shows its holder to be of: its own, or
// that of the body.
func (r *roster) nation(o entity.Office) entity.Ref {
	if o.Of.Type == entity.Country {
		return o.Of
	}
	if e, ok := r.byID[o.Of.ID]; ok {
		return r.Entities[e].Country
	}
	if _, body, ok := strings.Cut(o.Title, " of "); ok && o.Of.ID == "" && !strings.Contains(body, " for ") {
		return entity.CountryInName(body) // "Speaker of the House of Peru"
	}
	return entity.Ref{}
}

// canHave tells whether a country can have an office, as far as the lists of
// heads of state and government tell.
func canHave(country entity.Ref, t title) bool {
	iso := isoOf(country)
	if iso == "" {
		return true
	}
	if t.rank != world.HeadRank {
		return !world.WithoutMinisters.Has(iso) || !strings.HasPrefix(t.noun, "minister")
	}
	switch {
	case t.noun == "president":
		return !world.WithoutPresident.Has(iso)
	case t.noun == "prime minister":
		return !world.WithoutPremier.Has(iso)
	case t.noun == "chancellor":
		return world.WithChancellor.Has(iso)
	case world.PapalTitle.Has(t.noun):
		return iso == "VA"
	case world.DynasticTitle.Has(t.noun):
		return world.WithoutPresident.Has(iso) || iso == "AE"
	}
	return true
}

// isoOf gives the code of a country of the lists (ISO 3166), "" for any other.
func isoOf(country entity.Ref) string {
	if c, _, _ := world.FindCountry(strings.Fields(country.Name)); c != nil && c.ID == country.ID {
		return c.ISO2
	}
	return ""
}

// suits tells whether an official whose country is not known can be of a
// country: it can have such an office, and nobody else is told to hold it there.
func (r *roster) suits(e int, country entity.Ref) bool {
	if r.Entities[e].Type != entity.Person || r.Entities[e].Country.ID != "" ||
		slices.Contains(r.profiles[e].guestOf, country.ID) {
		return false
	}
	if iso := isoOf(country); iso != "" && strings.Contains(strings.ToLower(r.profiles[e].office), "secretary of state") &&
		!world.WithStateSecretary.Has(iso) {
		return false
	}
	state := false
	for _, t := range r.profiles[e].national {
		state = state || t.rank == world.HeadRank || t.rank == world.StateRank
		only := t.rank == world.HeadRank && !t.vice || t.noun == "minister" && t.lower != ""
		if !canHave(country, t) || only && r.headed(country, t, e) {
			return false
		}
	}
	return state
}

// headed tells whether the text calls another than e the holder of an office.
func (r *roster) headed(country entity.Ref, t title, e int) bool {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Type != entity.Person || len(m.Entities) != 1 || m.Entities[0] == e ||
			r.Entities[m.Entities[0]].Country.ID != country.ID {
			continue
		}
		for _, o := range m.Offices {
			if u := titleWords(o.Title); o.Status == "actual" && u.noun == t.noun && u.vice == t.vice &&
				(t.rank == world.HeadRank || u.lower == t.lower) {
				return true
			}
		}
	}
	return false
}

// headOffice gives the first office of a person at the head of a state or
// government.
func (r *roster) headOffice(e int) (t title, ok bool) {
	for _, t := range r.profiles[e].national {
		if t.rank == world.HeadRank {
			return t, true
		}
	}
	return title{}, false
}

// headTitle gives the title by which a person is the one head of a state or
// government.
func (r *roster) headTitle(e int) (t title, ok bool) {
	t, ok = r.headOffice(e)
	if t.vice {
		t.noun = "vice " + t.noun
	}
	return t, ok
}

// heads tells whether somebody is the head of a state or government.
func (r *roster) heads(e int) bool {
	_, ok := r.headOffice(e)
	return ok
}

// settle gives a person of an office of some rank a country, where the text
// tells none.
func (r *roster) settle(m *entity.Mention, country entity.Ref, ranks ...world.OfficeRank) {
	e := m.Entities[0]
	if r.Entities[e].Country.ID != "" {
		return
	}
	for _, o := range m.Offices {
		if o.Of.ID != "" {
			return
		}
	}
	for _, t := range r.profiles[e].titles {
		if slices.Contains(ranks, t.rank) || t.rank == world.HeadRank && t.vice {
			r.belongs(e, country)
			return
		}
	}
}

// aides gives those who serve a head of state or government, "Secretary to the
// President", "the Prime Minister's spokesman", the country of the one of that office whom
// the document names, where all of them are of one.
func (r *roster) aides() {
	for e := range r.Entities {
		if r.Entities[e].Type != entity.Person || r.Entities[e].Country.ID != "" {
			continue
		}
		for _, served := range r.profiles[e].served {
			r.belongs(e, r.headsCountry(served))
		}
	}
}

// headsCountry gives the one country of the people whom a document calls by the title of
// a head, zero if there are several or none.
func (r *roster) headsCountry(t title) (country entity.Ref) {
	for e := range r.Entities {
		c := r.Entities[e].Country
		if c.ID == "" || !slices.Contains(r.profiles[e].national, t) {
			continue
		}
		if country.ID != "" && country != c {
			return entity.Ref{}
		}
		country = c
	}
	return country
}

// ownLand gives the country of a person, or else that in which the document is
// written.
func (r *roster) ownLand(e int) entity.Ref { return r.Entities[e].Country.Or(r.profiles[e].home) }

// countryOfPerson gives the country of a person, zero if there is none.
func (r *roster) countryOfPerson(e int) entity.Ref {
	if e < 0 {
		return entity.Ref{}
	}
	return r.Entities[e].Country
}

// landOf gives the country of a person as one that the document names; nil if it
// does not.
func (r *roster) landOf(e int) []int {
	if e < 0 {
		return nil
	}
	if c, ok := r.byID[r.Entities[e].Country.ID]; ok {
		return []int{c}
	}
	return nil
}

// landsOf gives the countries of people, each once; nil when one of them is of
// none that is known.
func (r *roster) landsOf(people []int) []int {
	var lands []int
	for _, e := range people {
		if r.Entities[e].Type != entity.Person {
			continue
		}
		c, ok := r.byID[r.Entities[e].Country.ID]
		if !ok {
			if r.Entities[e].Country.ID == "" && len(people) == 2 {
				return nil
			}
			continue
		}
		if !slices.Contains(lands, c) {
			lands = append(lands, c)
		}
	}
	return lands
}

// governs tells whether a person has an office that states alone have.
func (r *roster) governs(e int) bool {
	p := &r.profiles[e]
	return len(p.served) > 0 || r.minister(e) || slices.ContainsFunc(p.national, func(t title) bool {
		portfolio, ministerial := t.lower != "", world.MinisterialOffice.Has(t.noun)
		return t.rank == world.StateRank && (!world.AnyBodysOffice.Has(t.noun) || ministerial && (portfolio || world.MinisterialOffice.Value(t.noun) == "bare"))
	})
}

// posted tells whether a person has an office of those who are sent abroad.
func (r *roster) posted(e int) bool {
	return slices.ContainsFunc(r.profiles[e].titles, func(t title) bool {
		return headsMission(t) || staffsMission(t) || world.PostedOffice.Has(t.noun) || world.DiplomatTitle.Has(t.noun)
	})
}

// minister tells whether a person is called a minister, of whatever rank.
func (r *roster) minister(e int) bool {
	return slices.ContainsFunc(r.profiles[e].national, func(t title) bool {
		return strings.HasSuffix(t.noun, "minister") && !r.heads(e)
	})
}

// headsMission tells whether an office is that of an ambassador.
func headsMission(t title) bool { return !t.vice && world.MissionHead.Has(t.noun) }

// staffsMission tells whether an office is one of the staff of an embassy.
func staffsMission(t title) bool {
	name := strings.TrimSpace(t.lower + " " + t.noun)
	return world.MissionStaff.Has(name) || t.vice && world.MissionHead.Has(t.noun)
}
