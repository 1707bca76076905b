package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// abroad leaves out of the candidates of a pronoun whoever is of the country to which it
// goes, where somebody else is named in its sentence: who sees an American "when he visits
// Peru" can be a Peruvian, he is none.
func (t *thread) abroad(i int, list []candidate) []candidate {
	to := t.destination(i)
	if to == "" {
		return list
	}
	m := &t.Mentions[i]
	others := slices.DeleteFunc(slices.Clone(list), func(c candidate) bool {
		return c.e != nobody && t.Entities[c.e].Country.ID == to
	})
	here := func(c candidate) bool {
		return c.e != nobody && c.last < i && t.Mentions[c.last].Sentence == m.Sentence && t.Entities[c.e].Country.ID != ""
	}
	if !slices.ContainsFunc(others, here) {
		return list
	}
	return others
}

// destination gives the id of the country to which the journey of a pronoun leads, "he
// visits Peru", "when she travels to Lima", "his visit to Peru"; "" if there is none.
func (r *roster) destination(i int) string {
	m := &r.Mentions[i]
	tokens := r.tokens(m)
	head := tokens[m.Head].Head
	if head < 0 {
		return ""
	}
	lemma := strings.ToLower(tokens[head].Lemma)
	switch r.functionOf(m) {
	case subjectRole:
		if lemma != "visit" && lemma != "tour" && (!world.MotionVerb.Has(lemma) || lemma == "return") {
			return ""
		}
	case ownerRole:
		if !world.VisitNounForm.Has(lemma) {
			return ""
		}
	default:
		return ""
	}
	for _, o := range r.inSentence(m.Sentence) {
		if o.Tokens.First <= m.Tokens.Last || o.Kind != entity.Named || tokens[r.anchor(&o)].Head != head || !r.leadsTo(&o, lemma) {
			continue
		}
		if names(&o, entity.Country) {
			return r.Entities[o.Entities[0]].ID
		}
		if c, _, _ := world.FindCapital(strings.Fields(r.text(o.Span))); o.Type == entity.Place && c != nil {
			return c.ID
		}
	}
	return ""
}

// leadsTo tells whether a place is where a journey goes: the object of "visit", else what
// stands after "to" or "in".
func (r *roster) leadsTo(place *entity.Mention, journey string) bool {
	if r.functionOf(place) == objectRole {
		return journey == "visit" || journey == "tour"
	}
	tokens := r.tokens(place)
	k := place.Tokens.First - 1
	if k >= 0 && strings.EqualFold(tokens[k].Form, "the") {
		k--
	}
	return k >= 0 && (strings.EqualFold(tokens[k].Form, "to") || strings.EqualFold(tokens[k].Form, "in"))
}
