package record

import (
	"cmp"
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/world"
)

// State adds a fact and what it implies. p is the predicate that tells it, nil
// where a title or a pattern does; of is the record that filled one of its roles,
// nil if none did.
func (r *Records) State(f fact.Fact, p *clause.Predicate, of *Record) {
	now := r.at(p)
	rel := r.program.Relation(f.Relation)
	if rel.Tie == meeting && of == nil && r.goesOnCalling(&f, p) {
		return
	}
	f = plain(f)
	if rel.Tie == journey && now.ends() && len(f.Date) > month {
		f.Date = f.Date[:month] // "concluded a visit on Friday" tells its last day
	}
	filled := of
	if of == nil {
		of = cmp.Or(r.ofGroup(p), r.ofNoun(p))
		if of.seats(r.doc, p, f.Subject, f.Object) {
			filled = of
		}
	}
	of.settle(rel, &f, now)
	place := r.settle(rel, &f, now)
	r.settleSpeech(rel, &f, now)
	at := r.ledger.add(&f, rel.Symmetric, r.looksBack(now.p))
	stated := &r.ledger.facts[at] // until the next one is added
	place = cmp.Or(place, stated.Place)
	t := r.tellingOf(rel, stated, place, now)
	r.keep(rel, t, now)
	r.keepRecords(rel, &f, at, t, now, filled)
	if of != nil {
		of.facts = append(of.facts, at)
	}
	r.share(rel, &f, p, of)
	if of == nil {
		r.openShared(rel, &f, p)
	}
	for _, name := range rel.Implies {
		implied := f
		implied.Relation = name
		r.State(implied, p, of)
	}
}

// goesOnCalling tells whether those of whom a clause tells that they talked about something are
// told shortly before to have had a call: "They spoke by phone. The two exchanged views on trade."
func (r *Records) goesOnCalling(f *fact.Fact, p *clause.Predicate) bool {
	const near = 3 // sentences
	if p == nil || p.Kind != clause.Verb || !world.TopicVerb.Has(p.Lemma) && !world.LightVerb.Has(p.Lemma) {
		return false
	}
	from := r.doc.Sentence(max(p.Sentence-near, 0)).Start
	for _, o := range slices.Backward(r.told) {
		if o.told < from {
			return false
		}
		if (o.kind == call || o.kind == meeting) && slices.Contains(o.people, f.Subject) && slices.Contains(o.people, f.Object) {
			return o.kind == call
		}
	}
	return false
}

// share states what is told of one who has part in a record of all the others, where
// the record's kind says so and the sentence tells or speaks of the record: if "the
// president met her and discussed trade", she discussed it, too.
func (r *Records) share(rel *program.Relation, f *fact.Fact, p *clause.Predicate, of *Record) {
	if p == nil || of != nil && of.shared || f.Status == fact.Denied || slices.ContainsFunc(p.Args, tellsWhom) {
		return
	}
	if p.Kind == clause.Verb && (world.SpeechVerb.Has(p.Lemma) || world.ProvisionVerb.Has(p.Lemma)) {
		return // what one of them stresses or outlines, the others only hear
	}
	for _, rec := range slices.Backward(r.records) {
		if !slices.Contains(rec.Kind.Shares, rel.Name) {
			continue
		}
		if rec.isNear(p.Sentence) && slices.Contains(rec.of, f.Subject.ID) {
			rec.again = max(rec.again, p.Sentence) // what one of them tells goes on about it
		}
		if rec.spoken == p.Sentence && rec.Status == f.Status {
			for slot := range rec.Filled {
				if rec.has(slot, f.Subject) {
					r.shareIn(rec, slot, f, p)
				}
			}
		}
		return
	}
}

// openShared opens the record of which a fact tells that all who have part in one share, if
// none is near that those who are told to do so have part in: "A and B discussed trade. The
// talks also covered wine."
func (r *Records) openShared(rel *program.Relation, f *fact.Fact, p *clause.Predicate) {
	if p == nil || p.Kind != clause.Verb || f.Status == fact.Denied || f.Status == fact.Conditional || r.looksBack(p) || r.isBackground(rel, r.at(p)) {
		return
	}
	sides := r.sidesAs(p, "subject", "with", "between")
	isPerson := func(ref entity.Ref) bool { return ref.Type == entity.Person }
	if len(sides) < 2 || !slices.ContainsFunc(sides, isPerson) {
		return
	}
	for _, kind := range r.program.Records {
		if !slices.Contains(kind.Shares, rel.Name) {
			continue
		}
		known := slices.ContainsFunc(r.records, func(rec *Record) bool {
			other := func(ref entity.Ref) bool { return !slices.Contains(rec.of, ref.ID) }
			return rec.Kind == kind && rec.isNear(p.Sentence) && !slices.ContainsFunc(sides, other)
		})
		if !known {
			r.openOf(kind, p, entity.Ref{}, sides).spoken = p.Sentence - 1 // what one says there is not yet shared
		}
	}
}

