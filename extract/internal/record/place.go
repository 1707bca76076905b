package record

import (
	"slices"
	"strings"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/extract/fact"
	"github.com/relata-graph/relata/extract/internal/reading"
	"github.com/relata-graph/relata/extract/world"
)

// standing gives the ids of the two of a fact and of their countries.
func (r *Records) standing(f *fact.Fact) []string {
	return append(r.doc.Standing(f.Subject), r.doc.Standing(f.Object)...)
}

// home is the place of the dateline where a meeting of the last days is reported
// from it: it took place there if one of those who met is at home there, or if
// the sentence speaks of a gathering that the report is about.
func (r *Records) home(f *fact.Fact, now scene) entity.Ref {
	const fresh = 3 // days
	day, err := time.Parse(time.DateOnly, f.Date)
	today, err2 := time.Parse(time.DateOnly, r.doc.Source.Date)
	if err != nil || err2 != nil || f.Status != fact.Actual || today.Sub(day).Abs() > fresh*24*time.Hour {
		return entity.Ref{}
	}
	here := r.doc.Dateline()
	if !reading.IsCity(here) || !r.doc.AtHome(here, f.Subject, f.Object) && !now.speaksOf(world.AssemblyNoun) {
		return entity.Ref{}
	}
	of := r.standing(f)
	for i := range r.told { // somewhere else on that day
		if o := r.told[i]; o.date == f.Date && o.place.ID != "" && o.place.ID != here.ID && o.concerns(of...) {
			return entity.Ref{}
		}
	}
	return here
}

// city gives the place of a fact, of a building its city as far as the document
// tells it.
func (r *Records) city(f *fact.Fact, now scene) entity.Ref {
	if f.Place.Type != entity.Place || reading.IsCity(f.Place) {
		return f.Place
	}
	site, _ := world.FindPlace(strings.Fields(f.Place.Name))
	if site != nil && site.Kind != "site" {
		return f.Place
	}
	for _, o := range slices.Backward(r.told) {
		if reading.IsCity(o.place) && !o.past && o.by == f.By.ID && o.concerns(f.Subject.ID, f.Object.ID) {
			return o.place
		}
	}
	if here := r.doc.Dateline(); here.ID != "" {
		return here
	}
	if site == nil && now.p != nil {
		if cities := r.doc.Cities(now.p.Sentence, f.Subject, f.Object); len(cities) == 1 {
			return cities[0]
		}
	}
	return f.Place
}
