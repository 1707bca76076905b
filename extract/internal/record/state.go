package record

import (
	"cmp"
	"slices"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
)

// State adds a fact and what it implies. p is the predicate that tells it, nil
// where a title or a pattern does; of is the record that filled one of its roles,
// nil if none did.
func (r *Records) State(f fact.Fact, p *clause.Predicate, of *Record) {
	now := r.at(p)
	rel := r.program.Relation(f.Relation)
	f = plain(f)
	if of == nil {
		of = r.ofGroup(p)
	}
	of.settle(rel, &f, now)
	place := r.settle(rel, &f, now)
	at := r.ledger.add(&f, rel.Symmetric, p != nil && p.Perfect)
	stated := &r.ledger.facts[at] // until the next one is added
	place = cmp.Or(place, stated.Place)
	r.keepOccasion(rel, stated, place, now)
	r.keepRecords(rel, &f, at, place, now)
	if of != nil {
		of.facts = append(of.facts, at)
	}
	for _, name := range rel.Implies {
		implied := f
		implied.Relation = name
		r.State(implied, p, of)
	}
}

// ofGroup gives the talks of which a predicate goes on to tell, since its subject is
// what those who had part in them are called together; nil if there are none.
func (r *Records) ofGroup(p *clause.Predicate) *Record {
	if p == nil || p.Perfect {
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
