package story

import (
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// Note keeps the events that a sentence names.
func (s *Story) Note(sentence int) {
	mentions := s.doc.MentionsIn(sentence)
	for _, i := range mentions {
		ref := s.doc.Mentioned(i)
		if ref.Type != entity.Event {
			continue
		}
		t := telling{ref: ref, status: fact.Actual, sentence: sentence}
		var place int
		t.past, t.future, place = clause.Behind(s.doc.Document, i, mentions, s.doc.Source.Date)
		t.place = s.doc.Mentioned(place)
		s.events = append(s.events, t)
	}
}

// keepOccasion keeps what happened at a place as an occasion for the facts told
// after it. One of another season than the document's is told as background.
func (s *Story) keepOccasion(rel *rules.Relation, f *fact.Fact, place entity.Ref, now scene) {
	if rel.Occasion == "" || rel.Occasion == state || isBackground(rel, now) {
		return
	}
	if rel.Occasion == journey && f.Status == fact.Denied {
		return // nothing happens on a journey that was not made
	}
	o := occasion{
		kind: rel.Occasion, date: f.Date, place: place, status: f.Status, by: f.By.ID, told: f.Evidence.Start,
		of:   s.doc.Standing(f.Subject),
		past: !s.doc.IsNear(f.Date),
		days: now.p != nil && now.p.Days && now.p.Date == f.Date,
	}
	switch rel.Occasion {
	case meeting, call:
		o.people = []entity.Ref{f.Subject, f.Object}
		o.of = append(o.of, s.doc.Standing(f.Object)...)
	case journey:
		s.joinJourney(&o, f.Object)
	case part:
		switch f.Object.Type {
		case entity.Person:
			o.of = append(o.of, s.doc.Standing(f.Object)...)
		case entity.Event:
			o.event = f.Object.Name
		}
	}
	s.occasions = append(s.occasions, o)
}

// isBackground tells whether the clause at hand tells what is no occasion for
// what comes: as past already, unless somebody "has arrived", or as the time of
// something else.
func isBackground(rel *rules.Relation, now scene) bool {
	if now.p == nil {
		return false
	}
	return now.p.When || now.p.Perfect && !(rel.Occasion == journey && world.ArrivalVerb.Has(now.p.Lemma))
}

// joinJourney gives a journey its place: where it led or, where others told
// before are of the same journey, the place within the other. Of several places
// of one journey none is that of all.
func (s *Story) joinJourney(o *occasion, place entity.Ref) {
	o.place = place
	for i := range s.occasions {
		e := &s.occasions[i]
		switch {
		case e.kind != journey || e.of[0] != o.of[0] || e.place.ID == o.place.ID:
		case reading.IsIn(e.place, o.place):
			o.place = e.place
		case reading.IsIn(o.place, e.place):
			e.place = o.place
		default:
			e.place, o.place = entity.Ref{}, entity.Ref{}
		}
	}
}

// keepGoing keeps who goes somewhere or attends something, and what.
func (s *Story) keepGoing(rel *rules.Relation, f *fact.Fact, now scene) {
	if now.p == nil || f.Status == fact.Denied {
		return
	}
	event := f.Object.Type == entity.Event
	if event || rel.Occasion == journey {
		s.going = append(s.going, telling{ref: f.Subject, status: f.Status, sentence: now.p.Sentence})
	}
	if event {
		s.events = append(s.events, telling{ref: f.Object, status: f.Status, sentence: now.p.Sentence})
	}
}

// Occasions is how many occasions have been told so far; see Hear.
func (s *Story) Occasions() int { return len(s.occasions) }

// Hear keeps what a predicate tells of a meeting even if those who took part are
// no people of whom the rules that it started would state it: "envoys of Peru and
// Kenya met in Lima on Monday". Of others it keeps the date, for "on the sidelines
// of the summit". told is how many occasions there were before the rules.
func (s *Story) Hear(p *clause.Predicate, started []*rules.Rule, told int) {
	about := func(is func(*rules.Relation) bool) bool {
		return slices.ContainsFunc(started, func(r *rules.Rule) bool { return is(s.program.Relation(r.Relation)) })
	}
	with := func(a clause.Arg) bool { return a.Function == "with" }
	if about(isTalks) && slices.ContainsFunc(p.Args, with) {
		s.talking = append(s.talking, s.doc.Subjects(p)...)
	}
	if len(s.occasions) > told || len(started) == 0 || len(p.Under) > 0 || p.Date == "" && p.Place < 0 ||
		p.Perfect || p.When || !s.doc.IsNear(p.Date) {
		return
	}
	o := occasion{
		kind: other, date: p.Date, status: fact.Status(p.Status),
		by: s.doc.Mentioned(p.Speaker).ID, told: s.doc.Sentence(p.Sentence).Start,
	}
	if about(func(rel *rules.Relation) bool { return rel.Occasion == meeting }) {
		if sides := s.sides(p.Sentence); len(sides) > 1 {
			o.kind, o.place = meeting, s.doc.Venue(p.Place)
			for _, ref := range sides {
				o.of = append(o.of, s.doc.Standing(ref)...)
			}
		}
	}
	s.occasions = append(s.occasions, o)
}

// sides gives who in a sentence may take part in a meeting, each once.
func (s *Story) sides(sentence int) []entity.Ref {
	var out []entity.Ref
	for _, i := range s.doc.MentionsIn(sentence) {
		for _, e := range s.doc.Mentions[i].Entities {
			switch ref := s.doc.Entities[e].Ref; ref.Type {
			case entity.Person, entity.Country, entity.Organization:
				if !slices.ContainsFunc(out, func(side entity.Ref) bool { return side.ID == ref.ID }) {
					out = append(out, ref)
				}
			}
		}
	}
	return out
}
