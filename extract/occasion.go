package extract

import (
	"slices"
	"time"

	"github.com/relata-graph/relata/extract/entity"
	"github.com/relata-graph/relata/rules"
)

// An occasion is a meeting or journey that the document has told of.
type occasion struct {
	place   entity.Ref
	date    string
	status  Status
	journey bool
	by      string // id of who tells of it, "" for the text itself
	told    int    // where its sentence starts
	people  []entity.Ref
	of      []string // ids of the people, and of the countries they stand for
}

// onOccasion gives a fact that does not tell its date or place those of the
// occasion it is part of: the last one told with its subject or object, by the
// same speaker. During a journey of days only the month is known.
func (m *matcher) onOccasion(rel *rules.Relation, f *Fact) {
	if rel.Occasion == "" || rel.Occasion == "journey" {
		return
	}
	for _, o := range slices.Backward(m.told) {
		if o.status != f.Status || o.by != f.By.ID || rel.Occasion == "meeting" && !o.journey || !slices.Contains(o.of, f.Subject.ID) && !slices.Contains(o.of, f.Object.ID) {
			continue
		}
		if f.Place.ID == "" && rel.Occasion == "part" && (f.Date == "" || f.Date == o.date) {
			f.Place = o.place
		}
		if f.Date == "" {
			f.Date = o.date
			if o.journey && len(f.Date) > len("2006-01") {
				f.Date = f.Date[:len("2006-01")]
			}
		}
		return
	}
}

// tells keeps an occasion for the facts told after it. One of another season
// than the document's is told as background.
func (m *matcher) tells(rel *rules.Relation, f *Fact) {
	o := occasion{date: f.Date, place: f.Place, status: f.Status, by: f.By.ID, told: f.Evidence.Start, people: []entity.Ref{f.Subject, f.Object}, of: m.standing(f.Subject)}
	switch rel.Occasion {
	case "meeting":
		o.of = append(o.of, m.standing(f.Object)...)
	case "journey":
		o.place, o.journey = f.Object, true
		for i := range m.told { // of several places of one journey none is that of all
			if e := &m.told[i]; e.journey && e.of[0] == o.of[0] && e.place.ID != o.place.ID {
				e.place, o.place = entity.Ref{}, entity.Ref{}
			}
		}
	default:
		return
	}
	if f.Date == "" || m.doc.Date == "" || max(monthsApart(f.Date, m.doc.Date), monthsApart(m.doc.Date, f.Date)) <= 3 {
		m.told = append(m.told, o)
	}
}

// monthsApart is the number of months from date a to date b; a year alone
// counts as its January.
func monthsApart(a, b string) int {
	months := func(s string) int {
		t, _ := time.Parse("2006-01", (s + "-01")[:len("2006-01")])
		return t.Year()*12 + int(t.Month())
	}
	return months(b) - months(a)
}

// standing returns the ids of an entity and, of a person, of the country.
func (m *matcher) standing(ref entity.Ref) []string {
	out := []string{ref.ID}
	if e := m.byID[ref.ID]; e != nil && e.Country.ID != "" {
		out = append(out, e.Country.ID)
	}
	return out
}
