package coref

import (
	"slices"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// compatriots gives ministers whose country nothing else tells that of most officials
// of the document, if it is also what the document names most and they do not meet
// people of it. Where a document is of one country alone, their offices are.
func (r *roster) compatriots() {
	if subject := r.subjectOfAll(); subject.ID != "" && !r.foreign(subject) {
		for e := range r.Entities {
			r.suppose(e, subject)
		}
	}
	home := r.mostOfficials()
	if home.ID == "" {
		return
	}
	opposed, with := r.opposed(), r.signers()
	for e := range r.Entities {
		if r.minister(e) && r.suits(e, home) && !opposed[e][home.ID] && !with[e] {
			r.belongs(e, home)
		}
	}
}

// signers gives who is named where something is signed: those of two sides, as a rule.
func (r *roster) signers() map[int]bool {
	with := map[int]bool{}
	for s := range r.sentences() {
		if !slices.ContainsFunc(s.tokens, func(t nlp.Token) bool { return world.SigningVerb.Has(t.Lemma) }) {
			continue
		}
		for i := range s.mentions {
			if m := &s.mentions[i]; names(m, entity.Person) {
				with[m.Entities[0]] = true
			}
		}
	}
	return with
}

// mostOfficials gives the country that a document names most, if it is also that of
// most of its officials, by far.
func (r *roster) mostOfficials() entity.Ref {
	votes := map[string]int{}
	for e := range r.Entities {
		if c := r.Entities[e].Country.ID; c != "" && r.Entities[e].Type == entity.Person && r.profiles[e].official {
			votes[c]++
		}
	}
	counts, home := r.countryCounts(), nobody
	for e := range r.Entities { // in order of appearance
		if counts[e] > 0 && (home < 0 || counts[e] > counts[home]) {
			home = e
		}
	}
	if home < 0 || votes[r.Entities[home].ID] < 2 {
		return entity.Ref{}
	}
	country := r.Entities[home].Ref
	for e, n := range counts { // an official may be of a country of which none is known
		if e != home && n*2 > counts[home] && votes[r.Entities[e].ID] == 0 {
			return entity.Ref{}
		}
	}
	for c, n := range votes {
		if c != country.ID && n*2 > votes[country.ID] {
			return entity.Ref{}
		}
	}
	return country
}

// subjectOfAll gives the country that a document names far more often than all others
// together, or than any other, or alone, if nobody is told to go there.
func (r *roster) subjectOfAll() entity.Ref {
	counts, all, most, second := r.countryCounts(), 0, nobody, 0
	for e := range r.Entities { // in order of appearance
		switch n := counts[e]; {
		case n == 0:
		case most < 0 || n > counts[most]:
			if most >= 0 {
				second = counts[most]
			}
			most = e
		default:
			second = max(second, n)
		}
		all += counts[e]
	}
	if most < 0 || counts[most] < 2 || second > 0 && (counts[most] < 4 || counts[most]*7 < all*6 && counts[most] < 5*second) {
		return entity.Ref{}
	}
	country := r.Entities[most].Ref
	if slices.ContainsFunc(r.profiles, func(p profile) bool { return slices.Contains(p.guestOf, country.ID) }) {
		return entity.Ref{}
	}
	return country
}

// missions gives those of an embassy whose country nothing tells that of the one
// ambassador, or of the one country of ambassadors or embassies, whom the document names.
func (r *roster) missions() {
	var country entity.Ref
	for e := range r.Entities {
		c := r.Entities[e].Country
		if c.ID == "" || r.Entities[e].Type != entity.Person || !slices.ContainsFunc(r.profiles[e].titles, headsMission) {
			continue
		}
		if country.ID != "" && country != c {
			return
		}
		country = c
	}
	headless := country.ID == ""
	if headless {
		country = r.sender()
	}
	if country.ID == "" {
		return
	}
	for e := range r.Entities {
		if r.Entities[e].Type == entity.Person && r.Entities[e].Country.ID == "" && !slices.Contains(r.profiles[e].guestOf, country.ID) &&
			slices.ContainsFunc(r.profiles[e].national, func(t title) bool { return staffsMission(t) || headless && headsMission(t) }) {
			r.belongs(e, country)
		}
	}
}
