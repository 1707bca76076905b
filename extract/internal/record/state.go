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
	of.settle(rel, &f, now)
	place := r.settle(rel, &f, now)
	stated := r.ledger.add(&f, rel.Symmetric, p != nil && p.Perfect)
	place = cmp.Or(place, stated.Place)
	r.keepOccasion(rel, stated, place, now)
	r.keepRecords(rel, &f, place, now)
	for _, name := range rel.Implies {
		implied := f
		implied.Relation = name
		r.State(implied, p, of)
	}
}

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
