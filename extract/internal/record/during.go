package record

import (
	"slices"
	"time"

	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
)

// during finds the occasion that a fact is part of, among those that tell what
// is wanted: nil if there is none.
func (r *Records) during(rel *program.Relation, f *fact.Fact, now scene, tells func(*telling) bool) *telling {
	of := r.standing(f)
	for _, other := range f.With {
		of = append(of, r.doc.Standing(other)...)
	}
	for i := len(r.told) - 1; i >= 0; i-- {
		if o := r.told[i]; r.goesOn(o, f, now) && tells(o) && o.isSpokenOfAs(now) {
			return o
		}
	}
	var onJourney, weak, last *telling
	travels := now.travels() && rel.Tie != outcome
	for i := len(r.told) - 1; i >= 0; i-- {
		o := r.told[i]
		if !r.goesOn(o, f, now) || !tells(o) {
			continue
		}
		takes := o.kind != journey &&
			(!isTalks(rel) || o.kind != part && f.Status == fact.Actual || o.isSpokenOf(now))
		switch {
		case o.concerns(f.Subject.ID, f.Object.ID):
			if takes && !travels {
				return o
			}
			if o.kind == journey && onJourney == nil {
				onJourney = o
			}
		case !takes:
		case weak == nil && o.concerns(of...):
			weak = o
		case last == nil && (o.kind != loose || len(o.date) == len(time.DateOnly)):
			last = o // of a day: "decided in November" is no ceremony
		}
	}
	switch {
	case onJourney != nil:
		return onJourney
	case weak != nil && rel.Tie == outcome:
		return weak
	case !now.continues():
		return nil
	case weak != nil:
		return weak
	}
	return last
}

// goesOn tells whether a fact may be part of an occasion: it is told by the same
// speaker, or the text itself tells one of the two, and as just as real, and of another season only where the text goes on
// about that.
func (r *Records) goesOn(o *telling, f *fact.Fact, now scene) bool {
	if o.past && !(r.told[len(r.told)-1].past && now.continues()) {
		return false
	}
	told := o.by == f.By.ID || (o.by == "" || f.By.ID == "") && o.kind != loose && o.concerns(f.Subject.ID)
	return told && (o.status == f.Status || r.awaits(f, o))
}

// awaits tells whether a plan is for a journey that has begun: who is there is
// to meet somebody of the country.
func (r *Records) awaits(f *fact.Fact, o *telling) bool {
	elsewhere := f.Place.ID != "" && f.Place.ID != o.place.ID
	return f.Status == fact.Planned && o.status == fact.Actual && o.kind == journey && !elsewhere &&
		r.doc.AtHome(o.place, f.Subject, f.Object)
}

// atEvent gives a fact about an event that does not tell its date or place those
// that are told with the event's name, here or before.
func (r *Records) atEvent(f *fact.Fact) {
	for _, t := range slices.Backward(r.events) {
		if t.ref != f.Object {
			continue
		}
		date := t.past
		if f.Status == fact.Planned {
			date = t.future
		}
		if f.Date == "" {
			f.Date = date
		}
		if f.Place.ID == "" && agree(f.Date, date) {
			f.Place = t.place
		}
	}
}
