package program

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/nlp"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// MayState tells whether any rule may state a fact of a sentence, before it is
// parsed: a trigger is there, somebody who can be its subject, and the words that
// the rule's conditions ask for. Tags are not trusted here: a mistagged verb is
// still a trigger.
func (p *Program) MayState(s *nlp.Sentence, mentions []entity.Mention) bool {
	actor := slices.ContainsFunc(mentions, func(m entity.Mention) bool {
		return m.Type != entity.Place && m.Type != entity.Event && m.Type != entity.Agreement
	})
	words := Words(s)
	if p.mayOpen(words) {
		return true
	}
	for word := range words {
		for kind := range p.triggers {
			for _, r := range p.triggers[kind][word] {
				if (actor || slices.ContainsFunc(r.Subject.Is, Beyond)) && mayHold(r, clause.Kind(kind), words) {
					return true
				}
			}
		}
	}
	return false
}

// mayOpen tells whether the words of a sentence may say that what a record is called
// by happens, or when it did.
func (p *Program) mayOpen(words map[string]bool) bool {
	there := func(w string) bool { return hasAll(words, w) }
	var dated bool
	for w := range words {
		dated = dated || world.Weekday.Number(w) > 0 || world.Month.Number(w) > 0 && !world.MonthHomograph.Has(w) ||
			world.DeicticDay.Has(w)
	}
	return slices.ContainsFunc(p.Records, func(rec *rules.Record) bool {
		return (dated || slices.ContainsFunc(rec.Verb, there)) && slices.ContainsFunc(rec.Noun, there)
	})
}

// MayStart tells whether a sentence has the words that start a rule.
func MayStart(r *rules.Rule, s *nlp.Sentence) bool {
	words := Words(s)
	for _, w := range Triggers(r) {
		if hasAll(words, w) {
			return true
		}
	}
	for k := range r.On.Patterns {
		if slices.ContainsFunc(r.On.Patterns[k].Keys(), func(w string) bool { return words[w] }) {
			return true
		}
	}
	return false
}

// Words is the set of the lemmas and forms of a sentence in lower case.
func Words(s *nlp.Sentence) map[string]bool {
	words := map[string]bool{}
	for i := range s.Tokens {
		words[strings.ToLower(s.Tokens[i].Lemma)] = true
		words[strings.ToLower(s.Tokens[i].Form)] = true
	}
	return words
}

// hasAll tells whether each word of a phrase is there.
func hasAll(words map[string]bool, phrase string) bool {
	return !slices.ContainsFunc(strings.Fields(phrase), func(part string) bool { return !words[part] })
}

// mayHold tells whether the words that a rule's trigger and conditions ask for
// are there.
func mayHold(r *rules.Rule, kind clause.Kind, words map[string]bool) bool {
	there := func(w string) bool { return words[w] }
	if !slices.ContainsFunc(triggers(r, kind), func(w string) bool { return hasAll(words, w) }) {
		return false
	}
	if len(r.On.Under) > 0 && !slices.ContainsFunc(r.On.Under, there) {
		return false
	}
	for i := range r.If {
		role := &r.If[i]
		if len(role.Head) > 0 && len(role.Type) == 0 && !slices.ContainsFunc(role.Head, there) {
			return false
		}
	}
	return true
}
