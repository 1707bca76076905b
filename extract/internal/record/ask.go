package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/world"
)

// Beyond gives what fills a function of a predicate from other sentences than
// its own; see program.Beyond: the slot of the last record of its kind of which enough is told, and that record.
func (r *Records) Beyond(function string, p *clause.Predicate) ([]entity.Ref, *Record) {
	if function == program.Listed {
		return r.doc.Listed(p), nil
	}
	for _, rec := range slices.Backward(r.records) {
		slot := rec.slot(function)
		if slot >= 0 && rec.isKnown(p.Sentence) {
			return rec.told(slot, p.Sentence), rec
		}
	}
	return nil, nil
}

// GoesOn tells whether a predicate whose subject nobody knows goes on about a record: it
// comes soon after the sentence that spoke of the record last. If so, its sentence is now
// that one. See means for "they".
func (r *Records) GoesOn(rec *Record, p *clause.Predicate) bool {
	pronoun := slices.ContainsFunc(p.Args, func(a clause.Arg) bool {
		return a.Function == "subject" && a.Mention >= 0 && r.doc.Mentions[a.Mention].Kind == entity.Pronoun
	})
	if !rec.isNear(p.Sentence) || pronoun && rec.again < p.Sentence {
		return false
	}
	rec.again = max(rec.again, p.Sentence)
	return true
}

// HasPart tells whether a subject of a predicate has part in a record of the kind
// that a function asks for, even with others of no name, or it is the country of
// one who has. near asks for a record that was spoken of shortly before, and is as real.
func (r *Records) HasPart(function string, p *clause.Predicate, near bool) bool {
	subjects := r.doc.Subjects(p)
	return slices.ContainsFunc(r.records, func(rec *Record) bool {
		return rec.slot(function) >= 0 && (!near || rec.isNear(p.Sentence) && string(rec.Status) == p.Status) &&
			slices.ContainsFunc(subjects, func(id string) bool { return slices.Contains(rec.of, id) })
	})
}

// Headed gives the status of what a heading such as "members of the delegation"
// tells: that of the record which a function has given ref, since a heading has no
// tense of its own. Of what is told otherwise it is the status given.
func (r *Records) Headed(p *clause.Predicate, function string, ref entity.Ref, status fact.Status) fact.Status {
	if p.Kind == clause.Verb || status != fact.Actual {
		return status
	}
	for _, rec := range slices.Backward(r.records) {
		if slot := rec.slot(function); slot >= 0 && rec.has(slot, ref) {
			return rec.Status
		}
	}
	return status
}

// EventMeant gives the event told of before that words with an article mean, "the
// summit", "the gathering"; zero if there is none. p is the predicate whose
// argument they are, nil where there is no clause.
func (r *Records) EventMeant(p *clause.Predicate, a *clause.Arg) entity.Ref {
	if p == nil || a.Mention >= 0 || a.Text == "" || !r.isKnown(p, a) {
		return entity.Ref{}
	}
	said := slices.DeleteFunc(strings.Fields(strings.ToLower(a.Text)), world.EventFiller.Has)
	if len(said) == 0 {
		return entity.Ref{}
	}
	var found entity.Ref
	for _, rec := range slices.Backward(r.records) {
		known, told := rec.named()
		if known.Type != entity.Event || told >= p.Sentence {
			continue
		}
		name := strings.Fields(strings.ToLower(known.Name))
		other := func(word string) bool { return !slices.Contains(name, word) }
		if len(name) > len(said) &&
			(len(said) == 1 && world.EventWord.Has(said[0]) || !slices.ContainsFunc(said, other)) {
			if len(said) > 1 || world.EventWord.Has(said[0]) || eventNoun(name) == said[0] {
				return known
			}
			found = found.Or(known)
		}
	}
	return found
}

// eventNoun is the noun of an event's name, "forum" of "fisheries forum 2025 on the seas".
func eventNoun(name []string) string {
	last := ""
	for _, word := range name {
		switch {
		case world.NamingPreposition.Has(word):
			return last
		case word[0] < '0' || word[0] > '9':
			last = word
		}
	}
	return last
}

// AgreementMeant gives the agreement that a bare noun with "the" or "this" speaks
// of once more: "the treaty" is the last one of which the text has told by more
// than that word; zero if there is none. p is as in EventMeant.
func (r *Records) AgreementMeant(p *clause.Predicate, a *clause.Arg) entity.Ref {
	if p == nil || strings.Contains(a.Text, " ") || !r.isKnown(p, a) {
		return entity.Ref{}
	}
	said := strings.ToLower(a.Text)
	for _, rec := range slices.Backward(r.records) {
		known, _ := rec.named()
		if known.Type == entity.Agreement && slices.Contains(strings.Fields(strings.ToLower(known.Name)), said) {
			return known
		}
	}
	return entity.Ref{}
}

// isKnown tells whether an argument has an article as for what has been told of.
func (r *Records) isKnown(p *clause.Predicate, a *clause.Arg) bool {
	article := r.at(p).before(a.Tokens.First)
	return article == "the" || article == "this"
}
