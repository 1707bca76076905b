package story

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
func (s *Story) standing(f *fact.Fact) []string {
	return append(s.doc.Standing(f.Subject), s.doc.Standing(f.Object)...)
}

// home is the place of the dateline where a meeting of the last days is reported
// from it: it took place there if one of those who met is at home there, or if
// the sentence speaks of a gathering that the report is about.
func (s *Story) home(f *fact.Fact, now scene) entity.Ref {
	const fresh = 3 // days
	day, err := time.Parse(time.DateOnly, f.Date)
	today, err2 := time.Parse(time.DateOnly, s.doc.Source.Date)
	if err != nil || err2 != nil || f.Status != fact.Actual || today.Sub(day).Abs() > fresh*24*time.Hour {
		return entity.Ref{}
	}
	here := s.doc.Dateline()
	if !reading.IsCity(here) || !s.doc.AtHome(here, f.Subject, f.Object) && !now.speaksOf(world.AssemblyNoun) {
		return entity.Ref{}
	}
	of := s.standing(f)
	for i := range s.occasions { // somewhere else on that day
		if o := &s.occasions[i]; o.date == f.Date && o.place.ID != "" && o.place.ID != here.ID && o.concerns(of...) {
			return entity.Ref{}
		}
	}
	return here
}

// city gives the place of a fact, of a building its city as far as the document
// tells it.
func (s *Story) city(f *fact.Fact, now scene) entity.Ref {
	if f.Place.Type != entity.Place || reading.IsCity(f.Place) {
		return f.Place
	}
	site, _ := world.FindPlace(strings.Fields(f.Place.Name))
	if site != nil && site.Kind != "site" {
		return f.Place
	}
	for _, o := range slices.Backward(s.occasions) {
		if reading.IsCity(o.place) && !o.past && o.by == f.By.ID && o.concerns(f.Subject.ID, f.Object.ID) {
			return o.place
		}
	}
	if here := s.doc.Dateline(); here.ID != "" {
		return here
	}
	if site == nil && now.p != nil {
		if cities := s.doc.Cities(now.p.Sentence, f.Subject, f.Object); len(cities) == 1 {
			return cities[0]
		}
	}
	return f.Place
}
