package coref

import (
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// singular resolves he, she, his, her, I, my.
func (t *thread) singular(i int) []int {
	m := &t.Mentions[i]
	if world.FirstPersonSingular.Has(strings.ToLower(t.text(m.Span))) {
		return one(t.voice(i))
	}
	if e := t.voicing(i); e != nobody {
		return one(e)
	}
	list := t.abroad(i, t.candidates(i))
	best := list[0]
	if best.e == nobody || t.subjects.stranger(m.Sentence) && t.Mentions[best.last].Sentence != m.Sentence {
		return nil
	}
	lead := sure
	for _, c := range list[1:] {
		if c.e != nobody {
			lead = best.score - c.score
			break
		}
	}
	if lead < least {
		return nil
	}
	if lead >= sure {
		t.learn(best.e, m)
	}
	return one(best.e)
}

// learn takes a person's gender from a pronoun that starts a sentence, which
// can hardly mean another.
func (r *roster) learn(e int, m *entity.Mention) {
	if m.Tokens.First == 0 && r.Entities[e].Gender == world.UnknownGender {
		r.Entities[e].Gender = m.Gender
	}
}

// voicing gives the person who voices an attitude as his own: "Ana met Eva to
// express her support", "Ana urged Eva to renew her pledge".
func (r *roster) voicing(i int) int {
	m := &r.Mentions[i]
	tokens := r.tokens(m)
	if r.functionOf(m) != ownerRole || tokens[m.Head].Deprel == "" {
		return nobody
	}
	noun := tokens[m.Head].Head
	if noun < 0 || !world.AttitudeNoun.Has(tokens[noun].Lemma) || tokens[noun].Deprel != "obj" {
		return nobody
	}
	verb := tokens[noun].Head
	if verb < 0 || !world.VoicingVerb.Has(tokens[verb].Lemma) {
		return nobody
	}
	verb, role := controller(tokens, verb)
	if verb < 0 {
		return nobody
	}
	for k := i - 1; k >= 0 && r.Mentions[k].Sentence == m.Sentence; k-- {
		o := &r.Mentions[k]
		if tokens[r.anchor(o)].Head == verb && r.functionOf(o) == role &&
			len(o.Entities) == 1 && r.fits(o.Entities[0], m.Gender) {
			return o.Entities[0]
		}
	}
	return nobody
}
