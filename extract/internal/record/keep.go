package record

import (
	"slices"
	"strings"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/world"
	"github.com/relata-graph/relata/rules"
)

// Note keeps the events that a sentence names, and who it says spoke on which day.
func (r *Records) Note(sentence int) {
	r.noteSpeech(sentence)
	mentions := r.doc.MentionsIn(sentence)
	for _, i := range mentions {
		ref := r.doc.Mentioned(i)
		if ref.Type != entity.Event {
			continue
		}
		t := happening{ref: ref}
		var place int
		t.past, t.future, place = clause.Behind(r.doc.Document, i, mentions, r.doc.Date(sentence))
		t.place = r.doc.Mentioned(place)
		r.events = append(r.events, t)
		for kind := range r.program.Named(ref.Type) {
			r.open(kind, sentence, ref).fill(ref, entity.Ref{}, sentence, "")
		}
	}
}

// tellingOf gives what a fact tells of when and where; place is where that is.
func (r *Records) tellingOf(rel *program.Relation, f *fact.Fact, place entity.Ref, now scene) *telling {
	t := &telling{
		kind: rel.Tie, date: f.Date, place: place, status: f.Status, by: f.By.ID, told: f.Evidence.Start,
		own:  rel.Tie != outcome || f.Place.ID != "",
		of:   r.doc.Standing(f.Subject),
		past: !r.doc.IsNear(f.Date),
		days: now.p != nil && now.p.Days && now.p.Date == f.Date,
	}
	switch rel.Tie {
	case meeting, call:
		t.people = []entity.Ref{f.Subject, f.Object}
		t.of = append(t.of, r.doc.Standing(f.Object)...)
	case journey:
		t.place = f.Object
	case part:
		switch f.Object.Type {
		case entity.Person:
			t.of = append(t.of, r.doc.Standing(f.Object)...)
		case entity.Event:
			t.event = f.Object.Name
		}
	}
	return t
}

// keep keeps what is told for the facts told after it. What is of another season than
// the document is told as background.
func (r *Records) keep(rel *program.Relation, t *telling, now scene) {
	if rel.Tie == loose || rel.Tie == state || r.isBackground(rel, now) {
		return
	}
	if rel.Tie == journey {
		if t.status == fact.Denied {
			return // nothing happens on a journey that was not made
		}
		r.joinJourney(t)
	}
	r.told = append(r.told, t)
}

// joinJourney gives a journey its place: where it led or, where others told
// before are of the same journey, the place within the other. Of several places
// of one journey none is that of all.
func (r *Records) joinJourney(o *telling) {
	for i := range r.told {
		e := r.told[i]
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

// Told is how much has been told so far of when and where something is; see Hear.
func (r *Records) Told() int { return len(r.told) }

// Hear keeps what a predicate tells of a meeting even if those who took part are
// no people of whom the rules that it started would state it: "envoys of Peru and
// Kenya met in Lima on Monday". Of others it keeps the date, for "on the sidelines
// of the summit". told is what Told gave before the rules.
func (r *Records) Hear(p *clause.Predicate, started []*rules.Rule, told int) {
	about := func(is func(*program.Relation) bool) bool {
		return slices.ContainsFunc(started, func(s *rules.Rule) bool { return is(r.program.Relation(s.Relation)) })
	}
	with := func(a clause.Arg) bool { return a.Function == "with" }
	o := &telling{
		kind: loose, date: p.Date, status: fact.Status(p.Status),
		by: r.doc.Mentioned(p.Speaker).ID, told: r.doc.Sentence(p.Sentence).Start,
	}
	if slices.ContainsFunc(p.Args, with) {
		r.keepTalking(started, p, r.doc.Subjects(p), o)
	}
	switch {
	case len(r.told) > told, len(started) == 0, slices.ContainsFunc(p.Under, isNoSpeech), p.Date == "" && p.Place < 0,
		r.looksBack(p), p.When, !r.doc.IsNear(p.Date):
		return
	}
	if about(func(rel *program.Relation) bool { return rel.Tie == meeting }) {
		if sides := r.sides(p.Sentence); len(sides) > 1 || len(sides) == 1 && r.meetsUnnamed(p) {
			o.kind, o.place = meeting, r.doc.Venue(p.Place)
			for _, ref := range sides {
				o.of = append(o.of, r.doc.Standing(ref)...)
			}
			r.keepTalking(started, p, o.of, o)
		}
	}
	r.told = append(r.told, o)
}

// isNoSpeech tells whether a word above a predicate does more than say it.
func isNoSpeech(lemma string) bool { return !world.SpeechVerb.Has(lemma) }

// meetsUnnamed tells whether one side of a meeting is people of no name: "Ambassadors of
// six countries met Prime Minister Kimani".
func (r *Records) meetsUnnamed(p *clause.Predicate) bool {
	return slices.ContainsFunc(p.Args, func(a clause.Arg) bool {
		if a.Mention < 0 || a.Function != "subject" && a.Function != "object" && a.Function != "with" {
			return false
		}
		m := &r.doc.Mentions[a.Mention]
		return m.Kind != entity.Named && m.Type == entity.Person && len(m.Entities) == 0 &&
			strings.HasSuffix(r.doc.Tokens(m.Sentence)[m.Head].XPOS, "S")
	})
}

// sides gives who in a sentence may take part in a meeting, each once.
func (r *Records) sides(sentence int) []entity.Ref {
	var out []entity.Ref
	for _, i := range r.doc.MentionsIn(sentence) {
		for _, e := range r.doc.Mentions[i].Entities {
			ref := r.doc.Entities[e].Ref
			if isParty(ref) && !slices.ContainsFunc(out, func(side entity.Ref) bool { return side.ID == ref.ID }) {
				out = append(out, ref)
			}
		}
	}
	return out
}

// isParty tells whether somebody or something can take part in a meeting or sign.
func isParty(ref entity.Ref) bool {
	return ref.Type == entity.Person || ref.Type == entity.Country || ref.Type == entity.Organization
}
