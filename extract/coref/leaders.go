package coref

import (
	"slices"
	"strconv"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// knownLeaders gives the leaders of states whom news takes for known, "President
// Obama", their countries where the document does not tell them. date is the
// document's, which decides of two with one name; it may be empty.
func (r *roster) knownLeaders(date string) {
	year := 0
	if len(date) >= len("2006") {
		year, _ = strconv.Atoi(date[:len("2006")])
	}
	for e := range r.Entities {
		if r.Entities[e].Type == entity.Person && r.Entities[e].Country.ID == "" && r.profiles[e].count > 0 {
			r.belongs(e, r.leadersCountry(e, year))
			r.profiles[e].famous(year)
		}
	}
}

// leadersCountry gives the country that a person leads, as the lists tell; zero where
// they know nobody of the name and office, or several.
func (r *roster) leadersCountry(e, year int) entity.Ref {
	p := &r.profiles[e]
	if !slices.ContainsFunc(p.titles, func(t title) bool {
		return t.rank == world.HeadRank || t.rank == world.StateRank || t.noun == "leader"
	}) {
		return entity.Ref{}
	}
	if c, ok := p.ledCountry(year, true); ok {
		return c
	}
	c, _ := p.ledCountry(year, false) // "former President Carter"
	return c
}

// ledCountry gives the country of the leaders that a person can be, zero if they are
// of several, of those in office in a year if current. ok is false where there are none.
func (p *profile) ledCountry(year int, current bool) (country entity.Ref, ok bool) {
	for _, w := range p.words {
		for _, l := range world.LeadersCalled(w) {
			if !p.leads(&l, year) || current && year > 0 && l.To > 0 && year > l.To+1 {
				continue
			}
			c := entity.CountryRef(l.Country)
			if ok && country != c {
				return entity.Ref{}, true
			}
			country, ok = c, true
			p.paramount = p.paramount || l.Office == "leader" || year > l.From && (l.To == 0 || year <= l.To)
		}
	}
	return country, ok
}

// famous notes as whom the lists have a person of whom the document tells no office: in
// office in the year, under the whole name.
func (p *profile) famous(year int) {
	if len(p.titles) > 0 || year == 0 {
		return
	}
	for _, w := range p.words {
		for _, l := range world.LeadersCalled(w) {
			if whole, _ := l.Names(p.words); whole && len(l.Words) > 1 && year >= l.From && (l.To == 0 || year <= l.To) {
				p.known, p.leadsIn = titleWords(l.Office), entity.CountryRef(l.Country)
			}
		}
	}
}

// early is for how many years before a leader comes into office a full name is
// trusted: then news knows the senator or minister.
const early = 15

// leads tells whether a person can be a leader of the lists: by the whole name, or by
// a part of it with the office at its time.
func (p *profile) leads(l *world.Leader, year int) bool {
	whole, part := l.Names(p.words)
	office := titleWords(l.Office)
	holds := slices.ContainsFunc(p.national, func(t title) bool { return office.within(t) || leads(t, office) })
	switch {
	case whole && len(l.Words) > 1:
		return year == 0 || year >= l.From-early
	case whole || part:
		return holds && (year == 0 || year >= l.From-1)
	}
	return false
}

// leadersAtHome gives the country of the leaders whom a document names without telling
// their countries, as one does at home, if it is one.
func (r *roster) leadersAtHome() entity.Ref {
	var home entity.Ref
	if r.Author >= 0 { // who speaks for another, perhaps
		return home
	}
	for e := range r.Entities {
		if c := r.Entities[e].Country; r.profiles[e].implied() && r.profiles[e].count > 0 {
			if home.ID != "" && home != c {
				return entity.Ref{}
			}
			home = c
		}
	}
	return home
}
