package story

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
// its own; see program.Beyond.
func (s *Story) Beyond(function string, p *clause.Predicate) []entity.Ref {
	switch function {
	case program.Participants:
		return s.participants()
	case program.Traveller:
		return s.traveller(p)
	case program.Gathering:
		return s.gathering(p)
	case program.Listed:
		return s.doc.Listed(p)
	case program.Parties:
		return s.parties(p)
	}
	return nil
}

// participants returns the people of the meeting that was told last: those whom
// "the talks" or "the meeting" is about.
func (s *Story) participants() []entity.Ref {
	var out []entity.Ref
	last := -1
	for _, o := range slices.Backward(s.occasions) {
		if len(o.people) == 0 {
			continue
		}
		if last >= 0 && o.told != last {
			break
		}
		last = o.told
		out = append(out, o.people...)
	}
	slices.Reverse(out)
	return out
}

// parties returns those whose agreement has just been told, with the countries of
// people: those whom "the agreement" or "the memorandum" is of.
func (s *Story) parties(p *clause.Predicate) []entity.Ref {
	const near = 4 // sentences
	var out []entity.Ref
	last := -1
	from := s.doc.Sentence(max(0, p.Sentence-near)).Start
	for i := range slices.Backward(s.ledger.facts) {
		f := &s.ledger.facts[i]
		if f.Object.Type != entity.Agreement || f.Status == fact.Denied || f.Evidence.Start < from {
			continue
		}
		if last >= 0 && f.Evidence.Start != last {
			break
		}
		last = f.Evidence.Start
		out = append(out, f.Subject)
		if e := s.doc.Entity(f.Subject.ID); e != nil && e.Type == entity.Person && e.Country.ID != "" {
			out = append(out, e.Country)
		}
	}
	slices.Reverse(out)
	return out
}

// traveller returns whose journey, or part in a gathering, was told last: whose
// "the delegation" is. Of several nobody knows whose it is.
func (s *Story) traveller(p *clause.Predicate) []entity.Ref {
	var out []entity.Ref
	last := -1
	for _, t := range slices.Backward(s.going) {
		if t.sentence == p.Sentence {
			continue
		}
		if last >= 0 && t.sentence != last {
			break
		}
		if last = t.sentence; !slices.Contains(out, t.ref) {
			out = append(out, t.ref)
		}
	}
	if len(out) > 1 {
		return nil
	}
	return out
}

// gathering returns the event that the sentences before have told of last.
func (s *Story) gathering(p *clause.Predicate) []entity.Ref {
	for _, t := range slices.Backward(s.events) {
		if t.sentence < p.Sentence {
			return []entity.Ref{t.ref}
		}
	}
	return nil
}

// Headed gives the status of what a heading such as "members of the delegation"
// tells: that of the journey or gathering, which is ref, since a heading has no
// tense of its own. Of what is told otherwise it is the status given.
func (s *Story) Headed(p *clause.Predicate, function string, ref entity.Ref, status fact.Status) fact.Status {
	if p.Kind == clause.Verb || status != fact.Actual {
		return status
	}
	var told []telling
	switch function {
	case program.Traveller:
		told = s.going
	case program.Gathering:
		told = s.events
	}
	for _, t := range slices.Backward(told) {
		if t.ref == ref {
			return t.status
		}
	}
	return status
}

// InTalks tells whether a subject of a predicate took part in a meeting or call
// that has been told, even with people of no name, or it is the country of one
// who met somebody.
func (s *Story) InTalks(p *clause.Predicate) bool {
	return slices.ContainsFunc(s.doc.Subjects(p), func(id string) bool {
		return slices.Contains(s.talking, id) || slices.ContainsFunc(s.occasions, func(o occasion) bool {
			return (o.kind == meeting || o.kind == call) && o.concerns(id)
		})
	})
}

// EventMeant gives the event told of before that words with an article mean, "the
// summit", "the gathering"; zero if there is none. p is the predicate whose
// argument they are, nil where there is no clause.
func (s *Story) EventMeant(p *clause.Predicate, a *clause.Arg) entity.Ref {
	if p == nil || a.Mention >= 0 || a.Text == "" || !s.isKnown(p, a) {
		return entity.Ref{}
	}
	said := strings.Fields(strings.ToLower(a.Text))
	for _, t := range slices.Backward(s.events) {
		name := strings.Fields(strings.ToLower(t.ref.Name))
		other := func(word string) bool { return !slices.Contains(name, word) }
		if t.sentence < p.Sentence && len(name) > len(said) &&
			(len(said) == 1 && world.EventWord.Has(said[0]) || !slices.ContainsFunc(said, other)) {
			return t.ref
		}
	}
	return entity.Ref{}
}

// AgreementMeant gives the agreement that a bare noun with "the" or "this" speaks
// of once more: "the treaty" is the last one of which the text has told by more
// than that word; zero if there is none. p is as in EventMeant.
func (s *Story) AgreementMeant(p *clause.Predicate, a *clause.Arg) entity.Ref {
	if p == nil || strings.Contains(a.Text, " ") || !s.isKnown(p, a) {
		return entity.Ref{}
	}
	said := strings.ToLower(a.Text)
	for i := range slices.Backward(s.ledger.facts) {
		o := &s.ledger.facts[i].Object
		if o.Type == entity.Agreement && slices.Contains(strings.Fields(strings.ToLower(o.Name)), said) {
			return *o
		}
	}
	return entity.Ref{}
}

// isKnown tells whether an argument has an article as for what has been told of.
func (s *Story) isKnown(p *clause.Predicate, a *clause.Arg) bool {
	article := s.at(p).before(a.Tokens.First)
	return article == "the" || article == "this"
}
