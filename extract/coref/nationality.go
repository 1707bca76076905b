package coref

import "github.com/relata-graph/relata/extract/entity"

// An evidence is what tells of which country a person is.
type evidence uint8

// What tells of which country a person is, the surest first. What a name says with its
// offices is told; all else is only asked of those of whom nothing before has told it.
const (
	told        evidence = iota // "President Soto of Peru"
	byLists                     // the lists of leaders
	byPlace                     // the sentence is set there: "In Peru, President Soto"
	byCalling                   // the text calls the person so elsewhere: "the Peruvian leader"
	byCompany                   // those with whom they come
	byMission                   // the ambassador whom they serve
	byHead                      // the head whom they serve
	byPage                      // the page is of that country
	byRemainder                 // it alone is left of the parties
	byHome                      // the document is written there
	byMost                      // most officials of the document are of it
)

// nationalities finds, in order of evidence, of which countries people are, and on the
// way whom offices and pronouns mean.
func (r *roster) nationalities(origin Origin, pronouns chooser) {
	for _, step := range [...]struct {
		by    evidence
		tells func()
	}{
		{byLists, func() { r.knownLeaders(origin.Date) }},
		{byPlace, r.localCountries},
		{byCalling, func() { r.references(pronouns) }},
		{byCompany, r.retinues},
		{byMission, r.missions},
		{byHead, r.aides},
		{byPage, func() { // who publishes tells more than who is left over
			if countryOfURL(origin.URL).ID != "" {
				r.atHome(origin.URL)
			}
		}},
		{byRemainder, r.homeCountries},
		{byHome, func() { r.atHome(origin.URL) }},
		{byHead, r.aides},
		{byCompany, r.retinues}, // more nationalities are known
		{byMost, r.compatriots},
		{byCalling, func() { r.references(pronouns) }},
	} {
		r.telling = step.by
		step.tells()
	}
}

// belongs makes a person one of a country by the evidence at hand, unless something
// surer has told one.
func (r *roster) belongs(e int, country entity.Ref) {
	if who := &r.Entities[e]; who.Country.ID == "" && country.ID != "" {
		who.Country, r.profiles[e].by = country, r.telling
	}
}

// implied tells whether the document takes a person's country for known: it is one of the
// lists, or that of whom the person serves.
func (p *profile) implied() bool { return p.by == byLists || p.by == byHead }
