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
		at := p.starts[word]
		if at == nil {
			continue
		}
		for kind := range at.rules {
			for _, r := range at.rules[kind] {
				if (actor || slices.ContainsFunc(r.Subject.Is, Beyond)) && p.mayHold(r, clause.Kind(kind), words, mentions) {
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
	var named, dated bool
	for w := range words {
		if at := p.starts[w]; at != nil {
			named = named || at.records[clause.Noun]
		}
	}
	if !named { // most sentences
		return false
	}
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
	words := make(map[string]bool, 2*len(s.Tokens))
	for i := range s.Tokens {
		words[strings.ToLower(s.Tokens[i].Lemma)] = true
		words[strings.ToLower(s.Tokens[i].Form)] = true
	}
	return words
}

// hasAll tells whether each word of a phrase is there.
func hasAll(words map[string]bool, phrase string) bool {
	if strings.IndexByte(phrase, ' ') < 0 {
		return words[phrase]
	}
	for part := range strings.FieldsSeq(phrase) {
		if !words[part] {
			return false
		}
	}
	return true
}

// hasAny tells whether a word of a class is there.
func hasAny(words map[string]bool, class world.Class) bool {
	for w := range words {
		if class.Has(w) {
			return true
		}
	}
	return false
}

// mayHold tells whether the words that a rule's trigger, roles and conditions ask for
// are there.
func (p *Program) mayHold(r *rules.Rule, kind clause.Kind, words map[string]bool, mentions []entity.Mention) bool {
	there := func(w string) bool { return words[w] }
	if !slices.ContainsFunc(triggers(r, kind), func(w string) bool { return hasAll(words, w) }) {
		return false
	}
	if len(r.On.Under) > 0 && !slices.ContainsFunc(r.On.Under, there) {
		return false
	}
	for i := range r.If {
		if !p.mayFill(&r.If[i], words, mentions) {
			return false
		}
	}
	return p.mayFill(&r.Subject, words, mentions) && p.mayFill(&r.Object, words, mentions)
}

// mayFill tells whether what a role asks for may be there: its head words, or a name of
// its types; the words on one of its paths, where nothing but paths leads to it; a word
// for the record of which it speaks again.
func (p *Program) mayFill(role *rules.Role, words map[string]bool, mentions []entity.Mention) bool {
	there := func(w string) bool { return words[w] }
	named := func(fits func(t string) bool) bool {
		return slices.ContainsFunc(mentions, func(m entity.Mention) bool {
			return m.Kind == entity.Named && fits(string(m.Type))
		})
	}
	if len(role.Head) > 0 && !slices.ContainsFunc(role.Head, there) &&
		!named(func(t string) bool { return slices.Contains(role.Type, t) }) &&
		!(slices.Contains(role.Type, string(entity.Event)) && hasAny(words, world.EventWord)) {
		return false
	}
	if role.Again != "" && !slices.ContainsFunc(p.Records, func(rec *rules.Record) bool {
		return rec.Name == role.Again && (words["it"] || slices.ContainsFunc(rec.Noun, there) || named(rec.Takes))
	}) {
		return false
	}
	return len(role.Is) > 0 || len(role.Path) == 0 || slices.ContainsFunc(role.Path, func(path rules.Path) bool {
		return !slices.ContainsFunc(path.Steps, func(step rules.Step) bool {
			return !step.Optional && len(step.Words) > 0 && !slices.ContainsFunc(step.Words, there)
		})
	})
}
