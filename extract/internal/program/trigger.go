package program

import (
	"iter"
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/rules"
)

// Listed is the function of who stands in the list that the sentence heads.
const Listed = "listed"

// Beyond tells whether other sentences fill a function than that of the
// predicate: those of a list, or those that tell of a record.
func Beyond(function string) bool {
	return function == Listed || strings.IndexByte(function, '.') > 0
}

// Triggers yields the words that start a rule.
func Triggers(r *rules.Rule) iter.Seq2[clause.Kind, string] {
	return func(yield func(clause.Kind, string) bool) {
		for _, kind := range [...]clause.Kind{clause.Verb, clause.Noun, clause.Adjective} {
			for _, w := range triggers(r, kind) {
				if !yield(kind, w) {
					return
				}
			}
		}
	}
}

func triggers(r *rules.Rule, kind clause.Kind) []string {
	return [...][]string{clause.Verb: r.On.Verb, clause.Noun: r.On.Noun, clause.Adjective: r.On.Adjective}[kind]
}

// Key is the word of a trigger under which it is indexed: the verb of "sit down",
// the head of "courtesy call".
func Key(kind clause.Kind, trigger string) string {
	space := strings.IndexByte(trigger, ' ')
	switch {
	case space < 0:
		return trigger
	case kind == clause.Noun:
		return trigger[strings.LastIndexByte(trigger, ' ')+1:]
	default:
		return trigger[:space]
	}
}

// triggered tells whether the words of a predicate start a rule.
func triggered(r *rules.Rule, p *clause.Predicate) bool {
	if len(r.On.Under) > 0 &&
		!slices.ContainsFunc(r.On.Under, func(u string) bool { return slices.Contains(p.Under, u) }) {
		return false
	}
	return says(p, triggers(r, p.Kind))
}

// says tells whether a predicate is one of some words or phrases.
func says(p *clause.Predicate, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(w string) bool {
		key := Key(p.Kind, w)
		if key != p.Lemma && key != p.Form {
			return false
		}
		for part := range strings.FieldsSeq(w) {
			if part != key && !slices.Contains(p.Words, part) {
				return false
			}
		}
		return true
	})
}

// Happens tells whether a predicate says of a record with a name of its kind that
// it happens: "was held", "took place".
func Happens(rec *rules.Record, p *clause.Predicate) bool {
	return p.Kind == clause.Verb && says(p, rec.Verb)
}

// Calls tells whether a predicate is a noun that a record is called by.
func Calls(rec *rules.Record, p *clause.Predicate) bool {
	return p.Kind == clause.Noun && says(p, rec.Noun)
}
