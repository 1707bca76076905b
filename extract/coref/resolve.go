package coref

import (
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
)

// Resolve decides which mentions of a document mean the same thing. mentions
// are what mention.Find found; dependencies are used where the sentences are parsed.
// origin tells who writes or speaks the document, if it is known from elsewhere;
// otherwise a person with an office who stands alone in a heading is taken. Where
// it is not clear who is meant, a mention's Entities stay empty.
// mentions is not changed. Resolve is safe for concurrent use.
func Resolve(doc *nlp.Document, mentions []entity.Mention, origin Origin) *entity.Document {
	var none *Cast
	return none.Resolve(doc, mentions, origin)
}

// Resolve is the function Resolve for the next part of a text: who was named in a part
// before is known. The author, and the place with which the text opens, are taken from its
// first part.
func (c *Cast) Resolve(doc *nlp.Document, mentions []entity.Mention, origin Origin) *entity.Document {
	r := newRoster(doc, mentions, c)
	r.resolve(origin, chooser{weights: pronounWeights()})
	return r.Document
}

// resolve goes over the document pass by pass: first the names, then what means
// them, by what each pass before has found out.
func (r *roster) resolve(origin Origin, pronouns chooser) {
	r.things()
	r.people()
	r.quoted = quotations(r.NLP, r.Mentions)
	r.findAuthor(origin)
	r.journeys()
	r.constituencies()
	r.ledBodies()
	r.nationalities(origin, pronouns)
	r.finish()
}

// nationalities finds, in order of evidence, of which countries people are, and on the
// way whom offices and pronouns mean.
func (r *roster) nationalities(origin Origin, pronouns chooser) {
	for _, step := range [...]struct {
		by    evidence
		tells func()
	}{
		{byLists, func() { r.knownLeaders(origin.Date) }},
		{told, r.lentNames},
		{byPlace, r.localCountries},
		{byCalling, func() { r.references(pronouns) }},
		{told, r.ownOfficials},
		{byCompany, r.retinues},
		{byMission, r.missions},
		{byHead, r.aides},
		{byHead, r.peculiarOffices},
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
		{byMost, r.amongHosts},
		{byCalling, func() { r.references(pronouns) }},
		{told, r.ownOfficials},
	} {
		r.telling = step.by
		step.tells()
	}
}
