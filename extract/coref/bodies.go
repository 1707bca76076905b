package coref

import (
	"cmp"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// things groups the named mentions that are no people.
func (r *roster) things() {
	var names []entity.Ref
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind != entity.Named || m.Type == entity.Person {
			continue
		}
		ref := r.refOf(m)
		e, ok := r.byID[ref.ID]
		if !ok {
			e = r.thing(ref)
			r.byID[ref.ID] = e
			if ref.Type == entity.Organization && sameAs(ref) == "" {
				r.Entities[e].Country = entity.CountryInName(ref.Name)
			}
			names = append(names, ref)
		}
		m.Entities = []int{e}
		written := plainSpaces(r.text(m.NameSpan))
		r.profiles[e].forms[written]++
		r.profiles[e].count++
	}
	r.joinBodies(names)
	r.joinOrganizations(names)
	r.joinPlaces(names)
	r.joinKnown(names)
}

// thing appends a thing, with what the parts before know of it.
func (r *roster) thing(ref entity.Ref) int {
	if k, ok := r.cast.thing(ref.ID); ok && r.cast.members[k].ID == ref.ID {
		return r.recall(k)
	}
	return r.add(ref)
}

// joinKnown joins names that this part leaves by themselves with what they have been found
// to mean before: "the Law Society" with "the Law Society of Peru".
func (r *roster) joinKnown(names []entity.Ref) {
	for _, ref := range names {
		k, ok := r.cast.thing(ref.ID)
		if !ok || r.cast.members[k].ID == ref.ID || r.Entities[r.byID[ref.ID]].ID != ref.ID {
			continue
		}
		r.byID[r.cast.members[k].ID] = r.recall(k)
		r.equate(ref.ID, r.cast.members[k].ID)
	}
}

// equate makes the mentions of one thing mean another.
func (r *roster) equate(id, other string) {
	if r.byID[id] != r.byID[other] {
		r.merge(r.byID[id], r.byID[other])
		r.byID[id] = r.byID[other]
	}
}

// refOf identifies a named thing by what the lists and the document say.
func (r *roster) refOf(m *entity.Mention) entity.Ref {
	words := strings.Fields(m.Name)
	switch m.Type {
	case entity.Country:
		if c, n, _ := world.FindCountry(words); n == len(words) && c != nil {
			return entity.CountryRef(c)
		}
	case entity.Organization:
		if o, n := world.FindOrganization(words); n == len(words) && o != nil {
			return entity.Ref{ID: o.ID, Type: entity.Organization, Name: o.Name}
		}
	case entity.Place:
		if p, n := world.FindPlace(words); n == len(words) && p != nil {
			return entity.Ref{ID: p.ID, Type: entity.Place, Name: p.Name}
		}
	}
	name := strings.TrimPrefix(strings.TrimPrefix(m.Name, "The "), "the ")
	if m.Defines != "" {
		name = m.Defines
	}
	if m.Type == entity.Organization {
		return entity.Ref{ID: entity.MakeID(m.Type, entity.BodyName(name)), Type: m.Type, Name: name}
	}
	return entity.NewRef(m.Type, name)
}

// joinBodies joins the names of one body with and without its country, where the
// document tells of the body of one country: "the U.S. Department of State" and
// "the State Department".
func (r *roster) joinBodies(names []entity.Ref) {
	type body struct {
		ids       []string
		long      string // one with the country
		countries map[string]bool
	}
	bodies := map[string]*body{}
	var keys []string
	for _, ref := range names {
		if ref.Type != entity.Organization || sameAs(ref) != "" {
			continue
		}
		rest, country := entity.WithoutCountry(ref.Name)
		if country.ID != "" && rest == "" || world.Fold(cmp.Or(rest, ref.Name)) == "party" { // a country has several
			continue
		}
		key := entity.MakeID(entity.Organization, entity.BodyName(cmp.Or(rest, ref.Name)))
		if bodies[key] == nil {
			bodies[key] = &body{countries: map[string]bool{}}
			keys = append(keys, key)
		}
		b := bodies[key]
		b.ids = append(b.ids, ref.ID)
		if country.ID != "" {
			b.countries[country.ID] = true
			b.long = cmp.Or(b.long, ref.ID)
		}
	}
	for _, key := range keys {
		b := bodies[key]
		if len(b.countries) != 1 {
			continue
		}
		for _, id := range b.ids {
			r.equate(id, b.long)
		}
	}
}

// joinOrganizations joins short forms with the one full form that they begin or
// end: "the Law Society" and "the Law Society of Peru", "the Party".
func (r *roster) joinOrganizations(names []entity.Ref) {
	for _, short := range names {
		if short.Type != entity.Organization {
			continue
		}
		folded := world.Fold(short.Name)
		if !strings.Contains(folded, " ") && folded != "party" {
			continue
		}
		rest, country := entity.WithoutCountry(short.Name)
		isForm := func(long string) bool { return shortens(folded, long) }
		ofCountry := world.Fold(rest) == "party" // "the Vietnamese Party", "Communist Party of Vietnam"
		if ofCountry {
			isForm = func(long string) bool { return strings.Contains(long, " party") && !strings.Contains(long, "'s") }
		}
		found, many := "", false
		for _, long := range names {
			if long.ID == short.ID || long.Type != entity.Organization ||
				ofCountry && r.Entities[r.byID[long.ID]].Country.ID != country.ID || !isForm(world.Fold(long.Name)) {
				continue
			}
			many = many || found != ""
			found = long.ID
		}
		if found != "" && !many {
			r.equate(short.ID, found)
		}
	}
}

// shortens tells whether one folded name of an organisation is the beginning of
// another or its end: "law society" of "law society of peru".
func shortens(short, long string) bool {
	if rest, ok := strings.CutPrefix(long, short+" "); ok {
		preposition, _, more := strings.Cut(rest, " ")
		if more && world.OrganizationPreposition.Has(preposition) {
			return true
		}
	}
	if strings.HasSuffix(long, "'s "+short) {
		return true
	}
	party := strings.HasSuffix(long, " party") || strings.Contains(long, " party of ")
	return short == "party" && party && !strings.Contains(long, "'s")
}

// joinPlaces joins the names of places with and without their kind: "Rakhine",
// "Rakhine State".
func (r *roster) joinPlaces(names []entity.Ref) {
	for _, long := range names {
		i := strings.LastIndexByte(long.Name, ' ')
		if long.Type != entity.Place || i <= 0 || !world.PlaceNoun.Has(strings.ToLower(long.Name[i+1:])) {
			continue
		}
		for _, short := range names {
			if (short.Type == entity.Place || short.Type == entity.Organization) && short.Name == long.Name[:i] {
				r.equate(short.ID, long.ID)
			}
		}
	}
}

// sameAs gives the Wikidata item of a listed country or organisation.
func sameAs(ref entity.Ref) string {
	switch ref.Type {
	case entity.Country:
		if c, _, _ := world.FindCountry(strings.Fields(ref.Name)); c != nil && c.ID == ref.ID {
			return c.Wikidata
		}
	case entity.Organization:
		if o, _ := world.FindOrganization(strings.Fields(ref.Name)); o != nil && o.ID == ref.ID {
			return o.Wikidata
		}
	}
	return ""
}
