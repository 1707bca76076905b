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
	r.findAuthor(origin.Author)
	r.knownLeaders(origin.Date)
	r.journeys()
	r.localCountries()
	r.references(pronouns)
	r.retinues()
	r.missions()
	r.aides()
	if countryOfURL(origin.URL).ID != "" { // who publishes tells more than who is left over
		r.atHome(origin.URL)
	}
	r.homeCountries()
	r.atHome(origin.URL)
	r.aides()
	r.retinues() // nationalities are known better now
	r.compatriots()
	r.references(pronouns)
	r.finish()
}
