package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// bodyReach is how many sentences before its own a noun calls an organisation of.
const bodyReach = 2

// calledBody resolves "the bank", "the Swiss lender", "the alliance": the organisation
// named last that its noun can call, nobody where several were named as late.
func (t *thread) calledBody(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)
	noun := strings.ToLower(tokens[m.Head].Form)
	land := ""
	for k := m.Tokens.First + 1; k < m.Head; k++ {
		if c, _, adjective := world.FindCountry([]string{tokens[k].Form}); c != nil && adjective {
			land = c.ID
		}
	}
	fits := func(e int) bool {
		home := t.Entities[e].Country.ID
		return (land == "" || home == "" || home == land) && t.isCalled(e, noun)
	}
	for n, bodies := range t.focus.byBodies() {
		if n > bodyReach {
			break
		}
		hit := nobody
		for _, e := range bodies {
			if !fits(e) {
				continue
			}
			if hit >= 0 {
				return nil
			}
			hit = e
		}
		if hit >= 0 {
			t.why[i] = "the organisation named last that a " + noun + " can be"
			return one(hit)
		}
	}
	return nil
}

// isCalled tells whether a noun can call an organisation: it stands in a name of it, or
// a word that the noun can stand for; a noun of companies calls those, by their legal
// form, the lists, or a name that says nothing else.
func (r *roster) isCalled(e int, noun string) bool {
	others := strings.Split(world.BodyNoun.Value(noun), "|")
	company := world.CompanyNoun.Has(noun)
	kind := false // a name says what it is
	for form := range r.profiles[e].forms {
		words := strings.Fields(world.Fold(form))
		for _, w := range words {
			if w == noun || slices.Contains(others, w) || company && (world.LegalForm.Has(w) || world.BodySuffix.Has(w)) {
				return true
			}
			kind = kind || world.NameHead.Value(w) == string(entity.Organization)
		}
		if o, n := world.FindOrganization(strings.Fields(form)); o != nil && n == len(words) {
			if company && o.Company {
				return true
			}
			kind = true
		}
	}
	return company && !kind
}
