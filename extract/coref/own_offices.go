package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// constituencies makes the offices of members of parliament that are told to be of a part
// of a country those of the country: "Senator Soto of Oregon".
func (r *roster) constituencies() {
	for i := range r.Mentions {
		for k := range r.Mentions[i].Offices {
			o := &r.Mentions[i].Offices[k]
			if t := titleWords(o.Title); o.Of.Type != entity.Place || !world.LegislatorTitle.Has(t.noun) || strings.Contains(t.lower, "state") {
				continue
			}
			country := countryOfPlace(o.Of.Name)
			if e, ok := r.byID[country.ID]; ok && r.profiles[e].count > 0 { // there are several Colorados
				o.Of = country
			}
		}
	}
}

// peculiarOffices gives people with an office that one state alone has, "External Affairs
// Minister", that state where the document names it.
func (r *roster) peculiarOffices() {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if !names(m, entity.Person) || r.Entities[m.Entities[0]].Country.ID != "" {
			continue
		}
		for k := range m.Offices {
			o := &m.Offices[k]
			if o.Of.ID != "" || o.Status == entity.Calling {
				continue
			}
			country := stateOfOffice(o.Title)
			if e, ok := r.byID[country.ID]; ok && r.profiles[e].count > 0 {
				o.Of = country
				r.belongs(m.Entities[0], country)
			}
		}
	}
}

// ledBodies gives people whom a document names as the leaders of an organisation right behind
// its name their offices there: "the Law Society, led by President Soto".
func (r *roster) ledBodies() {
	for s := range r.sentences() {
		body := nobody
		end := 0 // of what names the body
		for i := range s.mentions {
			m := &s.mentions[i]
			switch {
			case m.Inside:
			case names(m, entity.Organization):
				body, end = m.Entities[0], m.Tokens.Last
			case names(m, entity.Person):
				if body >= 0 && s.ledBy(end, m.Tokens.First) {
					s.holdsAt(m, s.Entities[body].Ref)
				}
				body = nobody
			}
		}
	}
}

// ledBy tells whether no more than "delegation, led by" stands in the tokens [k, end).
func (s *sentence) ledBy(k, end int) bool {
	if k < end && world.RetinueNoun.Has(strings.ToLower(s.tokens[k].Form)) {
		k++
	}
	if s.wordAt(k, ",") {
		k++
	}
	return k+2 == end && s.wordAt(k+1, "by") && world.LeadershipParticiple.Has(strings.ToLower(s.tokens[k].Form))
}

// holdsAt gives the offices of a mention that are of no state an organisation where they
// have none.
func (r *roster) holdsAt(m *entity.Mention, body entity.Ref) {
	for k := range m.Offices {
		o := &m.Offices[k]
		t := titleWords(o.Title)
		if o.Of.ID == "" && o.Status != entity.Calling && (t.rank == world.OrgRank || t.noun == "president" || world.AnyBodysOffice.Has(t.noun)) {
			o.Of = body
		}
	}
}
