package record

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/clause"
	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/program"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/world"
)

const month = len("2006-01") // of a date

// settle gives a fact that does not tell its date or place those of the occasion
// it is part of: the last one told with its subject or object, by the same
// speaker, a meeting rather than a journey. During a journey of days, or in
// another place, only the month is known. It returns where the occasion is, also
// where the fact does not say so.
func (r *Records) settle(rel *program.Relation, f *fact.Fact, now scene) entity.Ref {
	if rel.Tie == loose {
		return entity.Ref{}
	}
	if now.p != nil && now.p.Here && f.Place.ID == "" {
		f.Place = r.doc.Dateline()
	}
	if rel.Tie == state {
		f.Place = entity.Ref{}
		return f.Place
	}
	if f.Object.Type == entity.Event {
		r.atEvent(f)
		if f.Date == "" && f.Status == fact.Actual && now.p != nil && !r.looksBack(now.p) && speaksAgain(f.Object.Name, now) {
			f.Date = clause.DayBefore(r.doc.Document, now.p.Sentence, r.doc.Date(now.p.Sentence))
		}
	}
	f.Place = r.city(f, now)
	if f.Place == f.To {
		f.Place = entity.Ref{} // "called on Azerbaijan to free them"
	}
	if rel.Tie == journey {
		r.settleJourney(f, now)
		return f.Place
	}
	if r.looksBack(now.p) && isTalks(rel) {
		return f.Place
	}
	if f.Date == "" && !(rel.Tie == outcome && now.lasts()) {
		r.settleDate(rel, f, now)
	}
	if f.Place.ID != "" || rel.Tie == call {
		return f.Place
	}
	return r.settlePlace(rel, f, now)
}

// settle gives a fact of a record that does not tell its date or place those of the
// record. A nil record knows neither.
func (rec *Record) settle(rel *program.Relation, f *fact.Fact, now scene) {
	switch {
	case rec == nil, rec.Status != f.Status, rec.travels, rel.Tie == loose, rel.Tie == state,
		rel.Tie == journey:
		return
	}
	if f.Date == "" && !(rel.Tie == outcome && now.lasts()) {
		f.Date = rec.Date()
	}
	if f.Place.ID == "" && rel.Tie != call && agree(f.Date, rec.Date()) &&
		(rel.Tie != outcome || slices.Contains(rec.Kind.Holds, rel.Name)) {
		f.Place = rec.Place()
	}
}

// settleJourney drops the place, which is where a journey led, and dates one that
// goes on to the month.
func (r *Records) settleJourney(f *fact.Fact, now scene) {
	f.Place = entity.Ref{}
	today := r.doc.Source.Date
	if f.Date == "" && f.Status == fact.Actual && now.p != nil && now.p.Now && len(today) == len(time.DateOnly) {
		f.Date = today[:month]
	}
}

// settleDate gives a fact the date of the occasion it is part of.
func (r *Records) settleDate(rel *program.Relation, f *fact.Fact, now scene) {
	o := r.during(rel, f, now, func(o *telling) bool { return o.date != "" })
	if o == nil {
		return
	}
	elsewhere := o.place.ID != "" && f.Place.ID != "" && o.place.ID != f.Place.ID && !reading.IsIn(f.Place, o.place)
	if elsewhere && rel.Tie == outcome && reading.IsCity(o.place) && reading.IsCity(f.Place) {
		return // signed there is another paper
	}
	elsewhere = elsewhere && rel.Tie != outcome
	f.Date = o.date
	firstDay := now.speaksOf(world.ArrivalNoun) || f.Status == fact.Actual && o.date == r.doc.Source.Date
	laterDay := o.kind == journey && !firstDay || o.days && o.event != ""
	if (laterDay || elsewhere) && len(f.Date) > month {
		f.Date = f.Date[:month]
	}
}

// settlePlace gives a fact without a place that of the occasion it is part of,
// and returns that place, which an outcome does not take.
func (r *Records) settlePlace(rel *program.Relation, f *fact.Fact, now scene) entity.Ref {
	o := r.during(rel, f, now, func(o *telling) bool { return o.place.ID != "" && o.covers(f.Date) })
	if o == nil {
		if rel.Tie == meeting || f.Object.Type == entity.Event {
			f.Place = r.home(f, now)
		}
		return f.Place
	}
	if rel.Tie != outcome || f.Status == fact.Actual && o.isSpokenOfAs(now) {
		f.Place = o.place
	}
	return o.place
}

// speaksAgain tells whether the sentence at hand speaks of an event that has no name of its own
// as known: "the ceremony", "the virtual event".
func speaksAgain(event string, now scene) bool {
	words := strings.Fields(event)
	return len(words) > 0 && event == strings.ToLower(event) && now.speaksOfWord(words[0])
}
