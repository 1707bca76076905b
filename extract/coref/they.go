package coref

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/world"
)

// plural resolves they, them, their, we, our, each other.
func (t *thread) plural(i int) []int {
	m := &t.Mentions[i]
	switch word := strings.ToLower(t.text(m.Span)); {
	case world.FirstPersonPlural.Has(word):
		return t.ourselves(i)
	case word == "each other" || word == "one another":
		return t.several(i)
	case word == "them":
		return t.besidesSubject(i, t.those(i))
	}
	return t.those(i)
}

// several gives the group that the clause of "each other" is about.
func (t *thread) several(i int) []int {
	m := &t.Mentions[i]
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; len(o.Entities) > 1 && t.clauseSubject(o) {
			return slices.Clone(o.Entities)
		}
	}
	if s := t.subjects.of[m.Sentence]; len(s) > 1 {
		return slices.Clone(s)
	}
	return nil
}

// besidesSubject leaves out of a group whoever is the subject of the verb of
// which mention i is the object: "Ana met Eva and Jan. She thanked them."
func (r *roster) besidesSubject(i int, group []int) []int {
	m := &r.Mentions[i]
	verb := r.verbOf(m)
	for k := i - 1; k >= 0 && verb >= 0 && r.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &r.Mentions[k]; r.functionOf(o) == subjectRole && r.verbOf(o) == verb {
			group = slices.DeleteFunc(group, func(e int) bool { return slices.Contains(o.Entities, e) })
		}
	}
	if len(group) < 2 {
		return nil
	}
	return group
}

// those resolves they, them, their: by this sentence, else by the one before.
func (t *thread) those(i int) []int {
	m := &t.Mentions[i]
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence == m.Sentence; k-- {
		if o := &t.Mentions[k]; len(o.Entities) > 1 {
			return slices.Clone(o.Entities)
		} else if o.Plural && o.Kind == entity.Nominal && t.isSubject(o) {
			return t.represented(m.Sentence, m.Tokens.First)
		}
	}
	if s := t.subjects.of[m.Sentence]; len(s) > 1 {
		return slices.Clone(s)
	}
	if lands := t.represented(m.Sentence, m.Tokens.First); lands != nil {
		return lands
	}
	if t.othersBefore(m.Sentence, m.Tokens.First) {
		return nil
	}
	if t.pairHere(m) {
		return slices.Clone(t.focus.present)
	}
	if len(t.focus.people) == 0 && len(t.focus.lands) == 2 {
		return slices.Clone(t.focus.lands)
	}
	if m.Sentence == 0 || len(t.focus.people) > 0 && !contains(t.meeting.people, t.focus.people) {
		return nil
	}
	return t.thoseBefore(i)
}

// pairHere tells whether the two people of a sentence are those who meet in it or
// met before, and no family comes with them.
func (t *thread) pairHere(m *entity.Mention) bool {
	tokens, present := t.tokens(m), t.focus.present
	if len(present) != 2 || m.Tokens.First == 0 || anyWord(tokens[:m.Tokens.First], world.FamilyNoun) {
		return false
	}
	return contains(t.meeting.people, present) || contains(present, t.subjects.of[m.Sentence]) && meets(tokens)
}

// thoseBefore gives whom "they" means where the sentence before tells: its
// subject, then those who met in it.
func (t *thread) thoseBefore(i int) []int {
	m := &t.Mentions[i]
	if s := t.subjects.of[m.Sentence-1]; len(s) > 1 {
		return t.talkers(m, slices.Clone(s))
	}
	if lands := t.represented(m.Sentence-1, len(t.NLP.Sentences[m.Sentence-1].Tokens)); lands != nil {
		return lands
	}
	if t.othersBefore(m.Sentence-1, len(t.NLP.Sentences[m.Sentence-1].Tokens)) {
		return nil
	}
	for k := i - 1; k >= 0 && t.Mentions[k].Sentence >= m.Sentence-1; k-- {
		o := &t.Mentions[k]
		if len(o.Entities) > 1 && (t.isSubject(o) || t.Entities[o.Entities[0]].Type == entity.Person) {
			return slices.Clone(o.Entities)
		}
	}
	people, lands := t.focus.lastPeople(), t.focus.lastLands()
	switch {
	case len(people) == 2 && t.brokenUp(m, people):
		return slices.Clone(t.meeting.people)
	case len(people) == 2:
		return slices.Clone(people)
	case len(t.meeting.people) > 1 && t.meeting.within(m.Sentence, 2):
		return slices.Clone(t.meeting.people)
	case len(people) == 0 && len(lands) == 2 && len(t.focus.lands) == 0:
		return slices.Clone(lands)
	}
	return t.goingOn(m)
}

// brokenUp tells whether of two people one is of the meeting that goes on and the other is only
// spoken of there: "Kimani met Ito. Kimani praised Rusu's work. They also discussed fishing".
func (t *thread) brokenUp(m *entity.Mention, two []int) bool {
	people := t.meeting.people
	return len(people) > 1 && t.meeting.within(m.Sentence, 8) && m.Tokens.First == 0 &&
		slices.Contains(people, two[0]) != slices.Contains(people, two[1])
}

// goingOn gives the several whom the sentence before the last is about, where the last is
// about something: "Both sides welcomed the paper. It deals with fish. They also agreed".
func (t *thread) goingOn(m *entity.Mention) []int {
	if m.Tokens.First > 0 || m.Sentence < 2 || t.NLP.Sentences[m.Sentence-2].Paragraph != t.NLP.Sentences[m.Sentence].Paragraph {
		return nil
	}
	if _, somebody := t.subjects.of[m.Sentence-1]; somebody {
		return nil
	}
	if s := t.subjects.of[m.Sentence-2]; len(s) > 1 {
		return t.talkers(m, slices.Clone(s))
	}
	return nil
}

// represented gives the countries, two at least, of which a sentence has unnamed officials as
// a subject before a token: "Officials from Peru and Kenya met."
func (r *roster) represented(sentence, end int) (lands []int) {
	tokens := r.NLP.Sentences[sentence].Tokens
	for _, m := range r.inSentence(sentence) {
		if m.Type != entity.Country || len(m.Entities) != 1 || m.Tokens.First >= end {
			continue
		}
		k := r.anchor(&m)
		for step := 0; step < 4 && k >= 0 && tokens[k].XPOS != "NNS"; step++ {
			k = tokens[k].Head
		}
		if k >= 0 && universal(tokens[k].Deprel) == "nsubj" && world.ActorNoun.Has(strings.ToLower(tokens[k].Lemma)) &&
			!slices.Contains(lands, m.Entities[0]) {
			lands = append(lands, m.Entities[0])
		}
	}
	if len(lands) < 2 {
		return nil
	}
	return lands
}

// othersBefore tells whether a sentence is about several who are not named
// ("The protesters left"), as far as its tokens before end show.
func (r *roster) othersBefore(sentence, end int) bool {
	tokens := r.NLP.Sentences[sentence].Tokens
	mentioned := func(k int) bool {
		resolved := func(m entity.Mention) bool { return m.Head == k && len(m.Entities) > 0 }
		return slices.ContainsFunc(r.inSentence(sentence), resolved)
	}
	for k := range tokens[:end] {
		w := &tokens[k]
		if w.Deprel == "" && w.UPOS == "VERB" {
			return false
		}
		subject := w.XPOS == "NNS" && (w.Deprel == "" || strings.HasPrefix(w.Deprel, "nsubj"))
		if subject && !world.ThingPlural.Has(strings.ToLower(w.Form)) && !mentioned(k) {
			return true
		}
	}
	return false
}