// shareIn states a fact of all others in a slot.
func (r *Records) shareIn(rec *Record, slot int, f *fact.Fact, p *clause.Predicate) {
	rec.shared = true
	for _, other := range rec.told(slot, p.Sentence) {
		if other.ID != f.Subject.ID {
			same := *f
			same.Subject = other
			r.State(same, p, rec)
		}
	}
	rec.shared = false
}

// tellsWhom tells whether an argument says with whom something is done, so that
// nobody else does it.
func tellsWhom(a clause.Arg) bool {
	return a.Function == "with" || a.Function == "between" || a.Function == "to" && a.Mention >= 0
}

// ofGroup gives the talks of which a predicate goes on to tell, since its subject is
// what those who had part in them are called together; nil if there are none.
func (r *Records) ofGroup(p *clause.Predicate) *Record {
	if p == nil || r.looksBack(p) {
		return nil
	}
	for i := range p.Args {
		a := &p.Args[i]
		if a.Function != "subject" || a.Mention < 0 {
			continue
		}
		group := &r.doc.Mentions[a.Mention]
		if group.Kind == entity.Named || len(group.Entities) < 2 {
			continue
		}
		for _, rec := range slices.Backward(r.records) {
			other := func(e int) bool { return !slices.Contains(rec.of, r.doc.Entities[e].ID) }
			if !slices.ContainsFunc(rec.Kind.Holds, r.isTalksNamed) || slices.ContainsFunc(group.Entities, other) {
				continue
			}
			return rec
		}
	}
	return nil
}

// ofNoun gives the record of which a predicate goes on to tell, since it is what such
// records are called, with an article: "attended the meeting"; nil if there is none.
func (r *Records) ofNoun(p *clause.Predicate) *Record {
	if p == nil || p.Kind != clause.Noun || !r.at(p).isKnown(p.Token) {
		return nil
	}
	for _, rec := range slices.Backward(r.records) {
		if name, _ := rec.named(); program.Calls(rec.Kind, p) && rec.sentence < p.Sentence && name.ID == "" {
			return rec
		}
	}
	return nil
}

// seats tells whether people of whom a predicate tells that they were at talks, "the meeting
// was attended by", may be further ones of the record's sides: each has part in it, or others
// of his country have. Of nobody's record it tells that they are not.
func (rec *Record) seats(doc *reading.Document, p *clause.Predicate, people ...entity.Ref) bool {
	if rec == nil || p == nil || p.Kind != clause.Noun || !slices.ContainsFunc(rec.Filled, func(f []Filling) bool { return len(f) > 1 }) {
		return false
	}
	if slices.ContainsFunc(p.Args, func(a clause.Arg) bool { return a.Function == "with" || a.Function == "between" }) {
		return false // "the meeting with Soto" may be another one
	}
	return !slices.ContainsFunc(people, func(who entity.Ref) bool {
		return !slices.ContainsFunc(doc.Standing(who), func(id string) bool { return slices.Contains(rec.of, id) })
	})
}

// isTalksNamed is isTalks of the relation of a name.
func (r *Records) isTalksNamed(relation string) bool { return isTalks(r.program.Relation(relation)) }

// plain is a fact whose qualifiers do not say its subject or object again.
func plain(f fact.Fact) fact.Fact {
	f.With = slices.DeleteFunc(slices.Clone(f.With), func(r entity.Ref) bool {
		return r.ID == f.Subject.ID || r.ID == f.Object.ID
	})
	if f.By.ID == f.Subject.ID {
		f.By = entity.Ref{}
	}
	if f.Event.ID == f.Object.ID {
		f.Event = entity.Ref{}
	}
	if f.Place.ID == f.Object.ID {
		f.Place = entity.Ref{}
	}
	return f
}
