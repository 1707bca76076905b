package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// delegates are those who lead the delegations of which a text has told, each once.
type delegates struct{ leaders []int }

// leader gives the one who leads, nobody where there are several or none.
func (d *delegates) leader() int {
	if len(d.leaders) != 1 {
		return nobody
	}
	return d.leaders[0]
}

// travels tells whether a mention is "the delegation", "the team".
func (r *roster) travels(m *entity.Mention) bool {
	return m.Kind == entity.Nominal && m.Type == entity.Person && len(m.Offices) == 0 && !m.Plural &&
		world.TravellingParty.Has(strings.ToLower(r.tokens(m)[m.Head].Form))
}

// delegations notes who leads a delegation as the sentence that has been read tells: "a
// delegation led by Ana", "Ana led a team to Peru", "Ana was accompanied by Ambassador Soto".
func (r *roster) delegations(sentence int, d *delegates) {
	mentions := r.inSentence(sentence)
	for i := range mentions {
		m := &mentions[i]
		if m.Inside || len(m.Entities) != 1 || r.Entities[m.Entities[0]].Type != entity.Person || r.travels(m) {
			continue
		}
		if r.ledBy(m) || r.leadsParty(m) || r.escorted(m) {
			if e := m.Entities[0]; !slices.Contains(d.leaders, e) {
				d.leaders = append(d.leaders, e)
			}
		}
	}
}

// ledBy tells whether a person stands in "a delegation led by Ana", "Led by Ana, the team".
func (r *roster) ledBy(m *entity.Mention) bool {
	tokens, k := r.tokens(m), m.Tokens.First
	if k < 2 || !strings.EqualFold(tokens[k-1].Form, "by") || !leading(tokens[k-2].Form) {
		return false
	}
	if k == 2 {
		return anyWord(tokens[m.Tokens.Last:min(len(tokens), m.Tokens.Last+8)], world.TravellingParty)
	}
	return anyWord(tokens[max(0, k-10):k-2], world.TravellingParty)
}

// leadsParty tells whether a person is the subject of "led a delegation".
func (r *roster) leadsParty(m *entity.Mention) bool {
	verb, tokens := r.verbOf(m), r.tokens(m)
	if verb < 0 || r.functionOf(m) != subjectRole || tokens[verb].Lemma != "lead" && tokens[verb].Lemma != "head" {
		return false
	}
	return slices.ContainsFunc(tokens, func(w nlp.Token) bool {
		return w.Head == verb && w.Deprel == "obj" && world.TravellingParty.Has(strings.ToLower(w.Form))
	})
}

// escorted tells whether a person is the subject of "was accompanied by Ambassador Soto".
func (r *roster) escorted(m *entity.Mention) bool {
	verb, tokens := r.verbOf(m), r.tokens(m)
	if verb < 0 || tokens[r.anchor(m)].Deprel != "nsubj:pass" || !world.EscortParticiple.Has(strings.ToLower(tokens[verb].Form)) {
		return false
	}
	return slices.ContainsFunc(r.inSentence(m.Sentence), func(o entity.Mention) bool {
		return names(&o, entity.Person) && !o.Inside && o.Tokens.First > verb
	})
}

// leading tells whether a word is "led" or "headed".
func leading(form string) bool {
	form = strings.ToLower(form)
	return form != "with" && world.RetinueVerbForm.Has(form)
}
