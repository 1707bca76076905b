package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
)

// neuter resolves it and its.
func (t *thread) neuter(i int) []int {
	switch strings.ToLower(t.text(t.Mentions[i].Span)) {
	case "it":
		return t.agent(i)
	case "its":
		if t.Mentions[i].Inside {
			return t.ownerOfOfficial(i)
		}
		return t.owningBody(i)
	}
	return nil
}

// ownerOfOfficial resolves "its" before a person with an office: "praised Peru and its
// president, Rosa Delgado".
func (t *thread) ownerOfOfficial(i int) []int {
	if lands := t.focus.lands; len(lands) > 0 {
		return one(lands[len(lands)-1])
	}
	return t.landAtHand(i)
}

// owningBody gives the country or organisation that the clause of "its" is
// about, or the one thanked, blamed or punished.
func (r *roster) owningBody(i int) []int {
	m := &r.Mentions[i]
	for k := i - 1; k >= 0 && r.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &r.Mentions[k]; r.body(o) && (r.answersFor(o, m) || r.clauseSubject(o)) {
			return slices.Clone(o.Entities)
		}
	}
	return nil
}

// answersFor tells whether what is m's is that for which o is thanked or blamed, or why something is
// done to o: "thanked Peru for its help", "accused Peru of continuing its help", "imposed sanctions
// on Peru over its help".
func (r *roster) answersFor(o, m *entity.Mention) bool {
	tokens := r.tokens(m)
	verb, v := r.verbOf(o), r.verbOf(m)
	if verb < 0 || v < 0 {
		return false
	}
	object := r.functionOf(o) == objectRole
	if object && world.ThankingVerb.Has(tokens[verb].Lemma) && (v == verb || tokens[v].Head == verb && tokens[v].XPOS == "VBG") {
		return true
	}
	if v != verb {
		return false
	}
	why, whom := caseOf(tokens, tokens[m.Head].Head), caseOf(tokens, r.anchor(o))
	suffers := object || whom == "on" || whom == "against"
	return suffers && (why == "over" || why == "for" && whom != "")
}

// caseOf gives the preposition of a token, "" if it has none.
func caseOf(tokens []nlp.Token, i int) string {
	for k := range tokens {
		if tokens[k].Head == i && tokens[k].Deprel == "case" {
			return strings.ToLower(tokens[k].Form)
		}
	}
	return ""
}

// agent resolves "it" as the subject of what a government or organisation says,
// "Peru said it backed Fiji", or where it does what only these do: the last of
// them that does or suffers something in the sentence before it, else the one that
// the sentence before is about.
func (t *thread) agent(i int) []int {
	m := &t.Mentions[i]
	tokens := t.tokens(m)
	verb := t.verbOf(m)
	if verb < 0 || t.functionOf(m) != subjectRole || tokens[m.Head].Head != verb || world.ImpersonalVerb.Has(tokens[verb].Lemma) {
		return nil
	}
	lemma, isVerb := strings.ToLower(tokens[verb].Lemma), tokens[verb].UPOS == "VERB"
	deliberate := isVerb && world.DeliberateVerb.Has(lemma) || world.DeliberateAdjective.Has(lemma)
	if !isVerb && !deliberate {
		return nil
	}
	if sayer := t.sayer(i, verb); sayer != nil {
		if t.body(sayer) {
			return slices.Clone(sayer.Entities)
		}
		return nil
	}
	if !deliberate {
		return nil
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; t.body(o) {
			if function := plain(t.functionOf(o)); function == subjectRole || function == objectRole {
				return slices.Clone(o.Entities)
			}
		}
	}
	if s := t.subjects.of[m.Sentence-1]; len(t.focus.people) == 0 && t.collective(s) {
		return slices.Clone(s)
	}
	return nil
}

// sayer gives the subject of a verb that has the clause of mention i, or one that
// this clause is joined to, as its object: of "said" in "Peru said it backed Fiji".
func (r *roster) sayer(i, verb int) *entity.Mention {
	sentence := r.Mentions[i].Sentence
	tokens := r.NLP.Sentences[sentence].Tokens
	for range 6 {
		relation := universal(tokens[verb].Deprel)
		verb = tokens[verb].Head
		if verb < 0 || relation != "ccomp" && relation != "conj" {
			return nil
		}
		for k := i - 1; k >= 0 && relation == "ccomp" && r.Mentions[k].Sentence == sentence; k-- {
			if o := &r.Mentions[k]; tokens[r.anchor(o)].Head == verb && r.functionOf(o) == subjectRole {
				return o
			}
		}
	}
	return nil
}
